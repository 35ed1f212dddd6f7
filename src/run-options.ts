import { LesionModelError } from './errors.js';
import type { RunState } from './lesion-run.js';
import type { CheckedProblem } from './problem/checked.js';
import { type Criterion, type DamageRule, keyOfRule } from './problem/criterion.js';
import type { ResolutionName } from './problem/resolution.js';
import type { Problem, Resolution } from './problem/types.js';

/** How to solve; nothing here decides the physics. */
export interface SimulateOptions {
  /** Default 'standard'. */
  readonly resolution?: ResolutionName | Resolution;
  /** What the run can be measured by, besides every peak isotherm; default {@link DEFAULT_CRITERIA}. */
  readonly criteria?: readonly Criterion[];
  /** Times at which the whole temperature field is kept [s]; the steps land on them exactly. */
  readonly snapshotTimes?: readonly number[];
  /** Called after every time step. */
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the run after the present step; what is complete comes back with status 'stopped'. */
  readonly signal?: AbortSignal;
  /** A state that an earlier run of the same problem and options left: the run goes on from there, bit for bit. */
  readonly resumeFrom?: RunState;
}

/** Where a run stands. */
export interface Progress {
  /** Simulated so far [s]. */
  readonly time: number;
  /** To be simulated in all [s]. */
  readonly endTime: number;
  /** Part of the work done, 0 to 1. */
  readonly fraction: number;
  /** Live: copy it with `structuredClone` to keep it. */
  readonly state: RunState;
}

/** A run whose input has been checked. */
export interface CheckedRun {
  /** As the caller gave it, for the record. */
  readonly problem: Problem;
  readonly checked: CheckedProblem;
  readonly resolution: Resolution;
  readonly snapshotTimes: readonly number[];
  /** Damage is counted by these. */
  readonly rules: readonly DamageRule[];
}

/** The same steps, their progress being a part of something larger. */
export function* within<T>(steps: Generator<Progress, T>, from: number, to: number): Generator<Progress, T> {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
    yield { ...next.value, fraction: from + (to - from) * next.value.fraction };
  }
}

/** What tells one run from another: the checked problem and all that decides its numbers. */
export function fingerprintOf({ checked, resolution, snapshotTimes, rules }: CheckedRun): string {
  return JSON.stringify([checked, resolution, snapshotTimes, rules.map(keyOfRule)]);
}

/**
 * Checks that a state belongs to a run.
 *
 * @param size - Number of cells of the run.
 * @throws {@link LesionModelError} 'invalid-input' with the path 'resumeFrom'.
 */
export function requireOwnState(state: RunState, run: CheckedRun, size: number): void {
  const fields: unknown = (state as Partial<RunState> | null)?.v;
  const isOwn =
    fields instanceof Float64Array && fields.length === size && state.fingerprint === fingerprintOf(run);
  if (isOwn) return;
  const message =
    'resumeFrom must be a state that a run of the same problem and options left, and this one is not.';
  throw new LesionModelError('invalid-input', message, 'resumeFrom');
}

/** A run of more time steps times cells is taken for a slip: it would take most of an hour. */
const MOST_CELL_STEPS = 1e11;

/**
 * Refuses a run that would hardly ever end.
 *
 * @throws {@link LesionModelError} 'invalid-input' with the path 'resolution'.
 */
export function requireFeasible(steps: number, size: number): void {
  if (steps * size <= MOST_CELL_STEPS) return;
  const needs = `${steps.toExponential(1)} time steps on ${size} cells`;
  const message = `resolution must be coarser, or heating shorter, or tissue less diffusive: this run needs ${needs}.`;
  throw new LesionModelError('invalid-input', message, 'resolution');
}
