import { landOn, planSteps, SAME_TIME, type StepGroup } from './numerics/step-plan.js';
import type { CheckedProblem, CheckedStage } from './problem/checked.js';
import { startDiffusivity } from './problem/property.js';
import type { Resolution } from './problem/types.js';

/** First step after a jump, as a part of the time that heat takes to cross the finest cell. */
const FIRST_STEP = 0.05;

/** The limits hold for this largest step [s]; they go in proportion with any other. */
export const REFERENCE_STEP = 0.5;

/** Steps of one length after a jump, before it is doubled: the step stays near an eighth of the time since. */
export const STEPS_PER_LENGTH = 8;

/**
 * At least so many steps of one length for each second of it [1/s]: the splitting error goes with Δt² times the rate of change,
 * which falls more slowly than the square of the time since. At the edge of a held tip, and in metal without current.
 */
export const SLOWING = { held: 400, metal: 100 };

/** A stage between two events gets about this many steps at least. */
const STEPS_PER_STAGE = 16;

/**
 * Largest step per cell size that keeps Peaceman–Rachford from ringing at a jump [s/m], in a tissue of diffusivity
 * `MEASURED_DIFFUSIVITY` [m²/s].
 */
const RINGING_LIMIT = 1e4;
const MEASURED_DIFFUSIVITY = 1.3e-7;

/**
 * Largest step in a ramp of `MEASURED_RAMP` [s]. The splitting error at the tip's edges goes with Δt² times the rate
 * of heating, so the limit goes with the root of the ramp's duration.
 */
const RAMP_STEP = 0.11;
const MEASURED_RAMP = 10;

/** Equal steps under one set of boundary conditions. */
export interface PlannedSteps extends StepGroup {
  /** Index of the stage; the cool-down is one beyond the last. */
  readonly stage: number;
  /** Bare tip held at the set temperature, or needle adiabatic. */
  readonly needle: 'held' | 'adiabatic';
  /** Whether a jump precedes: the state is started afresh. */
  readonly restart: boolean;
}

/** The stages of a run and its cool-down, which is one more without heat. */
export function stagesWithCoolDown({ stages, endTime, isWithdrawn }: CheckedProblem): readonly RunStage[] {
  const { end, position } = stages.at(-1)!;
  if (endTime === end) return stages;
  return [...stages, { heating: { kind: 'off' }, start: end, end: endTime, position, isWithdrawn }];
}

/** A stage, or the cool-down. */
export type RunStage = CheckedStage & { /** The needle has left. */ readonly isWithdrawn?: boolean };

/** Start, end of the ramp and end of a stage [s], without what coincides. */
export function eventsOf(start: number, end: number, ramp: number): number[] {
  const isWhole = Math.abs(start + ramp - end) < SAME_TIME;
  return ramp === 0 || isWhole ? [start, end] : [start, start + ramp, end];
}

/**
 * All steps of a run with a held tip. They land exactly on the end of every ramp and stage, and on every requested time.
 */
export function planRun(
  problem: CheckedProblem,
  { spacing, timeStep }: Resolution,
  requestedTimes: readonly number[],
): PlannedSteps[] {
  const { highest: diffusivity } = startDiffusivity(problem);
  const first = (FIRST_STEP * spacing ** 2) / diffusivity;
  const smooth = Math.min(timeStep, (RINGING_LIMIT * spacing * MEASURED_DIFFUSIVITY) / diffusivity);
  const coarseness = timeStep / REFERENCE_STEP;
  const stepsPerLength = Math.max(1, Math.round(STEPS_PER_LENGTH / coarseness));

  return stagesWithCoolDown(problem).flatMap(({ heating, start: stageStart, end: stageEnd }, stage) => {
    const ramp = heating.kind === 'tip-temperature' ? heating.ramp : 0;
    const inRamp = coarseness * RAMP_STEP * Math.sqrt(ramp / MEASURED_RAMP);
    const events = eventsOf(stageStart, stageEnd, ramp);
    return events.slice(1).flatMap((end, k) => {
      const start = events[k]!;
      const longest = Math.min(
        smooth,
        (coarseness * (end - start)) / STEPS_PER_STAGE,
        ramp > 0 && k === 0 ? inRamp : Infinity,
      );
      const needle = heating.kind === 'tip-temperature' ? 'held' : 'adiabatic';
      const slowing = needle === 'held' ? SLOWING.held / coarseness ** 2 : 0;
      const groups = planSteps(start, end, { first, longest, stepsPerLength, slowing });
      return landOn(groups, requestedTimes).map((group, n) => ({
        ...group,
        stage,
        needle,
        restart: n === 0,
      }));
    });
  });
}
