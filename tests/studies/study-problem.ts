// One problem of a study: estimated with its bars, and again as finely as the truth needs.
import { LesionModelError } from '../../src/errors.js';
import { estimateLesion } from '../../src/estimate.js';
import type { LesionEstimate } from '../../src/lesion-estimate.js';
import type { Problem } from '../../src/problem/types.js';
import type { Extra, StudyMode } from './modes.js';
import {
  extrapolated,
  type FineRuns,
  fineRunsOf,
  INSTANTS,
  NAMES,
  type Sample,
  sampleOf,
  SIZES,
  truthOf,
} from './truth.js';

/** One number of a problem. */
export interface Found extends Sample {
  readonly group: string;
  readonly resolution: (typeof NAMES)[number];
  /** 'width', or a name of its own: 'hottest temperature'. */
  readonly size: string;
}

/** What came of one problem. */
export interface StudiedProblem {
  /** Its place among those of its mode. */
  readonly index: number;
  readonly found: readonly Found[];
  /** By how much the widths of the two fine runs differ, as parts of the width. */
  readonly apart: readonly number[];
  /** Why the library refuses it; left out where it does not. */
  readonly refused?: string;
}

function extraSamples(
  extras: StudyMode['extras'],
  estimate: LesionEstimate,
  runs: FineRuns,
): (Sample & { size: string })[] {
  return extras.map(([size, { measured, inRun, scale }]: readonly [string, Extra]) => {
    const exact = extrapolated(inRun(runs[0]), inRun(runs[1]));
    const { value, numericalError } = measured(estimate);
    return { size, error: Math.abs(value - exact), bar: numericalError!, scale: Math.abs(scale(exact)) };
  });
}

function study({ asked, extras }: StudyMode, problem: Problem): Omit<StudiedProblem, 'index'> {
  const all = asked(problem);
  const criteria = all.map(({ criterion }) => criterion);
  const runs = fineRunsOf(problem, criteria);
  const truths = criteria.map((criterion) => truthOf(runs, criterion));
  const lesions = truths.flatMap((instants) => instants.filter(({ exact }) => exact.width > 0));
  const found = NAMES.flatMap((resolution) => {
    const estimate = estimateLesion(problem, { resolution, criteria });
    const sizes = all.flatMap(({ group }, k) =>
      INSTANTS.flatMap((instant, n) => {
        const { exact } = truths[k]![n]!;
        if (exact.width === 0) return [];
        return SIZES.map((size) => ({
          ...sampleOf(size, estimate.lesions[k]![instant][size], exact),
          group,
          resolution,
          size,
        }));
      }),
    );
    const others = extraSamples(extras, estimate, runs).map((one) => ({
      ...one,
      group: all[0]!.group,
      resolution,
    }));
    return [...sizes, ...others];
  });
  const apart = lesions.map(({ fine, coarse, exact }) => Math.abs(fine.width - coarse.width) / exact.width);
  return { found, apart };
}

/** Studies one problem of a mode; one that the library refuses is counted, not left out in silence. */
export function studyProblem(mode: StudyMode, problem: Problem, index: number): StudiedProblem {
  try {
    return { index, ...study(mode, problem) };
  } catch (error) {
    if (!(error instanceof LesionModelError)) throw error;
    return { index, found: [], apart: [], refused: `${error.code}: ${error.message}` };
  }
}
