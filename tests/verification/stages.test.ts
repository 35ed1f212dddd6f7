// Schedules: stages one after the other, pauses, and a needle that is moved along its axis.
import { describe, expect, test } from 'vitest';
import {
  cannula,
  estimateLesion,
  lesionContour,
  type LesionRun,
  type LesionSize,
  measureLesion,
  type Problem,
  type RunState,
  simulate,
  simulateSteps,
  type SingleHeating,
  type Stage,
  tissues,
} from '../../src/index.js';
import { createGridFamily } from '../../src/grid/axisymmetric.js';
import { checkProblem, checkResolution } from '../../src/problem/check.js';
import { buildDrivenModels } from '../../src/run-model.js';
import { moveNeedle } from '../../src/run-move.js';
import { claim } from '../support/claims.js';

const draft = { resolution: 'draft' } as const;
/** Where bits are compared, and no sizes. */
const coarse = { resolution: { spacing: 0.18e-3, growthRatio: 1.5, timeStep: 1 } } as const;
const CRITERION = { kind: 'peak-temperature', threshold: 50 } as const;

const plain = (heating: Problem['heating'], rest: Partial<Problem> = {}): Problem => ({
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating,
  coolDown: 5,
  ...rest,
});
const schedule = (stages: readonly Stage[], rest: Partial<Problem> = {}): Problem =>
  plain({ kind: 'schedule', stages }, rest);

const controlled = (target: number, duration: number, more: Partial<Stage> = {}): Stage =>
  ({ kind: 'temperature', target, duration, ramp: 5, ...more }) as Stage;
const held = (target: number, duration: number): Stage => ({
  kind: 'tip-temperature',
  target,
  duration,
  ramp: 5,
});
const pause = (duration: number, shift?: number): Stage => ({
  kind: 'off',
  duration,
  ...(shift === undefined ? {} : { shift }),
});

const sizeOf = (run: LesionRun): LesionSize<number> => measureLesion(run, CRITERION);

/** All that a run answers with, but for the problem as it was given. */
function answerOf({ status, time, outcome, steps, temperature, exposure, history, energyAudit }: LesionRun) {
  return { status, time, outcome, steps, temperature, exposure, history, energyAudit };
}

const kinds: [SingleHeating['kind'], SingleHeating][] = [
  ['temperature', { kind: 'temperature', target: 75, duration: 20, ramp: 5 }],
  ['tip-temperature', { kind: 'tip-temperature', target: 75, duration: 20, ramp: 5 }],
  ['power', { kind: 'power', power: 1, duration: 20, maxSensorTemperature: 70 }],
  ['voltage', { kind: 'voltage', voltage: 12, duration: 20 }],
  ['pulsed', { kind: 'pulsed', duration: 20 }],
];
test.each(kinds)('a schedule of one stage is the plain run, to the last bit: %s', (_, heating) => {
  const [alone, staged] = [simulate(plain(heating), draft), simulate(schedule([heating]), draft)];
  expect(answerOf(staged)).toEqual(answerOf(alone));
  expect(staged.stages).toEqual(alone.stages);
});

test.each([
  ['RF current', controlled],
  ['a held tip', held],
])('two stages of half a minute are one of a minute, within the error bar: %s', (_, stage) => {
  const two = estimateLesion(schedule([stage(75, 30), { ...stage(75, 30), ramp: 0 } as Stage]), draft);
  const one = estimateLesion(plain(stage(75, 60) as SingleHeating), draft);
  for (const size of ['width', 'length'] as const) {
    const off = Math.abs(two[size].value - one[size].value);
    claim(
      {
        id: 'stages/halves',
        kind: 'time',
        claim: 'Two stages of half a minute are one of a minute; difference as a part of the bar',
        definition: 'Width and length, RF current and a held tip',
        source: 'this package, one stage',
        grids: 'the preset of `draft`',
        unit: '',
      },
      {
        kind: 'worst',
        errors: [off / Math.min(two[size].numericalError!, one[size].numericalError!)],
        below: 1,
      },
    );
  }
});

