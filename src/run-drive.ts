import type { DrivenState, RunState } from './lesion-run.js';
import { type Drive, readPi, withinLimits } from './physics/generator.js';
import type { Prediction } from './physics/heat-step.js';
import { setTemperature } from './physics/set-curve.js';
import type { CheckedProblem, CheckedStage, DrivenHeating } from './problem/checked.js';
import type { DrivenModel } from './run-model.js';
import { type Clock, STEPS_PER_TICK } from './run-clock.js';

/** A tick is long enough when a second one adds no more than this times what the first one did to the sensor. */
const CALM = 1.05;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let c = 0; c < a.length; c++) sum += a[c]! * b[c]!;
  return sum;
};

/** What is computed anew in every tick; scratch space, no part of the state. */
export interface Scratch {
  /** [°C] */
  readonly T: Float64Array;
  /** [S/m] */
  readonly sigma: Float64Array;
  /** Joule heat of 1 V [W]. */
  readonly heat: Float64Array;
}

/** Solves the field for the conductivity at a temperature field: the current of 1 V on the tip [S]. */
export function solveField(
  { grid, field, fieldTolerance, conductivity }: DrivenModel,
  driven: DrivenState,
  { T, sigma, heat }: Scratch,
): number {
  conductivity.fill(T, sigma);
  for (let c = 0; c < sigma.length; c++) if (grid.isTissue[c] === 0) sigma[c] = 0;
  const { conductance, iterations } = field.solve(sigma, driven.phi, heat, fieldTolerance);
  driven.solves += 1;
  driven.iterations += iterations;
  return conductance;
}

/** Solves the field and keeps its impedance, return path included [Ω]. */
export function solveImpedance(
  model: DrivenModel,
  driven: DrivenState,
  scratch: Scratch,
  returnPathResistance: number,
): number {
  const impedance = 1 / solveField(model, driven, scratch) + returnPathResistance;
  driven.impedance = impedance;
  return impedance;
}

/**
 * Whether the generator, which gives current, has stopped, or stops now because the impedance has risen too far.
 *
 * ```text
 * Z > rollOff · (lowest Z of the stage)
 * ```
 */
export function isRollOff({ rollOff }: DrivenHeating, driven: DrivenState): boolean {
  if (driven.limit?.reason === 'roll-off') return true;
  driven.lowestImpedance = Math.min(driven.lowestImpedance, driven.impedance);
  return driven.impedance > rollOff * driven.lowestImpedance;
}

/** Halvings that find a calm tick to 1 %. */
const HALVINGS = 6;

/**
 * Shortest tick from `shortest` on with which control at the sensor does not ring, at most `longest` [s].
 *
 * @remarks Found to 1 %, not from a few lengths: runs on other grids and with other time steps then have the same clock.
 */
