import { resolve } from 'node:path';
import type { Source } from 'rf-lesion';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from './source-files.js';

const CITED_GRADES = ['A', 'B', 'C', 'D'];

type Named = readonly [name: string, value: object];

/** What the modules of presets export, by 'file: name', functions left out. */
async function presetExports(): Promise<Named[]> {
  const modules = await Promise.all(
    sourceFiles('src/presets').map(async ({ path }) => {
      const file = resolve(path);
      const module = (await import(file)) as Record<string, unknown>;
      return Object.entries(module).map(([name, value]) => ({ name: `${path}: ${name}`, value }));
    }),
  );
  return modules
    .flat()
    .flatMap(({ name, value }) => (typeof value === 'object' && value !== null ? [[name, value]] : []));
}

const exported = await presetExports();
const isSource = ([name]: Named): boolean => name.startsWith('src/presets/sources.ts');
/** Criteria are looked up in another way: tests/unit/presets. */
const isCriterion = ([name]: Named): boolean => name.startsWith('src/presets/criteria.ts');
const records = exported
  .filter((entry) => !isSource(entry) && !isCriterion(entry))
  .flatMap(([name, family]) =>
    Object.entries(family).map(([key, value]) => [`${name}.${key}`, value] as const),
  );

/** What is missing from a source. */
function faultsOf({ author, title, grade }: Partial<Source>): string[] {
  return [
    ...(author ? [] : ['no author']),
    ...(title ? [] : ['no title']),
    ...(CITED_GRADES.includes(grade ?? '') ? [] : [`grade ${String(grade)}`]),
  ];
}

describe('presets', () => {
  test('are found', () => {
    expect(records.length).toBeGreaterThanOrEqual(13);
    expect(exported.filter(isSource).length).toBeGreaterThanOrEqual(8);
  });

  test.each(records)('%s says where its numbers come from', (_, record) => {
    const { sources = [] } = record as { readonly sources?: readonly Source[] };
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.flatMap(faultsOf)).toEqual([]);
  });

  test.each(exported.filter(isSource))('%s is a complete source', (_, source) => {
    expect(faultsOf(source as Partial<Source>)).toEqual([]);
  });

  test('from memory would be refused', () => {
    expect(faultsOf({ author: 'Somebody', title: 'A number', grade: 'M' as Source['grade'] })).toEqual([
      'grade M',
    ]);
    expect(faultsOf({})).toEqual(['no author', 'no title', 'grade undefined']);
  });
});
