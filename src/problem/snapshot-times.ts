import { LesionModelError } from '../errors.js';
import type { CheckedProblem } from './checked.js';
import { show } from './sentence.js';

/**
 * Checks the times at which fields are to be kept [s].
 *
 * @throws {@link LesionModelError} 'invalid-input' with the path of the time at fault.
 */
export function checkSnapshotTimes(
  times: readonly number[] | undefined,
  { endTime: end }: CheckedProblem,
): readonly number[] {
  const given: unknown = times;
  if (given !== undefined && !Array.isArray(given)) {
    const message = `snapshotTimes must be a list of times, but was ${show(given)}.`;
    throw new LesionModelError('invalid-input', message, 'snapshotTimes');
  }
  times?.forEach((time, k) => {
    if (typeof time === 'number' && time > 0 && time <= end) return;
    const path = `snapshotTimes[${k}]`;
    throw new LesionModelError(
      'invalid-input',
      `${path} must be a time after 0 and up to the end of the run, ${end} s, but was ${String(time)}.`,
      path,
    );
  });
  return times ?? [];
}
