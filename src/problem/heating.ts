/** How the generator finds its voltage. */
export type Control =
  /** The sensor is on the set curve at every control tick, as far as the limits allow. */
  | { readonly kind: 'ideal' }
  | {
      /** Power from the error of the sensor and its integral, on the controller's own clock; the integral waits at a limit. */
      readonly kind: 'pi';
      /** [W/K] */
      readonly proportional: number;
      /** [W/(K·s)] */
      readonly integral: number;
      /** Between two readings [s]. */
      readonly interval: number;
    };

/** What makes a generator stop. */
export interface RollOff {
  /** The power stops for the rest of the stage when the impedance is beyond this multiple of its lowest in the stage; default 2. */
  readonly rollOff?: number;
}

/** How the needle is driven in one go. `duration` counts the ramp. */
export type SingleHeating =
  | ({
      /** RF current, controlled at the sensor: the default model of an RF lesion. */
      readonly kind: 'temperature';
      /** [°C] */
      readonly target: number;
      /** [s] */
      readonly duration: number;
      /**
       * Linear rise from the sensor's temperature to the target [s]; with 0 the generator runs at its limit until the target is
       * met. A target below the sensor's temperature is waited for without current.
       */
      readonly ramp?: number;
      /** [W] */
      readonly maxPower?: number;
      /** rms [V] */
      readonly maxVoltage?: number;
      /** rms [A] */
      readonly maxCurrent?: number;
      readonly control?: Control;
    } & RollOff)
  | {
      /**
       * The bare surface is held at the set temperature: the transparent baseline. The needle's inside is left out,
       * the shaft is adiabatic, and after switch-off the whole needle is.
       */
      readonly kind: 'tip-temperature';
      /** [°C] */
      readonly target: number;
      /** [s] */
      readonly duration: number;
      /** Linear rise from the start temperature, or from the tissue's at the tip in a later stage, to the target [s]. */
      readonly ramp?: number;
    }
  | ({
      /** RF current of constant power. */
      readonly kind: 'power';
      /** Of tip, tissue and return path [W]. */
      readonly power: number;
      /** [s] */
      readonly duration: number;
      /** rms [V] */
      readonly maxVoltage?: number;
      /** The power is lowered so that the sensor does not go beyond [°C]. */
      readonly maxSensorTemperature?: number;
    } & RollOff)
  | ({
      /** RF current of constant voltage. */
      readonly kind: 'voltage';
      /** rms [V] */
      readonly voltage: number;
      /** [s] */
      readonly duration: number;
    } & RollOff)
  | ({
      /** RF current in short pulses: heat by its mean, and the rise within a pulse apart. */
      readonly kind: 'pulsed';
      /** rms while a pulse is on [V]. */
      readonly voltage?: number;
      /** [s] */
      readonly pulseWidth?: number;
      /** Pulses in a second [1/s]. */
      readonly pulseRate?: number;
      /** [s] */
      readonly duration: number;
      /** The mean over a pulse and its pause does not go beyond, at the sensor [°C]. */
      readonly maxSensorTemperature?: number;
      /** What is lowered to keep to it; default 'voltage'. */
      readonly limitBy?: 'voltage' | 'pulse-width';
    } & RollOff);

/** A stage of a schedule. */
export type Stage = (
  | SingleHeating
  | {
      /** No current; the needle stays in place. */
      readonly kind: 'off';
      /** [s] */
      readonly duration: number;
    }
) & {
  /** The needle is moved along its axis before the stage: positive is withdrawn, negative is advanced [m]. */
  readonly shift?: number;
};

/** How the needle is driven. */
export type Heating =
  | SingleHeating
  | {
      /** One stage after the other, tissue going on as the last one left it. */
      readonly kind: 'schedule';
      readonly stages: readonly Stage[];
    };

/** The stages of a heating, of which there is one if it is no schedule. */
export function stagesOf(heating: Heating): readonly Stage[] {
  return heating.kind === 'schedule' ? heating.stages : [heating];
}

/** Index of the last stage with heat. */
export function lastHeatOf(heating: Heating): number {
  return stagesOf(heating).findLastIndex(({ kind }) => kind !== 'off');
}

/** Time from the start to the end of the last stage with heat: switch-off [s]. */
export function switchOffTime(heating: Heating): number {
  let time = 0;
  let switchOff = 0;
  for (const { kind, duration } of stagesOf(heating)) {
    time += duration;
    if (kind !== 'off') switchOff = time;
  }
  return switchOff;
}
