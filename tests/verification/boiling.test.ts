// Water that boils away. A half-space at 37 °C whose surface jumps to 150 °C (two-phase Stefan problem): with x = 2η√t all
// is a function of η alone, and in a medium of diffusivity α it is a multiple of erf(η/√α).
// Neumann: the water boils at one temperature, w L η = the jump of −k dT/dη. Band: it boils between two temperatures, in a
// third medium between two fronts, with no jump of the flux at either; this one is solved by the library.
import { layoutOf } from '../../src/grid/layout.js';
import { cellLaw } from '../../src/physics/cell-law.js';
import { describe, expect, test } from 'vitest';
import { cannula, type LesionRun, type Resolution, simulate, tissues } from '../../src/index.js';
import type { RunState } from '../../src/lesion-run.js';
import { gradedEdges } from '../../src/grid/grading.js';
import { conductancesOf, faceGeometry } from '../../src/numerics/face-conductance.js';
import { makeChangingMedium } from '../../src/physics/changing-medium.js';
import { auditEnergy, noHeat, storedHeat } from '../../src/physics/heat-audit.js';
import { makeHeatStep } from '../../src/physics/heat-step.js';
import { tissueLaw } from '../../src/physics/tissue-law.js';
import { BOILING_BAND, boilingHeat, LATENT_HEAT, vapourFraction } from '../../src/physics/vaporisation.js';
import type { CheckedProblem } from '../../src/problem/checked.js';
import { carryOn } from '../../src/run-ahead.js';
import { advanceBoiling } from '../../src/run-boiling.js';
import type { DrivenModel, HeatedMedium } from '../../src/run-model.js';
import { gridOf, uniformEdges } from '../support/bench-grids.js';
import { claim, DERIVED } from '../support/claims.js';
import { balanceOf } from '../support/heat-run.js';
import { observedOrders } from '../support/observed-order.js';
import { complementaryErrorFunction as erfc } from '../support/special-functions.js';

const [START, WALL] = [37, 150]; // [°C]
const [K, DENSITY, WET_HEAT] = [0.49, 1090, 3421];
const WET = DENSITY * WET_HEAT; // [J/(m³·K)]
const DRY = 4.4e5; // [J/(m³·K)]
const WATER = 750; // [kg/m³]
const LATENT = WATER * LATENT_HEAT; // [J/m³]
const END = 60; // [s]
const DEPTH = 16e-3; // [m]; 6 √(αt) of wet tissue

interface Band {
  readonly from: number;
  readonly to: number;
}
const MIDDLE = (BOILING_BAND.from + BOILING_BAND.to) / 2;
const bandAbout = (width: number): Band => ({ from: MIDDLE - width / 2, to: MIDDLE + width / 2 });