const pauses: [string, Problem][] = [
  ['RF current', schedule([controlled(70, 15), pause(10), controlled(75, 15), pause(5)])],
  ['a held tip', schedule([held(70, 15), pause(10), held(75, 15), pause(5)])],
];
test.each(pauses)('no heat is delivered in a pause, and the balance closes: %s', (_, problem) => {
  const run = simulate(problem, draft);
  for (const { kind, history } of run.stages) {
    const delivered = history.energy.at(-1)! - history.energy[0]!;
    if (kind === 'off') expect(delivered).toBe(0);
    else expect(delivered).toBeGreaterThan(1);
    if (kind === 'off') expect(Math.max(...history.power.slice(1))).toBe(0);
  }
  expect(Math.abs(run.energyAudit.residual)).toBeLessThan(1e-12);
});

const wet = { ...tissues.muscle, waterContent: 750 };
const resumable: [string, Problem][] = [
  ['pauses', schedule([controlled(70, 10), pause(5), controlled(75, 10)])],
  ['a shift', schedule([controlled(75, 10), pause(4, 2e-3), controlled(75, 10, { shift: 2e-3 })])],
  [
    'a needle that is withdrawn at the end',
    schedule([controlled(75, 10), controlled(75, 10, { shift: 3e-3 })], { needleAfterwards: 'withdrawn' }),
  ],
  [
    'boiling',
    schedule(
      [{ kind: 'power', power: 5, duration: 10 }, pause(4), { kind: 'power', power: 5, duration: 5 }],
      {
        tissue: wet,
      },
    ),
  ],
  [
    'pulses',
    schedule([{ kind: 'pulsed', duration: 10 }, pause(2), { kind: 'voltage', voltage: 10, duration: 5 }]),
  ],
  ['a held tip', schedule([held(70, 10), pause(5), held(80, 10)])],
];
test.each(resumable)('a run saved in any stage and resumed ends with the same bits: %s', (_, problem) => {
  const states: RunState[] = [];
  const steps = simulateSteps(problem, coarse);
  const { stages } = checkProblem(problem);
  const ends = [...stages, { start: stages.at(-1)!.end, end: stages.at(-1)!.end + 5 }];
  // Within the first ticks of each stage, in its middle, and where it ends.
  const wanted = ends
    .flatMap(({ start, end }) => [start + 1e-9, (start + end) / 2, end])
    .slice(0, -1) // after the last step there is nothing to go on with
    .toSorted((a, b) => a - b);
  let next = steps.next();
  for (; next.done !== true; next = steps.next()) {
    if (next.value.time < (wanted[states.length] ?? Infinity)) continue;
    states.push(structuredClone(next.value.state));
  }
  const whole = answerOf(next.value);
  expect(states.length).toBe(3 * ends.length - 1);
  for (const resumeFrom of states) {
    expect(answerOf(simulate(problem, { ...coarse, resumeFrom })), `${resumeFrom.time} s`).toEqual(whole);
  }
  if (problem.tissue === wet) {
    expect(Math.max(...whole.exposure.final.peakTemperature.data)).toBeGreaterThan(101);
  }
});

test('power that has stopped for one stage comes back in the next', () => {
  const strong: Stage = { kind: 'power', power: 5, duration: 20 };
  const weak: Stage = { kind: 'power', power: 0.5, duration: 10 };
  const { stages, outcome } = simulate(schedule([strong, pause(30), weak], { tissue: wet }), draft);
  expect(stages.map((stage) => stage.outcome.kind)).toEqual(['limited', 'completed', 'completed']);
  expect(outcome).toEqual(stages[0]!.outcome);
  expect(stages[0]!.history.power.at(-1)).toBe(0);
  for (const power of stages[2]!.history.power.slice(1)) expect(power).toBeCloseTo(0.5, 9);
});

test('a stage has a lowest impedance of its own: cold tissue after hot is no roll-off', () => {
  const hot: Stage = { kind: 'power', power: 1.5, duration: 20 };
  const cold: Stage = { kind: 'power', power: 0.1, duration: 5, rollOff: 1.2 };
  const { stages } = simulate(schedule([hot, pause(60), cold]), draft);
  const [lowest, first] = [stages[0]!, stages[2]!].map(({ history }) =>
    Math.min(...history.impedance!.slice(1)),
  );
  expect(first! / lowest!).toBeGreaterThan(1.25);
  for (const { outcome } of stages) expect(outcome).toEqual({ kind: 'completed' });
  expect(stages[2]!.history.power.at(-1)).toBeCloseTo(0.1, 9);
});

