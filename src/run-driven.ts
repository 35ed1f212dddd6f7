import type { DrivenState, LesionRun, RunOutcome, RunState } from './lesion-run.js';
import type { Drive } from './physics/generator.js';
import type { Prediction } from './physics/heat-step.js';
import { carryOn, enterMedium } from './run-ahead.js';
import {
  clockFor,
  type DrivenHeating,
  driveTick,
  readSensor,
  type Scratch,
  solveField,
} from './run-drive.js';
import { makeDamageCount, STEPS_PER_COUNT } from './run-damage.js';
import { buildDrivenModel, type DrivenModel } from './run-model.js';
import { type CheckedRun, type Progress, requireFeasible, type SimulateOptions } from './run-options.js';
import { planTicks } from './run-plan.js';
import { accumulatePeak, beginPeak, closeGroup, finishRun, openState, requireFinite } from './run-state.js';

/** Stretches of time are divided at these parts of the way from ramp to switch-off, by the logarithm. */
const PARTS = [1 / 3, 2 / 3] as const;

/** The lag of a ramp that is shorter is counted as this part of the heating. */
const SHORTEST_LAG = 0.05;

/** A temperature that is missed by more at switch-off was not reached [K]. */
const REACHED = 0.5;

function startState({ grid: { size } }: DrivenModel): DrivenState {
  return {
    phi: new Float64Array(size),
    phiBefore: new Float64Array(size),
    phiTime: 0,
    phiTimeBefore: 0,
    solves: 0,
    iterations: 0,
    energy: 0,
    lowestImpedance: Infinity,
    impedance: 0,
    limit: null,
    integral: 0,
    demand: 0,
    nextReading: 0,
  };
}

/**
 * When new stretches of time begin: tissue that the current overheats, while the thermocouple lags behind, is past its
 * peak in one of the first, and what is hottest at the end is so in the last [s].
 */
function stretchesOf(heating: DrivenHeating): readonly number[] {
  if (heating.kind !== 'temperature') return [];
  const { ramp, duration } = heating;
  const start = Math.max(ramp, SHORTEST_LAG * duration);
  return PARTS.map((part) => start ** (1 - part) * duration ** part);
}

