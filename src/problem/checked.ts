import type { Control, Domain, Electrode, Property } from './types.js';

/** What the generator cannot go beyond; Infinity for no limit. */
export interface GeneratorLimits {
  /** [W] */
  readonly maxPower: number;
  /** rms [V] */
  readonly maxVoltage: number;
  /** rms [A] */
  readonly maxCurrent: number;
}

/** How the needle is driven, with nothing left out. */
export type CheckedHeating =
  | {
      readonly kind: 'tip-temperature';
      readonly target: number;
      readonly duration: number;
      readonly ramp: number;
    }
  | {
      readonly kind: 'temperature';
      readonly target: number;
      readonly duration: number;
      readonly ramp: number;
      readonly limits: GeneratorLimits;
      readonly control: Control;
    }
  | {
      readonly kind: 'power';
      readonly power: number;
      readonly duration: number;
      readonly limits: GeneratorLimits;
      /** [°C]; Infinity for none. */
      readonly maxSensorTemperature: number;
    }
  | { readonly kind: 'voltage'; readonly voltage: number; readonly duration: number };

/** A problem that has passed every check, with nothing left out. SI, °C. */
export interface CheckedProblem {
  readonly electrode: Omit<Electrode, 'tipShape'> & {
    readonly tipShape: 'flat' | 'hemisphere' | 'cone';
    /** Of a conical end, else 0 [m]. */
    readonly coneLength: number;
  };
  readonly tissue: {
    readonly thermalConductivity: Property;
    readonly density: number;
    readonly specificHeat: Property;
    readonly perfusionRate: number;
    readonly metabolicHeat: number;
    readonly electricalConductivity: Property;
  };
  readonly blood: { readonly density: number; readonly specificHeat: number };
  readonly heating: CheckedHeating;
  readonly startTemperature: number;
  readonly arterialTemperature: number;
  readonly boundaryTemperature: number;
  readonly coolDown: number;
  /** null: chosen by the library. */
  readonly domain: Omit<Domain, 'electrical'> | null;
  readonly electricalBoundary: NonNullable<Domain['electrical']>;
  /** [Ω] */
  readonly returnPathResistance: number;
}