describe('a needle that is moved', () => {
  const [UP, DOWN] = [3e-3, -3e-3];
  const moved = (shift: number, rest = 0, second = 75): Problem =>
    schedule([controlled(75, 20), ...(rest > 0 ? [pause(rest)] : []), controlled(second, 20, { shift })]);

  test.each([UP, DOWN])('leaves the tissue about it as it is: by %d m', (shift) => {
    const problem = moved(shift);
    const steps = simulateSteps(problem, draft);
    let next = steps.next();
    while (next.done !== true && next.value.state.stages.length === 0) next = steps.next();
    if (next.done === true) throw new Error('The run has ended in its first stage.');
    const state = structuredClone(next.value.state);
    const checked = checkProblem(problem);
    const [from, to] = buildDrivenModels(checked, checkResolution('draft', checked)) as [
      ReturnType<typeof buildDrivenModels>[number],
      ReturnType<typeof buildDrivenModels>[number],
    ];
    const temperatures = ({ inverseRootCapacity: s }: typeof from) => state.v.map((x, c) => 37 + x * s[c]!);
    const before = temperatures(from);
    moveNeedle(from, to, state, 37, 37);
    const after = temperatures(to);
    const isKept = after.map((_, c) => (from.grid.isTissue[c] === 1 && to.grid.isTissue[c] === 1 ? 1 : 0));
    expect(isKept.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0.8 * to.grid.size);
    // The cells that change hands included: metal arrives as warm as the tissue was, and the other way round.
    const farthest = after.reduce((most, T, c) => Math.max(most, Math.abs(T - before[c]!)), 0);
    expect(farthest).toBeLessThan(1e-12); // round-off of v = √C (T − T_a)
    expect(Math.max(...after)).toBeGreaterThan(70);
    expect(Math.abs(state.heat.moved)).toBeGreaterThan(1e-3);
  });

  test.each([UP, DOWN])(
    'the balance closes with the heat that changed places, and the lesion is no smaller: by %d m',
    (shift) => {
      const run = simulate(moved(shift), draft);
      const { moved: changedPlaces, residual } = run.energyAudit;
      expect(Math.abs(changedPlaces)).toBeGreaterThan(1e-3);
      claim(
        {
          id: 'stages/moved',
          kind: 'conservation',
          claim: 'Heat is in balance when the needle is moved and changes places with tissue',
          definition: 'Delivered, and what changed places, less all that becomes of it',
          source: 'the definition',
          grids: 'the preset of `draft`',
          unit: '%',
        },
        { kind: 'round-off', errors: [residual], below: 1e-12 },
      );
      const [whole, alone] = [
        sizeOf(run),
        sizeOf(simulate(plain(controlled(75, 20) as SingleHeating), draft)),
      ];
      expect(whole.width).toBeGreaterThan(alone.width);
      expect(whole.volume).toBeGreaterThan(1.2 * alone.volume);
      expect(whole.length).toBeGreaterThan(alone.length + 0.9 * Math.abs(shift));
      // Withdrawn, it leaves the first lesion's lower end as it was; advanced, it makes one of its own, in warm tissue.
      const lowest = shift > 0 ? alone.distalReach + shift : alone.distalReach;
      expect(Math.abs(whole.distalReach - lowest)).toBeLessThan(shift > 0 ? 0.01e-3 : 0.1e-3);
    },
  );

  test('upwards or downwards makes the same lesion, where the first one has cooled down', () => {
    const [up, down] = [8e-3, -8e-3].map((shift) => sizeOf(simulate(moved(shift, 120), draft))) as [
      LesionSize<number>,
      LesionSize<number>,
    ];
    for (const size of ['width', 'length', 'volume'] as const) {
      expect(Math.abs(up[size] / down[size] - 1), size).toBeLessThan(0.02);
    }
    expect(Math.abs(up.distalReach - down.distalReach - 8e-3)).toBeLessThan(0.05e-3);
  });

  test('there and back: it stands where it stood', () => {
    const { stages, grid } = simulate(
      schedule([controlled(75, 10), pause(2, UP), controlled(75, 10, { shift: -UP })]),
      draft,
    );
    expect(stages.map(({ position }) => position)).toEqual([0, UP, 0]);
    expect(grid).toEqual(stages[0]!.grid);
    expect(stages[1]!.grid).not.toEqual(grid);
  });

  test('far away it makes two lesions, each as long as one, whose volumes add up', () => {
    const rest = 120;
    const far = simulate(moved(25e-3, rest), draft);
    const one = simulate(plain(controlled(75, 20) as SingleHeating), draft);
    const lengths = (run: LesionRun): number[] =>
      lesionContour(run, CRITERION).map(({ z }) => Math.max(...z) - Math.min(...z));
    const [alone] = lengths(one) as [number];
    expect(lengths(far)).toHaveLength(2);
    for (const length of lengths(far)) expect(Math.abs(length / alone - 1)).toBeLessThan(0.01);
    expect(Math.abs(sizeOf(far).volume / sizeOf(one).volume / 2 - 1)).toBeLessThan(0.03);
    expect(Math.abs(sizeOf(far).length / (25e-3 + alone) - 1)).toBeLessThan(0.005);
  });

  test.each(['flat', 'hemisphere'] as const)('the same cells serve for every place: %s', (end) => {
    const domain = { radius: 10e-3, below: 12e-3, above: 20e-3 };
    const options = {
      profile: { end, radius: 0.36e-3, sleeve: { from: 5e-3, thickness: 0.05e-3 } },
      tipLength: 5e-3,
      domain,
      spacing: 0.15e-3,
      growthRatio: 1.3,
      closestNode: 0.05,
    };
    const positions = [0, 3e-3, -4e-3];
    const grids = createGridFamily(options, positions);
    const whole = Math.PI * domain.radius ** 2 * (domain.below + domain.above);
    const total = (values: Float64Array): number => values.reduce((sum, V) => sum + V, 0);
    grids.forEach((grid, k) => {
      expect(grid.rEdges).toEqual(grids[0]!.rEdges);
      grid.zEdges.forEach((z, j) => {
        expect(Math.abs(z + positions[k]! - grids[0]!.zEdges[j]!)).toBeLessThan(1e-9); // one height, as the grid has it
      });
      expect(Math.abs((total(grid.volume) + total(grid.needleVolume)) / whole - 1)).toBeLessThan(1e-9);
    });
    // Higher up, less of the needle is inside.
    const per = Math.PI * (0.36e-3 + 0.05e-3) ** 2;
    const [here, up, down] = grids.map((grid) => total(grid.needleVolume)) as [number, number, number];
    expect((here - up) / (3e-3 * per)).toBeCloseTo(1, 6);
    expect((down - here) / (4e-3 * per)).toBeCloseTo(1, 6);
  });
});

