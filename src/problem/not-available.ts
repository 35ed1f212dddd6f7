import { LesionModelError } from '../errors.js';

/** A field of data whose shape is unknown; undefined where there is none. */
function field(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : undefined;
}

function notAvailable(path: string, what: string, instead: string): LesionModelError {
  return new LesionModelError(
    'not-available',
    `${path} ${what} is not available in this version: ${instead}.`,
    path,
  );
}

/**
 * Refuses the modes of a problem that this version does not compute. Whatever else is wrong is left to other checks.
 *
 * @throws {@link LesionModelError} 'not-available'.
 */
export function refuseLaterModes(problem: unknown): void {
  const regions = field(problem, 'regions');
  if (Array.isArray(regions) && regions.length > 0) {
    throw notAvailable(
      'regions',
      'with an entry',
      'leave the list out, and the tissue is the same everywhere',
    );
  }
}
