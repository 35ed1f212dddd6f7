import { LesionModelError } from './errors.js';
import type { DrivenState, LesionRun, RunOutcome, RunState } from './lesion-run.js';
import { type Drive, readPi, ROLL_OFF, withinLimits } from './physics/generator.js';
import type { Prediction } from './physics/heat-step.js';
import { setTemperature } from './physics/set-curve.js';
import type { CheckedHeating, CheckedProblem } from './problem/checked.js';
import {
  accumulatePeak,
  buildDrivenModel,
  type DrivenModel,
  exposureOf,
  finishRun,
  initialState,
  temperatureOf,
} from './run-model.js';
import type { CheckedRun, Progress, SimulateOptions } from './run-options.js';
import { planTicks, STEPS_PER_TICK } from './run-plan.js';

/** RF current, by what the generator is told. */
export type DrivenHeating = Exclude<CheckedHeating, { readonly kind: 'tip-temperature' }>;

/** Residual of a field solve, relative to that of no field at all. */
const FIELD_TOLERANCE = 1e-5;

/** A tick is long enough when a second one adds no more than this times what the first one did to the sensor. */
const CALM = 1.05;

/** A temperature that is missed by more at switch-off was not reached [K]. */
const REACHED = 0.5;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let c = 0; c < a.length; c++) sum += a[c]! * b[c]!;
  return sum;
};

/** What is computed anew in every tick; scratch space, no part of the state. */
interface Scratch {
  /** [°C] */
  readonly T: Float64Array;
  /** [S/m] */
  readonly sigma: Float64Array;
  /** Joule heat of 1 V [W]. */
  readonly heat: Float64Array;
}

/** Solves the field for the conductivity at a temperature field: the current of 1 V on the tip [S]. */
function solveField(
  { grid, field, conductivity }: DrivenModel,
  driven: DrivenState,
  { T, sigma, heat }: Scratch,
): number {
  conductivity.fill(T, sigma);
  for (let c = 0; c < sigma.length; c++) if (grid.isTissue[c] === 0) sigma[c] = 0;
  const { conductance, iterations } = field.solve(sigma, driven.phi, heat, FIELD_TOLERANCE);
  driven.solves += 1;
  driven.iterations += iterations;
  return conductance;
}

/** Shortest tick from `shortest` on with which control at the sensor does not ring, at most `longest` [s]. */
function calmTick(
  { step, sensor }: DrivenModel,
  heat: Float64Array,
  shortest: number,
  longest: number,
): number {
  let tick = shortest;
  while (tick < longest) {
    step.setTimeStep(tick / STEPS_PER_TICK);
    const once = dot(step.predict(sensor, STEPS_PER_TICK).power, heat);
    const twice = dot(step.predict(sensor, 2 * STEPS_PER_TICK).power, heat);
    if (twice - once <= CALM * once) return tick;
    tick *= 1.5;
  }
  return longest;
}

/** Length of the control ticks [s]: a PI controller brings its own clock. */
function tickFor(heating: DrivenHeating, model: DrivenModel, heat: Float64Array, timeStep: number): number {
  const plain = Math.min(timeStep, heating.duration / 16);
  if (heating.kind !== 'temperature') {
    const mayBeControlled = heating.kind === 'power' && heating.maxSensorTemperature < Infinity;
    return mayBeControlled ? calmTick(model, heat, plain, heating.duration / 4) : plain;
  }
  if (heating.control.kind === 'pi') {
    const { interval } = heating.control;
    return interval / Math.ceil(interval / plain);
  }
  return calmTick(model, heat, plain, heating.duration / 4);
}

