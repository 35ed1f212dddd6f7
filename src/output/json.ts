/** Typed arrays that results hold, by the name that marks them in JSON. */
const TYPED_ARRAYS = { Float64Array, Uint8Array } as const;

type TypedArrayName = keyof typeof TYPED_ARRAYS;

function isMarked(value: unknown): value is { type: TypedArrayName; values: number[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    'values' in value &&
    Object.hasOwn(TYPED_ARRAYS, String(value.type))
  );
}

/**
 * A result as JSON. A typed array becomes `{ "type": "Float64Array", "values": […] }`; numbers that JSON has no word
 * for become `{ "number": "Infinity" }`.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, entry: unknown) => {
    if (entry instanceof Float64Array)
      return { type: 'Float64Array', values: Array.from(entry, asJsonNumber) };
    if (entry instanceof Uint8Array) return { type: 'Uint8Array', values: Array.from(entry) };
    return asJsonNumber(entry);
  });
}

function asJsonNumber(entry: unknown): unknown {
  return typeof entry === 'number' && !Number.isFinite(entry) ? { number: String(entry) } : entry;
}

/** Numbers that JSON has no word for. */
const WORDLESS = ['NaN', 'Infinity', '-Infinity'];

function isWordless(entry: unknown): entry is { number: string } {
  if (typeof entry !== 'object' || entry === null || !('number' in entry)) return false;
  return Object.keys(entry).length === 1 && WORDLESS.includes(entry.number as string);
}

/**
 * What {@link toJson} wrote, with its typed arrays.
 *
 * @throws SyntaxError if the text is not JSON.
 */
export function fromJson(text: string): unknown {
  return JSON.parse(text, (_key, entry: unknown) => {
    if (isMarked(entry)) return TYPED_ARRAYS[entry.type].from(entry.values);
    return isWordless(entry) ? Number(entry.number) : entry;
  });
}
