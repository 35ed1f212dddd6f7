import type { LesionRun } from './lesion-run.js';
import { checkProblem, checkResolution } from './problem/check.js';
import { checkCriteria } from './problem/check-criterion.js';
import { checkSimulateOptions } from './problem/options.js';
import { rulesFor } from './problem/shut-off.js';
import { checkSnapshotTimes } from './problem/snapshot-times.js';
import type { Problem } from './problem/types.js';
import { runDriven } from './run-driven.js';
import { runHeld } from './run-held.js';
import { toEnd } from './run-doors.js';
import type { CheckedRun, Progress, SimulateOptions } from './run-options.js';

/**
 * The run as a generator: it yields after every time step, so that whoever drives it can watch, stop and save.
 *
 * @throws {@link LesionModelError} 'invalid-input' before the first step; 'diverged'.
 */
export function* simulateSteps(
  problem: Problem,
  options: SimulateOptions = {},
): Generator<Progress, LesionRun> {
  checkSimulateOptions(options);
  const checked = checkProblem(problem);
  const resolution = checkResolution(options.resolution, checked);
  const snapshotTimes = checkSnapshotTimes(options.snapshotTimes, checked);
  const rules = rulesFor(checkCriteria(options.criteria, checked), checked);
  return yield* runSteps({ problem, checked, resolution, snapshotTimes, rules }, options);
}

/** A run whose input has been checked: RF current in tissue, or a held tip. */
export function* runSteps(run: CheckedRun, options: SimulateOptions): Generator<Progress, LesionRun> {
  return yield* run.checked.isHeld ? runHeld(run, options) : runDriven(run, options);
}

/**
 * Solves one problem on one grid.
 *
 * @throws {@link LesionModelError} 'invalid-input', 'diverged'.
 */
export function simulate(problem: Problem, options: SimulateOptions = {}): LesionRun {
  return toEnd(simulateSteps(problem, options), options.onProgress);
}
