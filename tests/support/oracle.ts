// A second way through a run: the same cells, conductances and capacities, in time by another method, all cells at once.
import { type LesionRun, type Problem, type Resolution, simulateSteps } from '../../src/index.js';
import { setTemperature } from '../../src/physics/set-curve.js';
import { checkProblem } from '../../src/problem/check.js';
import type { CheckedProblem } from '../../src/problem/checked.js';
import {
  buildDrivenModels,
  buildHeldModel,
  type DrivenModel,
  type HeldModel,
  makeTipReading,
} from '../../src/run-model.js';
import { type RunStage, stagesWithCoolDown } from '../../src/run-plan.js';
import { type Ask, askOf, currentDriver, type Driver, heldDriver } from './oracle-drivers.js';

/** All that a run went through. Temperatures in °C, times in s, fields of shape [nz·nr]. */
export interface Recorded {
  readonly run: LesionRun;
  readonly checked: CheckedProblem;
  /** At the start and after every step or tick; sample n of the run's history is of time n. */
  readonly times: readonly number[];
  readonly temperatures: readonly Float64Array[];
  /** How many stretches of time, each with a highest temperature of its own, had ended by then. */
  readonly stretches: readonly number[];
  /** Jumps of what drives the run: starts and ends of stages, ends of ramps. */
  readonly events: readonly number[];
}

/** The same by the oracle. */
export interface OracleRun {
  /** At the times of the run. */
  readonly temperatures: readonly Float64Array[];
  /** The highest in each stretch of time. */
  readonly peaks: readonly Float64Array[];
  /** Of the generator in each step of the run, the first one 0 [V²]; at the middle of each [Ω]. */
  readonly squaredVoltages: readonly number[];
  readonly impedances: readonly number[];
}

/** Runs a problem and keeps every field. */
export function recordRun(problem: Problem, resolution?: Resolution): Recorded {
  const checked = checkProblem(problem);
  const { startTemperature, arterialTemperature, stages } = checked;
  const [times, stretches, states] = [[0], [0], [new Float64Array(0)]];
  const steps = simulateSteps(problem, { criteria: [], ...(resolution && { resolution }) });
  let next = steps.next();
  for (; next.done !== true; next = steps.next()) {
    const { state } = next.value;
    if (state.time === times.at(-1)) continue;
    times.push(state.time);
    stretches.push(state.earlierPeaks.length);
    states.push(state.v.slice());
  }
  const run = next.value;
  const { inverseRootCapacity: s } = modelOf(checked, run.resolution);
  const temperatures = states.map((v, n) =>
    n === 0 ? s.map(() => startTemperature) : v.map((x, c) => arterialTemperature + x * s[c]!),
  );
  const events = stages.flatMap(({ heating, start, end }) => [
    start,
    start + ('ramp' in heating ? heating.ramp : 0),
    end,
  ]);
  return { run, checked, times, temperatures, stretches, events: [...new Set(events)] };
}

function modelOf(checked: CheckedProblem, resolution: Resolution): HeldModel | DrivenModel {
  if (checked.isHeld) return buildHeldModel(checked, resolution);
  const [model, ...others] = new Set(buildDrivenModels(checked, resolution));
  if (!model || others.length > 0) throw new Error('The oracle does not move the needle.');
  return model;
}

/** Steps in the first step after an event: the shortest ones first, each then as long as all before it. */
const AFTER_EVENT = [1 / 64, 1 / 64, 1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2];

/** The sensor is on its set curve to this [K]. */
const ON_CURVE = 1e-5;

/** Tries that bring it there; the answer is almost in proportion to the square of the voltage. */
const TRIES = 8;

/**
 * Follows a run by the oracle from the same start, driven by the same set curve on the tip, by the same voltage, or by the voltage
 * that the oracle itself needs to have the sensor on its set curve at the end of every control tick.
 *
 * @param refine - Steps of the oracle in each of the run's; even.
 */
