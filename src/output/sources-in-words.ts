import type { Source } from '../problem/types.js';
import { withText } from './text-columns.js';

/** Sources with numbers, as at the end of a paper. */
export interface NumberedSources {
  /** A source in a few letters: 'Demartini et al. 2021 (C) [3]'. */
  readonly cite: (source: Source) => string;
  /** All of them in full. */
  readonly lines: readonly string[];
}

/** What makes two records the same work: it may have been read for several numbers. */
function workOf({ author, year, title }: Source): string {
  return JSON.stringify([author, year, title]);
}

/** 'Tomlinson FH, Jack CR Jr, Kelly PJ' as 'Tomlinson et al.', and the name of a body as it is. */
function firstAuthor(author: string): string {
  const [first = '', ...others] = author.replace(/ \(.*$/, '').split(/,| et al/);
  const surname = first.replace(/ [A-Z]{1,3}( Jr)?$/, '');
  return others.length > 0 ? `${surname} et al.` : surname;
}

/** One work in full: authors, year, title, where it is, and what was read in it. */
function inFull(records: readonly Source[]): string {
  const [{ author, year, title, doi, url }] = records as [Source];
  const where = doi === undefined ? url : `doi:${doi}`;
  const notes = new Set(records.flatMap(({ note }) => (note === undefined ? [] : [note])));
  const dated = year === undefined ? author : `${author} (${year})`;
  return [
    `${dated}: ${title.replace(/\.$/, '')}.`,
    ...(where === undefined ? [] : [`${where}.`]),
    ...notes,
  ].join(' ');
}

/** Gives every work a number, in the order in which it is first used. */
export function numberSources(sources: readonly Source[]): NumberedSources {
  const works = new Map<string, Source[]>();
  for (const source of sources) {
    const work = workOf(source);
    works.set(work, [...(works.get(work) ?? []), source]);
  }
  const numbers = new Map([...works.keys()].map((work, k) => [work, k + 1]));
  return {
    cite: (source) => {
      const name = firstAuthor(source.author);
      const dated = source.year === undefined ? name : `${name} ${source.year}`;
      return `${dated} (${source.grade}) [${numbers.get(workOf(source)) ?? '–'}]`;
    },
    lines: withText([...works.values()].map((records, k) => [`[${k + 1}]`, inFull(records)])),
  };
}
