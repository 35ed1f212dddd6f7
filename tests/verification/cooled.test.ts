// A long tube, cooled inside, in tissue that is heated as by RF current about a cylinder, Q = q a²/r². In the steady state
//   tissue: T = T_a + (F/k) ln(r/a) − (q a²/2k) ln²(r/a),   metal: T = T_b + (F/k_m) ln(r/b),   film: F = h b (T_b − T_c)
// where 2πF is what each metre of tube takes up; tissue is hottest at r = a exp(F/(q a²)).
import { describe, expect, test } from 'vitest';
import {
  cannula,
  cooledProbe,
  type Electrode,
  estimateLesion,
  materials,
  type Problem,
  tissues,
} from '../../src/index.js';
import { fittedEdges } from '../../src/grid/grading.js';
import { conductancesOf, faceGeometry, withoutWalls } from '../../src/numerics/face-conductance.js';
import { coolantLinks, solidCells } from '../../src/physics/coolant.js';
import { auditEnergy, noHeat, storedHeat } from '../../src/physics/heat-audit.js';
import { makeHeatStep } from '../../src/physics/heat-step.js';
import { tissueLaw } from '../../src/physics/tissue-law.js';
import { NUSSELT } from '../../src/presets/electrodes.js';
import type { InternalCooling } from '../../src/problem/types.js';
import { gridOf, uniformEdges } from '../support/bench-grids.js';
import { claim, DERIVED } from '../support/claims.js';
import { balanceOf, startingSteps } from '../support/heat-run.js';

const [BORE, RADIUS, FAR] = [0.42e-3, 0.635e-3, 4.135e-3]; // [m]
const [K, METAL] = [0.49, 16.2]; // [W/(m·K)]
const [BODY, COOLANT] = [37, 15]; // [°C]
const SOURCE = 4e7; // q [W/m³]
const LENGTH = 1e-3; // of the slice [m]
const END = 300; // thirty time constants of the slice [s]

interface Exact {
  /** Taken up by the coolant [W/(m·rad)]. */
  readonly flow: number;
  readonly hottest: number;
  readonly at: (r: number) => number;
}

function exactly({ coefficient = Infinity }: InternalCooling): Exact {
  const reach = Math.log(FAR / RADIUS);
  const heat = SOURCE * RADIUS ** 2;
  const film = 1 / (coefficient * BORE);
  const wall = Math.log(RADIUS / BORE) / METAL;
  const flow = (BODY - COOLANT + (heat * reach ** 2) / (2 * K)) / (film + wall + reach / K);
  const at = (r: number): number => {
    if (r < RADIUS) return COOLANT + flow * (film + Math.log(r / BORE) / METAL);
    const x = Math.log(r / RADIUS);
    return COOLANT + flow * (film + wall + x / K) - (heat * x ** 2) / (2 * K);
  };
  return { flow, at, hottest: RADIUS * Math.exp(flow / heat) };
}

interface Steady {
  readonly r: Float64Array;
  readonly T: Float64Array;
  readonly hottest: number;
  /** Coolant's and boundary's part of the heat at the end [W]. */
  readonly coolant: number;
  readonly boundary: number;
  readonly residual: number;
}

