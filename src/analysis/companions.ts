import type { LesionRun } from '../lesion-run.js';
import { domainFor, enlargeDomain } from '../problem/resolution.js';
import type { Resolution } from '../problem/types.js';
import type { CheckedRun, Progress } from '../run-options.js';
import { runSteps } from '../simulate.js';

/** How much further off the outer boundary is moved to see its effect. */
const DOMAIN_FACTOR = 1.5;

/** Coarser runs of one problem, each with one thing changed. */
export interface CompanionRuns {
  /** Twice the spacing. */
  readonly spacing: LesionRun;
  /** Twice the excess of the growth ratio over 1. */
  readonly growth: LesionRun;
  /** Twice the spacing and twice the time step. */
  readonly timeStep: LesionRun;
  /** Twice the spacing and a larger domain. */
  readonly domain: LesionRun;
}

/** Runs the companions one after the other; null if `signal` stopped them. */
export function* runCompanions(
  run: CheckedRun,
  signal?: AbortSignal,
): Generator<Progress, CompanionRuns | null> {
  const { spacing: h, growthRatio: q, timeStep: dt } = run.resolution;
  const { checked } = run;
  const larger = { ...checked, domain: enlargeDomain(checked.domain ?? domainFor(checked), DOMAIN_FACTOR) };
  const options = signal ? { signal } : {};
  const at = (resolution: Resolution, problem = checked): Generator<Progress, LesionRun> =>
    runSteps({ ...run, checked: problem, resolution, snapshotTimes: [] }, options);

  const spacing = yield* at({ spacing: 2 * h, growthRatio: q, timeStep: dt });
  const growth = yield* at({ spacing: h, growthRatio: 1 + 2 * (q - 1), timeStep: dt });
  const timeStep = yield* at({ spacing: 2 * h, growthRatio: q, timeStep: 2 * dt });
  const domain = yield* at({ spacing: 2 * h, growthRatio: q, timeStep: dt }, larger);
  const runs = { spacing, growth, timeStep, domain };
  return Object.values(runs).every(({ status }) => status === 'completed') ? runs : null;
}
