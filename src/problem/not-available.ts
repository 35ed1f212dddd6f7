import { LesionModelError } from '../errors.js';
import { show } from './sentence.js';

/** What the interface names and this version does not compute. */
const LATER = {
  heating: ['pulsed', 'schedule'],
  perfusionResponse: ['stops-when-coagulated'],
} as const;

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

/** Refuses a record whose kind is known and not computed yet. */
function refuseKind(data: unknown, path: string, later: readonly string[], instead: string): void {
  const kind = field(data, 'kind');
  if (typeof kind === 'string' && later.includes(kind))
    throw notAvailable(`${path}.kind`, show(kind), instead);
}

/**
 * Refuses the modes of a problem that this version does not compute. Whatever else is wrong is left to other checks.
 *
 * @throws {@link LesionModelError} 'not-available'.
 */
export function refuseLaterModes(problem: unknown): void {
  const [electrode, tissue] = [field(problem, 'electrode'), field(problem, 'tissue')];
  refuseKind(
    field(problem, 'heating'),
    'heating',
    LATER.heating,
    "use 'temperature', 'power', 'voltage' or 'tip-temperature'",
  );
  if (field(electrode, 'cooling') !== undefined) {
    throw notAvailable('electrode.cooling', '(internal cooling)', 'leave it out');
  }
  const response = field(tissue, 'perfusionResponse');
  refuseKind(response, 'tissue.perfusionResponse', LATER.perfusionResponse, "use 'constant'");
  const regions = field(problem, 'regions');
  if (Array.isArray(regions) && regions.length > 0) {
    throw notAvailable(
      'regions',
      'with an entry',
      'leave the list out, and the tissue is the same everywhere',
    );
  }
}
