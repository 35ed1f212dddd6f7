import { type Evidence, isStillSo } from '../problem/evidence.js';
import { evidenceIn, type Holder } from '../problem/numbers.js';
import type { Problem, Source } from '../problem/types.js';
import { describeField, printField, printRange } from './problem-field.js';
import type { NumberedSources } from './sources-in-words.js';
import { withText, wrap } from './text-columns.js';

/** What the numbers of needle and tissue rest on as they are, by their path. */
function evidenceOf({ electrode, tissue, regions = [] }: Problem): [path: string, evidence: Evidence][] {
  const holders: readonly [path: string, holder: Holder][] = [
    ['electrode', electrode],
    ['tissue', tissue],
    ...regions.map(({ tissue: other }, k): [string, Holder] => [`regions[${k}].tissue`, other]),
  ];
  return holders.flatMap(([path, holder]) =>
    evidenceIn(holder).map(({ name, evidence }): [string, Evidence] => [`${path}.${name}`, evidence]),
  );
}

/** What a problem says of its paths: as far as it still holds, and the paths of which it no longer does. */
export interface Said {
  readonly stated: readonly (readonly [path: string, sources: readonly Source[]])[];
  readonly assumed: readonly (readonly [path: string, reason: string])[];
  readonly unverified: readonly (readonly [path: string, reason: string])[];
  readonly changed: readonly string[];
}

/** What a problem says of itself, and what of it no longer holds. */
export function saidOf(problem: Problem): Said {
  const { stated = {}, assumed = {}, unverified = {} } = problem.about ?? {};
  const holds = ([path]: readonly [path: string, ...unknown[]]): boolean => isStillSo(problem, path);
  return {
    stated: Object.entries(stated).filter(holds),
    assumed: Object.entries(assumed).filter(holds),
    unverified: Object.entries(unverified).filter(holds),
    changed: Object.keys({ ...stated, ...assumed, ...unverified }).filter((path) => !holds([path])),
  };
}

/** What sources state, what is assumed and what is from memory, and what is known of every number, each under its heading. */
export function describeOrigins(problem: Problem, said: Said, { cite }: NumberedSources): string[] {
  const citeAll = (sources: readonly Source[]): string => sources.map(cite).join('; ');
  const rowOf = (path: string, ...texts: string[]): string[] => [
    `  ${describeField(path)}`,
    printField(problem, path),
    ...texts,
  ];
  const tables: readonly [heading: string, rows: string[][]][] = [
    ['stated of the procedure', said.stated.map(([path, sources]) => rowOf(path, citeAll(sources)))],
    ['assumed, as no source states it', said.assumed.map(([path, reason]) => rowOf(path, reason))],
    [
      'unverified, from memory: check before use',
      said.unverified.map(([path, reason]) => rowOf(path, reason)),
    ],
    [
      'numbers of needle and tissue, with the range in literature',
      evidenceOf(problem).map(([path, { grade, sources, low, high }]) => {
        const memory = grade === 'M' ? 'from memory (M); range: ' : '';
        return rowOf(path, printRange(path, low, high), `${memory}${citeAll(sources)}`);
      }),
    ],
  ];
  const changed = `changed, and no longer that of the source or the assumption: ${said.changed.join(', ')}`;
  return [
    ...(said.changed.length === 0 ? [] : ['', ...wrap(changed)]),
    ...tables.flatMap(([heading, rows]) => (rows.length === 0 ? [] : ['', heading, ...withText(rows)])),
  ];
}

/** All sources of a problem, as far as its page names them. */
export function sourcesOf(problem: Problem, { stated }: Said): Source[] {
  return [
    ...stated.flatMap(([, sources]) => sources),
    ...evidenceOf(problem).flatMap(([, { sources }]) => sources),
  ];
}
