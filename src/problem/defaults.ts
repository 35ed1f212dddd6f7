import type { Criterion } from './criterion.js';
import { HENRIQUES_MORITZ, LIVER_COAGULATION } from './default-kinetics.js';
import type { Control, SingleHeating } from './heating.js';
import type { Domain } from './types.js';

/**
 * What is reported side by side when the caller asks for nothing else: the isotherms of 45, 50, 55 and 60 °C, 240
 * equivalent minutes at 43 °C, and Ω = 1 by two sets of kinetics, for coagulation and for skin.
 */
export const DEFAULT_CRITERIA: readonly Criterion[] = [
  { kind: 'peak-temperature', threshold: 45 },
  { kind: 'peak-temperature', threshold: 50 },
  { kind: 'peak-temperature', threshold: 55 },
  { kind: 'peak-temperature', threshold: 60 },
  { kind: 'cem43', minutes: 240 },
  { kind: 'arrhenius', kinetics: LIVER_COAGULATION, omega: 1 },
  { kind: 'arrhenius', kinetics: HENRIQUES_MORITZ, omega: 1 },
];

/** The criterion of the headline when the caller names no other: tissue that has been at 50 °C. */
export const DEFAULT_CRITERION: Criterion = { kind: 'peak-temperature', threshold: 50 };

/** What is warmed enough to block a nerve for a while when the caller says nothing else: tissue that has been at 43 °C. */
export const DEFAULT_REVERSIBLE_CRITERION: Criterion = { kind: 'peak-temperature', threshold: 43 };

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
  /** Of a generator that controls the sensor's temperature [W]. */
  readonly maxPower: number;
  readonly control: Control;
  /** Impedance over its lowest. */
  readonly rollOff: number;
  readonly pulsed: {
    /** rms [V] */
    readonly voltage: number;
    /** [s] */
    readonly pulseWidth: number;
    /** [1/s] */
    readonly pulseRate: number;
    /** [°C] */
    readonly maxSensorTemperature: number;
  };
  /** Of `domain.electrical`. */
  readonly electricalBoundary: NonNullable<Domain['electrical']>;
  /** [Ω] */
  readonly returnPathResistance: number;
}

/**
 * What holds when a problem leaves a value out; the one place where defaults live.
 *
 * @remarks `boundaryTemperature` is not here: its default is the start temperature of the problem at hand. Nor are
 * limits of voltage, current and, for a heating of constant power, of power and sensor temperature: left out, there are
 * none. `maxPower` is what the operator's manual of the NeuroTherm NT1100 plans for (Document 109.00, issue 06, 2012,
 * sections 10-2 to 10-16): it asks for a dispersive pad above 150 cm² for lesions up to 50 W. The same manual states the
 * pulses (20 ms on, 480 ms off) and their limit of 42 °C; 45 V is from Castroman et al. 2019
 * (doi:10.20986/resed.2019.3702/2018), who do not say whether it is an rms value, as is assumed here. That a generator rolls
 * off at twice the lowest impedance is a choice of this library.
 */
export const DEFAULTS: ProblemDefaults = Object.freeze({
  startTemperature: 37,
  arterialTemperature: 37,
  blood: Object.freeze({ density: 1050, specificHeat: 3617 }),
  coolDown: 30,
  ramp: 10,
  maxPower: 50,
  control: Object.freeze({ kind: 'ideal' }),
  rollOff: 2,
  pulsed: Object.freeze({ voltage: 45, pulseWidth: 0.02, pulseRate: 2, maxSensorTemperature: 42 }),
  electricalBoundary: 'far-field',
  returnPathResistance: 0,
});

/** Pulses with nothing left out. */
export function pulsesOf(
  heating: Extract<SingleHeating, { readonly kind: 'pulsed' }>,
): ProblemDefaults['pulsed'] {
  const { voltage, pulseWidth, pulseRate, maxSensorTemperature } = DEFAULTS.pulsed;
  return {
    voltage: heating.voltage ?? voltage,
    pulseWidth: heating.pulseWidth ?? pulseWidth,
    pulseRate: heating.pulseRate ?? pulseRate,
    maxSensorTemperature: heating.maxSensorTemperature ?? maxSensorTemperature,
  };
}
