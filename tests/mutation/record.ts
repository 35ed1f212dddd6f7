import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { folderOf } from './draw.js';
import type { Mutant } from './sites.js';
import type { TimedTest, Verdict } from './trial.js';

/** Where the results are left, and found by the next run. */
const RECORD = 'out/mutation.json';
export const PAGE = 'docs/mutation.md';
const EQUIVALENT = 'tests/mutation/equivalent.json';

/** A mutant and, once it has been tried, what the tests say of it. */
type Tried = Pick<Mutant, 'file' | 'line' | 'kind' | 'what'> & { readonly verdict: Verdict | null };

/** A run of the mutation test. */
export interface MutationRecord {
  readonly seed: number;
  readonly date: string;
  readonly commit: string;
  /** Of the folders that are changed, and of the tests; results hold for this state of the sources. */
  readonly sourcesHash: string;
  readonly testsHash: string;
  /** The places found in each folder, and what was left alone. */
  readonly sites: Readonly<Record<string, number>>;
  readonly excluded: Readonly<Record<string, number>>;
  /** The tests with the time they take without a change. */
  readonly tests: readonly TimedTest[];
  readonly mutants: readonly Tried[];
}

/** A mutant that no test can kill, as it gives the same program or the same numbers within what is promised. */
interface Judged {
  readonly file: string;
  readonly what: string;
  readonly reason: string;
}

/** What an earlier run has left, if anything. */
export function readRecord(): MutationRecord | null {
  return existsSync(RECORD) ? (JSON.parse(readFileSync(RECORD, 'utf8')) as MutationRecord) : null;
}

/** Leaves the results; a run that is broken off meanwhile leaves the ones before. */
export function writeRecord(record: MutationRecord): void {
  mkdirSync(dirname(RECORD), { recursive: true });
  writeFileSync(`${RECORD}.new`, `${JSON.stringify(record, null, 2)}\n`);
  renameSync(`${RECORD}.new`, RECORD);
}

/** What one row of the table counts. */
interface Tally {
  readonly tried: number;
  readonly killed: number;
  readonly timeout: number;
  readonly equivalent: number;
}

function tally(mutants: readonly Tried[], judged: readonly Judged[]): Tally {
  const count = (result: Verdict['result']): number =>
    mutants.filter(({ verdict }) => verdict?.result === result).length;
  return {
    tried: mutants.filter(({ verdict }) => verdict !== null).length,
    killed: count('killed'),
    timeout: count('timeout'),
    equivalent: mutants.filter(
      (mutant) => mutant.verdict?.result === 'survived' && reasonFor(mutant, judged) !== undefined,
    ).length,
  };
}

function reasonFor({ file, what }: Tried, judged: readonly Judged[]): string | undefined {
  return judged.find((other) => other.file === file && other.what === what)?.reason;
}

function row(name: string, cells: readonly (string | number)[]): string {
  return name.padEnd(20) + cells.map((cell) => String(cell).padStart(11)).join('');
}

function tallied(name: string, sites: number, drawn: number, counts: Tally): string {
  const { tried, killed, timeout, equivalent } = counts;
  const score = (100 * (killed + timeout)) / (tried - equivalent);
  const survived = tried - killed - timeout - equivalent;
  const percent = tried > equivalent ? `${score.toFixed(1)} %` : '–';
  return row(name, [sites, drawn, tried, killed, timeout, survived, equivalent, percent]);
}

/** A table of the results by folder and by kind, the mutants that survived, and what was left alone. */
export function report({ seed, date, commit, sites, excluded, mutants }: MutationRecord): string {
  const judged = JSON.parse(readFileSync(EQUIVALENT, 'utf8')) as Judged[];
  const survivors = mutants.filter(({ verdict }) => verdict?.result === 'survived');
  const kinds = [...new Set(mutants.map(({ kind }) => kind))].sort();
  const all = Object.values(sites).reduce((sum, count) => sum + count, 0);
  return [
    `Mutants of commit ${commit}, seed ${seed}, ${date}`,
    '',
    row('', ['sites', 'drawn', 'tried', 'killed', 'timeout', 'survived', 'equivalent', 'score']),
    ...Object.entries(sites).map(([folder, count]) => {
      const own = mutants.filter(({ file }) => folderOf(file) === folder);
      return tallied(folder, count, own.length, tally(own, judged));
    }),
    tallied('all', all, mutants.length, tally(mutants, judged)),
    '',
    ...kinds.map((kind) => {
      const own = mutants.filter((mutant) => mutant.kind === kind);
      return tallied(kind, NaN, own.length, tally(own, judged)).replace('NaN', '   ');
    }),
    '',
    survivors.length > 0 ? 'Survived:' : 'None survived.',
    ...survivors.map((mutant) => {
      const { file, line, what } = mutant;
      const reason = reasonFor(mutant, judged);
      return `  #${mutants.indexOf(mutant)} ${file}:${line}  ${what}${reason === undefined ? '' : `\n      equivalent: ${reason}`}`;
    }),
    '',
    'Left alone:',
    ...Object.entries(excluded).map(([kind, count]) => row(`  ${kind}`.padEnd(32), [count])),
  ].join('\n');
}

/** The report as a page of the documentation. */
export function page(record: MutationRecord): string {
  return `---
title: Do the tests bite?
group: Evidence
---

# Do the tests bite?

\`npm run mutate\` changes the library in one place after another, drawn by a seed from all operators, numbers and conditions of
\`grid\`, \`metrics\`, \`numerics\` and \`physics\`, and sees whether a test fails. A change that no test can notice, as it makes the
same program or the same numbers, is judged equivalent with its reason in \`tests/mutation/equivalent.json\`. The score is the part of
the others that is killed. This page is made by \`npm run mutate -- --page\`.

\`\`\`text
${report(record)}
\`\`\`
`;
}