/** One row of cells about the bore, left to itself until it is steady. */
function solve(cooling: InternalCooling, fine: number): Steady {
  // Away from the metal's surface on either side, as in a run.
  const away = (length: number): number[] =>
    fittedEdges(length, 0.08e-3 / fine, 1.1 ** (1 / fine), 2).slice(1);
  const inwards = [0, ...away(RADIUS - BORE)].map((x) => RADIUS - x).toReversed();
  const rEdges = Float64Array.from([0, ...inwards, ...away(FAR - RADIUS).map((x) => RADIUS + x)]);
  const plain = gridOf(rEdges, uniformEdges(LENGTH, 2 * LENGTH, 1), RADIUS);
  const grid = { ...plain, profile: { ...plain.profile, bore: { from: 0, radius: BORE } } };
  const solid = solidCells(grid);
  const geometry = withoutWalls(faceGeometry(grid, solid));
  geometry.outerZ.fill(Infinity);
  const conductivity = Float64Array.from(grid.isTissue, (tissue) => (tissue === 1 ? K : METAL));
  const balance = balanceOf(grid, { conductivity, heatPerVolume: 1090 * 3421 });
  grid.isTissue.forEach((tissue, c) => {
    const ring = Math.PI * (rEdges[c + 1]! ** 2 - rEdges[c]! ** 2) * LENGTH;
    if (tissue === 0) balance.capacity[c] = 8000 * 500 * ring;
  });
  const conductances = conductancesOf(grid, geometry, conductivity);
  const links = coolantLinks(grid, solid, conductivity, cooling);
  const step = makeHeatStep(grid, balance, conductances, BODY, BODY, links);
  const power = Float64Array.from(grid.isTissue, (tissue, c) =>
    tissue === 1 ? 2 * Math.PI * LENGTH * SOURCE * RADIUS ** 2 * Math.log(rEdges[c + 1]! / rEdges[c]!) : 0,
  );
  const heat = noHeat();
  const state = { v: new Float64Array(grid.size), g: new Float64Array(grid.size), heat };
  let last = { dt: 1, coolant: 0, boundary: 0 };
  startingSteps(END, 1e-3, 0.05).forEach(({ dt, count }, k) => {
    step.setTimeStep(dt);
    step.setPower(power, 1);
    if (k === 0) step.restart(state, BODY);
    else {
      step.changeTimeStep(state, last.dt, dt);
      step.setPower(power, 1);
    }
    for (let n = 0; n < count; n++) {
      last = { dt, coolant: heat.coolant, boundary: heat.boundary };
      step.advance(state, BODY, BODY, BODY);
    }
  });
  const T = state.v.map((x, c) => BODY + x / Math.sqrt(balance.capacity[c]!));
  const { tissue, needle } = storedHeat(grid, balance, tissueLaw(3421), T, BODY);
  return {
    r: grid.r,
    T,
    hottest: hottestIn(grid.r, T),
    coolant: (heat.coolant - last.coolant) / last.dt,
    boundary: (heat.boundary - last.boundary) / last.dt,
    residual: auditEnergy(heat, tissue, needle).residual,
  };
}

/** Top of the parabola in ln r through the hottest cell and its neighbours. */
function hottestIn(r: Float64Array, T: Float64Array): number {
  const c = T.indexOf(Math.max(...T));
  const [x0, x1, x2] = [...r.subarray(c - 1, c + 2)].map(Math.log) as [number, number, number];
  const [y0, y1, y2] = [...T.subarray(c - 1, c + 2)] as [number, number, number];
  const [a, b] = [(y1 - y0) / (x1 - x0), (y2 - y1) / (x2 - x1)];
  return Math.exp((x0 + x1) / 2 - (a * (x2 - x0)) / (2 * (b - a)));
}

describe.each<[string, InternalCooling]>([
  ['a film on the wall of the bore', { temperature: COOLANT, coefficient: 2600 }],
  ['a wall as cold as the coolant', { temperature: COOLANT }],
])('%s', (_, cooling) => {
  const exact = exactly(cooling);
  const runs = [1, 2, 4].map((fine) => solve(cooling, fine));

  test('steady temperature: second order in the spacing', () => {
    const errors = runs.map(({ r, T }) =>
      Math.max(...[...T.keys()].slice(1).map((c) => Math.abs(T[c]! - exact.at(r[c]!)))),
    );
    claim(
      {
        id: 'cooled/steady',
        kind: 'exact solutions',
        claim:
          'Tissue about a cooled tube, a film on its bore or its wall as cold as the coolant (Robin and Dirichlet), steady',
        definition: 'T = T_a + (F/k) ln(r/a) − (q a²/2k) ln²(r/a), metal and film in series',
        source: DERIVED,
        grids: '0.08, 0.04 and 0.02 mm',
        unit: '°C',
      },
      { kind: 'order', errors, expected: 2, accepted: [1.9, 2.1], below: 0.005 },
    );
  });

  test('the hottest place is off the metal, as far as it should be: second order', () => {
    const errors = runs.map(({ hottest }) => Math.abs(hottest - exact.hottest) / (exact.hottest - RADIUS));
    expect(exact.hottest - RADIUS).toBeGreaterThan(0.5e-3);
    claim(
      {
        id: 'cooled/hottest',
        kind: 'exact solutions',
        claim: 'Where tissue about a cooled tube is hottest, as a part of its distance from the metal',
        definition: 'r = a exp(F/(q a²))',
        source: DERIVED,
        grids: '0.08, 0.04 and 0.02 mm',
        unit: '%',
      },
      { kind: 'order', errors, expected: 2, accepted: [1.9], below: 1e-4 },
    );
  });

  test('heat is in balance, and its parts are the exact ones', () => {
    const made = SOURCE * RADIUS ** 2 * Math.log(FAR / RADIUS); // [W/(m·rad)]
    for (const { residual, coolant, boundary } of runs) {
      const [taken, lost] = [coolant, boundary].map((P) => P / (2 * Math.PI * LENGTH));
      claim(
        {
          id: 'cooled/heat',
          kind: 'conservation',
          claim: 'Heat is in balance with a coolant in the needle',
          definition: 'Delivered less stored, boundary and coolant, relative to the largest term',
          source: 'the definition',
          unit: '%',
        },
        { kind: 'round-off', errors: [residual], below: 1e-12 },
      );
      expect(Math.abs((taken! + lost!) / made - 1)).toBeLessThan(1e-8); // steady by now
    }
    expect(Math.abs(runs[2]!.coolant / (2 * Math.PI * LENGTH * exact.flow) - 1)).toBeLessThan(3e-5);
  });
});

