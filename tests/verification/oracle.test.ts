// The run against another way through time on the very same cells: an L-stable method of third order, all cells solved for at once.
// It takes the assembled equation, the set curve or the voltage and the moments of the control ticks from the run, and nothing else:
// where the sensor is on a set curve, the oracle finds a voltage of its own, in a field that it solves anew in every stage of every
// one of its steps. What is compared is the time integration: splitting, step rule, restarts, ticks and their frozen field.
import { describe, expect, test } from 'vitest';
import { cannula, type Problem, type Stage, tissues } from '../../src/index.js';
import { factorBanded } from '../support/banded-solver.js';
import type { Statement } from '../support/claim-record.js';
import { claim, DERIVED } from '../support/claims.js';
import { followRun, type OracleRun, type Recorded, recordRun } from '../support/oracle.js';
import { energiesOf, sizesOf, worstPeak, worstTemperatures } from '../support/oracle-comparison.js';
import { makeOracleStep } from '../support/oracle-step.js';
import { feProblem } from '../support/problems.js';

/** Steps of the oracle in each of the run's. */
const REFINE = 2;

/** What halving the oracle's steps may change: nothing, for what is asked below [K], [part of the width]. */
const ORACLE = { temperature: 5e-3, size: 1e-5 };

/** What the run keeps to in every cell, metal included: within a second of an event, and at all other times [K]. */
const CELLS = { near: 0.1, later: 0.05 };

/** What is asked of the highest temperatures, from which sizes are measured [K]. */
const PEAK = 0.05;

/** What is asked of the width of a peak isotherm; of other sizes, which depend on more of the field. */
const WIDTH = 1e-4;
const OTHER_SIZES = 2e-4;

/** Of the electrical energy, which sees the field that is frozen within a tick. */
const ENERGY = 3e-4;

const steady = { perfusionResponse: { kind: 'constant' } } as const;

const held: Problem = {
  ...feProblem,
  tissue: { ...feProblem.tissue, perfusionRate: 0.01, ...steady },
};
const heating = (one: Problem['heating'], rest: Partial<Problem> = {}): Problem => ({
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: { ...tissues.muscle, ...steady },
  heating: one,
  coolDown: 20,
  ...rest,
});
const withPause = (stages: readonly [Stage, Stage]): Problem['heating'] => ({
  kind: 'schedule',
  stages: [stages[0], { kind: 'off', duration: 10 }, stages[1]],
});

interface Case {
  readonly problem: Problem;
  /** Of the peak isotherm that is measured [°C]. */
  readonly threshold: number;
}

const cases: Readonly<Record<string, Case>> = {
  'a held tip with a ramp, perfused': { problem: held, threshold: 50 },
  'a held tip that jumps': {
    problem: { ...held, heating: { kind: 'tip-temperature', target: 80, ramp: 0, duration: 60 } },
    threshold: 50,
  },
  'a held tip with a pause': {
    problem: {
      ...held,
      heating: withPause([
        { kind: 'tip-temperature', target: 75, ramp: 5, duration: 20 },
        { kind: 'tip-temperature', target: 80, ramp: 5, duration: 20 },
      ]),
    },
    threshold: 50,
  },
  'RF current, controlled at the sensor': {
    problem: heating({ kind: 'temperature', target: 80, ramp: 10, duration: 60 }),
    threshold: 50,
  },
  'RF current with a pause': {
    problem: heating(
      withPause([
        { kind: 'temperature', target: 75, ramp: 5, duration: 20 },
        { kind: 'temperature', target: 80, ramp: 5, duration: 20 },
      ]),
    ),
    threshold: 50,
  },
  'RF current of constant voltage': {
    problem: heating({ kind: 'voltage', voltage: 14, duration: 30 }),
    threshold: 50,
  },
  'RF current of constant power': {
    problem: heating({ kind: 'power', power: 1.5, duration: 30 }, { returnPathResistance: 20 }),
    threshold: 50,
  },
  'pulses by their mean': {
    problem: heating({ kind: 'pulsed', voltage: 50, maxSensorTemperature: 95, duration: 60 }),
    threshold: 50,
  },
};

