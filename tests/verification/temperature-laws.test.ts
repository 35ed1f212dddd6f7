// Properties that change with temperature. Where k and c follow the same law f, Kirchhoff's u = ∫ f dT obeys the linear
// equation: in a cylinder −L < z < 0, r < R with walls at T₀
//   f = 1 + b (T − T₀),  u = (T − T₀) + b (T − T₀)²/2 = B e^(−λt) J₀(j r/R) sin(πz/L),  λ = α((j/R)² + (π/L)²)
import { describe, expect, test } from 'vitest';
import { measureLesion, type Problem, type RunState, simulate, simulateSteps } from '../../src/index.js';
import { conductancesOf, faceGeometry } from '../../src/numerics/face-conductance.js';
import { tissueLaw } from '../../src/physics/tissue-law.js';
import { gridOf, uniformEdges } from '../support/bench-grids.js';
import { claim, DERIVED } from '../support/claims.js';
import { coupledFeProblem } from '../support/coupled-problem.js';
import { balanceOf, runChangingHeat } from '../support/heat-run.js';
import { feProblem } from '../support/problems.js';
import { besselJ0, J0_ZERO } from '../support/special-functions.js';

const [R, L] = [4e-3, 6e-3];
const [K, DENSITY, HEAT] = [0.5, 1000, 3700];
const DECAY = (K / (DENSITY * HEAT)) * ((J0_ZERO / R) ** 2 + (Math.PI / L) ** 2);
const [T0, B, SLOPE] = [37, 60, 0.02]; // f from 1 to 1.8

const law = (value: number) => ({ kind: 'linear', value, coefficient: SLOPE, reference: T0 }) as const;

/** Temperature where ∫ f dT is u. */
const temperatureOf = (u: number): number => T0 + (Math.sqrt(1 + 2 * SLOPE * u) - 1) / SLOPE;

function solve(cells: number, time: number, count: number): { T: Float64Array; exact: Float64Array } {
  const grid = gridOf(uniformEdges(0, R, cells), uniformEdges(-L, 0, cells), R);
  const phi = Float64Array.from({ length: grid.size }, (_, c) => {
    const j = Math.floor(c / grid.nr);
    return besselJ0((J0_ZERO * grid.r[c - j * grid.nr]!) / R) * Math.sin((-Math.PI * grid.z[j]!) / L);
  });
  const balance = balanceOf(grid, { conductivity: K, heatPerVolume: DENSITY * HEAT, density: DENSITY });
  const geometry = faceGeometry(grid);
  const T = runChangingHeat({
    grid,
    geometry,
    balance,
    conductances: conductancesOf(grid, geometry, balance.conductivity),
    thermalConductivity: tissueLaw(law(K)),
    specificHeat: tissueLaw(law(HEAT)),
    start: phi.map((x) => temperatureOf(B * x)),
    reference: T0,
    boundary: T0,
    surface: T0,
    steps: [{ dt: time / count, count }],
  });
  return { T, exact: phi.map((x) => temperatureOf(B * Math.exp(-DECAY * time) * x)) };
}

const distance = (a: Float64Array, b: Float64Array): number =>
  a.reduce((worst, x, c) => Math.max(worst, Math.abs(x - b[c]!)), 0);

const KIRCHHOFF = {
  definition: 'Kirchhoff’s u = ∫ f dT decays like a mode J₀(j r/R) sin(πz/L); f rises by 80 %',
  source: DERIVED,
  unit: '°C',
};

test('Kirchhoff: second order in space', () => {
  const errors = [12, 24, 48, 96].map((cells) => {
    const { T, exact } = solve(cells, 10, 400);
    return distance(T, exact);
  });
  claim(
    {
      ...KIRCHHOFF,
      id: 'temperature-laws/space',
      kind: 'exact solutions',
      claim: 'k and c that rise by one law with temperature: order in space',
      grids: '12², 24², 48² and 96² cells, 400 steps',
    },
    { kind: 'order', errors, expected: 2, accepted: [1.85], from: 1, below: 0.05 },
  );
});

test('Kirchhoff: second order in time', () => {
  const fine = solve(16, 20, 5120).T;
  const errors = [20, 40, 80, 160].map((count) => distance(solve(16, 20, count).T, fine));
  claim(
    {
      ...KIRCHHOFF,
      id: 'temperature-laws/time',
      kind: 'time',
      claim: 'k and c that rise by one law with temperature: order in time',
      grids: '16² cells, 20 to 160 steps against 5120',
    },
    { kind: 'order', errors, expected: 2, accepted: [1.8, 2.2], from: 1, below: 1e-4 },
  );
});