/** Where a falling function passes through 0. */
function zeroOf(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let n = 0; n < 100; n++) {
    const middle = (low + high) / 2;
    if (f(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}

/** −√π dT/dη in dry tissue at its border η, where it has a temperature, and in wet tissue. */
function slopes(eta: number, T: number): { dry: number; wet: number } {
  const slope = (rise: number, capacity: number, part: (x: number) => number): number => {
    const root = Math.sqrt(K / capacity);
    return (rise * Math.exp(-((eta / root) ** 2))) / (root * part(eta / root));
  };
  return { dry: slope(WALL - T, DRY, (x) => 1 - erfc(x)), wet: slope(T - START, WET, erfc) };
}

/** η of Neumann's front. */
function neumannFront(): number {
  return zeroOf(
    (eta) => {
      const { dry, wet } = slopes(eta, MIDDLE);
      return (K * (dry - wet)) / Math.sqrt(Math.PI) - LATENT * eta;
    },
    1e-8,
    1e-3,
  );
}

/** η down to which the same vapour would reach, sharply divided, that a band leaves behind. */
function bandFront({ from, to }: Band): number {
  const root = Math.sqrt(K / (WET + LATENT / (to - from)));
  const slope = (eta: number, gap: number): number =>
    ((to - from) * Math.exp(-((eta / root) ** 2))) / (root * gap);
  // The fall of erfc over the band follows from the flux that enters it, and its other front from that.
  const gapAt = (eta: number): number => slope(eta, slopes(eta, to).dry);
  const otherFront = (eta: number): number => {
    const there = erfc(eta / root) - gapAt(eta);
    return there > 0 ? zeroOf((x) => erfc(x / root) - there, eta, eta + 10 * root) : NaN;
  };
  const front = zeroOf(
    (eta) => {
      const other = otherFront(eta);
      return Number.isNaN(other) ? -1 : slope(other, gapAt(eta)) - slopes(other, from).wet;
    },
    1e-8,
    1e-3,
  );
  const other = otherFront(front);
  const integral = (x: number): number => x * erfc(x) - Math.exp(-(x ** 2)) / Math.sqrt(Math.PI); // of erfc
  const vapour =
    root * (integral(other / root) - integral(front / root)) - (other - front) * erfc(other / root);
  return front + vapour / (erfc(front / root) - erfc(other / root));
}

interface Stefan {
  /** [m] */
  readonly front: number;
  /** Farthest that a front has gone back in a step [m]. */
  readonly farthestBack: number;
  /** Largest rise of temperature away from the wall [K]. */
  readonly largestRise: number;
  readonly residual: number;
}

/** A column of cells below the hot wall, advanced by the steps of a run in which water boils. */
function solve(band: Band, spacing: number, tick: number): Stefan {
  const depth = gradedEdges(DEPTH, spacing, 1.02 ** (spacing / 0.1e-3));
  const zEdges = Float64Array.from(depth, (x) => -x).toReversed();
  const grid = gridOf(uniformEdges(0, 1e-3, 1), zEdges, 1e-3);
  const balance = balanceOf(grid, { conductivity: K, heatPerVolume: WET, density: DENSITY });
  const geometry = faceGeometry(grid);
  geometry.outerR.fill(Infinity);
  geometry.outerZ[0] = Infinity; // only the top is open
  const conductances = conductancesOf(grid, geometry, balance.conductivity);
  const layout = layoutOf(grid, []);
  const law = boilingHeat(tissueLaw(WET_HEAT), LATENT / DENSITY, DRY / DENSITY, band);
  const specificHeat = cellLaw([law], layout);
  const inverseRootCapacity = balance.capacity.map((C) => 1 / Math.sqrt(C));
  const own = { ...balance, capacity: balance.capacity.slice() };
  const step = makeHeatStep(grid, own, conductances, START, WALL);
  const changing = makeChangingMedium({
    grid,
    geometry,
    balance: own,
    conductances,
    step,
    thermalConductivity: cellLaw([tissueLaw(K)], layout),
    specificHeat,
    startTemperature: START,
    reference: START,
  });
  const room = (value: number): Float64Array => new Float64Array(grid.size).fill(value);
  const heat = noHeat();
  const state = {
    v: room(0),
    g: room(0),
    heat,
    time: 0,
    temperatureBefore: room(START),
    temperatureTime: 0,
    peakTemperature: room(START),
    driven: { impedance: 1 },
  } as unknown as RunState;
  const scratch = { T: room(START), sigma: room(0), heat: room(0) };
  const model = { grid, layout, balance, specificHeat, inverseRootCapacity } as DrivenModel;
  const medium = { step, changing } as unknown as HeatedMedium;
  const checked = {
    arterialTemperature: START,
    returnPathResistance: 0,
    tissue: { waterContent: WATER },
    regions: [] as CheckedProblem['regions'],
  } as CheckedProblem;
  /** All the vapour, above a sharp front. */
  const frontIn = (T: Float64Array): number =>
    T.reduce((sum, x, j) => sum + vapourFraction(x, band) * (zEdges[j + 1]! - zEdges[j]!), 0);

  let [T, front, farthestBack] = [room(START), 0, 0];
  step.setTimeStep(tick);
  const count = Math.round(END / tick);
  for (let n = 0; n < count; n++) {
    carryOn(model, state, START, state.time + tick / 2, scratch.T, changing.enthalpy);
    const drive = { squaredVoltage: 0, limit: null };
    const how = {
      heating: null,
      drive,
      relief: undefined,
      length: tick,
      longestStep: tick / 2,
      ahead: tick / 2,
    };
    advanceBoiling(model, medium, state, scratch, how, checked);
    state.time += tick;
    T = state.v.map((x, c) => START + x * inverseRootCapacity[c]!);
    farthestBack = Math.max(farthestBack, front - frontIn(T));
    front = frontIn(T);
  }
  const stored = storedHeat(grid, balance, specificHeat, T, START).tissue;
  return {
    front,
    farthestBack,
    largestRise: T.reduce((most, x, j) => Math.max(most, x - (T[j + 1] ?? Infinity)), 0),
    residual: auditEnergy(heat, stored, 0).residual,
  };
}

describe('Stefan problem', () => {
  const sharp = 2 * neumannFront() * Math.sqrt(END);

  test('Neumann’s front is the limit of a narrow band, whose own error goes with its width', () => {
    const errors = [2, 0.5, 0.125].map(
      (width) => (2 * bandFront(bandAbout(width)) * Math.sqrt(END)) / sharp - 1,
    );
    expect(errors[0]).toBeGreaterThan(0.0035);
    expect(errors[0]).toBeLessThan(0.0045);
    claim(
      {
        id: 'boiling/neumann',
        kind: 'exact solutions',
        claim: 'Boiling between two temperatures tends to Neumann’s front as they meet',
        definition:
          'Two-phase Stefan problem, w L η = jump of −k dT/dη, against three media whose middle one boils; both solved in the file',
        source: DERIVED,
        grids: 'bands of 2, 0.5 and 0.125 °C',
        unit: '%',
      },
      { kind: 'order', errors, expected: 1, accepted: [0.99, 1.01], ratio: 4, below: 1e-3 },
    );
  });

  const exact = 2 * bandFront(BOILING_BAND) * Math.sqrt(END);
  const runs = [1, 2, 4].map((fine) => solve(BOILING_BAND, 0.1e-3 / fine, 0.4 / fine));

  test('the band of the library: the front converges at first order, and is within 0.5 % of Neumann’s', () => {
    const errors = runs.map(({ front }) => Math.abs(front / exact - 1));
    const shown = errors.join(' ');
    expect(Math.abs(runs[2]!.front / sharp - 1)).toBeLessThan(5e-3);
    // The coarsest cells are wider than the 0.07 mm in which water boils.
    for (const order of observedOrders(errors)) expect(order, shown).toBeGreaterThan(0.8);
    claim(
      {
        id: 'boiling/front',
        kind: 'exact solutions',
        claim: 'Front of boiling water in a half-space whose surface jumps to 150 °C, after 60 s',
        definition:
          'Two-phase Stefan problem with a band in which water boils; multiples of erf(η/√α), matched in the file',
        source: DERIVED,
        grids: '0.1, 0.05 and 0.025 mm, steps as fine',
        unit: '%',
      },
      { kind: 'order', errors, expected: 1, accepted: [1.1], isWhole: true, below: 1.5e-3 },
    );
  });

  test('a band a quarter as wide brings the front closer to Neumann’s', () => {
    const narrow = solve(bandAbout(0.5), 0.025e-3, 0.1);
    expect(runs[2]!.front / sharp - 1).toBeGreaterThan(2e-3);
    expect(Math.abs(narrow.front / sharp - 1)).toBeLessThan(1e-3);
  });

  test('whatever the step: heat is in balance, no vapour condenses, and nothing is hotter than what is nearer the wall', () => {
    const all = [...runs, solve(BOILING_BAND, 0.025e-3, 4), solve(BOILING_BAND, 0.01e-3, 4)];
    claim(
      {
        id: 'boiling/heat',
        kind: 'conservation',
        claim: 'Heat is in balance while water boils, whatever the step',
        definition: 'Delivered less stored, the latent heat included, relative to the largest term',
        source: 'the definition',
        grids: 'cells of 0.01 to 0.1 mm, steps of 0.1 to 4 s',
        unit: '%',
      },
      { kind: 'round-off', errors: all.map(({ residual }) => residual), below: 1e-10 },
    );
    for (const run of all) {
      expect(run.farthestBack).toBeLessThan(1e-9);
      expect(run.largestRise).toBeLessThan(1e-6);
      expect(Math.abs(run.front / exact - 1)).toBeLessThan(0.02);
    }
  });
});

test('the specific heat integrates to the enthalpy across both ends of the band', () => {
  const table = { kind: 'table', temperature: [20, 60, 99.5], value: [3300, 3700, 4100] } as const;
  for (const liquid of [tissueLaw(3421), tissueLaw(table)]) {
    const law = boilingHeat(liquid, LATENT / DENSITY, DRY / DENSITY);
    const ends = [30, 60, BOILING_BAND.from, 99.5, BOILING_BAND.to, 140];
    let sum = 0;
    ends.slice(1).forEach((to, k) => {
      const from = ends[k]!;
      sum += law.at((from + to) / 2) * (to - from); // exact on straight pieces
      expect(Math.abs(law.integral(30, to) / sum - 1)).toBeLessThan(1e-12);
      expect(Math.abs(law.integral(to, 30) / sum + 1)).toBeLessThan(1e-12);
    });
    const whole = law.integral(BOILING_BAND.from, BOILING_BAND.to);
    const wet = liquid.integral(BOILING_BAND.from, BOILING_BAND.to);
    expect((whole - wet) / (LATENT / DENSITY)).toBeCloseTo(1, 12);
  }
});

describe('4 W at a 22 G needle for a minute', () => {
  const run = (rollOff?: number, resolution: Resolution | 'draft' = 'draft'): LesionRun =>
    simulate(
      {
        electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
        tissue: { ...tissues.muscle, waterContent: WATER },
        heating: { kind: 'power', power: 4, duration: 60, ...(rollOff === undefined ? {} : { rollOff }) },
        coolDown: 0,
      },
      { resolution },
    );
  const [plain, stubborn] = [run(), run(1000)];
  const lastOn = ({ history }: typeof plain): number => history.voltage!.findLastIndex((V) => V > 0);

  test('rolls off at more than twice the lowest impedance, and says when', () => {
    const { outcome, history } = plain;
    expect(outcome).toMatchObject({ kind: 'limited', reason: 'roll-off' });
    const since = outcome.kind === 'limited' ? outcome.time : NaN;
    const last = lastOn(plain);
    expect(since).toBeGreaterThan(history.time[last - 1]!);
    expect(since).toBeLessThanOrEqual(history.time[last]!);
    expect(since).toBeLessThan(30);
    expect(history.impedance![last]! / Math.min(...history.impedance!.slice(1, last))).toBeGreaterThan(2);
    expect(history.power[last - 1]).toBeCloseTo(4, 9);
  });

  test('water has boiled: some tissue is beyond the band, which takes the latent heat of all its water', () => {
    const { grid, exposure, energyAudit } = plain;
    const { data: peak } = exposure.final.peakTemperature;
    const dry = peak.reduce(
      (sum, T, c) => (grid.isTissue[c] === 1 && T > BOILING_BAND.to ? sum + grid.volume[c]! : sum),
      0,
    );
    expect(dry).toBeGreaterThan(0);
    expect(dry * LATENT).toBeLessThan(energyAudit.delivered);
    for (const T of [BOILING_BAND.to, 101, 150]) expect(vapourFraction(T)).toBe(1);
    for (const { energyAudit: audit } of [plain, stubborn])
      expect(Math.abs(audit.residual)).toBeLessThan(1e-9);
  });

  test('fine cells and long steps make the same of it', () => {
    const fine = run(undefined, { spacing: 0.025e-3, growthRatio: 1.3, timeStep: 1 });
    const timeOf = ({ outcome }: LesionRun): number => (outcome.kind === 'limited' ? outcome.time : NaN);
    expect(fine.outcome).toMatchObject({ kind: 'limited', reason: 'roll-off' });
    expect(Math.abs(timeOf(fine) / timeOf(plain) - 1)).toBeLessThan(0.25); // where it boils first is at the tip's sharp edges
    expect(Math.max(...fine.exposure.final.peakTemperature.data)).toBeLessThan(150);
    expect(Math.abs(fine.energyAudit.residual)).toBeLessThan(1e-9);
  });

  test('goes on for longer where it may', () => {
    const [short, long] = [plain, stubborn].map((one) => one.history.time[lastOn(one)]!);
    expect(long).toBeGreaterThan(short! + 1);
    expect(stubborn.history.energy.at(-1)).toBeGreaterThan(plain.history.energy.at(-1)!);
  });
});
