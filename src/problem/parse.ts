import * as v from 'valibot';
import { isUnknownKey } from './schema-parts.js';
import { invalidInput } from './sentence.js';

/** The path of a field or an item, as a caller would write it: `criteria[1]`, `criteria[1].threshold`. */
export function childPath(parent: string, key: unknown): string {
  if (typeof key === 'number') return `${parent}[${key}]`;
  return parent === '' ? String(key) : `${parent}.${String(key)}`;
}

function pathOf(root: string, items: readonly { readonly key: unknown }[]): string {
  return items.reduce((path, { key }) => childPath(path, key), root);
}

/**
 * Reads data of unknown shape by a schema.
 *
 * @param root - Where the data stands in the caller's input; empty for a problem itself.
 * @returns A copy.
 * @throws {@link LesionModelError} 'invalid-input'. A misspelt key is named before the missing one that it leaves.
 */
export function parse(schema: v.GenericSchema, data: unknown, root: string): unknown {
  const result = v.safeParse(schema, data);
  if (result.success) return result.output;
  const issue = result.issues.find(isUnknownKey) ?? result.issues[0];
  throw invalidInput(pathOf(root, issue.path ?? []), issue.message);
}
