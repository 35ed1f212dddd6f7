import { resolve } from 'node:path';
import type { Evidence, Source } from 'rf-lesion';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from './source-files.js';

const CITED_GRADES = ['A', 'B', 'C', 'D'];

type Named = readonly [name: string, value: object];

/** What the modules of presets export, by 'file: name', functions and bare numbers left out. */
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
const isSource = ([name]: Named): boolean => /^src\/presets\/([a-z]+-)?sources(-[a-z]+)?\.ts/.test(name);
/** Criteria are looked up in another way, and procedures are problems: tests/unit/presets. */
const isElsewhere = ([name]: Named): boolean => /^src\/presets\/(criteria|procedures)\b/.test(name);
const records = exported
  .filter((entry) => !isSource(entry) && !isElsewhere(entry))
  .flatMap(([name, family]) =>
    Object.entries(family).map(([key, value]) => [`${name}.${key}`, value as object] as const),
  );

/** Families each of whose numbers has evidence of its own. */
const hasEvidence = ([name]: Named): boolean =>
  /: (tissues|materials|generators|doseThresholds)\./.test(name);

/** What is missing from a source. */
function faultsOf({ author, title, grade }: Partial<Source>): string[] {
  return [
    ...(author ? [] : ['no author']),
    ...(title ? [] : ['no title']),
    ...(CITED_GRADES.includes(grade ?? '') ? [] : [`grade ${String(grade)}`]),
  ];
}

/** Whose computations need neither year nor address. */
const OURSELVES = 'The rf-lesion authors';

/** What a source does not state: where it is, and its year or that none is on record. */
function gapsOf({ author, year, doi, url, note = '' }: Partial<Source>): string[] {
  if (author === OURSELVES) return [];
  return [
    ...(year !== undefined || /No year is on record\./.test(note) ? [] : ['no year']),
    ...(doi !== undefined || url !== undefined ? [] : ['no address']),
  ];
}

type Parts = Readonly<Record<string, unknown>>;

/** The number that evidence speaks of, by its path; undefined for a record of several. */
function numberAt(record: object, path: string): number | undefined {
  const slope = /^(.*)Slope$/.exec(path)?.[1];
  if (slope !== undefined) {
    const law = (record as Parts)[slope];
    return typeof law === 'number' ? 0 : ((law as Parts | undefined)?.['coefficient'] as number | undefined);
  }
  const found = path.split('.').reduce<unknown>((part, key) => (part as Parts | undefined)?.[key], record);
  return typeof found === 'number' ? found : ((found as Parts | undefined)?.['value'] as number | undefined);
}

/** What is wrong with the evidence of a number. */
function faultsOfEvidence(value: number | undefined, evidence: Evidence): string[] {
  const { grade, sources, low, high, value: own = value } = evidence;
  const inside =
    value === undefined || low === undefined || high === undefined || (low <= value && value <= high);
  return [
    ...([...CITED_GRADES, 'M'].includes(grade) ? [] : [`grade ${grade}`]),
    ...(sources.length > 0 || grade === 'M' ? [] : ['no source']),
    ...((low === undefined) === (high === undefined) ? [] : ['half a range']),
    ...(own === value ? [] : [`is for ${String(own)}, and not for ${String(value)}`]),
    ...(inside ? [] : [`${String(value)} is not in ${String(low)}–${String(high)}`]),
    ...sources.flatMap(faultsOf),
  ];
}

/** The evidence of a record, by path. */
const evidenceIn = (record: object): [string, Evidence][] =>
  Object.entries((record as { readonly evidence?: Readonly<Record<string, Evidence>> }).evidence ?? {});

/** The fields of a record that state numbers. */
const stating = (record: object): string[] =>
  Object.entries(record)
    .filter(([name, value]) => !['sources', 'evidence'].includes(name) && typeof value !== 'string')
    .map(([name]) => name);

/** All that is wrong with a record, by field; `each` where every number needs evidence of its own. */
function faultsIn(record: object, each: boolean): string[] {
  const { sources = [] } = record as { readonly sources?: readonly Source[] };
  const known = evidenceIn(record).map(([path]) => path);
  return [
    ...(sources.length > 0 ? sources.flatMap(faultsOf) : ['no source']),
    ...(each ? stating(record).filter((name) => !known.includes(name)) : []).map(
      (name) => `${name}: no evidence`,
    ),
    ...evidenceIn(record).flatMap(([path, evidence]) =>
      faultsOfEvidence(numberAt(record, path), evidence).map((fault) => `${path}: ${fault}`),
    ),
  ];
}

