import type { RunState } from './lesion-run.js';
import type { CheckedProblem } from './problem/checked.js';
import type { ResolutionName } from './problem/resolution.js';
import type { Problem, Resolution } from './problem/types.js';

/** How to solve; nothing here decides the physics. */
export interface SimulateOptions {
  /** Default 'standard'. */
  readonly resolution?: ResolutionName | Resolution;
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
}
