import type { Source } from './types.js';

/**
 * How well a number is known: A read in the primary source, B in a secondary source or public code, C in an abstract or index
 * record, D computed from cited values, M from memory: not verified.
 */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'M';

/** What a number rests on. */
export interface Evidence {
  readonly grade: Grade;
  /** Empty for grade M only. */
  readonly sources: readonly Source[];
  /** The number that it is for; of a law at 37 °C. Where the problem has another, it says nothing. */
  readonly value?: number;
  /** The range found in literature, in the unit of the number; both ends or none. */
  readonly low?: number;
  readonly high?: number;
  /** Left out where only the range is known. */
  readonly distribution?: 'uniform' | 'log-uniform' | 'normal';
  /** How the number and its range follow from what the sources state. */
  readonly note?: string;
}

/** The numbers of a tissue that may have evidence. A slope is that of a linear law, relative to its value [1/K]. */
export type TissueParameter =
  | 'thermalConductivity'
  | 'thermalConductivitySlope'
  | 'density'
  | 'specificHeat'
  | 'electricalConductivity'
  | 'electricalConductivitySlope'
  | 'perfusionRate'
  | 'metabolicHeat'
  | 'waterContent';

/** The numbers of a needle's solid that may have evidence. */
export type MaterialParameter = 'thermalConductivity' | 'density' | 'specificHeat';

/** The numbers of an electrode that may have evidence, by their path in it. */
export type ElectrodeParameter =
  | 'radius'
  | 'tipLength'
  | 'sensor.z'
  | 'body.wallThickness'
  | 'insulation.thickness'
  | 'cooling.temperature'
  | 'cooling.coefficient';

/** What a problem is about, for its reader: nothing is computed from it. Paths are those of the problem's fields. */
export interface About {
  readonly name: string;
  /** What is to be heated. */
  readonly target?: string;
  /** What must be spared. */
  readonly structuresAtRisk?: readonly string[];
  readonly remarks?: readonly string[];
  /** What sources state, by path. */
  readonly stated?: Readonly<Record<string, readonly Source[]>>;
  /** What no source states, by path, and why it is what it is. */
  readonly assumed?: Readonly<Record<string, string>>;
  /** The same from memory, not verified: every estimate warns of it. */
  readonly unverified?: Readonly<Record<string, string>>;
}

/** Whether evidence is for a number as a problem has it. */
export function isFor({ value }: Evidence, number: number): boolean {
  return value === undefined || Math.abs(value - number) <= 1e-9 * Math.abs(value);
}
