// How long it takes to know the width of the held tip's lesion to a true error: ours with and without an error bar, and finite elements.
import { estimateLesion, type Resolution } from 'rf-lesion';
import { median } from '../measure.js';
import { TASK, TRUE_WIDTH } from '../tasks.js';
import { FE_CHOICES, hasFreeFem, solveWithFreeFem } from './freefem.js';

const ROUNDS = 9;

/** Coarse to fine; the last is `fine`. */
const OURS: readonly Resolution[] = [
  { spacing: 0.3e-3, growthRatio: 1.4, timeStep: 2 },
  { spacing: 0.2e-3, growthRatio: 1.3, timeStep: 2 },
  { spacing: 0.15e-3, growthRatio: 1.25, timeStep: 1 },
  { spacing: 0.1e-3, growthRatio: 1.2, timeStep: 0.5 },
  { spacing: 0.05e-3, growthRatio: 1.1, timeStep: 0.25 },
];

/** One point of a curve. */
export interface Point {
  readonly by: string;
  readonly choice: string;
  /** Cells or degrees of freedom. */
  readonly size: number;
  /** Relative, of the width. */
  readonly error: number;
  /** Relative; null where no bar was asked for. */
  readonly bar: number | null;
  /** CPU time, median over the rounds [ms]. */
  readonly time: number;
}

interface Answer {
  readonly width: number;
  readonly bar: number | null;
  readonly size: number;
  readonly time: number;
}

function solve(resolution: Resolution, errorBar: boolean): Answer {
  const start = process.cpuUsage();
  const { width, run } = estimateLesion(TASK, { resolution, errorBar, criteria: [] });
  const { user, system } = process.cpuUsage(start);
  return {
    width: width.value,
    bar: errorBar ? width.numericalError! / TRUE_WIDTH : null,
    size: run.grid.size,
    time: (user + system) / 1e3,
  };
}

/** All curves, the contenders taking turns. */
export function measureCurves(): Point[] {
  const ours = OURS.flatMap((resolution) =>
    [false, true].map((errorBar) => ({
      by: errorBar ? 'rf-lesion, with error bar' : 'rf-lesion, without error bar',
      choice: `${1e3 * resolution.spacing} mm, ${resolution.growthRatio}, ${resolution.timeStep} s`,
      solve: (): Answer => solve(resolution, errorBar),
    })),
  );
  const theirs = (hasFreeFem() ? FE_CHOICES : []).map((one) => ({
    by: 'FreeFem++, P2',
    choice: `mesh ${one.fine}, ${one.dt} s`,
    solve: (): Answer => ({ bar: null, ...solveWithFreeFem(one) }),
  }));
  const all = [...ours, ...theirs];
  for (let k = 0; k < 4; k++) ours.forEach((one) => one.solve());
  const times = all.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    all.forEach((_, k) => {
      const n = (k + round) % all.length;
      times[n]!.push(all[n]!.solve().time);
    });
  }
  return all.map((one, k) => {
    const { width, size, bar } = one.solve();
    const { by, choice } = one;
    return { by, choice, size, bar, error: Math.abs(width / TRUE_WIDTH - 1), time: median(times[k]!) };
  });
}

/** Shortest time in which a contender knows the width to an error; null if none of its choices does [ms]. */
export function timeTo(error: number, by: string, points: readonly Point[]): number | null {
  const enough = points.filter((point) => point.by === by && point.error <= error);
  return enough.length > 0 ? Math.min(...enough.map(({ time }) => time)) : null;
}