/** The time loop of a run with RF current: start reading here. */
export function* runDriven(
  run: CheckedRun,
  heating: DrivenHeating,
  { signal, resumeFrom }: SimulateOptions,
): Generator<Progress, LesionRun> {
  const { checked, resolution, snapshotTimes } = run;
  const { arterialTemperature: reference, coolDown } = checked;
  const switchOff = heating.duration;
  const endTime = switchOff + coolDown;
  const model = buildDrivenModel(checked, resolution);
  const { grid, medium, sensor, inverseRootCapacity } = model;
  const { step, changing } = medium;
  const s = changing?.inverseRootCapacity ?? inverseRootCapacity; // of the steps
  const scratch: Scratch = {
    T: new Float64Array(grid.size).fill(checked.startTemperature),
    sigma: new Float64Array(grid.size),
    heat: new Float64Array(grid.size),
  };
  const stretches = stretchesOf(heating);
  const fresh = startState(model);
  const coldImpedance = 1 / solveField(model, fresh, scratch) + checked.returnPathResistance;
  const clock = clockFor(heating, model, scratch.heat, resolution.timeStep);
  const events = heating.kind === 'temperature' ? [...new Set([0, heating.ramp, switchOff])] : [0, switchOff];
  const plan = planTicks(checked, resolution, events, clock, snapshotTimes);
  const samples = plan.reduce((sum, { count }) => sum + count, 0);

  requireFeasible(
    plan.reduce((sum, { count, stepsPerTick }) => sum + count * stepsPerTick, 0),
    grid.size,
  );
  const state = openState(run, model, samples, true, resumeFrom);
  state.driven ??= fresh;
  const driven = state.driven;
  const { v, history } = state;
  history.impedance![0] = coldImpedance;
  const damage = makeDamageCount(run.rules, inverseRootCapacity, reference);
  const predictions = new Map<string, Prediction>();
  const predictionFor = (dt: number, count: number): Prediction => {
    const key = `${dt} ${count}`;
    const known = changing ? undefined : predictions.get(key);
    const prediction = known ?? step.predict(sensor, count);
    predictions.set(key, prediction);
    return prediction;
  };
  const progress = (): Progress => ({ time: state.time, endTime, fraction: state.steps / samples, state });
  const finish = (status: LesionRun['status']): LesionRun =>
    finishRun(run, model, state, damage.settled(state), status, outcomeOf(heating, state));

  while (state.group < plan.length) {
    const { isDriven, restart, start, end, count, stepsPerTick } = plan[state.group]!;
    const length = (end - start) / count;
    const dt = length / stepsPerTick;
    const before = plan[state.group - 1];
    if (state.step === 0 && !restart && before) {
      step.changeTimeStep(state, (before.end - before.start) / before.count / before.stepsPerTick, dt);
    } else step.setTimeStep(dt);
    if (state.step === 0 && restart) {
      step.restart(state, reference);
      damage.jump(state);
    }

    for (; state.step < count;) {
      const after = state.step === count - 1 ? end : start + (state.step + 1) * length;
      // Properties are those at the middle of the tick; after a jump, those before it.
      const middle = restart && state.step === 0 ? state.time : (state.time + after) / 2;
      if (isDriven || changing) carryOn(model, state, reference, middle, scratch.T);
      if (changing) enterMedium(medium, state, scratch.T, dt, reference);
      let squaredVoltage = 0;
      if (isDriven) {
        const prediction = predictionFor(dt, stepsPerTick);
        const drive = driveTick(heating, checked, model, state, prediction, scratch, middle, after);
        squaredVoltage = drive.squaredVoltage;
        driven.limit = drive.limit === null ? null : keepLimit(driven.limit, drive.limit, state.time);
        const tipVoltage = 1 - checked.returnPathResistance / driven.impedance; // part of the generator's
        step.setPower(scratch.heat, squaredVoltage * tipVoltage ** 2);
      }
      for (let n = 0; n < stepsPerTick; n++) {
        step.advance(state, reference, reference, reference);
        accumulatePeak(v, s, reference, state.peakTemperature);
      }
      if (changing) {
        changing.leave(v);
        accumulatePeak(v, inverseRootCapacity, reference, state.peakTemperature);
      }
      requireFinite(state, after);
      state.step += 1;
      state.steps += 1;
      state.time = after;
      if (isDriven || state.step % STEPS_PER_COUNT === 0 || state.step === count) damage.count(state);
      if (isDriven && after >= (stretches[state.earlierPeaks.length] ?? Infinity))
        beginPeak(model, state, reference);
      const power = squaredVoltage / driven.impedance;
      driven.energy += power * length;
      history.time[state.steps] = after;
      history.sensorTemperature[state.steps] = readSensor(model, v, reference);
      history.voltage![state.steps] = Math.sqrt(squaredVoltage);
      history.impedance![state.steps] = driven.impedance;
      history.power[state.steps] = power;
      history.energy[state.steps] = driven.energy;
      if (state.step < count) yield progress();
      if (signal?.aborted === true) return finish('stopped');
    }
    closeGroup(run, model, state, end, null);
    yield progress();
  }
  return finish('completed');
}

function keepLimit(
  old: DrivenState['limit'],
  reason: NonNullable<Drive['limit']>,
  time: number,
): DrivenState['limit'] {
  // The power stops for good at a roll-off, whatever had limited it before.
  if (reason === 'roll-off' && old?.reason !== 'roll-off') return { reason, since: time };
  return old ?? { reason, since: time };
}

/** What became of the run: limited if the target was missed at switch-off, or if the power had to stop. */
function outcomeOf(heating: DrivenHeating, { driven, history, time, steps }: RunState): RunOutcome {
  const limit = driven?.limit ?? null;
  if (limit?.reason === 'roll-off') return { kind: 'limited', reason: 'roll-off', time: limit.since };
  if (heating.kind !== 'temperature') return { kind: 'completed' };
  let last = steps;
  while (last > 0 && history.time[last]! > Math.min(heating.duration, time)) last--;
  const missed = history.sensorTemperature[last]! < heating.target - REACHED && time >= heating.duration;
  if (!missed) return { kind: 'completed' };
  return { kind: 'limited', reason: limit?.reason ?? 'control', time: limit?.since ?? heating.duration };
}
