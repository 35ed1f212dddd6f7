import type { Domain, Electrode } from './types.js';

/** A problem that has passed every check, with nothing left out. SI, °C. */
export interface CheckedProblem {
  readonly electrode: Omit<Electrode, 'tipShape'> & { readonly tipShape: 'flat' | 'hemisphere' };
  readonly tissue: {
    readonly thermalConductivity: number;
    readonly density: number;
    readonly specificHeat: number;
    readonly perfusionRate: number;
    readonly metabolicHeat: number;
  };
  readonly blood: { readonly density: number; readonly specificHeat: number };
  readonly heating: {
    readonly kind: 'tip-temperature';
    readonly target: number;
    readonly duration: number;
    readonly ramp: number;
  };
  readonly startTemperature: number;
  readonly arterialTemperature: number;
  readonly boundaryTemperature: number;
  readonly coolDown: number;
  /** null: chosen by the library. */
  readonly domain: Domain | null;
}