const rising = (value: number, coefficient: number) =>
  ({ kind: 'linear', value, coefficient, reference: 37 }) as const;

const problems: [string, Problem][] = [
  ['held tip', { ...feProblem, heating: { ...feProblem.heating, duration: 20, ramp: 5 }, coolDown: 5 }],
  [
    'RF current',
    { ...coupledFeProblem, heating: { ...coupledFeProblem.heating, duration: 20, ramp: 5 }, coolDown: 5 },
  ],
];

describe.each(problems)('%s', (_, plain) => {
  const withLaws = (k: number, c: number): Problem => ({
    ...plain,
    tissue: {
      ...plain.tissue,
      thermalConductivity: rising(0.49, k),
      specificHeat: rising(3421, c),
    },
  });
  const width = (problem: Problem): number =>
    measureLesion(simulate(problem, { resolution: 'draft' }), { kind: 'peak-temperature', threshold: 50 })
      .width;

  test('a law without a slope is the number, to the last bit', () => {
    const [law, number] = [withLaws(0, 0), plain].map((problem) =>
      simulate(problem, { resolution: 'draft' }),
    );
    expect(law!.temperature).toEqual(number!.temperature);
    expect(law!.energyAudit).toEqual(number!.energyAudit);
  });

  test('a slope too small to matter makes the same lesion, though every step is assembled anew', () => {
    expect(width(withLaws(1e-12, 1e-12)) / width(plain)).toBeCloseTo(1, 6);
  });

  test('a table of the same line makes the same lesion', () => {
    const T = [-50, 37, 60, 200];
    const line = (value: number, slope: number) =>
      ({ kind: 'table', temperature: T, value: T.map((t) => value * (1 + slope * (t - 37))) }) as const;
    const table: Problem = {
      ...plain,
      tissue: { ...plain.tissue, thermalConductivity: line(0.49, 0.003), specificHeat: line(3421, 0.001) },
    };
    expect(width(table) / width(withLaws(0.003, 0.001))).toBeCloseTo(1, 10);
  });

  test('tissue that conducts better when hot makes a wider lesion, one that takes up more heat a narrower one', () => {
    expect(width(withLaws(0.003, 0)) / width(plain)).toBeGreaterThan(1.01);
    expect(width(withLaws(0, 0.003)) / width(plain)).toBeLessThan(0.999);
  });

  test('heat is in balance: to round-off with k(T), to 1e-10 with c(T), to 1e-6 across its kinks after a jump', () => {
    const residualOf = (problem: Problem, timeStep: number): number => {
      const resolution = { spacing: 0.15e-3, growthRatio: 1.3, timeStep };
      return Math.abs(simulate(problem, { resolution }).energyAudit.residual);
    };
    claim(
      {
        id: 'temperature-laws/heat',
        kind: 'conservation',
        claim: 'Heat is in balance where k changes with temperature',
        definition: 'Delivered less all that becomes of it, relative to the largest term',
        source: 'the definition',
        grids: '0.15 mm',
        unit: '%',
      },
      { kind: 'round-off', errors: [residualOf(withLaws(0.003, 0), 1)], below: 1e-11 },
    );
    expect(residualOf(withLaws(0.003, 0.003), 1)).toBeLessThan(1e-10);
    const kinked = { kind: 'table', temperature: [20, 45, 60, 95], value: [3400, 4200, 3000, 3900] } as const;
    const jump: Problem = {
      ...plain,
      tissue: { ...plain.tissue, specificHeat: kinked },
      heating: { ...plain.heating, ramp: 0 } as Problem['heating'],
    };
    expect(residualOf(jump, 1)).toBeLessThan(1e-6);
  });

  test('a run saved on the way and resumed ends with the same bits', () => {
    const problem = withLaws(0.003, 0.001);
    const whole = simulate(problem, { resolution: 'draft' });
    const steps = simulateSteps(problem, { resolution: 'draft' });
    let saved: RunState | undefined;
    for (let n = 0; n < 9; n++) {
      const next = steps.next();
      if (next.done !== true) saved = structuredClone(next.value.state);
    }
    const resumed = simulate(problem, { resolution: 'draft', resumeFrom: saved! });
    expect(resumed.temperature).toEqual(whole.temperature);
    expect(resumed.energyAudit).toEqual(whole.energyAudit);
  });
});