test('Nusselt number: half the square of the first eigenvalue of (x f′)′ + λ² x (1 − x²) f = 0, f(1) = 0', () => {
  const STEPS = 2000;
  /** f at the wall, by Runge and Kutta from its series f = 1 − λ²x²/4 on the axis. */
  const atWall = (squared: number): number => {
    const dx = (1 - 1e-3) / STEPS;
    let x = 1e-3;
    let [f, flow] = [1 - (squared * x ** 2) / 4, (-squared * x ** 2) / 2]; // flow = x f′
    const slope = (at: number, [value, g]: readonly [number, number]): [number, number] => [
      g / at,
      -squared * at * (1 - at ** 2) * value,
    ];
    for (let n = 0; n < STEPS; n++) {
      const k1 = slope(x, [f, flow]);
      const k2 = slope(x + dx / 2, [f + (dx / 2) * k1[0], flow + (dx / 2) * k1[1]]);
      const k3 = slope(x + dx / 2, [f + (dx / 2) * k2[0], flow + (dx / 2) * k2[1]]);
      const k4 = slope(x + dx, [f + dx * k3[0], flow + dx * k3[1]]);
      f += (dx / 6) * (k1[0] + 2 * k2[0] + 2 * k3[0] + k4[0]);
      flow += (dx / 6) * (k1[1] + 2 * k2[1] + 2 * k3[1] + k4[1]);
      x += dx;
    }
    return f;
  };
  let [low, high] = [4, 12]; // f at the wall turns negative in between
  for (let n = 0; n < 50; n++) {
    const middle = (low + high) / 2;
    if (atWall(middle) > 0) low = middle;
    else high = middle;
  }
  claim(
    {
      id: 'cooled/nusselt',
      kind: 'exact solutions',
      claim: 'Nusselt number of the coolant’s laminar flow, as the preset has it in four digits',
      definition:
        'Half the square of the first eigenvalue of (x f′)′ + λ² x (1 − x²) f = 0, f(1) = 0, by Runge and Kutta',
      source: DERIVED,
      unit: '',
    },
    { kind: 'value', exact: low / 2, ours: NUSSELT, below: 5e-4 },
  );
});

describe('a cooled 18 G probe at 60 °C for 150 s', () => {
  const electrode = cooledProbe({ gauge: 18, tipLength: 4e-3 });
  const estimate = (one: Electrode): ReturnType<typeof estimateLesion> => {
    const heating: Problem['heating'] = { kind: 'temperature', target: 60, duration: 150 };
    const problem = { electrode: one, tissue: tissues.muscle, heating };
    return estimateLesion(problem, { resolution: 'draft', errorBar: false });
  };
  const cooled = estimate(electrode);
  const plain = estimate({
    ...cannula({ gauge: 18, tipLength: 4e-3 }),
    body: { kind: 'solid', material: materials.stainless304 },
    sensor: electrode.sensor,
  });

  test('makes a much wider lesion than the same needle without cooling', () => {
    expect(cooled.width.value / plain.width.value).toBeGreaterThan(1.5);
    expect(plain.width.value).toBeGreaterThan(3e-3);
  });

  test('is hottest off the metal, and hotter than its thermocouple, which is on target', () => {
    const { distance, temperature } = cooled.hottest;
    expect(distance.value).toBeGreaterThan(0.3e-3);
    expect(temperature.value).toBeGreaterThan(70);
    expect(plain.hottest.distance.value).toBeLessThan(0.15e-3); // in the first cell
    expect(cooled.outcome).toEqual({ kind: 'completed' });
    for (const { history } of cooled.stages) expect(history.sensorTemperature.at(-1)).toBeCloseTo(60, 6);
  });

  test('gives heat to the coolant, and the balance closes', () => {
    const { coolant, delivered, residual } = cooled.energyAudit;
    expect(coolant).toBeGreaterThan(0.5 * delivered);
    expect(Math.abs(residual)).toBeLessThan(1e-11);
    expect(plain.energyAudit.coolant).toBe(0);
  });
});
