// Writes the results of the study into docs/error-bar.md, and its picture: a part of `npm run study`. A test fails when the page is not
// what this makes of the stored results.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  type StoredStudy,
  STORED_STUDY,
  type StudiedMode,
  type StudyRow,
} from '../tests/studies/study-record.js';
import { errorBarFigure } from './error-bar-figure.js';
import { fillMarks, table } from './markdown.js';

export const PAGE = 'docs/error-bar.md';
export const FIGURE = 'docs/images/error-bar.svg';
const MARKED = { path: PAGE, begin: '<!-- study: begin -->', end: '<!-- study: end -->' };

const percent = (part: number, digits: number): string => `${(100 * part).toFixed(digits)} %`;

/** The largest error over its bar: without bound where an empty lesion has no bar and the truth is none. */
function worstOf({ excess }: StudyRow): string {
  const worst = excess.at(-1);
  return typeof worst === 'number' ? worst.toFixed(2) : '∞';
}

const [HELD, BAR, RATIO] = [1, 3, 4];

/** How many, the part that is held, error, bar, bar over error and the worst error over its bar: in this order in every table. */
const cellsOf = (row: StudyRow): string[] => [
  String(row.compared),
  percent(row.held, 1),
  percent(row.error, 3),
  percent(row.bar, 3),
  row.ratio.toFixed(1),
  worstOf(row),
];

/** Rows of the widths, one for each group and resolution. */
function summaryRows({ title, rows, apart }: StudiedMode): string[][] {
  const widths = rows.filter(({ size }) => size === 'width');
  return [...new Set(widths.map(({ group }) => group))].flatMap((group) => {
    const own = widths.filter((row) => row.group === group);
    const standard = own.find(({ resolution }) => resolution === 'standard');
    const draft = own.find(({ resolution }) => resolution === 'draft');
    if (!standard || !draft) return [];
    const atDraft = cellsOf(draft);
    const cells = [
      group === '' ? title : `${title}: ${group}`,
      ...cellsOf(standard),
      ...[HELD, BAR, RATIO].map((k) => atDraft[k] ?? ''),
      percent(apart, 3),
    ];
    return [cells];
  });
}

const SUMMARY_HEAD = [
  'width',
  'compared',
  'standard: held',
  'error',
  'bar',
  'bar / error',
  'worst error / bar',
  'draft: held',
  'bar',
  'bar / error',
  'fine runs apart',
];

function detailsOf({ title, rows, refused }: StudiedMode): string {
  const cells = rows.map((row) => [
    row.group === '' ? row.size : `${row.group}: ${row.size}`,
    row.resolution,
    ...cellsOf(row),
  ]);
  const head = ['', 'resolution', 'compared', 'held', 'error', 'bar', 'bar / error', 'worst error / bar'];
  const words = refused > 0 ? `\n\n${refused} problems were refused.` : '';
  return `### ${title.charAt(0).toUpperCase()}${title.slice(1)}\n\n${table(head, cells)}${words}`;
}

function results({ date, commit, machine, modes }: StoredStudy): string {
  const count = modes.reduce((sum, { problems }) => sum + problems, 0);
  const compared = modes.flatMap(({ rows }) => rows).reduce((sum, row) => sum + row.compared, 0);
  return `${count} problems and ${compared} numbers, studied on ${date} at commit ${commit} (${machine}). The truth is a run
with a third of the standard spacing, the third root of the growth ratio and half the time step, extrapolated with one of twice that
spacing and the square of that growth ratio; the last column is the median by which the widths of these two differ. Errors and bars are
parts of the width, of a volume of itself; medians.

${table(SUMMARY_HEAD, modes.flatMap(summaryRows))}

![True errors over their bars for the width, in each mode of heating: from 5 to 95 % of them a thin line, from 25 to 75 % a thick one, the median white, 99 % a small bar, the worst a ring; at standard and draft resolution, with the part that is held](images/error-bar.svg)

${modes.map(detailsOf).join('\n\n')}`;
}

/** The page with these results between its marks. */
export function errorBarPage(text: string, study: StoredStudy): Promise<string> {
  return fillMarks(text, MARKED, results(study));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const study = JSON.parse(readFileSync(STORED_STUDY, 'utf8')) as StoredStudy;
  writeFileSync(PAGE, await errorBarPage(readFileSync(PAGE, 'utf8'), study));
  writeFileSync(FIGURE, errorBarFigure(study));
}
