import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import type { Plugin } from 'esbuild';
import * as v from 'valibot';
import { type Limit, LIMITS } from '../src/problem/limits.js';
import { problemSchema, sharedSchemas } from '../src/problem/schema.js';
import { alternativesOf, fieldOf } from '../src/problem/schema-parts.js';
import { VERSION } from '../src/version.js';

type Schema = v.GenericSchema;

/** The parts of valibot's schemas that hold others. */
interface Walked {
  readonly type: string;
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly options?: readonly Schema[];
  readonly value?: Schema;
}

/** `[m], 0.00005 to 0.005` */
function describe({ unit, min, max, exclusiveMin, also }: Limit): string {
  const range = exclusiveMin === true ? `above ${min}, at most ${max}` : `${min} to ${max}`;
  return [...(unit === '' ? [] : [`[${unit}]`]), range, ...(also === undefined ? [] : [also])].join(', ');
}

/** The same schema with a union where the choice between two is a function, and with what its numbers mean. */
function makeConvertible(): (schema: Schema) => Schema {
  const known = new Map<Schema, Schema>();

  function build(schema: Schema): Schema {
    const field = fieldOf(schema);
    if (field !== undefined) return v.pipe(schema, v.description(describe(LIMITS[field])));
    const alternatives = alternativesOf(schema);
    if (alternatives) {
      const { records, others } = alternatives;
      return others.type === 'never' ? convert(records) : v.union([convert(records), convert(others)]);
    }
    const { type, wrapped, item, entries, options, value } = schema as Walked;
    const inner = entries && Object.entries(entries).map(([key, entry]) => [key, convert(entry)] as const);
    if (type === 'optional' && wrapped) return v.optional(convert(wrapped));
    if (type === 'nullable' && wrapped) return v.nullable(convert(wrapped));
    if (type === 'array' && item) return v.array(convert(item));
    if (type === 'strict_object' && inner) return v.strictObject(Object.fromEntries(inner));
    if (type === 'variant' && options) return v.union(options.map(convert));
    if (type === 'record' && value) return v.record(v.string(), convert(value));
    return schema;
  }

  function convert(schema: Schema): Schema {
    const found = known.get(schema) ?? build(schema);
    known.set(schema, found);
    return found;
  }
  return convert;
}

/** What a file with a problem must be, as JSON Schema (draft 7), for editors and other programs. */
export function problemJsonSchema(): JsonSchema {
  const convert = makeConvertible();
  const schema = toJsonSchema(convert(problemSchema), {
    definitions: Object.fromEntries(
      Object.entries(sharedSchemas).map(([name, part]) => [name, convert(part)]),
    ),
    overrideAction: ({ valibotAction, jsonSchema }) => {
      if (valibotAction.type === 'finite') return jsonSchema; // as all numbers of JSON are
      if (valibotAction.type !== 'metadata') return null;
      const { field, ...known } = jsonSchema as JsonSchema & { field?: unknown };
      return field === undefined ? null : known;
    },
  });
  const { $schema, ...shape } = schema;
  return {
    ...($schema === undefined ? {} : { $schema }),
    title: `A problem of rf-lesion ${VERSION}`,
    description: 'SI units, temperatures in °C.',
    ...shape,
    properties: {
      $schema: { type: 'string', description: 'Where this schema is; for editors.' },
      ...shape.properties,
    },
  };
}

/** An esbuild plugin that writes the schema of a problem's file beside the bundle. */
export function writeProblemSchema(file: string): Plugin {
  return {
    name: 'problem-schema',
    setup(build) {
      if (build.initialOptions.format !== 'esm') return; // once is enough
      build.onEnd(() => {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, `${JSON.stringify(problemJsonSchema(), null, 2)}\n`);
      });
    },
  };
}
