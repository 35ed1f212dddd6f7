import type { ArrheniusKinetics } from './criterion.js';

/** Where a number comes from. */
export interface Source {
  /** Authors, or the body that publishes it. */
  readonly author: string;
  readonly year?: number;
  readonly title: string;
  readonly doi?: string;
  readonly url?: string;
  /**
   * How it was read: A in the primary source, B in a secondary source or public code, C in an abstract or index
   * record, D computed from cited values.
   */
  readonly grade: 'A' | 'B' | 'C' | 'D';
  /** What the source gives, and how it was turned into the number used. */
  readonly note?: string;
}

/** A tissue property as a function of temperature. Every property may also be a bare number. */
export type TemperatureLaw =
  | {
      readonly kind: 'linear';
      /** Value at `reference`, in the property's unit. */
      readonly value: number;
      /** Relative slope [1/K]. */
      readonly coefficient: number;
      /** [°C] */
      readonly reference: number;
      /** Above this temperature the property stays constant [°C]. */
      readonly cap?: number;
    }
  | {
      readonly kind: 'table';
      /** Increasing [°C]. */
      readonly temperature: readonly number[];
      /** Same length, in the property's unit; clamped at both ends. */
      readonly value: readonly number[];
    };

/** A bare number is constant. */
export type Property = number | TemperatureLaw;

/** A solid of the needle. */
export interface Material {
  /** [W/(m·K)] */
  readonly thermalConductivity: number;
  /** [kg/m³] */
  readonly density: number;
  /** [J/(kg·K)] */
  readonly specificHeat: number;
  readonly sources?: readonly Source[];
}

/** What heat does to the flow of blood. Of the two, 'constant' exists so far and is what is computed. */
export type PerfusionResponse =
  | { readonly kind: 'constant' }
  | {
      readonly kind: 'stops-when-coagulated';
      readonly kinetics?: ArrheniusKinetics;
    };

/** What the needle stands in. */
export interface Tissue {
  /** [W/(m·K)] */
  readonly thermalConductivity: Property;
  /** [kg/m³] */
  readonly density: number;
  /** [J/(kg·K)] */
  readonly specificHeat: Property;
  /** At 460–500 kHz [S/m]. */
  readonly electricalConductivity: Property;
  /** Blood volume per tissue volume and time [1/s]. */
  readonly perfusionRate: number;
  readonly perfusionResponse?: PerfusionResponse;
  /** Heat of metabolism [W/m³]; 0 when left out. */
  readonly metabolicHeat?: number;
  /** [kg/m³], for vaporisation. */
  readonly waterContent?: number;
  readonly sources?: readonly Source[];
}

/** The end of the needle. A rounded or pointed end is part of the tip length. */
export type TipShape =
  | 'flat'
  | 'hemisphere'
  | { readonly kind: 'flat' }
  | { readonly kind: 'hemisphere' }
  | {
      readonly kind: 'cone';
      /** [m] */
      readonly length: number;
    };

/** An RF needle, on the axis r = 0, its end at z = 0 and its shaft towards +z. */
export interface Electrode {
  /** Outer radius of the bare metal [m]. */
  readonly radius: number;
  /** Exposed length, measured from the very end [m]. */
  readonly tipLength: number;
  readonly tipShape: TipShape;
  readonly body:
    | { readonly kind: 'solid'; readonly material: Material }
    | {
        readonly kind: 'tube';
        readonly material: Material;
        /** [m] */
        readonly wallThickness: number;
        readonly core: Material;
      };
  /** Sleeve over the shaft, z > tipLength, outside `radius`; null for an ideal film: no thickness, no current. */
  readonly insulation: {
    /** [m] */
    readonly thickness: number;
    readonly material: Material;
  } | null;
  /** Thermocouple on the axis. */
  readonly sensor: {
    /** From the very end [m]. */
    readonly z: number;
  };
  readonly sources?: readonly Source[];
}

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

