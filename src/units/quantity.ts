import { unit } from 'mathjs';
import { invalidInput, show } from '../problem/sentence.js';
import { type Dimension, MEASURES } from './dimensions.js';
import { readUnitText, type UnitText } from './unit-text.js';

/** A quantity of a units library such as mathjs. */
export interface UnitLike {
  /** Its value in another unit. */
  toNumber(unit: string): number;
}

/** A quantity with its unit: text such as `'5 mm'`, or a quantity of a units library. */
export type QuantityWithUnit = string | UnitLike;

/** Units in which a temperature may be given, and their degrees in a difference. */
const DEGREES: ReadonlyMap<string, string> = new Map([
  ['K', 'K'],
  ['mK', 'mK'],
  ['kelvin', 'K'],
  ['degC', 'K'],
  ['celsius', 'K'],
  ['degF', 'degR'],
  ['fahrenheit', 'degR'],
  ['degR', 'degR'],
  ['rankine', 'degR'],
]);

/** Units that are read. mathjs knows more, such as the chain ch of a surveyor, one slip away from cm. */
const SYMBOL = /^[numcdkMG]?(?:m|g|s|K|A|mol|Hz|J|W|N|Pa|V|ohm|S|L|l)$/;
const WORD =
  /^(?:(?:micro|milli|centi|kilo|mega)?(?:meter|gram|second|ampere|mole|hertz|joule|watt|volt|ohm|siemens|liter|litre)s?|in|inch|inches|ft|foot|feet|min|mins|minutes?|h|hr|hrs|hours?|days?|secs?|lbs?|BTU|cc)$/;

function isKnownUnit(name: string): boolean {
  return SYMBOL.test(name) || WORD.test(name) || DEGREES.has(name);
}

/** Units whose zero is not that of temperature: a difference in them would be taken for a temperature. */
const OFFSET_UNIT = /deg[CF]|celsius|fahrenheit/i;

const TEMPERATURE = MEASURES.temperature.unit;
const SLOPE = MEASURES.relativeSlope.unit;
const DIFFERENCE = MEASURES.temperatureDifference.unit;

/** As mathjs writes a unit: `'W m^-1 K^-1'`. A degree that is multiplied by something is one of a difference. */
function unitOf({ powers, isOneName }: UnitText, unitOfResult: string): string | null {
  const names = [...powers.keys()];
  if (!names.every(isKnownUnit)) return null;
  const [name = ''] = names;
  if (unitOfResult === TEMPERATURE) return isOneName && DEGREES.has(name) ? name : null;
  if (unitOfResult === DIFFERENCE && names.some((one) => OFFSET_UNIT.test(one))) return null;
  return [...powers]
    .filter(([, power]) => power !== 0)
    .map(([one, power]) => `${DEGREES.get(one) ?? one}^${power}`)
    .join(' ');
}

/** The number that a text stands for, in the given unit; NaN when the text cannot be read. */
function readText(text: string, unitOfResult: string): number {
  const parts = readUnitText(text);
  if (!parts) return NaN;
  const { number, powers, isPercent } = parts;
  if (isPercent && unitOfResult !== '' && unitOfResult !== SLOPE) return NaN;
  if (unitOfResult === '') return powers.size === 0 ? number : NaN;
  const unitText = unitOf(parts, unitOfResult);
  if (unitText === null || unitText === '') return NaN;
  try {
    const converted = unit(number, unitText).toNumber(unitOfResult);
    const isTooSmall = converted === 0 && number !== 0 && unitOfResult !== TEMPERATURE;
    return isTooSmall ? NaN : converted;
  } catch {
    return NaN;
  }
}

function readUnitLike(value: unknown, unitOfResult: string): number {
  try {
    if (unitOfResult === DIFFERENCE && OFFSET_UNIT.test(String(value))) return NaN;
    const converted: unknown = (value as { toNumber(unit: string): unknown }).toNumber(unitOfResult);
    return typeof converted === 'number' ? converted : NaN;
  } catch {
    return NaN;
  }
}

/** Digits that survive a conversion of units. */
const DIGITS = 15;

/**
 * Reads a quantity in a unit.
 *
 * @param unitOfResult - As mathjs writes it: `'W m^-1 K^-1'`.
 * @returns Without the noise of the conversion; a plain number as it is; NaN or an infinite number when it cannot be read.
 */
export function readIn(unitOfResult: string, value: unknown): number {
  if (typeof value === 'number') return value;
  const converted =
    typeof value === 'string' ? readText(value, unitOfResult) : readUnitLike(value, unitOfResult);
  return Number(converted.toPrecision(DIGITS));
}

/** Units of blood flow that need the density of tissue or of blood. */
export const FLOW_PER_MASS = 'mL min^-1 kg^-1';
export const MASS_FLOW = 'kg m^-3 s^-1';

/** What was meant by something that cannot be read. */
function hintFor(value: unknown, dimension: Dimension): string {
  if (dimension === 'perfusionRate') {
    const needs = (density: string): string =>
      `: toPerfusionRate makes a rate of it with the density of ${density}`;
    if (Number.isFinite(readIn(FLOW_PER_MASS, value))) return needs('tissue');
    return Number.isFinite(readIn(MASS_FLOW, value)) ? needs('blood') : '';
  }
  if (typeof value !== 'string') return '';
  const parts = readUnitText(value);
  const [name = '', ...others] = parts?.powers.keys() ?? [];
  if (!parts || others.length > 0) return '';
  if (dimension === 'temperature' && /^[CF]$/.test(name))
    return `: did you mean '${parts.number} deg${name}'?`;
  const isDegree = dimension === 'temperatureDifference' && OFFSET_UNIT.test(name);
  return isDegree ? `: did you mean '${parts.number} ${DEGREES.get(name) ?? 'K'}'?` : '';
}

/**
 * Reads a quantity with its unit; the result is in SI, a temperature in °C, a thermal dose in minutes.
 *
 * @param value - Text such as `'5 mm'`, `'80 °C'`, `'1.5 min'`, `'0.04 1/min'` or `'2 %/K'`; a quantity of a units library; or a
 * plain number, which is taken to be in SI (°C for a temperature, minutes for a thermal dose) and comes back as it is.
 * @param dimension - What it must be a quantity of.
 * @param path - The name of the field, for the error.
 * @throws {@link index.LesionModelError | LesionModelError} 'invalid-input' with that path.
 * @remarks Text must have a number and a unit; a ratio may do without. What follows a slash stands below the line up to the next
 * slash: `'0.5 W/m K'` is `'0.5 W/(m K)'`. A difference of temperatures is given in K. A blood flow per mass of tissue has no
 * rate without a density: see {@link index.toPerfusionRate | toPerfusionRate}. The result is rounded to 15 digits, which takes
 * away the noise of the conversion: `'5.1 mm'` is 0.0051.
 */
export function parseQuantity(value: number | QuantityWithUnit, dimension: Dimension, path: string): number {
  const { name, unit: unitOfResult, example, min, max } = MEASURES[dimension];
  const result = readIn(unitOfResult, value);
  if (!Number.isFinite(result)) {
    throw invalidInput(
      path,
      `must be ${name} such as '${example}', but was ${show(value)}${hintFor(value, dimension)}`,
    );
  }
  if (result >= min && result <= max) return result;
  const range = `${name} from ${min} to ${max} ${unitOfResult}`.trimEnd();
  const was =
    typeof value === 'number' ? show(value) : `${show(value)} (${`${result} ${unitOfResult}`.trimEnd()})`;
  throw invalidInput(path, `must be ${range}, but was ${was}`);
}
