import type { Criterion } from './types.js';

/** The isotherms that are reported side by side when the caller asks for no others: 45, 50, 55 and 60 °C. */
export const DEFAULT_CRITERIA: readonly Criterion[] = [
  { kind: 'peak-temperature', threshold: 45 },
  { kind: 'peak-temperature', threshold: 50 },
  { kind: 'peak-temperature', threshold: 55 },
  { kind: 'peak-temperature', threshold: 60 },
];

/** The criterion of the headline when the caller names no other: tissue that has been at 50 °C. */
export const DEFAULT_CRITERION: Criterion = { kind: 'peak-temperature', threshold: 50 };

/** What holds when a problem leaves a value out. */
export interface ProblemDefaults {
  /** [°C] */
  readonly startTemperature: number;
  /** [°C] */
  readonly arterialTemperature: number;
  readonly blood: {
    /** [kg/m³] */
    readonly density: number;
    /** [J/(kg·K)] */
    readonly specificHeat: number;
  };
  /** [s] */
  readonly coolDown: number;
  /** [s] */
  readonly ramp: number;
}

/**
 * What holds when a problem leaves a value out; the one place where defaults live.
 *
 * @remarks `boundaryTemperature` is not here: its default is the start temperature of the problem at hand.
 */
export const DEFAULTS: ProblemDefaults = Object.freeze({
  startTemperature: 37,
  arterialTemperature: 37,
  blood: Object.freeze({ density: 1050, specificHeat: 3617 }),
  coolDown: 30,
  ramp: 10,
});