/** How the needle is driven. `duration` counts the ramp. */
export type Heating =
  | {
      /** RF current, controlled at the sensor: the default model of an RF lesion. */
      readonly kind: 'temperature';
      /** [°C] */
      readonly target: number;
      /** [s] */
      readonly duration: number;
      /** Linear rise from the start temperature to the target [s]; with 0 the generator runs at its limit until the target is met. */
      readonly ramp?: number;
      /** [W] */
      readonly maxPower?: number;
      /** rms [V] */
      readonly maxVoltage?: number;
      /** rms [A] */
      readonly maxCurrent?: number;
      readonly control?: Control;
    }
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
      /** Linear rise from the start temperature to the target [s]. */
      readonly ramp?: number;
    }
  | {
      /** RF current of constant power. */
      readonly kind: 'power';
      /** [W] */
      readonly power: number;
      /** [s] */
      readonly duration: number;
      /** rms [V] */
      readonly maxVoltage?: number;
      /** The power is lowered so that the sensor does not go beyond [°C]. */
      readonly maxSensorTemperature?: number;
    }
  | {
      /** RF current of constant voltage. */
      readonly kind: 'voltage';
      /** rms [V] */
      readonly voltage: number;
      /** [s] */
      readonly duration: number;
    };

/** The outer boundary of the computed region, a cylinder about the needle. */
export interface Domain {
  /** [m] */
  readonly radius: number;
  /** Depth below the needle's end [m]. */
  readonly below: number;
  /** Height above the needle's end [m]. */
  readonly above: number;
  /**
   * Where the current goes: into an open medium, or to a boundary at 0 V. Without effect on a heating that carries no
   * current.
   */
  readonly electrical?: 'far-field' | 'grounded';
}

/** A part of space, rotationally symmetric about the needle. What is left out is unbounded. */
export type Region =
  | {
      readonly kind: 'slab';
      /** [m] */
      readonly zMin?: number;
      /** [m] */
      readonly zMax?: number;
    }
  | {
      readonly kind: 'tube';
      /** [m] */
      readonly rMin?: number;
      /** [m] */
      readonly rMax?: number;
      /** [m] */
      readonly zMin?: number;
      /** [m] */
      readonly zMax?: number;
    }
  | {
      readonly kind: 'sphere';
      /** Height of its centre on the axis [m]. */
      readonly z: number;
      /** [m] */
      readonly radius: number;
    };

/**
 * Everything that decides the physics: plain data, safe in JSON. Lengths in m, times in s, temperatures in °C.
 *
 * @remarks Left out: `startTemperature` and `arterialTemperature` are 37 °C, `boundaryTemperature` is the start
 * temperature, `domain` is chosen so that its effect is far below the error bar (and is part of it).
 */
export interface Problem {
  readonly electrode: Electrode;
  readonly tissue: Tissue;
  /** Other tissue around; a later region wins. Not computed yet: a list with an entry is refused. */
  readonly regions?: readonly { readonly where: Region; readonly tissue: Tissue }[];
  readonly heating: Heating;
  /** Of everything, at time zero [°C]. */
  readonly startTemperature?: number;
  /** [°C] */
  readonly arterialTemperature?: number;
  /** At the outer boundary [°C]. */
  readonly boundaryTemperature?: number;
  readonly blood?: {
    /** [kg/m³] */
    readonly density: number;
    /** [J/(kg·K)] */
    readonly specificHeat: number;
  };
  /** Time followed after switch-off [s]. */
  readonly coolDown?: number;
  /** In series with the tissue [Ω]. Without effect on a heating that carries no current. */
  readonly returnPathResistance?: number;
  readonly domain?: Domain;
}

/** How finely to compute. */
export interface Resolution {
  /** Cell size at the needle's wall and at both ends of the bare tip [m]. */
  readonly spacing: number;
  /** Ratio of the sizes of neighbouring cells away from there. */
  readonly growthRatio: number;
  /**
   * Largest time step [s]; steps are shorter after every jump. With RF current the length of the generator's first ticks,
   * of which each has several steps; later ones grow to four times that.
   */
  readonly timeStep: number;
}