function calmTick(
  { medium: { step }, sensor }: DrivenModel,
  heat: Float64Array,
  shortest: number,
  longest: number,
): number {
  const isCalm = (tick: number): boolean => {
    step.setTimeStep(tick / STEPS_PER_TICK);
    const predictions = step.predict(sensor, [STEPS_PER_TICK, 2 * STEPS_PER_TICK]);
    const [once, twice] = predictions.map(({ power }) => dot(power, heat)) as [number, number];
    return twice - once <= CALM * once;
  };
  if (isCalm(shortest)) return shortest;
  let [low, high] = [shortest, Math.min(2 * shortest, longest)];
  while (high < longest && !isCalm(high)) [low, high] = [high, Math.min(2 * high, longest)];
  for (let n = 0; n < HALVINGS; n++) {
    const middle = Math.sqrt(low * high);
    if (isCalm(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The first tick after a jump is this part of a plain one, or longer to be calm. */
const FIRST_TICK = 1 / 8;

/** The control ticks: they grow as things slow down, but a PI controller brings its own clock. */
export function clockFor(
  heating: DrivenHeating,
  duration: number,
  model: DrivenModel,
  heat: Float64Array,
  timeStep: number,
): Clock {
  const plain = Math.min(timeStep, duration / 16);
  if (heating.kind === 'temperature' && heating.control.kind === 'pi') {
    const { interval } = heating.control;
    const tick = interval / Math.ceil(interval / plain);
    return { tick, shortest: tick, mayGrow: false };
  }
  const isControlled =
    heating.kind === 'temperature' ||
    ('maxSensorTemperature' in heating && heating.maxSensorTemperature < Infinity);
  // Where water may boil, a generator that does not hold a temperature must see its impedance rise in time.
  const mayGrow = heating.kind === 'temperature' || model.specificHeat.jumpsFrom === Infinity;
  const calm = (least: number): number => (isControlled ? calmTick(model, heat, least, duration / 4) : least);
  return { tick: calm(plain), shortest: calm(FIRST_TICK * plain), mayGrow };
}

/** Temperature at the thermocouple [°C]. */
export function readSensor(
  sensor: Float64Array,
  s: Float64Array,
  v: Float64Array,
  reference: number,
): number {
  let rise = 0;
  for (let c = 0; c < sensor.length; c++) if (sensor[c] !== 0) rise += sensor[c]! * v[c]! * s[c]!;
  return reference + rise;
}

/** What is known of the coming tick. */
interface Foreseen {
  /** How the sensor follows; asked for where a sensor matters. */
  readonly predict: () => Prediction;
  /** Heat that blood does not carry away after all, shape [nz·nr] [W]. */
  readonly relief: Float64Array | undefined;
  /** [s] */
  readonly middle: number;
  /** [s] */
  readonly after: number;
}

/** What a generator that has not stopped gives. */
function askedDrive(
  heating: DrivenHeating,
  { start }: CheckedStage,
  { returnPathResistance }: CheckedProblem,
  state: RunState,
  { predict, relief, after }: Foreseen,
  scratch: Scratch,
): Drive {
  const driven = state.driven!;
  const { heat } = scratch;
  const { impedance } = driven;
  /** Square of the generator's voltage that brings the sensor to a temperature at the end of the tick [V²]. */
  const bringTo = (temperature: number): number => {
    const prediction = predict();
    const kept = relief ? dot(prediction.power, relief) : 0;
    const free = prediction.constant + dot(prediction.g, state.g) + kept;
    const tipPart = (1 - returnPathResistance / impedance) ** 2;
    return (temperature - free) / (dot(prediction.power, heat) * tipPart);
  };
  /** The same, or less where the sensor would go beyond a temperature. */
  const upTo = (asked: Drive, maxSensorTemperature: number): Drive => {
    if (maxSensorTemperature === Infinity) return asked;
    const most = Math.max(bringTo(maxSensorTemperature), 0);
    return most < asked.squaredVoltage ? { squaredVoltage: most, limit: 'maxSensorTemperature' } : asked;
  };
  switch (heating.kind) {
    case 'pulsed': {
      const mean = heating.voltage ** 2 * heating.pulseWidth * heating.pulseRate;
      return upTo({ squaredVoltage: mean, limit: null }, heating.maxSensorTemperature);
    }
    case 'voltage':
      return { squaredVoltage: heating.voltage ** 2, limit: null };
    case 'power': {
      const asked = withinLimits(heating.power * impedance, impedance, heating.limits);
      return upTo(asked, heating.maxSensorTemperature);
    }
    case 'temperature': {
      // A lower target is waited for.
      const from = Math.min(driven.sensorAtStart, heating.target);
      const curve = { from, target: heating.target, ramp: heating.ramp };
      const { control, limits } = heating;
      if (control.kind === 'ideal')
        return withinLimits(bringTo(setTemperature(curve, after - start)), impedance, limits);
      if (state.time >= driven.nextReading - 1e-9 * control.interval) {
        const error =
          setTemperature(curve, state.time - start) - state.history.sensorTemperature[state.steps]!;
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

/**
 * The field at the middle of the coming tick, for the temperature in `scratch.T`, and the voltage that the generator
 * gives for it. Ideal control solves, with the prediction of {@link makeHeatStep},
 *
 * ```text
 * T_set(end of tick) = constant + w_g·g + V² w_Q·Q(1 V)
 * ```
 */
export function driveTick(
  heating: DrivenHeating,
  stage: CheckedStage,
  checked: CheckedProblem,
  model: DrivenModel,
  state: RunState,
  foreseen: Foreseen,
  scratch: Scratch,
): Drive {
  const { middle } = foreseen;
  const driven = state.driven!;
  // The first guess of the potential: its last change goes on.
  const part = (middle - driven.phiTime) / (driven.phiTime - driven.phiTimeBefore);
  const onwards = Number.isFinite(part) ? part : 0;
  for (let c = 0; c < driven.phi.length; c++) {
    const phi = driven.phi[c]!;
    driven.phi[c] = phi + onwards * (phi - driven.phiBefore[c]!);
    driven.phiBefore[c] = phi;
  }
  driven.phiTimeBefore = driven.phiTime;
  driven.phiTime = middle;
  solveImpedance(model, driven, scratch, checked.returnPathResistance);
  const asked = askedDrive(heating, stage, checked, state, foreseen, scratch);
  const hasCurrent = asked.squaredVoltage > 0;
  if (hasCurrent && isRollOff(heating, driven)) return { squaredVoltage: 0, limit: 'roll-off' };
  return asked;
}
