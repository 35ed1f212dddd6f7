import { landOn, planSteps, type StepGroup } from './numerics/step-plan.js';
import type { CheckedProblem, CheckedStage } from './problem/checked.js';
import type { Resolution } from './problem/types.js';
import { eventsOf, REFERENCE_STEP, SLOWING, stagesWithCoolDown, STEPS_PER_LENGTH } from './run-plan.js';

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

/** Steps in the first ticks after a jump, of which each is as long as all before it, and in all later ones. */
const STEPS_AFTER_JUMP = [8, 8, 8, 8, 8] as const;
export const STEPS_PER_TICK = 4;

/** The same where a coolant begins to run: metal follows it so fast that longer steps would ring. */
const STEPS_AFTER_COOLANT = [32, 32, 32, 32, 32, 16, 8] as const;

/** First step of a pause as a part of a tick: metal gives off at once what current has put into the tip's rim. */
const FIRST_IN_PAUSE = 1 / 64;
const FIRST_WITH_COOLANT = 1 / 256;

/** Ticks of one length before it is doubled, with the reference step; and the longest tick over the first. */
const TICKS_PER_LENGTH = 20;
const LONGEST_TICK = 4;

/**
 * Ticks up to a tick's length after a jump: nothing is known of the middle of the first one, so it is short, and each of the next as
 * long as all before it.
 */
function shortTicks(start: number, tick: number, shortest: number): StepGroup[] {
  const ends = [tick];
  while (ends[0]! / 2 >= shortest * (1 - 1e-9)) ends.unshift(ends[0]! / 2);
  if (ends.length === 1) return [];
  return ends.map((end, k) => {
    const [from, to] = [start + (ends[k - 1] ?? 0), start + end];
    return { start: from, end: to, dt: to - from, count: 1 };
  });
}

/** Ticks from one event to the next, landing on every one of `times`. */
function planStage(
  stage: number,
  start: number,
  end: number,
  { tick, shortest }: Clock,
  growth: number,
  ticksPerLength: number,
  times: readonly number[],
  stepsAfterJump: readonly number[],
): PlannedTicks[] {
  const fitting = (end - start) / Math.max(1, Math.round((end - start) / tick)); // hardly shorter than a calm tick
  const limits = { first: fitting, longest: growth * fitting, stepsPerLength: ticksPerLength };
  let ticksSoFar = 0;
  const short = end - start > 1.5 * fitting ? shortTicks(start, fitting, shortest) : [];
  const groups = [...short, ...planSteps(short.at(-1)?.end ?? start, end, limits)];
  return landOn(groups, times).flatMap((group) => {
    const ticks: PlannedTicks[] = [];
    let done = 0;
    while (done < group.count) {
      const stepsPerTick = stepsAfterJump[ticksSoFar] ?? STEPS_PER_TICK;
      const many = stepsPerTick === STEPS_PER_TICK ? group.count - done : 1;
      ticks.push({
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
    return ticks;
  });
}

/** The generator's ticks. */
export interface Clock {
  /** Length soon after a jump [s]. */
  readonly tick: number;
  /** Of the very first one [s]. */
  readonly shortest: number;
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
  firstPart: number,
): PlannedTicks[] {
  const limits = {
    first: firstPart * Math.min(tick, timeStep),
    longest: timeStep,
    stepsPerLength: STEPS_PER_LENGTH,
    slowing: SLOWING.metal * (REFERENCE_STEP / timeStep) ** 2,
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
      const firstPart = meetsCoolant ? FIRST_WITH_COOLANT : FIRST_IN_PAUSE;
      return planPause(stage, one, timeStep, lastTick, requestedTimes, firstPart);
    }
    lastTick = clock.tick;
    const growth = clock.mayGrow ? LONGEST_TICK : 1;
    const ramp = one.heating.kind === 'temperature' ? one.heating.ramp : 0;
    const events = eventsOf(one.start, one.end, ramp);
    return events.slice(1).flatMap((end, k) => {
      const steps = meetsCoolant && k === 0 ? STEPS_AFTER_COOLANT : STEPS_AFTER_JUMP;
      return planStage(stage, events[k]!, end, clock, growth, ticksPerLength, requestedTimes, steps);
    });
  });
}
