import type { Measured } from '../../src/analysis/error-bar.js';
import { makeRuler } from '../../src/measure.js';
import type { LesionSize } from '../../src/metrics/lesion-size.js';
import type { LesionRun } from '../../src/lesion-run.js';
import { checkProblem } from '../../src/problem/check.js';
import type { Criterion } from '../../src/problem/criterion.js';
import { resolutionFor } from '../../src/problem/resolution.js';
import type { Problem } from '../../src/problem/types.js';
import { viewOf } from '../../src/ruler.js';
import { simulate } from '../../src/simulate.js';

export const SIZES = ['width', 'length', 'volume', 'distalReach', 'proximalReach', 'widestAt'] as const;
export const NAMES: readonly ['draft', 'standard'] = ['draft', 'standard'];
export const INSTANTS = ['atSwitchOff', 'final'] as const;

/** A number with its bar against the truth, all in one unit. */
export interface Sample {
  readonly error: number;
  readonly bar: number;
  /** What both are small against: the width, or the volume. */
  readonly scale: number;
}

/** Two runs that are finer than standard, the second twice as coarse as the first. */
export type FineRuns = readonly [fine: LesionRun, coarse: LesionRun];

/** How much finer the first one is: cells are h/3 + (d ln q)/3 long, at a distance d from the needle. */
const FINER = 3;

export function fineRunsOf(problem: Problem, criteria: readonly Criterion[]): FineRuns {
  const { spacing, growthRatio, timeStep } = resolutionFor(checkProblem(problem), 'standard');
  const at = (part: number): LesionRun =>
    simulate(problem, {
      resolution: { spacing: part * spacing, growthRatio: growthRatio ** part, timeStep: timeStep / 2 },
      criteria,
    });
  return [at(1 / FINER), at(2 / FINER)];
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
