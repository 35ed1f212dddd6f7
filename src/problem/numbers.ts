import type { Evidence } from './evidence.js';
import { isFor } from './evidence.js';
import { type LimitedField, LIMITS } from './limits.js';
import { propertyAt } from './property.js';
import type { Electrode, Material, Property, Tissue } from './types.js';

/** Where laws are read and slopes counted from [°C]. */
const BODY = 37;

const SLOPE = 'Slope';

/** A law of the same course through another value at 37 °C. */
function scaled(property: Property, value: number): Property {
  if (typeof property === 'number') return value;
  const now = propertyAt(property, BODY);
  if (property.kind === 'linear') return { ...property, value: (property.value * value) / now };
  return { ...property, value: property.value.map((one) => (one * value) / now) };
}

/** The relative slope of a law at 37 °C [1/K]; null for a table, which has none of its own. */
function slopeOf(property: Property): number | null {
  if (typeof property === 'number') return 0;
  if (property.kind === 'table') return null;
  return (property.value * property.coefficient) / propertyAt(property, BODY);
}

/** A law through the same value at 37 °C with another slope there. */
function sloped(property: Property, coefficient: number): Property {
  const value = propertyAt(property, BODY);
  const cap = typeof property === 'object' && property.kind === 'linear' ? property.cap : undefined;
  return { kind: 'linear', value, coefficient, reference: BODY, ...(cap === undefined ? {} : { cap }) };
}

/** One number of a record: what it is, and the record with another. */
export interface Field<T> {
  readonly value: number;
  readonly unit: string;
  readonly changedTo: (value: number) => T;
}

const unitOf = (field: LimitedField): string => LIMITS[field].unit;

const isProperty = (key: string): key is 'thermalConductivity' | 'electricalConductivity' | 'specificHeat' =>
  ['thermalConductivity', 'electricalConductivity', 'specificHeat'].includes(key);

/** A number of a tissue by the name that its evidence has; null where the tissue has none. */
export function fieldOfTissue(tissue: Tissue, name: string): Field<Tissue> | null {
  if (name.endsWith(SLOPE)) {
    const key = name.slice(0, -SLOPE.length);
    if (!isProperty(key)) return null;
    const value = slopeOf(tissue[key]);
    if (value === null) return null;
    const changedTo = (slope: number): Tissue => ({ ...tissue, [key]: sloped(tissue[key], slope) });
    return { value, unit: unitOf('law.coefficient'), changedTo };
  }
  const unit = unitOf(`tissue.${name}` as LimitedField);
  if (isProperty(name)) {
    const changedTo = (value: number): Tissue => ({ ...tissue, [name]: scaled(tissue[name], value) });
    return { value: propertyAt(tissue[name], BODY), unit, changedTo };
  }
  const value = tissue[name as 'density' | 'perfusionRate' | 'metabolicHeat' | 'waterContent'];
  return value === undefined ? null : { value, unit, changedTo: (other) => ({ ...tissue, [name]: other }) };
}

/** A record with another number at a path of keys. */
function withNumber<T extends object>(record: T, keys: readonly string[], value: number): T {
  const [key, ...rest] = keys;
  if (key === undefined) return record;
  if (rest.length === 0) return { ...record, [key]: value };
  const inner = (record as Record<string, object | undefined>)[key] ?? {};
  return { ...record, [key]: withNumber(inner, rest, value) };
}

/** A number of an electrode by its path; null where the electrode has none. */
export function fieldOfElectrode(electrode: Electrode, path: string): Field<Electrode> | null {
  const keys = path.split('.');
  const value = keys.reduce<unknown>(
    (at, key) => (at as Record<string, unknown> | undefined)?.[key],
    electrode,
  );
  if (typeof value !== 'number') return null;
  const unit = unitOf(`electrode.${path}` as LimitedField);
  return { value, unit, changedTo: (other) => withNumber(electrode, keys, other) };
}

/** A record whose numbers may have evidence. */
export type Holder = Tissue | Electrode | Material;

/** A number of such a record by the name that its evidence has [SI]; null where the record has none. */
function numberIn(holder: Holder, name: string): number | null {
  if ('tipLength' in holder) return fieldOfElectrode(holder, name)?.value ?? null;
  if ('electricalConductivity' in holder) return fieldOfTissue(holder, name)?.value ?? null;
  return (holder as unknown as Record<string, number | undefined>)[name] ?? null;
}

/** The evidence that a record has for its numbers as they are. */
export function evidenceIn(holder: Holder): { readonly name: string; readonly evidence: Evidence }[] {
  const entries = Object.entries(holder.evidence ?? {}) as [string, Evidence | undefined][];
  return entries.flatMap(([name, evidence]) => {
    const number = numberIn(holder, name);
    return evidence && number !== null && isFor(evidence, number) ? [{ name, evidence }] : [];
  });
}