export function followRun({ run, checked, times, stretches, events }: Recorded, refine: number): OracleRun {
  const { startTemperature, arterialTemperature: reference } = checked;
  const model = modelOf(checked, run.resolution);
  const { grid, inverseRootCapacity } = model;
  const { history } = run;
  const u = new Float64Array(grid.size).fill(startTemperature - reference);
  const celsius = (): Float64Array => u.map((x) => reference + x);
  const sensor = 'sensor' in model ? model.sensor : new Float64Array(grid.size);
  const readSensor = (field: Float64Array): number =>
    reference + sensor.reduce((sum, w, c) => sum + w * field[c]!, 0);
  const readTip = (): number =>
    makeTipReading(model, reference)(u.map((x, c) => x / inverseRootCapacity[c]!));

  const stages = stagesWithCoolDown(checked);
  const begin = ({
    heating,
    start,
  }: RunStage): { driver: Driver; aim: ((time: number) => number) | null } => {
    const isControlled = heating.kind === 'temperature' || heating.kind === 'tip-temperature';
    const reading = checked.isHeld ? readTip() : readSensor(u);
    const curve = isControlled ? { ...heating, from: start === 0 ? startTemperature : reading } : null;
    const aim = curve && ((time: number): number => setTemperature(curve, time - start));
    if ('field' in model) return { driver: currentDriver(model, checked), aim };
    return { driver: heldDriver(model, aim && ((time) => aim(time) - reference)), aim: null };
  };

  const temperatures = [celsius()];
  const peaks = [celsius()];
  const impedances = [0];
  const squaredVoltages = [0];
  let stage = 0;
  let { driver, aim } = begin(stages[0]!);

  /** The steps from one time of the run to the next; the impedance halfway. */
  function advance(from: number, to: number, ask: Ask, peak: Float64Array): number {
    const parts = events.includes(from) ? AFTER_EVENT : [1 / 2, 1 / 2];
    const count = events.includes(from) ? refine : refine / 2;
    let [time, done, halfway] = [from, 0, 0];
    for (const part of parts) {
      const h = (part * (to - from)) / count;
      for (let k = 0; k < count; k++) {
        driver.step(u, h, driver.input(time, ask));
        time += h;
        for (let c = 0; c < u.length; c++) peak[c] = Math.max(peak[c]!, reference + u[c]!);
      }
      done += part;
      if (done === 0.5) halfway = driver.impedance();
    }
    return halfway;
  }

  /** The same with the voltage that brings the sensor to a temperature at the end: that of the run, improved by secants. */
  function advanceTo(
    target: number,
    from: number,
    to: number,
    first: number,
    peak: Float64Array,
  ): [squared: number, impedance: number] {
    const [before, peakBefore] = [u.slice(), peak.slice()];
    const tried: { readonly squared: number; readonly read: number }[] = [];
    let squared = first;
    for (let n = 0; n < TRIES; n++) {
      u.set(before);
      peak.set(peakBefore);
      const tick = squared;
      const halfway = advance(from, to, () => tick, peak);
      const read = readSensor(u);
      if (Math.abs(read - target) < ON_CURVE) return [squared, halfway];
      const last = tried.at(-1) ?? { squared: 0, read: readSensor(before) };
      tried.push({ squared, read });
      squared += ((target - read) * (squared - last.squared)) / (read - last.read);
    }
    throw new Error(`The oracle has not found its voltage at ${from} s.`);
  }

  for (let n = 1; n < times.length; n++) {
    const [from, to] = [times[n - 1]!, times[n]!];
    if (from >= stages[stage]!.end) ({ driver, aim } = begin(stages[++stage]!));
    if (stretches[n]! > stretches[n - 1]!) peaks.push(celsius());
    const given = history.impedance ? history.power[n]! * history.impedance[n]! : 0; // [V²]
    const peak = peaks.at(-1)!;
    if (aim) {
      const [squared, impedance] = advanceTo(aim(to), from, to, given, peak);
      squaredVoltages.push(squared);
      impedances.push(impedance);
    } else {
      const ask = askOf(stages[stage]!.heating);
      const impedance = advance(from, to, ask, peak);
      squaredVoltages.push(ask(impedance));
      impedances.push(impedance);
    }
    temperatures.push(celsius());
  }
  return { temperatures, peaks, squaredVoltages, impedances };
}
