// What the tables of docs/presets.md are made of.
import type { NumberRange } from '../src/problem/criterion.js';
import type { Evidence } from '../src/problem/evidence.js';
import type { Source } from '../src/problem/types.js';

/** Publications in the order in which the page names them, each with its records. */
export type Library = Map<string, Source[]>;

/** What makes two records one publication. */
export const keyOf = ({ author, year, title }: Source): string => [author, year, title].join('|');

/** Numbers of sources in the list at the end. */
export function cite(library: Library, sources: readonly Source[]): string {
  const numbers = sources.map((source) => {
    const key = keyOf(source);
    const records = library.get(key) ?? [];
    if (!records.includes(source)) library.set(key, [...records, source]);
    return [...library.keys()].indexOf(key) + 1;
  });
  return [...new Set(numbers)].sort((a, b) => a - b).join(', ');
}

/** Remarks on the rows of a table, below it. */
export const remarks = (notes: readonly (readonly [name: string, note: string | undefined])[]): string =>
  notes.flatMap(([name, note]) => (note === undefined ? [] : [`- ${name}: ${note}`])).join('\n');

/** A number in few digits: those that it is stated with, or six of a computed one. */
export const digits = (value: number): string => String(Number(value.toPrecision(6)));

export const inMm = (metres: number): string => digits(metres * 1e3);

export const between = ({ from, to }: NumberRange, unit: string): string =>
  `${from ?? ''}–${to ?? ''} ${unit}`;

export const graded = (value: number, evidence: Evidence | undefined): string =>
  `${digits(value)} ${evidence?.grade ?? ''}`.trimEnd();

type Rested = Readonly<{ evidence?: Readonly<Partial<Record<string, Evidence>>> }>;

/** Every evidence of a family with the name of its record. */
export function evidenceOf(
  family: Readonly<Record<string, Rested>>,
): [name: string, path: string, Evidence][] {
  return Object.entries(family).flatMap(([name, { evidence = {} }]) =>
    Object.entries(evidence).flatMap(([path, one]): [string, string, Evidence][] =>
      one === undefined ? [] : [[name, path, one]],
    ),
  );
}

export const rangeOf = (evidence: Evidence | undefined): string =>
  evidence?.low === undefined || evidence.high === undefined
    ? ''
    : `${digits(evidence.low)}–${digits(evidence.high)}`;