function startState(model: DrivenModel, checked: CheckedProblem): DrivenState {
  const { size } = model.grid;
  return {
    phi: new Float64Array(size),
    phiBefore: new Float64Array(size),
    temperatureBefore: new Float64Array(size).fill(checked.startTemperature),
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

/** The time loop of a run with RF current: start reading here. */
export function* runDriven(
  run: CheckedRun,
  heating: DrivenHeating,
  { signal, resumeFrom }: SimulateOptions,
): Generator<Progress, LesionRun> {
  const { problem, checked, resolution, snapshotTimes } = run;
  const { arterialTemperature: reference, coolDown } = checked;
  const switchOff = heating.duration;
  const endTime = switchOff + coolDown;
  const model = buildDrivenModel(checked, resolution);
  const { grid, step, sensor, inverseRootCapacity: s } = model;
  const scratch: Scratch = {
    T: new Float64Array(grid.size).fill(checked.startTemperature),
    sigma: new Float64Array(grid.size),
    heat: new Float64Array(grid.size),
  };
  const fresh = startState(model, checked);
  const coldImpedance = 1 / solveField(model, fresh, scratch) + checked.returnPathResistance;
  const tick = tickFor(heating, model, scratch.heat, resolution.timeStep);
  const events = heating.kind === 'temperature' ? [...new Set([0, heating.ramp, switchOff])] : [0, switchOff];
  const plan = planTicks(checked, resolution, events, tick, snapshotTimes);
  const samples = plan.reduce((sum, { count }) => sum + count, 0);

  const state = resumeFrom ? structuredClone(resumeFrom) : initialState(model, checked, samples, true);
  state.driven ??= fresh;
  const driven = state.driven;
  const { v, history } = state;
  history.impedance![0] = coldImpedance;
  const predictions = new Map<string, Prediction>();
  const progress = (): Progress => ({ time: state.time, endTime, fraction: state.steps / samples, state });
  const finish = (status: LesionRun['status']): LesionRun =>
    finishRun(problem, checked, resolution, model, state, status, outcomeOf(heating, state));

  while (state.group < plan.length) {
    const { isDriven, restart, start, end, count, stepsPerTick } = plan[state.group]!;
    const length = (end - start) / count;
    const dt = length / stepsPerTick;
    const before = plan[state.group - 1];
    if (state.step === 0 && !restart && before) {
      step.changeTimeStep(state, (before.end - before.start) / before.count / before.stepsPerTick, dt);
    } else step.setTimeStep(dt);
    if (state.step === 0 && restart) step.restart(state, reference);
    const key = `${dt} ${stepsPerTick}`;
    if (isDriven && !predictions.has(key)) predictions.set(key, step.predict(sensor, stepsPerTick));
    const prediction = predictions.get(key);

    for (; state.step < count;) {
      const after = state.step === count - 1 ? end : start + (state.step + 1) * length;
      let squaredVoltage = 0;
      if (isDriven && prediction) {
        const isFirst = restart && state.step === 0;
        const drive = driveTick(heating, checked, model, state, prediction, scratch, after, isFirst);
        squaredVoltage = drive.squaredVoltage;
        driven.limit = drive.limit === null ? null : keepLimit(driven.limit, drive.limit, state.time);
        const tipVoltage = 1 - checked.returnPathResistance / driven.impedance; // part of the generator's
        step.setPower(scratch.heat, squaredVoltage * tipVoltage ** 2);
      }
      for (let n = 0; n < stepsPerTick; n++) {
        step.advance(state, reference, reference, reference);
        accumulatePeak(v, s, reference, state.peakTemperature);
      }
      if (!Number.isFinite(state.heat.delivered + state.heat.boundary)) {
        throw new LesionModelError('diverged', `The temperature is no longer finite at ${after} s.`);
      }
      state.step += 1;
      state.steps += 1;
      state.time = after;
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
    if (snapshotTimes.includes(end)) {
      const temperature = temperatureOf(model, state, reference);
      state.snapshots.push({ time: end, temperature, tipTemperature: null });
    }
    if (end === switchOff) state.atSwitchOff = exposureOf(grid, state);
    state.group += 1;
    state.step = 0;
    yield progress();
  }
  return finish('completed');
}

function keepLimit(
  old: DrivenState['limit'],
  reason: NonNullable<Drive['limit']>,
  time: number,
): DrivenState['limit'] {
  return old ?? { reason, since: time };
}

/** Temperature at the thermocouple [°C]. */
function readSensor(
  { sensor, inverseRootCapacity: s }: DrivenModel,
  v: Float64Array,
  reference: number,
): number {
  let rise = 0;
  for (let c = 0; c < sensor.length; c++) if (sensor[c] !== 0) rise += sensor[c]! * v[c]! * s[c]!;
  return reference + rise;
}

/** The field at the middle of the coming tick, and the voltage that the generator gives for it. */
function driveTick(
  heating: DrivenHeating,
  { startTemperature, arterialTemperature: reference, returnPathResistance }: CheckedProblem,
  model: DrivenModel,
  state: RunState,
  prediction: Prediction,
  scratch: Scratch,
  after: number,
  isFirst: boolean,
): Drive {
  const driven = state.driven!;
  const { inverseRootCapacity: s } = model;
  const { T, heat } = scratch;
  const ahead = isFirst ? 0 : 0.5; // of the last tick's change: conductivity at the middle of the tick
  for (let c = 0; c < T.length; c++) {
    const now = state.v[c]! * s[c]! + reference;
    T[c] = now + ahead * (now - driven.temperatureBefore[c]!);
    driven.temperatureBefore[c] = now;
    const phi = driven.phi[c]!;
    if (driven.solves > 1) driven.phi[c] = 2 * phi - driven.phiBefore[c]!;
    driven.phiBefore[c] = phi;
  }
  const impedance = 1 / solveField(model, driven, scratch) + returnPathResistance;
  driven.impedance = impedance;
  driven.lowestImpedance = Math.min(driven.lowestImpedance, impedance);
  if (driven.limit?.reason === 'roll-off' || impedance > ROLL_OFF * driven.lowestImpedance) {
    return { squaredVoltage: 0, limit: 'roll-off' };
  }
  /** Square of the generator's voltage that brings the sensor to a temperature at the end of the tick [V²]. */
  const bringTo = (temperature: number): number => {
    const free = prediction.constant + dot(prediction.g, state.g);
    const tipPart = (1 - returnPathResistance / impedance) ** 2;
    return (temperature - free) / (dot(prediction.power, heat) * tipPart);
  };
  switch (heating.kind) {
    case 'voltage':
      return { squaredVoltage: heating.voltage ** 2, limit: null };
    case 'power': {
      const asked = withinLimits(heating.power * impedance, impedance, heating.limits);
      if (heating.maxSensorTemperature === Infinity) return asked;
      const most = Math.max(bringTo(heating.maxSensorTemperature), 0);
      return most < asked.squaredVoltage ? { squaredVoltage: most, limit: 'maxSensorTemperature' } : asked;
    }
    case 'temperature': {
      const curve = { from: startTemperature, target: heating.target, ramp: heating.ramp };
      const { control, limits } = heating;
      if (control.kind === 'ideal')
        return withinLimits(bringTo(setTemperature(curve, after)), impedance, limits);
      if (state.time >= driven.nextReading - 1e-9 * control.interval) {
        const error = setTemperature(curve, state.time) - readSensor(model, state.v, reference);
        const most = withinLimits(Infinity, impedance, limits).squaredVoltage / impedance;
        const { integral, demand } = readPi(control, driven.integral, error, most);
        driven.integral = integral;
        driven.demand = demand;
        driven.nextReading += control.interval;
      }
      return withinLimits(driven.demand * impedance, impedance, limits);
    }
  }
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
