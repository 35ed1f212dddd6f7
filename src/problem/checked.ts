import type { ArrheniusKinetics } from './criterion.js';
import type { Control } from './heating.js';
import type { Domain, Electrode, Property, Region } from './types.js';

/** What the generator cannot go beyond; Infinity for no limit. */
export interface GeneratorLimits {
  /** [W] */
  readonly maxPower: number;
  /** rms [V] */
  readonly maxVoltage: number;
  /** rms [A] */
  readonly maxCurrent: number;
}

/** RF current, by what the generator is told, with nothing left out. */
export type DrivenHeating = { readonly rollOff: number } & (
  | {
      readonly kind: 'temperature';
      readonly target: number;
      readonly ramp: number;
      readonly limits: GeneratorLimits;
      readonly control: Control;
    }
  | {
      readonly kind: 'power';
      readonly power: number;
      readonly limits: GeneratorLimits;
      /** [°C]; Infinity for none. */
      readonly maxSensorTemperature: number;
    }
  | { readonly kind: 'voltage'; readonly voltage: number }
  | {
      readonly kind: 'pulsed';
      readonly voltage: number;
      readonly pulseWidth: number;
      readonly pulseRate: number;
      readonly maxSensorTemperature: number;
      readonly limitBy: 'voltage' | 'pulse-width';
    }
);

/** A held surface, with nothing left out. */
interface HeldHeating {
  readonly kind: 'tip-temperature';
  readonly target: number;
  readonly ramp: number;
}

/** What happens in one stage. */
export type StageHeating = DrivenHeating | HeldHeating | { readonly kind: 'off' };

/** A stage of a run, from `start` to `end` [s]. */
export interface CheckedStage {
  readonly heating: StageHeating;
  readonly start: number;
  readonly end: number;
  /** Height of the needle's end over where it was at first [m]. */
  readonly position: number;
}

/** What heat does to the flow of blood, with nothing left out. */
export interface CheckedPerfusion {
  /** The flow stops where Ω by these reaches 1; null: it never does. */
  readonly kinetics: ArrheniusKinetics | null;
  /** 1 where it does not depend on temperature. */
  readonly factor: Property;
}

/** A tissue with nothing left out. */
export interface CheckedTissue {
  readonly thermalConductivity: Property;
  readonly density: number;
  readonly specificHeat: Property;
  readonly perfusionRate: number;
  readonly perfusionResponse: CheckedPerfusion;
  readonly metabolicHeat: number;
  readonly electricalConductivity: Property;
  /** [kg/m³]; 0 where boiling is not computed. */
  readonly waterContent: number;
}

/** Other tissue in a part of space. */
interface CheckedRegion {
  readonly where: Region;
  readonly tissue: CheckedTissue;
  /** Heat transfer coefficient at the wall of blood that flows [W/(m²·K)]; null for tissue. */
  readonly flow: number | null;
}

/** A problem that has passed every check, with nothing left out. SI, °C. */
export interface CheckedProblem {
  readonly electrode: Omit<Electrode, 'tipShape'> & {
    readonly tipShape: 'flat' | 'hemisphere' | 'cone';
    /** Of a conical end, else 0 [m]. */
    readonly coneLength: number;
  };
  readonly tissue: CheckedTissue;
  /** A later one wins. */
  readonly regions: readonly CheckedRegion[];
  readonly blood: { readonly density: number; readonly specificHeat: number };
  /** In order; there is at least one with heat. */
  readonly stages: readonly CheckedStage[];
  /** Whether the tip's surface is held; else RF current flows. */
  readonly isHeld: boolean;
  /** End of the last stage with heat [s]. */
  readonly switchOff: number;
  /** End of the cool-down after the last stage [s]. */
  readonly endTime: number;
  readonly isWithdrawn: boolean;
  readonly startTemperature: number;
  readonly arterialTemperature: number;
  readonly boundaryTemperature: number;
  /** null: chosen by the library. */
  readonly domain: Omit<Domain, 'electrical'> | null;
  readonly electricalBoundary: NonNullable<Domain['electrical']>;
  /** [Ω] */
  readonly returnPathResistance: number;
}

/** All tissue of a problem: that all around, then that of each region. */
export function tissuesOf({ tissue, regions }: Pick<CheckedProblem, 'tissue' | 'regions'>): CheckedTissue[] {
  return [tissue, ...regions.map((region) => region.tissue)];
}