const ORACLE_METHOD = 'Alexander 1977, doi:10.1137/0714068';
const GRIDS = 'those of the runs at standard resolution';
const against = (id: string, said: string, definition: string, unit: '°C' | '%'): Statement => ({
  id: `oracle/${id}`,
  kind: 'time',
  claim: said,
  definition,
  source: ORACLE_METHOD,
  grids: GRIDS,
  unit,
});
const CLAIMS = {
  near: against(
    'cells-near',
    'Every cell is where an L-stable method has it, within a second of a jump.',
    'Worst difference of all cells, metal included, after all steps up to 1 s after an event.',
    '°C',
  ),
  later: against(
    'cells-later',
    'Every cell is where an L-stable method has it, more than a second after a jump.',
    'Worst difference of all cells, metal included, after all other steps.',
    '°C',
  ),
  peak: against(
    'peaks',
    'The highest temperature of every cell is that of an L-stable method.',
    'Worst difference of all cells in all stretches of time.',
    '°C',
  ),
  width: against(
    'width',
    'The width of a peak isotherm is that of an L-stable method.',
    'Relative difference of the widths measured from both on the same cells.',
    '%',
  ),
  sizes: against(
    'other-sizes',
    'Length and volume within a peak isotherm are those of an L-stable method.',
    'Relative differences, measured from both on the same cells.',
    '%',
  ),
  energy: against(
    'energy',
    'The electrical energy is that of a field solved anew in every stage of an L-stable method.',
    'Relative difference of ∫ V²/Z dt, Z being that of the temperatures at each moment.',
    '%',
  ),
  method: {
    id: 'oracle/method',
    kind: 'time',
    claim: 'The oracle itself is of third order.',
    definition: 'C du/dt = −G u + G cos t − C sin t, of which u = cos t is the solution, after 2 s.',
    source: DERIVED,
    unit: '°C',
  },
} as const satisfies Record<string, Statement>;

const done = new Map<string, { readonly recorded: Recorded; readonly oracle: OracleRun }>();
function runOf(name: string): { readonly recorded: Recorded; readonly oracle: OracleRun } {
  const known = done.get(name);
  if (known) return known;
  const recorded = recordRun(cases[name]!.problem);
  const both = { recorded, oracle: followRun(recorded, REFINE) };
  done.set(name, both);
  return both;
}

