import { type ElectrodeName, electrodes } from '../presets/electrodes.js';
import { cannula, gauges } from '../presets/needles.js';
import { type TissueName, tissues } from '../presets/tissues.js';
import { checkProblem } from '../problem/check.js';
import { DEFAULTS } from '../problem/defaults.js';
import { type LimitedField, LIMITS } from '../problem/limits.js';
import { childPath, parse } from '../problem/parse.js';
import { type BloodFlowUnit, rateOfOne } from '../problem/perfusion-units.js';
import { readQuantities } from '../problem/quantities.js';
import { quantity } from '../problem/schema-parts.js';
import { enumerate, invalidInput, mustBe } from '../problem/sentence.js';
import { closestWord } from '../problem/spelling.js';
import type { Problem } from '../problem/types.js';
import { dimensionOf } from './dimensions.js';
import type { NumberWithUnit, ProblemWithUnits } from './problem-with-units.js';
import { lawFromExpression } from './property-from-expression.js';
import { FLOW_PER_MASS, MASS_FLOW, parseQuantity, readIn } from './quantity.js';

type Data = Readonly<Record<string, unknown>>;

/** Whether it is a record, which a list and a quantity of a units library are not. */
function isRecord(value: unknown): value is Data {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return typeof (value as { readonly toNumber?: unknown }).toNumber !== 'function';
}

/** A number with a limit, at once: for what is needed before the problem is checked. */
function readNow(value: unknown, field: LimitedField, path: string): number {
  const dimension = dimensionOf(LIMITS[field]);
  return parse(
    quantity(field),
    value === undefined ? value : parseQuantity(value as NumberWithUnit, dimension, path),
    path,
  ) as number;
}

/** Whether a text is an expression of T rather than a quantity, which would be in teslas. */
function isExpression(value: unknown): value is string {
  return typeof value === 'string' && /(?<![\w.])T(?!\w)/.test(value);
}

function named<N extends string, V>(
  presets: Readonly<Record<N, V>>,
  name: unknown,
  others: string,
  path: string,
): V {
  if (typeof name === 'string' && Object.hasOwn(presets, name)) return presets[name as N];
  const names = Object.keys(presets);
  const words = [...names.map((one) => `'${one}'`), ...(others === '' ? [] : [others])];
  const meant = typeof name === 'string' ? closestWord(name, names) : null;
  const hint = meant === null ? '' : `: did you mean '${meant}'?`;
  throw invalidInput(path, mustBe(enumerate(words, 'or'), name) + hint);
}

/** A preset with some fields of the caller's, whose evidence is then the caller's too. */
function changed(preset: object, changes: Data): Data {
  const { evidence, ...rest } = preset as Data;
  const still = Object.entries(isRecord(evidence) ? evidence : {}).filter(
    ([number]) => !Object.hasOwn(changes, number.replace(/Slope$|\..*$/, '')),
  );
  return { ...rest, ...(still.length === 0 ? {} : { evidence: Object.fromEntries(still) }), ...changes };
}

/** An electrode as a record. */
function electrodeFrom(given: unknown, path: string): unknown {
  if (!isRecord(given)) {
    return typeof given === 'string'
      ? named(electrodes, given, 'a record with gauge and tipLength, or with all of an electrode', path)
      : given;
  }
  if (given.like !== undefined) {
    const { like, ...changes } = given;
    return changed(named(electrodes, like as ElectrodeName, '', childPath(path, 'like')), changes);
  }
  if (given.gauge === undefined) {
    const misspelt = Object.keys(given).find((key) => closestWord(key, ['gauge', 'like']) !== null);
    if (misspelt === undefined) return given;
    throw invalidInput(
      childPath(path, misspelt),
      `is not a known key: did you mean ${closestWord(misspelt, ['gauge', 'like']) ?? ''}?`,
    );
  }
  const { gauge, tipLength, ...changes } = given;
  if (typeof gauge !== 'number' || !Object.hasOwn(gauges, gauge)) {
    throw invalidInput(childPath(path, 'gauge'), mustBe(`one of ${Object.keys(gauges).join(', ')}`, gauge));
  }
  const at = childPath(path, 'tipLength');
  const length =
    tipLength === undefined ? tipLength : parseQuantity(tipLength as NumberWithUnit, 'length', at);
  return changed(cannula({ gauge, tipLength: length as number }), changes);
}

