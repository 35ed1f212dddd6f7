// Writes what was measured into docs/performance.md, and its picture: `npm run bench:page`. A test fails when the page is not what this
// makes of the stored figures.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { type Beside, type Gate, isMissed } from '../bench/gates.js';
import type { Measurements } from '../bench/measurements.js';
import type { Stamp } from '../tests/support/stamp.js';
import { fillMarks, table } from './markdown.js';
import { performanceFigure } from './performance-figure.js';
import {
  breakdownTable,
  comparisonTable,
  growthTable,
  kernelTable,
  modeTable,
  processTable,
  taskTable,
  timeToErrorTable,
} from './performance-tables.js';

export const PAGE = 'docs/performance.md';
export const FIGURE = 'docs/images/time-to-error.svg';
export const STORED_BENCH = 'bench/results.json';
const MARKED = { path: PAGE, begin: '<!-- bench: begin -->', end: '<!-- bench: end -->' };

/** What `npm run bench` and `npm run bench:compare` leave in out/. */
export interface StoredBench {
  readonly own: Stamp & Measurements & { readonly gates: readonly Gate[] };
  readonly beside: Stamp & Beside & { readonly gates: readonly Gate[] };
}

const stampOf = ({ date, commit, machine }: Stamp): string =>
  `Measured on ${date} at commit ${commit}, ${machine}.`;

function gateTable(gates: readonly Gate[]): string {
  const rows = gates.map((gate) => [
    gate.name,
    gate.value === null ? 'skipped' : gate.value.toFixed(3),
    `≤ ${Number(gate.limit.toPrecision(3))}`,
    isMissed(gate) ? 'missed' : '',
  ]);
  return table(['ratio', 'value', 'limit', ''], rows);
}

function figures({ own, beside }: StoredBench): string {
  return `## Beside other tools

${stampOf(beside)} Medians of CPU time over nine rounds in which the contenders take turns.

![Time to a true error of the width on logarithmic axes, for a held tip and for RF current: this package without and with its error bar, and FreeFem++ with elements of second degree](images/time-to-error.svg)

${timeToErrorTable(beside.curves)}

${comparisonTable(Object.values(beside.comparisons))}

## Whole answers

${stampOf(own)} CPU time, all damage rules of the defaults included.

${taskTable(own)}

Over one stage of the same duration at standard resolution:

${modeTable(own)}

## Where the time goes

An RF answer with error bars, by CPU profile; its reported run solves the field ${own.breakdown.solves} times in ${own.breakdown.iterations} iterations.

${breakdownTable(own)}

${kernelTable(own)}

## How it grows

${growthTable(own)}

## Starting and memory

${processTable(own)}

## Limits

${gateTable([...own.gates, ...beside.gates])}`;
}

/** The page with these figures between its marks. */
export function performancePage(text: string, stored: StoredBench): Promise<string> {
  return fillMarks(text, MARKED, figures(stored));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
  const stored = { own: read('out/bench.json'), beside: read('out/bench-compare.json') } as StoredBench;
  const config = await resolveConfig(STORED_BENCH);
  writeFileSync(STORED_BENCH, await format(JSON.stringify(stored), { ...config, parser: 'json' }));
  writeFileSync(PAGE, await performancePage(readFileSync(PAGE, 'utf8'), stored));
  writeFileSync(FIGURE, performanceFigure(stored.beside.curves));
}
