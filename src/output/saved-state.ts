import { LesionModelError } from '../errors.js';
import type { RunState } from '../lesion-run.js';
import { VERSION } from '../version.js';
import { fromJson, toJson } from './json.js';

const FORMAT = 'rf-lesion/state';

/** What a saved state is in a file. */
interface SavedState {
  readonly format: typeof FORMAT;
  /** Of this package. */
  readonly version: string;
  readonly state: RunState;
}

/** The state of a run as text, all its bits kept: {@link loadState} reads it, and the option `resumeFrom` goes on from there. */
export function saveState(state: RunState): string {
  const saved: SavedState = { format: FORMAT, version: VERSION, state };
  return toJson(saved);
}

const refuse = (must: string, was: string): never => {
  throw new LesionModelError('invalid-input', `state must be ${must}, but ${was}.`, 'state');
};

function parsed(text: string): Partial<SavedState> {
  try {
    return fromJson(text) ?? {};
  } catch {
    return refuse('a state that saveState has written', 'is not JSON');
  }
}

/**
 * Reads what {@link saveState} has written.
 *
 * @throws {@link LesionModelError} 'invalid-input' with the path 'state' for any other text, and for the state of another version of
 * this package, whose steps may differ.
 */
export function loadState(text: string): RunState {
  const { format, version, state } = parsed(text);
  if (format !== FORMAT || typeof state !== 'object')
    return refuse('a state that saveState has written', `its format was ${JSON.stringify(format)}`);
  if (version !== VERSION)
    return refuse(`one that version ${VERSION} has saved`, `its version was ${JSON.stringify(version)}`);
  return state;
}
