import { unit } from 'mathjs';
import { invalidInput, show } from './problem/sentence.js';

/** The kinds of quantity that can be read from text. */
export type Dimension =
  | 'density'
  | 'electricalConductivity'
  | 'length'
  | 'metabolicHeat'
  | 'perfusionRate'
  | 'power'
  | 'specificHeat'
  | 'temperature'
  | 'thermalConductivity'
  | 'time'
  | 'voltage';

/** A quantity of a units library such as mathjs. */
export interface UnitLike {
  /** Its value in another unit. */
  toNumber(unit: string): number;
}

/** A quantity with its unit: text such as `'5 mm'`, or a quantity of a units library. */
export type QuantityWithUnit = string | UnitLike;

interface Measure {
  /** How messages call it. */
  readonly name: string;
  /** As mathjs writes the unit of the result. */
  readonly unit: string;
  readonly example: string;
  /** Beyond these ends the unit is taken to be a slip, as in 5 Mm; in `unit`. */
  readonly min: number;
  readonly max: number;
}

const MEASURES: Readonly<Record<Dimension, Measure>> = {
  density: { name: 'a density', unit: 'kg m^-3', example: '1090 kg/m^3', min: 0, max: 1e5 },
  electricalConductivity: {
    name: 'an electrical conductivity',
    unit: 'S m^-1',
    example: '0.45 S/m',
    min: 0,
    max: 1e9,
  },
  length: { name: 'a length', unit: 'm', example: '5 mm', min: 0, max: 10 },
  metabolicHeat: { name: 'a heat per volume', unit: 'W m^-3', example: '1000 W/m^3', min: 0, max: 1e9 },
  perfusionRate: { name: 'a perfusion rate', unit: 's^-1', example: '0.04 /min', min: 0, max: 10 },
  power: { name: 'a power', unit: 'W', example: '5 W', min: 0, max: 1e6 },
  specificHeat: { name: 'a specific heat', unit: 'J kg^-1 K^-1', example: '3421 J/(kg K)', min: 0, max: 1e5 },
  temperature: { name: 'a temperature', unit: 'degC', example: '80 degC', min: -100, max: 1000 },
  thermalConductivity: {
    name: 'a thermal conductivity',
    unit: 'W m^-1 K^-1',
    example: '0.5 W/(m K)',
    min: 0,
    max: 1e4,
  },
  time: { name: 'a time', unit: 's', example: '90 s', min: 0, max: 1e9 },
  voltage: { name: 'a voltage', unit: 'V', example: '45 V', min: 0, max: 1e6 },
};

/** Signs that people write and mathjs does not read. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\u00a0|\u2009|\u202f/g, ' '], // no-break and thin spaces
  [/[°º]\s*(?=[CF]\b)/g, 'deg'],
  [/℃/g, 'degC'],
  [/℉/g, 'degF'],
  [/[µμ]/g, 'u'],
  [/[·⋅×]/g, ' '],
  [/\u2212/g, '-'],
  [/²/g, '^2'],
  [/³/g, '^3'],
];

/** A number, then a unit that begins with a letter, or with `/` or `1/` and a letter. */
const QUANTITY = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(?:1?\s*(\/)\s*)?([a-z].*)$/i;

/** The number that a text stands for, in the given unit; NaN when the text cannot be read. */
function readText(text: string, unitOfResult: string): number {
  const cleaned = SPELLINGS.reduce((read, [sign, spelling]) => read.replace(sign, spelling), text.trim());
  const [, number, slash, unitText] = QUANTITY.exec(cleaned) ?? [];
  if (number === undefined || unitText === undefined) return NaN;
  try {
    return unit(Number(number), (slash === undefined ? '' : '1/') + unitText).toNumber(unitOfResult);
  } catch {
    return NaN;
  }
}

function read(value: unknown, unitOfResult: string): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return readText(value, unitOfResult);
  try {
    const converted: unknown = (value as { toNumber(unit: string): unknown }).toNumber(unitOfResult);
    return typeof converted === 'number' ? converted : NaN;
  } catch {
    return NaN;
  }
}

/** Digits that survive a conversion of units. */
const DIGITS = 15;

/** A unit that reads as another one, and what was meant. */
function hintFor(value: unknown, dimension: Dimension): string {
  const bare =
    typeof value === 'string' && dimension === 'temperature' && /^\s*([\d.]+)\s*([CF])\s*$/.exec(value);
  return bare ? `: did you mean '${bare[1] ?? ''} deg${bare[2] ?? ''}'?` : '';
}

/**
 * Reads a quantity with its unit; the result is in SI, a temperature in °C.
 *
 * @param value - Text such as `'5 mm'`, `'80 °C'`, `'1.5 min'` or `'0.04 1/min'`; a quantity of a units library; or a
 * plain number, which is taken to be in SI (°C for a temperature).
 * @param dimension - What it must be a quantity of.
 * @param path - The name of the field, for the error.
 * @throws {@link index.LesionModelError | LesionModelError} 'invalid-input' with that path.
 * @remarks Text must have a number and a unit. The result is rounded to 15 digits, which takes away the noise of the
 * conversion: `'5.1 mm'` is 0.0051.
 */
export function parseQuantity(value: number | QuantityWithUnit, dimension: Dimension, path: string): number {
  const { name, unit: unitOfResult, example, min, max } = MEASURES[dimension];
  const converted = read(value, unitOfResult);
  if (!Number.isFinite(converted)) {
    throw invalidInput(
      path,
      `must be ${name} such as '${example}', but was ${show(value)}${hintFor(value, dimension)}`,
    );
  }
  const result = Number(converted.toPrecision(DIGITS));
  if (result >= min && result <= max) return result;
  const range = `${name} from ${min} to ${max} ${unitOfResult}`;
  const was = typeof value === 'number' ? show(value) : `${show(value)} (${result} ${unitOfResult})`;
  throw invalidInput(path, `must be ${range}, but was ${was}`);
}
