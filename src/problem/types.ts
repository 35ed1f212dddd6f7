import type { ArrheniusKinetics } from './criterion.js';
import type { About, ElectrodeParameter, Evidence, MaterialParameter, TissueParameter } from './evidence.js';
import type { Heating } from './heating.js';

/** Where a number comes from. */
export interface Source {
  /** Authors, or the body that publishes it. */
  readonly author: string;
  readonly year?: number;
  readonly title: string;
  readonly doi?: string;
  readonly url?: string;
  /**
   * How it was read: A in the primary or official source itself, of a paper at least the text or abstract on the publisher's or
   * official page; B in a secondary source or public code; C in an index record, a third party's copy of an abstract, or a summary;
   * D computed from cited values.
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
  /** What its numbers rest on. */
  readonly evidence?: Readonly<Partial<Record<MaterialParameter, Evidence>>>;
}

/** What heat does to the flow of blood. `factor` multiplies it, 1 being the stated rate. */
export type PerfusionResponse =
  | { readonly kind: 'constant' }
  | { readonly kind: 'follows-temperature'; readonly factor: TemperatureLaw }
  | {
      /** It stops for good where Ω reaches 1; the default. */
      readonly kind: 'stops-when-coagulated';
      /** Default the coagulation of liver, `kinetics.liverCoagulation`. */
      readonly kinetics?: ArrheniusKinetics;
      /** Before that. */
      readonly factor?: TemperatureLaw;
    };

/** A coolant that runs in the bore of a tube, whose end is closed. */
export interface InternalCooling {
  /** Of the coolant [°C]. */
  readonly temperature: number;
  /** Between coolant and inner wall [W/(m²·K)]; left out, the inner wall is at the coolant's temperature. */
  readonly coefficient?: number;
}

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
  /** Water that can boil away [kg/m³]; left out, boiling is not computed, and a warning says where it would matter. */
  readonly waterContent?: number;
  readonly sources?: readonly Source[];
  /** What its numbers rest on, with the ranges that `parameterRange` runs through. */
  readonly evidence?: Readonly<Partial<Record<TissueParameter, Evidence>>>;
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
  /** Thermocouple on the axis; where coolant runs there, on the wall of the bore. */
  readonly sensor: {
    /** From the very end [m]. */
    readonly z: number;
  };
  /** Water-cooled tips. The needle's body must be a tube; its core is then the coolant. */
  readonly cooling?: InternalCooling;
  readonly sources?: readonly Source[];
  /** What its numbers rest on. */
  readonly evidence?: Readonly<Partial<Record<ElectrodeParameter, Evidence>>>;
}

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

/** Other tissue in a part of space. */
export interface TissueRegion {
  readonly where: Region;
  readonly tissue: Tissue;
  /**
   * Blood that flows there: it keeps the arterial temperature, and heat crosses the region's wall by a coefficient. A tube about the
   * needle cools more than a vessel that passes to one side; it must be at least 0.2 mm off the needle.
   */
  readonly flow?: {
    /** Between wall and blood [W/(m²·K)]. */
    readonly coefficient: number;
  };
}

/**
 * Everything that decides the physics: plain data, safe in JSON. Lengths in m, times in s, temperatures in °C.
 *
 * @remarks Left out: `startTemperature` and `arterialTemperature` are 37 °C, `boundaryTemperature` is the start
 * temperature, `domain` is chosen so that its effect is far below the error bar (and is part of it).
 */
export interface Problem {
  readonly electrode: Electrode;
  readonly tissue: Tissue;
  /** Other tissue around; a later region wins. */
  readonly regions?: readonly TissueRegion[];
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
  /** Time followed after the last stage [s]. */
  readonly coolDown?: number;
  /** Whether the needle stays in place after the last stage; 'withdrawn', it takes its heat along and leaves an adiabatic track. */
  readonly needleAfterwards?: 'in-place' | 'withdrawn';
  /** In series with the tissue [Ω]. Without effect on a heating that carries no current. */
  readonly returnPathResistance?: number;
  readonly domain?: Domain;
  readonly about?: About;
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
