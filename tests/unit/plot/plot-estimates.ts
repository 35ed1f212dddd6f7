import { estimateLesion } from '../../../src/estimate.js';
import type { LesionEstimate } from '../../../src/lesion-estimate.js';
import type { Problem } from '../../../src/problem/types.js';
import { randomModeProblems } from '../../support/random-modes.js';
import { randomProblems } from '../../support/random-problems.js';
import { randomRegionProblems } from '../../support/random-regions.js';

/** Coarse, so that it is quick. */
const COARSE = { spacing: 0.3e-3, growthRatio: 1.4, timeStep: 2 } as const;

export const coarse = (problem: Problem): LesionEstimate => estimateLesion(problem, { resolution: COARSE });

/** Ten problems of all kinds. */
export const TEN: readonly Problem[] = [
  ...randomProblems(3, 7),
  ...randomRegionProblems(1, 5),
  ...(['staged', 'shifted', 'pulsed', 'cooled', 'boiling', 'withdrawn'] as const).flatMap((mode) =>
    randomModeProblems(mode, 1, 11),
  ),
];
