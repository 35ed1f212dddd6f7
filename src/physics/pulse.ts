import type { FieldStrength } from './field-strength.js';

/** A temperature at the end of a pulse, and its mean over a pulse and its pause [°C]. */
export interface PulseTemperature {
  readonly mean: number;
  readonly peak: number;
}

/** A few pulses at one moment of a run, computed with steps that follow each of them. */
export interface PulseRecord {
  /** [s] */
  readonly time: number;
  /** rms while a pulse is on [V]. */
  readonly voltage: number;
  /** [s] */
  readonly pulseWidth: number;
  /** At the thermocouple. */
  readonly sensor: PulseTemperature;
  /** The highest of tissue: of the mean, and within a pulse, at the place given. */
  readonly hottest: PulseTemperature & {
    /** Distance from the axis [m]. */
    readonly r: number;
    /** Height above the needle's end [m]. */
    readonly z: number;
  };
  /** While a pulse is on, rms [V/m]. */
  readonly field: FieldStrength;
  /** How far each cell goes beyond its mean temperature within a pulse, shape [nz·nr] [K]. */
  readonly rise: Float64Array;
}

/** Steps in a pulse, and first in the pause after it; these double every {@link STEPS_PER_LENGTH}. */
const STEPS_IN_PULSE = 16;
const STEPS_PER_LENGTH = 4;

/** Periods that are followed: the first ones bring the last one to what it is again and again. */
export const PERIODS = 3;

/** Equal steps with the current on or off. */
export interface PulseSteps {
  readonly isOn: boolean;
  readonly dt: number;
  readonly count: number;
}

function pause(first: number, length: number, longest: number): PulseSteps[] {
  const groups: PulseSteps[] = [];
  let [dt, left] = [first, length];
  while (2 * dt <= longest && left > 2 * STEPS_PER_LENGTH * dt) {
    groups.push({ isOn: false, dt, count: STEPS_PER_LENGTH });
    left -= STEPS_PER_LENGTH * dt;
    dt *= 2;
  }
  const count = Math.max(1, Math.ceil(left / dt));
  return [...groups, { isOn: false, dt: left / count, count }];
}

/** The steps of one period from the middle of a pause to the middle of the next, where temperature is near its mean. */
export function planPeriod(pulseWidth: number, period: number): PulseSteps[] {
  const rest = (period - pulseWidth) / 2;
  const dt = pulseWidth / STEPS_IN_PULSE;
  const longest = rest / STEPS_PER_LENGTH;
  const after = pause(dt, rest, longest);
  const before = { isOn: false, dt: longest, count: STEPS_PER_LENGTH };
  return [before, { isOn: true, dt, count: STEPS_IN_PULSE }, ...after];
}
