import type { Measured } from '../../src/analysis/error-bar.js';
import { makeRuler } from '../../src/measure.js';
import type { LesionSize } from '../../src/metrics/lesion-size.js';
import type { LesionRun } from '../../src/lesion-run.js';
import { checkProblem } from '../../src/problem/check.js';
import type { Criterion } from '../../src/problem/criterion.js';
import { resolutionFor, type ResolutionName } from '../../src/problem/resolution.js';
import type { Problem } from '../../src/problem/types.js';
import { viewOf } from '../../src/ruler.js';
import { simulate } from '../../src/simulate.js';

export const SIZES = ['width', 'length', 'volume', 'distalReach', 'proximalReach', 'widestAt'] as const;
export const NAMES: readonly ResolutionName[] = ['draft', 'standard'];
export const INSTANTS = ['atSwitchOff', 'final'] as const;

/** A number with its bar against the truth, all in one unit. */
export interface Sample {
  readonly error: number;
  readonly bar: number;
  /** What both are small against: the width, or the volume. */
  readonly scale: number;
}

/** Two runs that are much finer than standard, the second twice as coarse as the first. */
export type FineRuns = readonly [fine: LesionRun, coarse: LesionRun];

export function fineRunsOf(problem: Problem, criteria: readonly Criterion[]): FineRuns {
  const { spacing, timeStep } = resolutionFor(checkProblem(problem), 'standard');
  const at = (part: number, growthRatio: number): LesionRun =>
    simulate(problem, {
      resolution: { spacing: part * spacing, growthRatio, timeStep: timeStep / 2 },
      criteria,
    });
  return [at(1 / 4, 1.05), at(1 / 2, 1.1)];
}

/** A number of the finer run, extrapolated from the other one. */
export function extrapolated(fine: number, coarse: number): number {
  return fine + (fine - coarse) / 3;
}

/** The sizes in the two runs at both instants, and extrapolated. */
export function truthOf(
  runs: FineRuns,
  criterion: Criterion,
): {
  readonly exact: LesionSize<number>;
  readonly fine: LesionSize<number>;
  readonly coarse: LesionSize<number>;
}[] {
  return INSTANTS.map((instant) => {
    const [fine, coarse] = runs.map((run) => {
      const view = viewOf(run, instant);
      return makeRuler(view, view.exposure).size(criterion);
    });
    const pairs = SIZES.map((key) => [key, extrapolated(fine![key], coarse![key])] as const);
    return {
      exact: Object.fromEntries(pairs) as unknown as LesionSize<number>,
      fine: fine!,
      coarse: coarse!,
    };
  });
}

/** One size with its bar against the truth. */
export function sampleOf(
  key: (typeof SIZES)[number],
  { value, numericalError }: Measured,
  exact: LesionSize<number>,
): Sample {
  const scale = key === 'volume' ? exact.volume : exact.width;
  return { error: Math.abs(value - exact[key]), bar: numericalError!, scale };
}

export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** How samples of one kind came out. */
export interface Verdict {
  /** Part of them whose bar holds. */
  readonly held: number;
  /** Median of bar over error. */
  readonly ratio: number;
  /** Median of the bar [% of the scale]. */
  readonly bar: number;
  readonly text: string;
}

export function judge(samples: readonly Sample[]): Verdict {
  const held = samples.filter(({ error, bar }) => error <= bar).length / samples.length;
  const ratio = median(samples.map(({ error, bar }) => bar / Math.max(error, 1e-12)));
  const percent = (pick: (s: Sample) => number): number =>
    100 * median(samples.map((s) => pick(s) / s.scale));
  const [error, bar] = [percent((s) => s.error), percent((s) => s.bar)];
  const text = `n ${samples.length}  held ${(100 * held).toFixed(1)} %  error ${error.toFixed(3)} %  bar ${bar.toFixed(3)} %  ratio ${ratio.toFixed(1)}`;
  return { held, ratio, bar, text };
}
