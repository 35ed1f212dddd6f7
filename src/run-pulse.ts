import type { RunState } from './lesion-run.js';
import { type FieldStrength, readFieldStrength } from './physics/field-strength.js';
import { noHeat } from './physics/heat-audit.js';
import { PERIODS, planPeriod, type PulseRecord } from './physics/pulse.js';
import type { CheckedProblem, CheckedStage, DrivenHeating } from './problem/checked.js';
import { readSensor } from './run-drive.js';
import type { DrivenModel } from './run-model.js';
import type { Given } from './run-tick.js';

/** RF current in pulses. */
export type PulsedHeating = Extract<DrivenHeating, { readonly kind: 'pulsed' }>;

/** Moments of a pulsed stage at which pulses are followed, as parts of it. */
const MOMENTS = [0.1, 0.5, 1] as const;

/** When pulses are followed [s]; none in a stage without. */
export function pulseTimes({ heating, start, end }: CheckedStage): number[] {
  return heating.kind === 'pulsed' ? MOMENTS.map((part) => start + part * (end - start)) : [];
}

/** What the generator does within a period to give a mean square of the voltage [V²]. */
export function pulseFor(
  { voltage, pulseWidth, pulseRate, limitBy }: PulsedHeating,
  meanSquare: number,
): { readonly voltage: number; readonly pulseWidth: number } {
  const asked = voltage ** 2 * pulseWidth * pulseRate;
  if (meanSquare === 0) return { voltage: 0, pulseWidth: 0 };
  const part = Math.min(meanSquare / asked, 1);
  return limitBy === 'voltage'
    ? { voltage: voltage * Math.sqrt(part), pulseWidth }
    : { voltage, pulseWidth: pulseWidth * part };
}

/**
 * Follows a few pulses from the present state on, which is left as it is.
 *
 * @param heat - Joule heat of 1 V on the tip, shape [nz·nr] [W].
 * @param given - By the generator in the last tick.
 * @param dt - Length of the run's own steps, to which the step is set again [s].
 */
export function followPulses(
  heating: PulsedHeating,
  model: DrivenModel,
  { v, time, driven }: RunState,
  heat: Float64Array,
  { squaredVoltage, tipPart, relief }: Given,
  dt: number,
  { arterialTemperature: reference }: CheckedProblem,
): PulseRecord {
  const { grid, medium } = model;
  const s = medium.changing?.inverseRootCapacity ?? model.inverseRootCapacity;
  const { step, changing } = medium;
  const { voltage, pulseWidth } = pulseFor(heating, squaredVoltage);
  const on = (voltage * tipPart) ** 2;
  const copy = {
    v: v.slice(),
    g: new Float64Array(grid.size),
    heat: noHeat(),
  };
  // Properties that change with temperature stay as they are now.
  changing?.enter(
    copy.v,
    v.map((x, c) => x * model.inverseRootCapacity[c]! + reference),
  );
  const mean = new Float64Array(grid.size);
  const peak = new Float64Array(grid.size).fill(-Infinity);
  const sensor = { mean: 0, peak: -Infinity };
  const period = 1 / heating.pulseRate;
  const plan = planPeriod(pulseWidth > 0 ? pulseWidth : heating.pulseWidth, period);
  for (let n = 0; n < PERIODS; n++) {
    const isLast = n === PERIODS - 1;
    for (const { isOn, dt: length, count } of plan) {
      step.setTimeStep(length);
      step.setPower(heat, isOn ? on : 0, relief);
      step.restart(copy, reference);
      for (let k = 0; k < count; k++) {
        const readBefore = isLast ? readSensor(model.sensor, s, copy.v, reference) : 0;
        if (isLast) for (let c = 0; c < grid.size; c++) mean[c] = mean[c]! + (length / 2) * copy.v[c]!;
        step.advance(copy, reference, reference, reference);
        if (!isLast) continue;
        const read = readSensor(model.sensor, s, copy.v, reference);
        sensor.mean += (length / period) * ((readBefore + read) / 2);
        sensor.peak = Math.max(sensor.peak, read);
        for (let c = 0; c < grid.size; c++) {
          mean[c] = mean[c]! + (length / 2) * copy.v[c]!;
          if (copy.v[c]! > peak[c]!) peak[c] = copy.v[c]!;
        }
      }
    }
  }
  step.setTimeStep(dt);

  // The run's own temperature is the mean now; that of the periods followed is of a little later.
  let hottest = -1;
  let highestMean = -Infinity;
  const rise = new Float64Array(grid.size);
  const meanNow = v.map((x, c) => reference + x * model.inverseRootCapacity[c]!);
  for (let c = 0; c < grid.size; c++) {
    rise[c] = (peak[c]! - mean[c]! / period) * s[c]!;
    if (grid.isTissue[c] === 0) continue;
    highestMean = Math.max(highestMean, meanNow[c]!);
    if (hottest < 0 || meanNow[c]! + rise[c]! > meanNow[hottest]! + rise[hottest]!) hottest = c;
  }
  const sensorNow = readSensor(model.sensor, model.inverseRootCapacity, v, reference);
  const at1V = readFieldStrength(grid, driven!.phi);
  const scaled = (values: readonly number[]): number[] => values.map((E) => E * voltage * tipPart);
  const field: FieldStrength = {
    besideTip: scaled(at1V.besideTip),
    aheadOfEnd: scaled(at1V.aheadOfEnd),
  };
  return {
    time,
    voltage,
    pulseWidth,
    sensor: { mean: sensorNow, peak: sensorNow + sensor.peak - sensor.mean },
    hottest: {
      mean: highestMean,
      peak: meanNow[hottest]! + rise[hottest]!,
      r: grid.r[hottest % grid.nr]!,
      z: grid.z[Math.floor(hottest / grid.nr)]!,
    },
    field,
    rise,
  };
}
