import { LesionModelError } from './errors.js';
import type { LesionRun, RunState } from './lesion-run.js';
import { setTemperature } from './physics/set-curve.js';
import { checkProblem, checkResolution } from './problem/check.js';
import type { CheckedProblem } from './problem/checked.js';
import type { ResolutionName } from './problem/resolution.js';
import { checkSnapshotTimes } from './problem/snapshot-times.js';
import type { Problem, Resolution } from './problem/types.js';
import {
  accumulatePeak,
  buildRunModel,
  exposureOf,
  finishRun,
  initialState,
  makeTipReading,
  temperatureOf,
} from './run-model.js';
import { planRun } from './run-plan.js';

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

/**
 * The run as a generator: it yields after every time step, so that whoever drives it can watch, stop and save.
 *
 * @throws {@link LesionModelError} 'invalid-input' or 'not-available' before the first step; 'diverged'.
 */
export function* simulateSteps(
  problem: Problem,
  options: SimulateOptions = {},
): Generator<Progress, LesionRun> {
  const checked = checkProblem(problem);
  const resolution = checkResolution(options.resolution, checked);
  const snapshotTimes = checkSnapshotTimes(options.snapshotTimes, checked);
  return yield* runSteps({ problem, checked, resolution, snapshotTimes }, options);
}

/** The time loop: start reading here. */
export function* runSteps(
  run: CheckedRun,
  { signal, resumeFrom }: SimulateOptions,
): Generator<Progress, LesionRun> {
  const { problem, checked, resolution, snapshotTimes } = run;
  const { arterialTemperature: reference, startTemperature, heating, coolDown } = checked;
  const endTime = heating.duration + coolDown;
  const curve = { from: startTemperature, target: heating.target, ramp: heating.ramp };
  const plan = planRun(checked, resolution, snapshotTimes);
  const totalSteps = plan.reduce((sum, { count }) => sum + count, 0);

  const model = buildRunModel(checked, resolution);
  const { inverseRootCapacity: s } = model;
  const readTip = makeTipReading(model, reference);
  const state = resumeFrom ? structuredClone(resumeFrom) : initialState(model, checked, totalSteps);
  const { v, history } = state;
  const progress = (): Progress => ({ time: state.time, endTime, fraction: state.steps / totalSteps, state });

  while (state.group < plan.length) {
    const { needle, restart, start, end, dt, count } = plan[state.group]!;
    const step = model.step[needle];
    if (state.step === 0 && !restart) step.changeTimeStep(state, plan[state.group - 1]!.dt, dt);
    else step.setTimeStep(dt);
    if (state.step === 0 && restart) step.restart(state, setTemperature(curve, state.time));
    for (; state.step < count;) {
      const before = start + state.step * dt;
      const after = state.step === count - 1 ? end : before + dt;
      const energy = state.heat.delivered;
      const surface = setTemperature(curve, after);
      step.advance(state, setTemperature(curve, before), setTemperature(curve, before + dt / 2), surface);
      if (!Number.isFinite(state.heat.delivered + state.heat.boundary)) {
        throw new LesionModelError('diverged', `The temperature is no longer finite at ${after} s.`);
      }
      accumulatePeak(v, s, reference, state.peakTemperature);
      state.step += 1;
      state.steps += 1;
      state.time = after;
      if (needle === 'held') state.tipPeakTemperature = Math.max(state.tipPeakTemperature, surface);
      history.time[state.steps] = after;
      history.sensorTemperature[state.steps] = needle === 'held' ? surface : readTip(v);
      history.power[state.steps] = (state.heat.delivered - energy) / dt;
      history.energy[state.steps] = state.heat.delivered;
      if (state.step < count) yield progress();
      if (signal?.aborted === true) return finishRun(problem, checked, resolution, model, state, 'stopped');
    }
    if (snapshotTimes.includes(end)) {
      const tipTemperature = needle === 'held' ? setTemperature(curve, end) : null;
      state.snapshots.push({
        time: end,
        temperature: temperatureOf(model, state, reference),
        tipTemperature,
      });
    }
    if (end === heating.duration) state.atSwitchOff = exposureOf(model.grid, state);
    state.group += 1;
    state.step = 0;
    yield progress();
  }
  return finishRun(problem, checked, resolution, model, state, 'completed');
}

/**
 * Solves one problem on one grid.
 *
 * @throws {@link LesionModelError} 'invalid-input', 'not-available', 'diverged'.
 */
export function simulate(problem: Problem, options: SimulateOptions = {}): LesionRun {
  const run = simulateSteps(problem, options);
  for (;;) {
    const next = run.next();
    if (next.done === true) return next.value;
    options.onProgress?.(next.value);
  }
}
