import type { CriterionRow } from '../analysis/compare-criteria.js';
import type { Source } from '../problem/types.js';
import { inColumns, printMeasured } from './measured-in-words.js';

/** A source in a few letters: its first author and its year. */
function citeShortly({ author, year }: Source): string {
  const first = author.split(/[,;(]/)[0]!.trim();
  return year === undefined ? first : `${first} ${year}`;
}

/** Damage rules side by side as a table to read, sizes in mm; a star where a rule is used beyond what it is stated for. */
export function formatComparison(rows: readonly CriterionRow[]): string {
  const header = ['rule', 'threshold', 'source', 'stated for', 'width mm', 'length mm', 'volume mm³'];
  const lines = rows.map((row) => [
    row.rule,
    row.threshold,
    row.sources[0] ? citeShortly(row.sources[0]) : '–',
    `${row.validity}${row.isWithinValidity === false ? ' *' : ''}`,
    printMeasured(row.width, 1e3),
    printMeasured(row.length, 1e3),
    printMeasured(row.volume, 1e9),
  ]);
  const note = rows.some(({ isWithinValidity }) => isWithinValidity === false)
    ? '\n\n* used beyond what the rule is stated for'
    : '';
  return inColumns([header, ...lines], 4) + note;
}