describe('presets', () => {
  test('are found', () => {
    expect(records.length).toBeGreaterThanOrEqual(70);
    expect(exported.filter(isSource).length).toBeGreaterThanOrEqual(50);
  });

  test.each(records)('%s says where its numbers come from', (name, record) => {
    expect(faultsIn(record, hasEvidence([name, record]))).toEqual([]);
  });

  test.each(records)('%s has complete sources', (_, record) => {
    const { sources = [] } = record as { readonly sources?: readonly Source[] };
    const ofNumbers = evidenceIn(record).flatMap(([, evidence]) => evidence.sources);
    expect([...sources, ...ofNumbers].flatMap(gapsOf)).toEqual([]);
  });

  test.each(exported.filter(isSource))('%s is a complete source', (_, source) => {
    expect([...faultsOf(source as Partial<Source>), ...gapsOf(source as Partial<Source>)]).toEqual([]);
  });

  test('of a problem have evidence for their numbers, and not for others in their place', () => {
    const ofProblems = records.filter(([name]) => /: (tissues|materials|electrodes)\./.test(name));
    const untied = ofProblems.flatMap(([name, record]) =>
      evidenceIn(record).flatMap(([path, { value }]) => (value === undefined ? [`${name}.${path}`] : [])),
    );
    expect(untied).toEqual([]);
  });

  test('have a grade for each of their numbers, and say which are from memory', () => {
    const graded = records.filter(hasEvidence).flatMap(([name, record]) =>
      evidenceIn(record).map(([path, { grade }]) => ({
        at: `${name.split('.').at(-1) ?? ''}.${path}`,
        grade,
      })),
    );
    const gradesUsed = new Set(graded.map(({ grade }) => grade));
    expect([...gradesUsed].sort()).toEqual([...CITED_GRADES, 'M']);
    const stated = records.filter(hasEvidence).flatMap(([, record]) => stating(record));
    const slopes = graded.filter(({ at }) => at.endsWith('Slope'));
    expect(graded.length - slopes.length).toBe(stated.length);
    const remembered = ['nerve', 'spinalCord', 'dura', 'ligamentTendon', 'connectiveTissue'];
    expect(graded.filter(({ grade }) => grade === 'M').map(({ at }) => at)).toEqual(
      remembered.map((name) => `${name}.electricalConductivity`),
    );
  });
});

describe('a broken preset is caught', () => {
  const source: Source = { author: 'Somebody', title: 'A number', grade: 'A' };
  const sound = {
    density: 1000,
    sources: [source],
    evidence: { density: { grade: 'A', sources: [source], low: 900, high: 1100 } satisfies Evidence },
  };
  const withEvidence = (change: object): object => ({
    ...sound,
    evidence: { density: { ...sound.evidence.density, ...change } },
  });

  test('and a sound one is not', () => {
    expect(faultsIn(sound, true)).toEqual([]);
    expect(faultsIn(withEvidence({ grade: 'M', sources: [] }), true)).toEqual([]);
  });

  test.each([
    ['without sources', { ...sound, sources: [] }, 'no source'],
    ['without evidence', { ...sound, evidence: {} }, 'density: no evidence'],
    ['with a number more', { ...sound, specificHeat: 4000 }, 'specificHeat: no evidence'],
    ['with evidence from nowhere', withEvidence({ sources: [] }), 'density: no source'],
    ['outside its range', { ...sound, density: 1200 }, 'density: 1200 is not in 900–1100'],
    ['with half a range', withEvidence({ low: undefined }), 'density: half a range'],
    [
      'with evidence for another number',
      withEvidence({ value: 950 }),
      'density: is for 950, and not for 1000',
    ],
    ['with no such grade', withEvidence({ grade: 'E' }), 'density: grade E'],
    ['with a nameless source', withEvidence({ sources: [{ ...source, author: '' }] }), 'density: no author'],
  ])('%s', (_, record, fault) => {
    expect(faultsIn(record, true)).toEqual([fault]);
  });

  test('by its slope, too', () => {
    const slope = { grade: 'A', sources: [source], low: 0.01, high: 0.02 };
    const law = { electricalConductivity: { value: 1, coefficient: 0.03 }, sources: [source] };
    const evidence = { electricalConductivitySlope: slope };
    expect(faultsIn({ ...law, evidence }, false)).toEqual([
      'electricalConductivitySlope: 0.03 is not in 0.01–0.02',
    ]);
  });

  test('and a source that is from memory or says nothing', () => {
    expect(faultsOf({ author: 'Somebody', title: 'A number', grade: 'M' as Source['grade'] })).toEqual([
      'grade M',
    ]);
    expect(faultsOf({})).toEqual(['no author', 'no title', 'grade undefined']);
    expect(gapsOf({})).toEqual(['no year', 'no address']);
    expect(gapsOf({ note: 'No year is on record. Its address is not, either.' })).toEqual(['no address']);
    expect(gapsOf({ url: 'https://example.org/', note: 'Read there. No year is on record.' })).toEqual([]);
    expect(gapsOf({ author: OURSELVES })).toEqual([]);
  });
});
