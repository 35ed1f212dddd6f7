import { LesionModelError } from '../errors.js';
import type { LesionRun } from '../lesion-run.js';
import { domainFor, enlargeDomain } from '../problem/resolution.js';
import type { Resolution } from '../problem/types.js';
import { type CheckedRun, type Progress, within } from '../run-options.js';
import { runSteps } from '../simulate.js';
import { coarserGrowth } from './error-bar.js';
import type { GridScale } from './floor.js';

/** How much further off the outer boundary is moved to see its effect. */
const DOMAIN_FACTOR = 1.5;

/** Coarser runs of one problem: each differs in one thing from the reported run, or from the one before it. */
export interface CompanionRuns {
  /** Twice the spacing. */
  readonly spacing: LesionRun;
  /** Twice the excess of the growth ratio over 1. */
  readonly growth: LesionRun;
  /** Twice the excess of the growth ratio and twice the time step: on the grid with the fewest cells. */
  readonly timeStep: LesionRun;
  /** The same and a larger domain. */
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

  const spacing = yield* within(at({ spacing: 2 * h, growthRatio: q, timeStep: dt }), 0, 0.4);
  const coarse = { spacing: h, growthRatio: coarserGrowth(q) };
  const growth = yield* within(at({ ...coarse, timeStep: dt }), 0.4, 0.65);
  const timeStep = yield* within(at({ ...coarse, timeStep: 2 * dt }), 0.65, 0.8);
  const domain = yield* within(at({ ...coarse, timeStep: 2 * dt }, larger), 0.8, 1);
  const runs = { spacing, growth, timeStep, domain };
  return Object.values(runs).every(({ status }) => status === 'completed') ? runs : null;
}

/** A domain that moves the width by more than this part, when it is enlarged, is no domain for this lesion. */
const LARGEST_DOMAIN_EFFECT = 0.02;

/** A border this many spacings from the needle is too close to it for the outer boundary to matter. */
const CLOSE_TO_NEEDLE = 2;

/**
 * Refuses a lesion that the outer boundary shapes.
 *
 * @param region - In words.
 * @throws {@link LesionModelError} 'domain-too-small'.
 */
export function requireRoom(
  width: number,
  widthInLargerDomain: number,
  region: string,
  { radius, resolution }: GridScale,
): void {
  const wider = Math.max(widthInLargerDomain, width);
  const effect = Math.abs(widthInLargerDomain - width) / Math.max(wider, Number.MIN_VALUE);
  const isClose = wider / 2 - radius < CLOSE_TO_NEEDLE * resolution.spacing;
  if (effect <= LARGEST_DOMAIN_EFFECT || isClose) return;
  const change = `The width of ${region} changes by ${(100 * effect).toFixed(0)} % when the outer boundary is moved away`;
  throw new LesionModelError('domain-too-small', `${change}: domain must be larger, or left out.`, 'domain');
}
