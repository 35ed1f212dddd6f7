import type * as v from 'valibot';
import type { LimitedField } from './limits.js';
import { childPath } from './parse.js';
import { problemSchema } from './schema.js';
import { alternativesOf, fieldOf } from './schema-parts.js';

/** Puts a number in the place of what stands for a quantity. */
export type ReadQuantity = (value: unknown, field: LimitedField, path: string) => unknown;

/** The parts of valibot's schemas through which a problem is walked. */
interface Walked {
  readonly wrapped?: v.GenericSchema;
  readonly item?: v.GenericSchema;
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly key?: string;
  readonly options?: readonly v.GenericSchema[];
}

function isRecordOrList(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Whether it is an object that stands for a number: a quantity of a units library. */
function isQuantityObject(value: object): boolean {
  return typeof (value as { toNumber?: unknown }).toNumber === 'function';
}

/** The record of a union that has the kind of a value; undefined where none has. */
function recordOfKind(
  options: readonly v.GenericSchema[],
  key: string,
  value: object,
): v.GenericSchema | undefined {
  const kind = (value as Readonly<Record<string, unknown>>)[key];
  return options.find((option) => {
    const { literal } = ((option as Walked).entries?.[key] ?? {}) as { readonly literal?: unknown };
    return literal === kind;
  });
}

function readRecord(
  entries: Readonly<Record<string, v.GenericSchema>>,
  value: object,
  path: string,
  read: ReadQuantity,
): object {
  const pairs = Object.entries(value).map(([key, inner]: [string, unknown]) => {
    const schema = Object.hasOwn(entries, key) ? entries[key] : undefined;
    return [key, schema ? readBy(schema, inner, childPath(path, key), read) : inner];
  });
  return Object.fromEntries(pairs) as object;
}

function readBy(schema: v.GenericSchema, value: unknown, path: string, read: ReadQuantity): unknown {
  const field = fieldOf(schema);
  if (field !== undefined) return value === undefined ? value : read(value, field, path);
  const alternatives = alternativesOf(schema);
  if (alternatives) {
    const isRecord = isRecordOrList(value) && !isQuantityObject(value);
    return readBy(isRecord ? alternatives.records : alternatives.others, value, path, read);
  }
  const { wrapped, item, entries, key, options } = schema as Walked;
  if (wrapped) return readBy(wrapped, value, path, read);
  if (!isRecordOrList(value)) return value;
  if (item) {
    return Array.isArray(value)
      ? Array.from(value, (one: unknown, k) => readBy(item, one, childPath(path, k), read))
      : value;
  }
  if (Array.isArray(value)) return value;
  if (key !== undefined && options) {
    const found = recordOfKind(options, key, value);
    return found ? readBy(found, value, path, read) : value;
  }
  return entries ? readRecord(entries, value, path, read) : value;
}

/**
 * Reads everything in a problem that the schema says is a number with a limit.
 *
 * @returns A copy in which those are replaced. The rest is the same, faults of shape included: the check of the problem is to
 * find them.
 */
export function readQuantities(problem: unknown, read: ReadQuantity): unknown {
  return readBy(problemSchema, problem, '', read);
}
