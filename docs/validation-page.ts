// Computes the published experiments, and writes what comes of them into docs/validation.md, and its picture: `npm run validation`.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { hashOfNumerics } from '../tests/studies/sources-hash.js';
import { type Stamp, stamp } from '../tests/support/stamp.js';
import type { Case, Experiment } from '../tests/validation/experiments.js';
import { allScores, type Score, STORED_SCORECARD } from '../tests/validation/scorecard.js';
import { fillMarks, table } from './markdown.js';
import { validationFigure } from './validation-figure.js';

export const PAGE = 'docs/validation.md';
export const FIGURE = 'docs/images/validation.svg';
export const EXPERIMENTS = 'tests/validation/data/experiments.json';
const MARKED = { path: PAGE, begin: '<!-- validation: begin -->', end: '<!-- validation: end -->' };

/** What is kept of a run of all facts. */
export interface StoredScorecard extends Stamp {
  /** Of the numerics' source without comments. */
  readonly sources: string;
  readonly scores: readonly Score[];
}

const range = ([low, high]: readonly [number, number], unit: string): string =>
  `${low.toFixed(2)}–${high.toFixed(2)}${unit === '' ? '' : ` ${unit}`}`;

function scoreRow({
  title,
  unit,
  reported,
  quantiles,
  inside,
  cases,
  empty,
  numerical,
  tissue,
  verdict,
}: Score): string[] {
  const [, least = NaN, , median = NaN, , most = NaN] = quantiles;
  return [
    title,
    `**${verdict}**`,
    range(reported, unit),
    `${median.toFixed(2)} (${range([least, most], unit)})`,
    `${(100 * inside).toFixed(0)} %`,
    `${cases - empty}`,
    `± ${numerical[0].toFixed(3)} (${numerical[1].toFixed(3)})`,
    range(tissue, unit),
  ];
}

function missOf({ title, reported, quantiles, verdict }: Score): string[] {
  const median = quantiles[3] ?? NaN;
  if (verdict === 'met') return [];
  const [low, high] = reported;
  const off = median < low ? median / low - 1 : median / high - 1;
  return [
    `- **${title}**, ${verdict}: the median is ${Math.abs(100 * off).toFixed(0)} % ${off < 0 ? 'below' : 'above'} the reported range.`,
  ];
}

/** What is not known of an experiment, in words, and how a choice of it is written. */
const UNKNOWNS: Readonly<Record<keyof Case, readonly [what: string, words: (choice: string) => string]>> = {
  tissue: ['tissue', (choice) => choice],
  start: ['start temperature', (choice) => `${choice} °C`],
  gauge: ['gauge', (choice) => `${choice} G`],
  tipLength: ['bare tip', (choice) => `${Number((1e3 * Number(choice)).toPrecision(6))} mm`],
  border: ['border', (choice) => `${choice} °C`],
  target: ['set temperature', (choice) => `${choice} °C`],
  afterRamp: ['time counts from the set temperature on', (choice) => (choice === 'true' ? 'yes' : 'no')],
  duration: ['time', (choice) => `${choice} s`],
};

/** What can be said of a fact that is not met. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'width, 16 G over 22 G': `The ratio rises with the temperature that is taken for the border and falls with a warmer start: a small lesion feels the
needle's own radius more than a large one. A border of 60 °C on a bench at 20 °C would meet it, one of 50 °C from 37 °C is
far from it; the excerpt states neither. Nothing was changed to get there. What the model leaves out as well: the record's cannulae are sharp, ours end flat.`,
};

/** The median of a fact by each choice of what is not known. */
function medianTable({ title, medians }: Score): string {
  const rows = (Object.keys(medians) as (keyof Case)[]).map((key) => {
    const [what, words] = UNKNOWNS[key];
    const each = (medians[key] ?? []).map(([choice, median]) => `${words(choice)}: ${median.toFixed(2)}`);
    return [what, each.join('; ')];
  });
  return `The median of **${title}** by what is not known:\n\n${table(['not known', 'median'], rows)}\n\n${EXPLAINED[title] ?? 'No reason was found.'}`;
}

function experimentRow(
  { id, source, doi, url, medium, unsaid }: Experiment,
  used: readonly string[],
): string[] {
  const cited = doi === undefined ? `[${source}](${url})` : `${source}, doi:[${doi}](https://doi.org/${doi})`;
  return [id, cited, medium, unsaid.join(', ') || '–', used.includes(id) ? 'yes' : 'no'];
}

function results(
  experiments: readonly Experiment[],
  { date, commit, machine, scores }: StoredScorecard,
): string {
  const used = scores.flatMap(({ records }) => records);
  const misses = scores.flatMap(missOf);
  return `**${used.length} of ${experiments.length} records on hand could be computed**; the others leave too much unsaid, or are of needles
that are not modelled (curved, tined, bipolar, with saline). Computed on ${date} at commit ${commit} (${machine}), at draft resolution with
its error bar ([how large it is](error-bar.md)).

${table(['fact', 'verdict', 'reported', 'computed: median (middle nine tenths)', 'inside', 'cases', 'numerical: median (95 %)', 'tissue alone, middle case'], scores.map(scoreRow))}

![For each fact the reported range, and the computed cases: their middle nine tenths, their middle half and their median](images/validation.svg)

${misses.length > 0 ? `What is not met:\n\n${misses.join('\n')}` : 'All facts are met.'}

${scores
  .filter(({ verdict }) => verdict !== 'met')
  .map(medianTable)
  .join('\n\n')}

## Sizes that are stated without a set-up

Three records state sizes but neither needle, time nor temperature: a radius of at most 2 mm with nothing beyond the tip (Bogduk 1987), a
radius of 1.1 to 2.2 mm (the introduction of a paper of 2011) and a 45 °C border that hardly goes beyond the tip (the manual of the NT1100). For 22 G, 5 mm, 80 °C and 90 s
the model gives larger lesions than all three: at 50 °C a radius of 3.8 mm and 2.4 mm beyond the end from 37 °C, less on a bench, and at 45 °C
3.5 mm beyond the end. Whether set-up, border or model is behind it cannot be told.

The range of the volume ratio, 0.38 to 1.02, is made of two spreads; hardly any model would miss it. The record of the gauge ratio also says "3 to 4 mm wider", which the widths of these
cases are not held against.

## All records

${table(
  ['record', 'source', 'medium', 'not said', 'computed'],
  experiments.map((one) => experimentRow(one, used)),
)}`;
}

/** The page with these results between its marks. */
export function validationPage(
  text: string,
  experiments: readonly Experiment[],
  stored: StoredScorecard,
): Promise<string> {
  return fillMarks(text, MARKED, results(experiments, stored));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const begun = { ...stamp(), sources: hashOfNumerics() };
  const isPageOnly = process.argv.includes('--page');
  const stored: StoredScorecard = isPageOnly
    ? (JSON.parse(readFileSync(STORED_SCORECARD, 'utf8')) as StoredScorecard)
    : { ...begun, scores: allScores() };
  const experiments = JSON.parse(readFileSync(EXPERIMENTS, 'utf8')) as Experiment[];
  const config = await resolveConfig(STORED_SCORECARD);
  writeFileSync(STORED_SCORECARD, await format(JSON.stringify(stored), { ...config, parser: 'json' }));
  writeFileSync(PAGE, await validationPage(readFileSync(PAGE, 'utf8'), experiments, stored));
  writeFileSync(FIGURE, validationFigure(stored.scores));
}
