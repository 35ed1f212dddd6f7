import { landOn, planSteps, type StepGroup } from './numerics/step-plan.js';
import type { CheckedProblem } from './problem/checked.js';
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
  /** Bare tip held at the set temperature, or needle adiabatic. */
  readonly needle: 'held' | 'adiabatic';
  /** Whether a jump precedes: the state is started afresh. */
  readonly restart: boolean;
}

/**
 * All steps of a run. They land exactly on the end of the ramp, on switch-off, on the end of the cool-down and on
 * every requested time.
 */
export function planRun(
  problem: CheckedProblem,
  heating: { readonly duration: number; readonly ramp: number },
  resolution: Resolution,
  requestedTimes: readonly number[],
): PlannedSteps[] {
  const { coolDown } = problem;
  const { spacing, timeStep } = resolution;
  const diffusivity = startDiffusivity(problem);
  const first = (FIRST_STEP * spacing ** 2) / diffusivity;
  const smooth = Math.min(timeStep, (RINGING_LIMIT * spacing * MEASURED_DIFFUSIVITY) / diffusivity);
  const coarseness = timeStep / REFERENCE_STEP;
  const inRamp = coarseness * RAMP_STEP * Math.sqrt(heating.ramp / MEASURED_RAMP);
  const stepsPerLength = Math.max(1, Math.round(STEPS_PER_LENGTH / coarseness));

  const switchOff = heating.duration;
  const events = [...new Set([0, heating.ramp, switchOff, switchOff + coolDown])];
  return events.slice(1).flatMap((end, k) => {
    const start = events[k]!;
    const longest = Math.min(
      smooth,
      (coarseness * (end - start)) / STEPS_PER_STAGE,
      end === heating.ramp ? inRamp : Infinity,
    );
    const groups = planSteps(start, end, { first, longest, stepsPerLength });
    const needle = start < switchOff ? 'held' : 'adiabatic';
    return landOn(groups, requestedTimes).map((group, n) => ({ ...group, needle, restart: n === 0 }));
  });
}

/** Control ticks under one set of conditions. */
export interface PlannedTicks {
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

/** Ticks of one length before it is doubled, with the reference step; and the longest tick over the first. */
const TICKS_PER_LENGTH = 20;
const LONGEST_TICK = 4;

/** Ticks from one event to the next, landing on every one of `times`. */
function planStage(
  start: number,
  end: number,
  tick: number,
  growth: number,
  ticksPerLength: number,
  times: readonly number[],
): PlannedTicks[] {
  const fitting = (end - start) / Math.max(1, Math.round((end - start) / tick)); // hardly shorter than a calm tick
  const limits = { first: fitting, longest: growth * fitting, stepsPerLength: ticksPerLength };
  let ticksSoFar = 0;
  return landOn(planSteps(start, end, limits), times).flatMap((group) => {
    const groups: PlannedTicks[] = [];
    let done = 0;
    while (done < group.count) {
      const stepsPerTick = STEPS_AFTER_JUMP[ticksSoFar] ?? STEPS_PER_TICK;
      const many = stepsPerTick === STEPS_PER_TICK ? group.count - done : 1;
      groups.push({
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

/**
 * All ticks of a run with RF current, and the steps of its cool-down.
 *
 * @param events - Times at which the drive jumps, from 0 to switch-off [s].
 */
export function planTicks(
  { coolDown }: CheckedProblem,
  { timeStep }: Resolution,
  events: readonly number[],
  { tick, mayGrow }: Clock,
  requestedTimes: readonly number[],
): PlannedTicks[] {
  const switchOff = events.at(-1)!;
  const growth = mayGrow ? LONGEST_TICK : 1;
  const ticksPerLength = Math.max(1, Math.round((TICKS_PER_LENGTH * REFERENCE_STEP) / timeStep));
  const driven = events
    .slice(1)
    .flatMap((end, k) => planStage(events[k]!, end, tick, growth, ticksPerLength, requestedTimes));
  const limits = {
    first: Math.min(tick, timeStep) / STEPS_AFTER_JUMP[1],
    longest: timeStep,
    stepsPerLength: STEPS_PER_LENGTH,
  };
  const cooling = coolDown > 0 ? planSteps(switchOff, switchOff + coolDown, limits) : [];
  const after = landOn(cooling, requestedTimes).map(({ start, end, count }, n) => ({
    isDriven: false,
    restart: n === 0,
    start,
    end,
    count,
    stepsPerTick: 1,
  }));
  return [...driven, ...after];
}
