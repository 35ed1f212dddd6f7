// Flow of blood that changes with what heat does to tissue, against constant flow and against sums made apart.
import { layoutOf } from '../../src/grid/layout.js';
import { describe, expect, test } from 'vitest';
import {
  cannula,
  type LesionRun,
  measureLesion,
  type PerfusionResponse,
  type Problem,
  simulate,
  simulateSteps,
  type TemperatureLaw,
  tissues,
} from '../../src/index.js';
import { createAxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import { bioheatBalance } from '../../src/physics/bioheat.js';
import { makePerfusionResponse } from '../../src/physics/perfusion.js';
import { checkProblem, checkResolution } from '../../src/problem/check.js';
import { buildDrivenModels, buildHeldModel } from '../../src/run-model.js';
import { claim, DERIVED } from '../support/claims.js';

const draft = { resolution: 'draft' } as const;
const RATE = 0.02; // ml of blood in a ml of tissue and second: that of a liver
const BLOOD = 1050 * 3617; // [J/(m³·K)]

const heatings = {
  rf: { kind: 'temperature', target: 80, duration: 60, ramp: 10 },
  held: { kind: 'tip-temperature', target: 80, duration: 60, ramp: 10 },
} as const;
const problemWith = (
  heating: keyof typeof heatings,
  response: PerfusionResponse | undefined,
  perfusionRate = RATE,
): Problem => ({
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: {
    ...tissues.muscle,
    metabolicHeat: 0,
    perfusionRate,
    ...(response ? { perfusionResponse: response } : {}),
  },
  heating: heatings[heating],
  coolDown: 20,
});
const run = (...args: Parameters<typeof problemWith>): LesionRun => simulate(problemWith(...args), draft);
const constant: PerfusionResponse = { kind: 'constant' };
const stops: PerfusionResponse = { kind: 'stops-when-coagulated' };
const flat = (value: number): TemperatureLaw => ({ kind: 'table', temperature: [37], value: [value] });
const width = (one: LesionRun): number =>
  measureLesion(one, { kind: 'peak-temperature', threshold: 50 }).width;

describe.each(['rf', 'held'] as const)('%s', (heating) => {
  test('flow that stops where tissue is coagulated widens the lesion, less than none at all, and heat is in balance', () => {
    const [steady, stopping, none] = [run(heating, constant), run(heating, stops), run(heating, constant, 0)];
    expect(width(stopping) / width(steady)).toBeGreaterThan(1.02);
    expect(width(stopping) / width(steady)).toBeLessThan(1.06);
    expect(width(none) / width(stopping)).toBeGreaterThan(1.02);
    for (const { energyAudit } of [steady, stopping]) {
      expect(energyAudit.perfusion).toBeGreaterThan(1);
      expect(Math.abs(energyAudit.residual)).toBeLessThan(1e-11);
    }
    expect(stopping.energyAudit.perfusion).toBeLessThan(steady.energyAudit.perfusion);
  });

  test('it is what a tissue does that says nothing', () => {
    expect(run(heating, undefined).temperature.data).toEqual(run(heating, stops).temperature.data);
  });

  test('flow that follows temperature by a factor of 1 is constant, and by 0 is none, to the last bit', () => {
    const follows = (value: number): PerfusionResponse => ({
      kind: 'follows-temperature',
      factor: flat(value),
    });
    const [one, zero] = [run(heating, follows(1)), run(heating, follows(0))];
    const [steady, none] = [run(heating, constant), run(heating, constant, 0)];
    expect(one.temperature.data).toEqual(steady.temperature.data);
    expect(one.energyAudit).toEqual(steady.energyAudit);
    expect(zero.temperature.data).toEqual(none.temperature.data);
    expect(zero.energyAudit.perfusion).toBe(0);
  });

  test('a factor that rises with temperature makes it narrower, and heat is in balance', () => {
    const rising: TemperatureLaw = { kind: 'linear', value: 1, coefficient: 0.025, reference: 37, cap: 77 };
    const [steady, following] = [
      run(heating, constant),
      run(heating, { kind: 'follows-temperature', factor: rising }),
    ];
    expect(width(following) / width(steady)).toBeLessThan(0.98);
    expect(Math.abs(following.energyAudit.residual)).toBeLessThan(1e-11);
  });
});

/** Heat that flows into blood, ω ρ c Σ V (T − T_a) of the cells still perfused, summed over a run's own steps [J]. */
function carriedBy(
  heating: keyof typeof heatings,
  response: PerfusionResponse,
): { readonly sum: number; readonly audit: number; readonly closed: number } {
  const problem = problemWith(heating, response);
  const checked = checkProblem(problem);
  const resolution = checkResolution('draft', checked);
  const model = checked.isHeld
    ? buildHeldModel(checked, resolution)
    : buildDrivenModels(checked, resolution)[0]!;
  const { grid, inverseRootCapacity: s } = model;
  const steps = simulateSteps(problem, { ...draft, criteria: [] });
  let [sum, before, time] = [0, 0, 0];
  let next = steps.next();
  let closed = 0;
  for (; next.done !== true; next = steps.next()) {
    const { state } = next.value;
    if (state.time === time) continue;
    const counted = state.damage.states[0]; // that of the response is the only one
    const omega = counted?.kind === 'sum' ? counted.sum : new Float64Array(grid.size);
    let flow = 0;
    closed = 0;
    for (let c = 0; c < grid.size; c++) {
      if (omega[c]! >= 1) closed += grid.volume[c]!;
      else flow += RATE * BLOOD * grid.volume[c]! * (state.v[c]! * s[c]!);
    }
    sum += ((before + flow) / 2) * (state.time - time);
    [before, time] = [flow, state.time];
  }
  return { sum, audit: next.value.energyAudit.perfusion, closed };
}

/** The rate at the ends of steps stands for that at their middles; cells close between two counts of their damage. */
const SUMMED = 5e-3;

test.each(['rf', 'held'] as const)(
  'the heat carried by blood is that of the cells not coagulated: %s',
  (heating) => {
    const [all, open] = [carriedBy(heating, constant), carriedBy(heating, stops)];
    claim(
      {
        id: 'perfusion/carried',
        kind: 'conservation',
        claim: 'Heat carried away by blood is that of the cells not coagulated',
        definition: 'Σ ω ρ c V (T − T_a) over a run’s own steps, by trapezoids, against the audit',
        source: DERIVED,
        grids: 'the preset of `draft`',
        unit: '%',
      },
      { kind: 'worst', errors: [all, open].map(({ sum, audit }) => audit / sum - 1), below: SUMMED },
    );
    expect(all.closed).toBe(0);
    expect(open.closed).toBeGreaterThan(10e-9); // [m³]
    expect(all.audit / open.audit).toBeGreaterThan(1.1);
  },
);

test('with RF current the flow that stops is put back as a source: the same as a matrix made anew', () => {
  const hardly: TemperatureLaw = { kind: 'linear', value: 1, coefficient: 1e-9, reference: 37 };
  const [bySource, byMatrix] = [run('rf', stops), run('rf', { ...stops, factor: hardly })];
  // A source is that of the middle of a tick, a matrix follows the temperature within it.
  expect(Math.abs(width(bySource) / width(byMatrix) - 1)).toBeLessThan(1e-4);
  expect(Math.abs(bySource.energyAudit.perfusion / byMatrix.energyAudit.perfusion - 1)).toBeLessThan(1e-4);
});

test('the flow of each cell: ω₀ times the factor, and none from Ω = 1 on', () => {
  const factor = { kind: 'linear', value: 1, coefficient: 0.02, reference: 37, cap: 57 } as const;
  const problem = checkProblem(problemWith('held', { kind: 'stops-when-coagulated', factor }));
  const grid = createAxisymmetricGrid({
    profile: { end: 'flat', radius: 0.36e-3 },
    tipLength: 2e-3,
    domain: { radius: 4e-3, below: 4e-3, above: 6e-3 },
    spacing: 0.18e-3,
    growthRatio: 1.5,
  });
  const balance = bioheatBalance(grid, problem);
  const stated = balance.perfusion.slice();
  const response = makePerfusionResponse(problem, balance, grid, layoutOf(grid, []));
  const T = Float64Array.from({ length: grid.size }, (_, c) => 37 + (c % 40));
  const omega = Float64Array.from({ length: grid.size }, (_, c) => [0, 1e-2, 1e2][c % 3]!); // far from 1
  expect(response.update(T, omega)).toBe(true);
  balance.perfusion.forEach((G, c) => {
    const wanted = c % 3 === 2 ? 0 : stated[c]! * (1 + 0.02 * Math.min(c % 40, 20));
    expect(Math.abs(G - wanted)).toBeLessThanOrEqual(1e-14 * wanted);
  });
  expect(response.update(T, omega)).toBe(false);
});
