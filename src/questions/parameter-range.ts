import type { Measured } from '../analysis/error-bar.js';
import { LesionModelError } from '../errors.js';
import { estimateSteps } from '../estimate.js';
import type { EstimateOptions, LesionEstimate } from '../lesion-estimate.js';
import { type LesionSize, SIZE_NAMES } from '../metrics/lesion-size.js';
import { checkProblem } from '../problem/check.js';
import { requireOneOf } from '../problem/options.js';
import type { Problem } from '../problem/types.js';
import { toEnd, toEndInSlices } from '../run-doors.js';
import { type Progress, within } from '../run-options.js';
import { numbersWithoutRange, uncertainParameters, type UncertainParameter } from './uncertain-parameters.js';

/** What a number that is not well known does to a lesion. */
export interface ParameterEffect extends UncertainParameter {
  /** The lesion after the cool-down with the number at the low end of its range, and at the high end. */
  readonly atLow: LesionSize<Measured>;
  readonly atHigh: LesionSize<Measured>;
  /** By how much the size asked about moves between the two, in its unit; ≥ 0. */
  readonly swing: number;
}

/** An end of a range at which the estimate failed. */
export interface ParameterFailure {
  readonly path: string;
  /** What the number was set to. */
  readonly value: number;
  readonly message: string;
}

/** The names of a lesion's sizes. */
export type SizeName = keyof LesionSize<unknown>;

/** What tissue that is not well known does to a lesion. */
export interface ParameterRange {
  readonly status: 'completed' | 'stopped';
  /** The size that the effects are ordered by. */
  readonly size: SizeName;
  /** The lesion as the problem states it, with its numerical error. */
  readonly estimate: LesionEstimate;
  /** The largest swing first. */
  readonly effects: readonly ParameterEffect[];
  /**
   * Where the size lies when every number is anywhere within its range, independently of the others, in its unit.
   *
   * ```text
   * high = W + √ Σ max(W_low − W, W_high − W, 0)²,   low likewise
   * ```
   */
  readonly interval: { readonly low: number; readonly high: number };
  /** The smallest and the largest of all the runs, in its unit. */
  readonly extremes: { readonly low: number; readonly high: number };
  /** Ends of ranges at which there is no lesion to be measured, and why: they are not in the interval. */
  readonly failed: readonly ParameterFailure[];
  /** Paths of numbers of tissue that nobody has a range for: they are not in the interval. */
  readonly withoutRange: readonly string[];
}

/** How to ask; the rest as for an estimate. */
export interface ParameterRangeOptions extends Omit<EstimateOptions, 'criteria' | 'reversible'> {
  /** The size that is asked about; default 'width'. */
  readonly size?: SizeName;
}

/** A width, a length or a volume is not negative; a reach may be. */
function leastOf(size: SizeName): number {
  return size === 'width' || size === 'length' || size === 'volume' ? 0 : -Infinity;
}

/** A root of a sum of squares of what lies on one side. */
function sideOf(changes: readonly number[]): number {
  return Math.sqrt(changes.reduce((sum, change) => sum + Math.max(change, 0) ** 2, 0));
}

function* rangeSteps(
  problem: Problem,
  { size = 'width', ...options }: ParameterRangeOptions & { readonly signal?: AbortSignal },
): Generator<Progress, ParameterRange> {
  requireOneOf(size, SIZE_NAMES, 'size');
  checkProblem(problem);
  const parameters = uncertainParameters(problem);
  const total = 1 + 2 * parameters.length;
  const own = { ...options, criteria: [] };
  const estimate = yield* within(estimateSteps(problem, own), 0, 1 / total);
  const effects: ParameterEffect[] = [];
  const failed: ParameterFailure[] = [];
  let status: ParameterRange['status'] = estimate.outcome.kind === 'stopped' ? 'stopped' : 'completed';
  for (const [k, { changedTo, ...parameter }] of parameters.entries()) {
    if (status === 'stopped') break;
    const at = function* (value: number, n: number): Generator<Progress, LesionEstimate | null> {
      try {
        return yield* within(estimateSteps(changedTo(value), own), n / total, (n + 1) / total);
      } catch (error) {
        if (!(error instanceof LesionModelError)) throw error;
        failed.push({ path: parameter.path, value, message: error.message });
        return null;
      }
    };
    const atLow = yield* at(parameter.low, 1 + 2 * k);
    const atHigh = yield* at(parameter.high, 2 + 2 * k);
    if (!atLow || !atHigh) continue;
    if (atLow.outcome.kind === 'stopped' || atHigh.outcome.kind === 'stopped') status = 'stopped';
    else {
      const swing = Math.abs(atHigh[size].value - atLow[size].value);
      effects.push({ ...parameter, atLow: sizeOf(atLow), atHigh: sizeOf(atHigh), swing });
    }
  }
  const W = estimate[size].value;
  const changes = effects.map(({ atLow, atHigh }) => [atLow[size].value - W, atHigh[size].value - W]);
  const all = [W, ...effects.flatMap(({ atLow, atHigh }) => [atLow[size].value, atHigh[size].value])];
  return {
    status,
    size,
    estimate,
    effects: effects.toSorted((a, b) => b.swing - a.swing),
    interval: {
      low: Math.max(W - sideOf(changes.map((both) => -Math.min(...both))), leastOf(size)),
      high: W + sideOf(changes.map((both) => Math.max(...both))),
    },
    extremes: { low: Math.min(...all), high: Math.max(...all) },
    failed,
    withoutRange: numbersWithoutRange(problem),
  };
}

function sizeOf({
  width,
  length,
  volume,
  distalReach,
  proximalReach,
  widestAt,
}: LesionEstimate): LesionSize<Measured> {
  return { width, length, volume, distalReach, proximalReach, widestAt };
}

/**
 * What the numbers that are not well known do to a lesion: each is put to the low and to the high end of the range found in
 * literature, one at a time. The ranges are those of `evidence` in the problem's tissues and electrode.
 *
 * @remarks Beside the numerical error, which says nothing of tissue. One number at a time misses what two do together; the interval
 * takes them to be independent.
 * An end at which there is no answer is listed, and nothing is lost by it.
 * @throws {@link LesionModelError} with the codes of {@link estimateLesion}, for the problem as it is stated.
 */
export function parameterRange(problem: Problem, options: ParameterRangeOptions = {}): ParameterRange {
  return toEnd(rangeSteps(problem, options), options.onProgress);
}

/**
 * The same without blocking. When `signal` stops it, what is complete comes back with status 'stopped'.
 *
 * @throws {@link LesionModelError} as a rejected promise.
 */
export function parameterRangeAsync(
  problem: Problem,
  options: ParameterRangeOptions & { readonly signal?: AbortSignal } = {},
): Promise<ParameterRange> {
  return toEndInSlices(rangeSteps(problem, options), options.onProgress);
}