describe('the oracle by itself', () => {
  test('the direct solve leaves nothing but round-off', () => {
    const [nr, nz] = [5, 7];
    const along = (gap: (c: number) => boolean): Float64Array =>
      Float64Array.from({ length: nr * nz }, (_, c) => (gap(c) ? 0 : 1 + Math.sin(3 * c) ** 2));
    const [alongR, alongZ] = [along((c) => c % nr === nr - 1), along((c) => c >= nr * (nz - 1))];
    const flow = (u: Float64Array): Float64Array =>
      u.map((x, c) => {
        let sum = 0.1 * x + alongR[c]! * (x - (u[c + 1] ?? 0)) + alongZ[c]! * (x - (u[c + nr] ?? 0));
        if (c > 0) sum += alongR[c - 1]! * (x - u[c - 1]!);
        if (c >= nr) sum += alongZ[c - nr]! * (x - u[c - nr]!);
        return sum;
      });
    const exact = alongR.map((_, c) => Math.cos(c));
    const diagonal = alongR.map((_, c) => {
      const unit = new Float64Array(nr * nz);
      unit[c] = 1;
      return flow(unit)[c]!;
    });
    const x = flow(exact);
    factorBanded({ nr, diagonal, alongR, alongZ })(x);
    for (let c = 0; c < x.length; c++) expect(Math.abs(x[c]! - exact[c]!)).toBeLessThan(1e-13);
  });

  /** One cell with C du/dt = −G u + f(t). */
  const one = (G: number): ReturnType<typeof makeOracleStep> =>
    makeOracleStep(
      {
        nr: 1,
        capacity: Float64Array.of(2),
        alongR: new Float64Array(1),
        alongZ: new Float64Array(1),
        loss: Float64Array.of(G),
      },
      1,
    );

  test('third order, in a cell whose heat comes and goes', () => {
    // C du/dt = −G u + (G cos t − C sin t), u(0) = 1: u = cos t
    const G = 3;
    const errors = [8, 16, 32, 64].map((count) => {
      const [step, u, h] = [one(G), Float64Array.of(1), 2 / count];
      for (let n = 0; n < count; n++)
        step(u, h, (time, _, out) => {
          const t = n * h + time;
          out[0] = G * Math.cos(t) - 2 * Math.sin(t);
        });
      return Math.abs(u[0]! - Math.cos(2));
    });
    claim(CLAIMS.method, { kind: 'order', errors, from: 1, expected: 3, accepted: [2.9, 3.1], below: 1e-5 });
  });

  test('a jump in a stiff cell is over after one step', () => {
    const u = Float64Array.of(1);
    one(1e9)(u, 1, (_time, _u, out) => out.fill(0));
    expect(Math.abs(u[0]!)).toBeLessThan(1e-8);
  });

  test.each(['a held tip that jumps', 'RF current of constant power'])(
    'half the steps change nothing: %s',
    (name) => {
      const { recorded, oracle } = runOf(name);
      const finer = followRun(recorded, 2 * REFINE);
      const own = worstTemperatures({ ...recorded, temperatures: finer.temperatures }, oracle);
      for (const { off, where } of Object.values(own)) expect(off, where).toBeLessThan(ORACLE.temperature);
      const [a, b] = [finer, oracle].map(
        (way) => sizesOf(recorded, way, cases[name]!.threshold).oracle.width,
      );
      expect(Math.abs(a! / b! - 1)).toBeLessThan(ORACLE.size);
    },
  );
});

describe.each(Object.keys(cases))('%s', (name) => {
  const { threshold } = cases[name]!;

  test('every cell, after every step', () => {
    const { recorded, oracle } = runOf(name);
    const { near, later } = worstTemperatures(recorded, oracle);
    expect(near.off, near.where).toBeLessThan(CELLS.near);
    expect(later.off, later.where).toBeLessThan(CELLS.later);
    claim(CLAIMS.near, { kind: 'worst', errors: [near.off], below: CELLS.near });
    claim(CLAIMS.later, { kind: 'worst', errors: [later.off], below: CELLS.later });
  });

  test('the highest temperatures, and the sizes measured from them', () => {
    const { recorded, oracle } = runOf(name);
    const { off, where } = worstPeak(recorded, oracle);
    expect(off, where).toBeLessThan(PEAK);
    claim(CLAIMS.peak, { kind: 'worst', errors: [off], below: PEAK });
    const sizes = sizesOf(recorded, oracle, threshold);
    expect(sizes.ours.width).toBeGreaterThan(2e-3);
    const apart = (size: 'width' | 'length' | 'volume'): number =>
      Math.abs(sizes.ours[size] / sizes.oracle[size] - 1);
    claim(CLAIMS.width, { kind: 'worst', errors: [apart('width')], below: WIDTH });
    const others = [apart('length'), apart('volume')];
    claim(CLAIMS.sizes, { kind: 'worst', errors: others, below: OTHER_SIZES });
  });

  if (name.startsWith('a held tip')) return;

  test('the electrical energy', () => {
    const { recorded, oracle } = runOf(name);
    const { ours, oracle: theirs } = energiesOf(recorded, oracle);
    claim(CLAIMS.energy, { kind: 'worst', errors: [Math.abs(ours / theirs - 1)], below: ENERGY });
  });
});