test.each([
  ['RF current', controlled],
  ['a held tip', held],
])(
  '60, 65 and 70 °C for a minute each, with pauses: every stage is completed, and the lesion grows: %s',
  (_, stage) => {
    const { stages, outcome, energyAudit } = estimateLesion(
      schedule([60, 65, 70].flatMap((target, k) => [...(k > 0 ? [pause(30)] : []), stage(target, 60)])),
      { ...draft, errorBar: false },
    );
    expect(outcome).toEqual({ kind: 'completed' });
    for (const one of stages) expect(one.outcome).toEqual({ kind: 'completed' });
    expect(stages.map(({ kind }) => kind === 'off')).toEqual([false, true, false, true, false]);
    const hot = stages.filter(({ kind }) => kind !== 'off');
    hot.forEach(({ history }, k) => {
      expect(history.sensorTemperature.at(-1)).toBeCloseTo(60 + 5 * k, 6);
    });
    const sizes = hot.map(({ size }) => size);
    for (const size of ['width', 'length', 'volume'] as const) {
      const values = sizes.map((one) => one[size].value);
      expect(values[1]! / values[0]!).toBeGreaterThan(1.05);
      expect(values[2]! / values[1]!).toBeGreaterThan(1.05);
    }
    expect(Math.abs(energyAudit.residual)).toBeLessThan(1e-11);
  },
);
