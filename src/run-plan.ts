import { landOn, planSteps, SAME_TIME, type StepGroup } from './numerics/step-plan.js';
import type { CheckedProblem, CheckedStage } from './problem/checked.js';
import { startDiffusivity } from './problem/property.js';
import type { Resolution } from './problem/types.js';

/** First step after a jump, as a part of the time that heat takes to cross the finest cell. */
const FIRST_STEP = 0.05;

/** The limits below hold for this largest step [s]; they go in proportion with any other. */
const REFERENCE_STEP = 0.5;

/** Steps of one length after a jump, before it is doubled: the step stays near an eighth of the time since. */
const STEPS_PER_LENGTH = 8;

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
const RAMP_STEP = 0.125;
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
function eventsOf(start: number, end: number, ramp: number): number[] {
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
      const groups = planSteps(start, end, { first, longest, stepsPerLength });
      const needle = heating.kind === 'tip-temperature' ? 'held' : 'adiabatic';
      return landOn(groups, requestedTimes).map((group, n) => ({
        ...group,
        stage,
        needle,
        restart: n === 0,
      }));
    });
  });
}

/** Control ticks under one set of conditions. */
export interface PlannedTicks {
  /** Index of the stage; the cool-down is one beyond the last. */
  readonly stage: number;
  /** Whether the generator is on. */
  readonly isDriven: boolean;
  /** Whether a jump precedes: the state is started afresh. */
  readonly restart: boolean;
  /** [s] */
  readonly start: number;
  /** Exactly an event, a requested time, or where the steps change [s]. */
  readonly end: number;
  readonly count: number;
  /** Time steps in each tick. */
  readonly stepsPerTick: number;
}

/** Steps in the first ticks after a jump, and in all later ones. */
const STEPS_AFTER_JUMP = [16, 8] as const;
export const STEPS_PER_TICK = 4;

/** The same where a coolant begins to run: metal follows it so fast that longer steps would ring. */
const STEPS_AFTER_COOLANT = [256, 128, 64, 32, 16, 8] as const;

/** Ticks of one length before it is doubled, with the reference step; and the longest tick over the first. */
const TICKS_PER_LENGTH = 20;
const LONGEST_TICK = 4;

/** Ticks from one event to the next, landing on every one of `times`. */
function planStage(
  stage: number,
  start: number,
  end: number,
  tick: number,
  growth: number,
  ticksPerLength: number,
  times: readonly number[],
  stepsAfterJump: readonly number[],
): PlannedTicks[] {
  const fitting = (end - start) / Math.max(1, Math.round((end - start) / tick)); // hardly shorter than a calm tick
  const limits = { first: fitting, longest: growth * fitting, stepsPerLength: ticksPerLength };
  let ticksSoFar = 0;
  return landOn(planSteps(start, end, limits), times).flatMap((group) => {
    const groups: PlannedTicks[] = [];
    let done = 0;
    while (done < group.count) {
      const stepsPerTick = stepsAfterJump[ticksSoFar] ?? STEPS_PER_TICK;
      const many = stepsPerTick === STEPS_PER_TICK ? group.count - done : 1;
      groups.push({
        stage,
        isDriven: true,
        restart: ticksSoFar === 0,
        start: group.start + done * group.dt,
        end: done + many === group.count ? group.end : group.start + (done + many) * group.dt,
        count: many,
        stepsPerTick,
      });
      done += many;
      ticksSoFar += many;
    }
    return groups;
  });
}

/** The generator's ticks. */
export interface Clock {
  /** Length of the first ones after a jump [s]. */
  readonly tick: number;
  /** Whether later ones may be longer. */
  readonly mayGrow: boolean;
}

/** The steps of a stage without current. */
function planPause(
  stage: number,
  { start, end }: CheckedStage,
  timeStep: number,
  tick: number,
  requestedTimes: readonly number[],
  stepsAfterJump: readonly number[],
): PlannedTicks[] {
  const limits = {
    first: Math.min(tick, timeStep) / stepsAfterJump[0]!,
    longest: timeStep,
    stepsPerLength: STEPS_PER_LENGTH,
  };
  return landOn(planSteps(start, end, limits), requestedTimes).map((group, n) => ({
    stage,
    isDriven: false,
    restart: n === 0,
    start: group.start,
    end: group.end,
    count: group.count,
    stepsPerTick: 1,
  }));
}

/**
 * All ticks of a run with RF current, and the steps of its pauses and its cool-down.
 *
 * @param clocks - For each stage; null for one without current.
 */
export function planTicks(
  problem: CheckedProblem,
  { timeStep }: Resolution,
  clocks: readonly (Clock | null)[],
  requestedTimes: readonly number[],
): PlannedTicks[] {
  const ticksPerLength = Math.max(1, Math.round((TICKS_PER_LENGTH * REFERENCE_STEP) / timeStep));
  let lastTick = timeStep;
  return stagesWithCoolDown(problem).flatMap((one, stage) => {
    const clock = clocks[stage] ?? null;
    const isNewPlace = stage === 0 || one.position !== problem.stages[stage - 1]!.position;
    const meetsCoolant = problem.electrode.cooling !== undefined && isNewPlace;
    if (clock === null) {
      const steps = meetsCoolant ? STEPS_AFTER_COOLANT : STEPS_AFTER_JUMP.slice(1);
      return planPause(stage, one, timeStep, lastTick, requestedTimes, steps);
    }
    const { tick, mayGrow } = clock;
    lastTick = tick;
    const growth = mayGrow ? LONGEST_TICK : 1;
    const ramp = one.heating.kind === 'temperature' ? one.heating.ramp : 0;
    const events = eventsOf(one.start, one.end, ramp);
    return events.slice(1).flatMap((end, k) => {
      const steps = meetsCoolant && k === 0 ? STEPS_AFTER_COOLANT : STEPS_AFTER_JUMP;
      return planStage(stage, events[k]!, end, tick, growth, ticksPerLength, requestedTimes, steps);
    });
  });
}
