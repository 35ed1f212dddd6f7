import type { Problem, Source } from './types.js';

/**
 * How well a number is known: A read in the primary or official source itself, of a paper at least the text or abstract on the
 * publisher's or official page; B in a secondary source or public code; C in an index record, a third party's copy of an abstract,
 * or a summary; D computed from cited values; M from memory: not verified.
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
  /**
   * What each path of `stated`, `assumed` and `unverified` had when that was written, without `sources` and `evidence`; null for
   * nothing. Where it has another value now, what is said of it no longer holds. What is said of `tissue` is so of `regions` too.
   */
  readonly values?: Readonly<Record<string, unknown>>;
}

/** Whether evidence is for a number as a problem has it. */
export function isFor({ value }: Evidence, number: number): boolean {
  return value === undefined || Math.abs(value - number) <= 1e-9 * Math.abs(value);
}

/** What stands at a path of a record, as in 'heating.stages[0].target'; undefined for nothing. */
export function valueAt(record: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .reduce((value, key) => (isRecord(value) ? value[key] : undefined), record);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** What a value comes to in JSON, without what it rests on; null for nothing or an empty list. Equal data give equal text. */
function inJson(value: unknown): string {
  const something = Array.isArray(value) && value.length === 0 ? null : (value ?? null);
  return JSON.stringify(something, (key, entry: unknown) => {
    if (key === 'sources' || key === 'evidence') return undefined;
    if (!isRecord(entry) || Array.isArray(entry)) return entry;
    return Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** The paths whose values decide whether what is said of a path holds: tissue is everywhere only where nothing else is. */
function decidersOf(path: string): readonly string[] {
  return path === 'tissue' ? ['tissue', 'regions'] : [path];
}

/** The values that a problem has now where it says something of itself, for `about.values`. */
export function valuesOf(problem: Problem): Readonly<Record<string, unknown>> {
  const { stated = {}, assumed = {}, unverified = {} } = problem.about ?? {};
  const paths = Object.keys({ ...stated, ...assumed, ...unverified }).flatMap(decidersOf);
  return Object.fromEntries(
    paths.map((path) => [path, JSON.parse(inJson(valueAt(problem, path))) as unknown]),
  );
}

/** Whether what a problem says of a path still holds: its value is the recorded one, or none was recorded. */
export function isStillSo(problem: Problem, path: string): boolean {
  const { values = {} } = problem.about ?? {};
  return decidersOf(path)
    .filter((one) => Object.hasOwn(values, one))
    .every((one) => inJson(values[one]) === inJson(valueAt(problem, one)));
}
