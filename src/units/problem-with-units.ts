import type { ElectrodeName } from '../presets/electrodes.js';
import type { Gauge } from '../presets/needles.js';
import type { TissueName } from '../presets/tissues.js';
import type {
  Electrode,
  PerfusionResponse,
  Problem,
  Property,
  TemperatureLaw,
  Tissue,
  TissueRegion,
} from '../problem/types.js';
import type { QuantityWithUnit } from './quantity.js';

/** A number in SI (a temperature in °C), or a quantity with its unit. */
export type NumberWithUnit = number | QuantityWithUnit;

/** The same data in which every number may have its unit; numbers of sources, evidence and `about` are no quantities. */
export type WithUnits<T> = T extends number
  ? NumberWithUnit
  : T extends string | boolean | null | undefined
    ? T
    : { readonly [K in keyof T]: K extends 'sources' | 'evidence' | 'about' ? T[K] : WithUnits<T[K]> };

/** A property of tissue: a quantity, a law of temperature, or an expression of T (°C) in SI such as `'0.45*(1+0.02*(T-37))'`. */
export type PropertyWithUnits = WithUnits<Property>;

/** A blood flow whose unit needs a density, with a density of its own. */
export interface FlowWithDensity {
  /** Such as `'3.7 mL/(min 100 g)'`, with a tissue's density, or `'0.5 kg/(m^3 s)'`, with blood's. */
  readonly value: QuantityWithUnit;
  /** Such as `'1090 kg/m^3'`. */
  readonly density: NumberWithUnit;
}

/** What heat does to the flow of blood; a factor may be an expression of T (°C). */
export type PerfusionResponseWithUnits<R = PerfusionResponse> = {
  readonly [K in keyof R]: K extends 'factor' ? WithUnits<TemperatureLaw> | string : WithUnits<R[K]>;
};

/** Tissue in which every number may have its unit. */
export interface TissueWithUnits extends Omit<WithUnits<Tissue>, 'perfusionRate' | 'perfusionResponse'> {
  /**
   * A flow per mass of tissue, as in `'3.7 mL/(min 100 g)'`, is read with this tissue's own `density`; a mass of blood per volume and
   * time, as in `'0.5 kg/(m^3 s)'`, with the density of the problem's `blood`, by default that of `DEFAULTS`.
   */
  readonly perfusionRate: NumberWithUnit | FlowWithDensity;
  readonly perfusionResponse?: PerfusionResponseWithUnits;
}

/** A tissue of the library with some fields of its own; their evidence is then no longer the library's. */
export interface TissueLike extends Partial<TissueWithUnits> {
  readonly like: TissueName;
}

/** Tissue: its numbers, its name in the library, or what is different from one of those. */
export type AnyTissueWithUnits = TissueWithUnits | TissueName | TissueLike;

/** An electrode in which every number may have its unit. */
export type ElectrodeWithUnits = WithUnits<Electrode>;

/** A cannula by its gauge, with some fields of its own. */
export interface CannulaWithUnits extends Partial<Omit<ElectrodeWithUnits, 'tipLength'>> {
  readonly gauge: Gauge;
  /** Bare length, measured from the very end. */
  readonly tipLength: NumberWithUnit;
}

/** An electrode of the library with some fields of its own; their evidence is then no longer the library's. */
export interface ElectrodeLike extends Partial<ElectrodeWithUnits> {
  readonly like: ElectrodeName;
}

/** A region in which every number may have its unit. */
export interface RegionWithUnits extends Omit<WithUnits<TissueRegion>, 'tissue'> {
  readonly tissue: AnyTissueWithUnits;
}

/** A problem in which every number may have its unit, and needle and tissues may have their names. */
export interface ProblemWithUnits extends Omit<WithUnits<Problem>, 'electrode' | 'tissue' | 'regions'> {
  readonly electrode: ElectrodeWithUnits | CannulaWithUnits | ElectrodeName | ElectrodeLike;
  readonly tissue: AnyTissueWithUnits;
  readonly regions?: readonly RegionWithUnits[];
}
