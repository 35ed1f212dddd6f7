// How long it takes to know the width of a lesion to a true error: ours with and without an error bar, and finite elements.
import { estimateLesion, type LesionEstimate, type Problem, type Resolution } from 'rf-lesion';
import { costOf, median, takeTurns, timed } from '../measure.js';
import {
  COUPLED_TASK,
  OTHER_COUPLED_TASK,
  OTHER_TASK,
  TASK,
  TRUE_COUPLED_WIDTH,
  TRUE_WIDTH,
} from '../tasks.js';
import { type FeTask, hasFreeFem, HELD_TIP, RF_TIP, solveWithFreeFem } from './freefem.js';

const ROUNDS = 9;

/** Of ours in a round. */
const CALLS = 4;

/** Coarse to fine; the last three are the named resolutions. */
const OURS: readonly Resolution[] = [
  { spacing: 0.4e-3, growthRatio: 1.5, timeStep: 4 },
  { spacing: 0.3e-3, growthRatio: 1.4, timeStep: 2 },
  { spacing: 0.2e-3, growthRatio: 1.3, timeStep: 2 },
  { spacing: 0.15e-3, growthRatio: 1.25, timeStep: 1 },
  { spacing: 0.1e-3, growthRatio: 1.2, timeStep: 0.5 },
  { spacing: 0.05e-3, growthRatio: 1.1, timeStep: 0.25 },
];

/** Who solves. */
export const METHODS = {
  bare: 'rf-lesion',
  barred: 'rf-lesion with its error bar',
  fe: 'FreeFem++, P2',
} as const;
export type Method = keyof typeof METHODS;

/** One choice of one contender. */
export interface Point {
  readonly by: Method;
  readonly choice: string;
  /** How coarse it is in each of its ways: a choice is as fine as another if none of these is larger. */
  readonly coarseness: readonly number[];
  /** Cells or degrees of freedom. */
  readonly size: number;
  /** Relative, of the width. */
  readonly error: number;
  /** Relative; null where no bar was asked for. */
  readonly bar: number | null;
  /** CPU time, median over the rounds [ms]. */
  readonly time: number;
}

/** All choices for one task. */
export interface Curve {
  readonly task: string;
  readonly points: readonly Point[];
}

/** A choice, and what it does each time. */
interface Contender extends Pick<Point, 'by' | 'choice' | 'coarseness'> {
  readonly solve: () => {
    readonly width: number;
    readonly bar: number | null;
    readonly size: number;
    readonly time: number;
  };
}

/** While other programs have the machine for seconds, the engine throws compiled code away: calls until it is back, or this long [ms]. */
const WARM_UP = { calls: 6, time: 300 } as const;

function warmUp(answer: () => void): void {
  let spent = 0;
  for (let k = 0; k < WARM_UP.calls && spent < WARM_UP.time; k++) spent += timed(answer).time;
}

function ours(problem: Problem, resolution: Resolution, errorBar: boolean): Contender {
  const { spacing, growthRatio, timeStep } = resolution;
  return {
    by: errorBar ? 'barred' : 'bare',
    choice: `${1e3 * spacing} mm, ${growthRatio}, ${timeStep} s`,
    coarseness: [spacing, growthRatio, timeStep],
    solve: () => {
      const answer = (): LesionEstimate => estimateLesion(problem, { resolution, errorBar, criteria: [] });
      warmUp(answer);
      const { time, result } = timed(() => Array.from({ length: CALLS }, answer));
      const { width, run } = result[0]!;
      return { width: width.value, bar: width.numericalError, size: run.grid.size, time: time / CALLS };
    },
  };
}

function theirs(task: FeTask): Contender[] {
  if (!hasFreeFem()) return [];
  return task.choices.map((choice) => {
    const { fine, dt, every } = choice;
    return {
      by: 'fe',
      choice: `mesh ${fine}, ${dt} s${every === undefined ? '' : `, field every ${every * dt} s`}`,
      coarseness: [1 / fine, dt, dt * (every ?? 1)],
      solve: () => ({ bar: null, ...solveWithFreeFem(task, choice) }),
    };
  });
}

function measureCurve(task: string, problem: Problem, other: Problem, trueWidth: number, fe: FeTask): Curve {
  const own = OURS.flatMap((resolution) =>
    [false, true].map((errorBar) => ours(problem, resolution, errorBar)),
  );
  estimateLesion(other);
  own.forEach(({ solve }) => costOf({ calls: 1, run: solve }));
  const all = [...own, ...theirs(fe)];
  const names = all.map((_, k) => String(k));
  const costs = all.map(
    ({ solve }) =>
      () =>
        solve().time,
  );
  const times = takeTurns(Object.fromEntries(names.map((name, k) => [name, costs[k]!])), ROUNDS);
  const points = all.map(({ by, choice, coarseness, solve }, k): Point => {
    const { width, size, bar } = solve();
    return {
      by,
      choice,
      coarseness,
      size,
      bar: bar === null ? null : bar / trueWidth,
      error: Math.abs(width / trueWidth - 1),
      time: median(times[k]!),
    };
  });
  return { task, points };
}

export type Curves = Readonly<Record<'held' | 'rf', Curve>>;

/** Both tasks, the contenders taking turns. */
export function measureCurves(): Curves {
  return {
    held: measureCurve('held tip', TASK, OTHER_TASK, TRUE_WIDTH, HELD_TIP),
    rf: measureCurve('RF current', COUPLED_TASK, OTHER_COUPLED_TASK, TRUE_COUPLED_WIDTH, RF_TIP),
  };
}

/** Whether a choice is at least as fine as another in every way. */
function isAsFine(one: Point, other: Point): boolean {
  return one.coarseness.every((coarse, k) => coarse <= other.coarseness[k]! * (1 + 1e-9));
}

/**
 * The cheapest choice by which a contender knows the width to an error; null if there is none.
 *
 * @param isSure - Choices count only if all that are as fine as they err no more: one that is right by chance does not.
 */
export function cheapestTo(error: number, by: Method, { points }: Curve, isSure: boolean): Point | null {
  const own = points.filter((point) => point.by === by);
  const enough = own.filter((point) =>
    isSure ? own.every((other) => other.error <= error || !isAsFine(other, point)) : point.error <= error,
  );
  return enough.reduce<Point | null>(
    (best, one) => (best === null || one.time < best.time ? one : best),
    null,
  );
}
