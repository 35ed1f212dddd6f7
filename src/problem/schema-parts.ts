import * as v from 'valibot';
import { LIMITS, type Limit, type LimitedField } from './limits.js';
import { enumerate, mustBe, mustBeWithin } from './sentence.js';
import { closestWord } from './spelling.js';

type Schema = v.GenericSchema;
type Entries = Readonly<Record<string, Schema>>;
type RecordMessage = (issue: v.StrictObjectIssue) => string;
/** A record of which every key is known. */
export type RecordSchema<E extends Entries> = v.StrictObjectSchema<E, RecordMessage>;

/** What valibot expects of the value of an unknown key. */
const UNKNOWN_KEY = 'never';

/** Whether an issue is about a key that its record does not have. */
export function isUnknownKey({ type, expected }: v.BaseIssue<unknown>): boolean {
  return type === 'strict_object' && expected === UNKNOWN_KEY;
}

/** The fault that a schema finds with a missing value. */
function faultOfMissing(schema: Schema): string {
  return v.safeParse(schema, undefined).issues?.[0].message ?? 'is missing';
}

/** What a schema says of itself to whoever walks through it, for a number: which limit it is held to. */
interface QuantityMark {
  readonly field: LimitedField;
}

/** The same for a schema that is one of two. */
interface AlternativesMark {
  readonly records: Schema;
  readonly others: Schema;
}

/** The limit that a schema holds a number to; undefined for any other schema. */
export function fieldOf(schema: Schema): LimitedField | undefined {
  return (v.getMetadata(schema) as Partial<QuantityMark>).field;
}

/** The two schemas behind {@link recordOr}; undefined for any other schema. */
export function alternativesOf(schema: Schema): AlternativesMark | undefined {
  const { records, others } = v.getMetadata(schema) as Partial<AlternativesMark>;
  return records && others ? { records, others } : undefined;
}

/** A record that refuses unknown keys. `orElse` completes the sentence where something else is allowed as well. */
export function record<E extends Entries>(entries: E, orElse = ''): RecordSchema<E> {
  const keys = Object.keys(entries);
  const required = keys.filter((key) => entries[key]?.type !== 'optional');
  const requirement = `a record${required.length === 0 ? '' : ` with ${enumerate(required, 'and')}`}${orElse}`;
  return v.strictObject(entries, (issue) => {
    const { key } = (issue.path?.[0] ?? {}) as { key?: string };
    if (key === undefined) return mustBe(requirement, issue.input);
    if (!isUnknownKey(issue)) return faultOfMissing(entries[key] ?? v.unknown());
    const meant = closestWord(key, keys);
    return `is not a known key: ${meant === null ? `the known keys are ${keys.join(', ')}` : `did you mean ${meant}?`}`;
  });
}

/** A finite number within its limit. */
export function quantity(field: LimitedField): Schema {
  const limit: Limit = LIMITS[field];
  const message = ({ input }: { input: unknown }): string => mustBeWithin(limit, input);
  const number = v.pipe(v.number(message), v.maxValue(limit.max, message));
  const mark: QuantityMark = { field };
  return limit.exclusiveMin === true
    ? v.pipe(number, v.gtValue(limit.min, message), v.metadata({ ...mark }))
    : v.pipe(number, v.minValue(limit.min, message), v.metadata({ ...mark }));
}

/** One of a few words. */
export function oneOf(...words: string[]): Schema {
  const requirement = enumerate(
    words.map((word) => `'${word}'`),
    'or',
  );
  return v.picklist(words, ({ input }) => mustBe(requirement, input));
}

/** A record of one of several kinds, each kind with its own keys. */
export function kinds(options: Readonly<Record<string, Entries>>): Schema {
  const words = enumerate(
    Object.keys(options).map((word) => `'${word}'`),
    'or',
  );
  const records = Object.entries(options).map(([kind, entries]) =>
    record({ kind: v.literal(kind), ...entries }),
  );
  return v.variant('kind', records, ({ path, input }) =>
    mustBe(path ? words : `a record whose kind is ${words}`, input),
  );
}

/** A list of what `item` describes. */
export function listOf(what: string, item: Schema): Schema {
  return v.array(item, ({ input }) => mustBe(`a list of ${what}`, input));
}

/** One schema for records and lists, another for all else. */
export function recordOr(records: Schema, others: Schema): Schema {
  const mark: AlternativesMark = { records, others };
  return v.pipe(
    v.lazy((input) => (typeof input === 'object' && input !== null ? records : others)),
    v.metadata({ ...mark }),
  );
}

/** The same schema without lists, which valibot takes for records without keys. */
function exceptLists(records: Schema): Schema {
  const others = v.never(({ input }) => mustBe('a record', input));
  const mark: AlternativesMark = { records, others };
  return v.pipe(
    v.lazy((input) => (Array.isArray(input) ? others : records)),
    v.metadata({ ...mark }),
  );
}

/** A record that may be empty: none of its keys is needed. */
export function recordOfOptional(entries: Entries): Schema {
  return exceptLists(
    record(Object.fromEntries(Object.entries(entries).map(([key, schema]) => [key, v.optional(schema)]))),
  );
}

/** Text. */
export function text(): Schema {
  return v.string(({ input }) => mustBe('text', input));
}

/** A record of which any text is a key. */
export function dictionary(item: Schema): Schema {
  return exceptLists(v.record(v.string(), item, ({ input }) => mustBe('a record', input)));
}