/** A perfusion rate [1/s] of a flow that needs a density; all else as it is. */
function perfusionFrom(given: unknown, tissue: Data, bloodDensity: () => number, path: string): unknown {
  const at = childPath(path, 'perfusionRate');
  const isWithDensity = isRecord(given);
  const value = isWithDensity ? given.value : given;
  const asRate = (unit: BloodFlowUnit, density: number): number => {
    const flow = readIn(unit === 'kg/(m^3 s)' ? MASS_FLOW : FLOW_PER_MASS, value);
    return Number((flow * rateOfOne(unit, density)).toPrecision(15));
  };
  const has = (unit: string): boolean => typeof value !== 'number' && Number.isFinite(readIn(unit, value));
  if (isWithDensity) {
    const unknown = Object.keys(given).find((key) => key !== 'value' && key !== 'density');
    if (unknown !== undefined) {
      throw invalidInput(childPath(at, unknown), 'is not a known key: the known keys are value, density');
    }
  }
  const densityOf = (field: LimitedField, own: () => number): number =>
    isWithDensity ? readNow(given.density, field, childPath(at, 'density')) : own();
  if (has(FLOW_PER_MASS)) {
    const own = (): number => readNow(tissue.density, 'tissue.density', childPath(path, 'density'));
    return asRate('mL/(min kg)', densityOf('tissue.density', own));
  }
  if (has(MASS_FLOW)) return asRate('kg/(m^3 s)', densityOf('blood.density', bloodDensity));
  if (!isWithDensity) return given;
  const requirement = "a flow that needs a density, such as '3.7 mL/(min 100 g)' or '0.5 kg/(m^3 s)'";
  throw invalidInput(childPath(at, 'value'), mustBe(requirement, value));
}

/** Tissue as a record. */
function tissueFrom(given: unknown, bloodDensity: () => number, path: string): unknown {
  if (typeof given === 'string') return named(tissues, given, 'a record', path);
  if (!isRecord(given)) return given;
  const { like, ...changes } = given;
  const tissue =
    like === undefined
      ? given
      : changed(named(tissues, like as TissueName, '', childPath(path, 'like')), changes);
  const { perfusionRate, perfusionResponse } = tissue;
  const factor = isRecord(perfusionResponse) ? perfusionResponse.factor : undefined;
  const at = childPath(childPath(path, 'perfusionResponse'), 'factor');
  return {
    ...tissue,
    ...(perfusionRate === undefined
      ? {}
      : { perfusionRate: perfusionFrom(perfusionRate, tissue, bloodDensity, path) }),
    ...(isExpression(factor)
      ? {
          perfusionResponse: {
            ...(perfusionResponse as Data),
            factor: lawFromExpression(factor, at, {}, true),
          },
        }
      : {}),
  };
}

/** The properties that may be an expression, by the last part of their path; a number of a law may not. */
const PROPERTIES: Readonly<Partial<Record<LimitedField, RegExp>>> = {
  'tissue.thermalConductivity': /\.thermalConductivity$/,
  'tissue.specificHeat': /\.specificHeat$/,
  'tissue.electricalConductivity': /\.electricalConductivity$/,
};

/** A number in the place of a quantity; a number and all that is none stay as they are. */
function fromQuantity(value: unknown, field: LimitedField, path: string): unknown {
  if (isExpression(value) && PROPERTIES[field]?.test(path) === true)
    return lawFromExpression(value, path, {}, false);
  const isQuantity =
    typeof value === 'string' || (typeof value === 'object' && value !== null && !isRecord(value));
  return isQuantity ? parseQuantity(value as NumberWithUnit, dimensionOf(LIMITS[field]), path) : value;
}

/**
 * A problem from numbers with units, and from names of needle and tissue.
 *
 * ```ts
 * problemFromUnits({
 *   electrode: { gauge: 22, tipLength: '5 mm' },
 *   tissue: { like: 'muscle', perfusionRate: '3.7 mL/(min 100 g)' },
 *   heating: { kind: 'temperature', target: '80 °C', duration: '1.5 min' },
 * });
 * ```
 *
 * @returns A copy in SI, temperatures in °C: checked, and safe in JSON. Plain numbers are as they were.
 * @throws {@link index.LesionModelError | LesionModelError} 'invalid-input' with the path of the first fault: a unit that does not
 * fit, a misspelt key, or whatever else a problem must not be.
 * @remarks Text with a `T` for a property, or for the factor of `perfusionResponse`, is an expression of temperature: see
 * {@link propertyFromExpression}, whose defaults hold. A flow per mass of tissue is read with the density of the same tissue; a mass
 * flow with that of the problem's `blood`, by default `DEFAULTS.blood`; `{ value, density }` states another. `{ like, … }` is a spread
 * over the preset, without its evidence for the fields that are changed.
 */
export function problemFromUnits(problem: ProblemWithUnits): Problem {
  const read = withoutUnits(problem);
  checkProblem(read);
  return read as Problem;
}

function withoutUnits(problem: unknown): unknown {
  if (!isRecord(problem)) return problem;
  const { electrode, tissue, regions, blood } = problem;
  const bloodDensity = (): number =>
    isRecord(blood) && blood.density !== undefined
      ? readNow(blood.density, 'blood.density', 'blood.density')
      : DEFAULTS.blood.density;
  const inRegion = (region: unknown, k: number): unknown =>
    isRecord(region) && region.tissue !== undefined
      ? { ...region, tissue: tissueFrom(region.tissue, bloodDensity, `regions[${k}].tissue`) }
      : region;
  const spelledOut = {
    ...problem,
    ...(electrode === undefined ? {} : { electrode: electrodeFrom(electrode, 'electrode') }),
    ...(tissue === undefined ? {} : { tissue: tissueFrom(tissue, bloodDensity, 'tissue') }),
    ...(Array.isArray(regions) ? { regions: Array.from(regions, inRegion) } : {}),
  };
  return readQuantities(spelledOut, fromQuantity);
}
