import type { GeneratorLimits } from '../problem/checked.js';

/** What keeps a generator from giving what is asked. */
export type LimitReason =
  'maxPower' | 'maxVoltage' | 'maxCurrent' | 'maxSensorTemperature' | 'control' | 'roll-off';

/** A square of the rms voltage, and what held it down. */
export interface Drive {
  /** [V²] */
  readonly squaredVoltage: number;
  readonly limit: LimitReason | null;
}

/**
 * The most that limits allow at an impedance [Ω].
 *
 * ```text
 * V² = min( wanted, P_max Z, V_max², (I_max Z)² )
 * ```
 */
export function withinLimits(wanted: number, impedance: number, limits: GeneratorLimits): Drive {
  const most: readonly [LimitReason, number][] = [
    ['maxPower', limits.maxPower * impedance],
    ['maxVoltage', limits.maxVoltage ** 2],
    ['maxCurrent', (limits.maxCurrent * impedance) ** 2],
  ];
  return most.reduce<Drive>(
    (drive, [limit, value]) => (value < drive.squaredVoltage ? { squaredVoltage: value, limit } : drive),
    { squaredVoltage: Math.max(wanted, 0), limit: null },
  );
}

/** State of a PI controller. */
export interface PiState {
  /** [W] */
  readonly integral: number;
  /** What it asks for until its next reading [W]. */
  readonly demand: number;
}

/**
 * One reading of a PI controller.
 *
 * ```text
 * P = K_p e + I,   I ← I + K_i e Δt   unless P is at a limit and e would drive it further
 * ```
 *
 * @param error - Set temperature less the sensor's [K].
 * @param most - The power that the limits allow now [W].
 */
export function readPi(
  { proportional, integral: gain, interval }: { proportional: number; integral: number; interval: number },
  integral: number,
  error: number,
  most: number,
): PiState {
  const next = integral + gain * error * interval;
  const asked = proportional * error + next;
  const windsUp = (asked > most && error > 0) || (asked < 0 && error < 0);
  const kept = windsUp ? integral : next;
  return { integral: kept, demand: Math.min(Math.max(proportional * error + kept, 0), most) };
}
