// Writes the tables of the pages that examples are behind: `npm run tables`. Their tests fail when a page is not what the example finds.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { citedRow, rows as rules } from '../examples/damage-rules.js';
import { rows as choices } from '../examples/modelling-choices.js';
import { rows as surroundings } from '../examples/surroundings.js';

/** A page and the rows of the one table in it that begins with this cell. */
interface Page {
  readonly file: string;
  readonly first: string;
  readonly rows: readonly string[];
}

const rowOf = (cells: object): string => `| ${Object.values(cells).join(' | ')} |`;

const PAGES: readonly Page[] = [
  { file: 'docs/modelling-choices.md', first: 'choice', rows: choices.map(rowOf) },
  { file: 'docs/layered-tissue.md', first: 'around the needle', rows: surroundings.map(rowOf) },
  { file: 'docs/damage-rules.md', first: 'rule', rows: rules.map(citedRow) },
];

/** The text with other rows in the table that begins with a cell. */
function withRows(text: string, first: string, rows: readonly string[]): string {
  const lines = text.split('\n');
  const head = lines.findIndex((line) => line.startsWith(`| ${first} `));
  if (head < 0) throw new Error(`There is no table that begins with ${first}.`);
  const body = head + 2;
  const count = lines.slice(body).findIndex((line) => !line.startsWith('|'));
  return lines.toSpliced(body, count, ...rows).join('\n');
}

for (const { file, first, rows } of PAGES) {
  const text = withRows(readFileSync(file, 'utf8'), first, rows);
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}
