/** A picture of published facts and of what was computed for them. */
import type { Score, Verdict } from '../tests/validation/scorecard.js';
import { text } from './svg-text.js';

/** Sizes [px]. */
const WIDTH = 815;
const LEFT = 372;
const RIGHT = 90;
const TOP = 56;
const LINE = 44;
const BOTTOM = 54;

/** How the verdicts look. */
const COLOURS: Readonly<Record<Verdict, string>> = { met: '#0b4f8a', possible: '#c0741a', missed: '#a11a3a' };
const REPORTED = '#c9d3dd';

/** Everything is shown over the middle of the reported range, on a logarithmic axis. */
const TICKS = [0.25, 0.5, 1, 2, 4] as const;
const [FROM, TO] = [0.2, 5] as const;

const across = (value: number): number => {
  const part = Math.log(Math.min(Math.max(value, FROM), TO) / FROM) / Math.log(TO / FROM);
  return LEFT + part * (WIDTH - LEFT - RIGHT);
};

function bar(from: number, to: number, y: number, height: number, colour: string): string {
  const [x, end] = [across(from), across(to)];
  return `<rect x="${x.toFixed(1)}" y="${(y - height / 2).toFixed(1)}" width="${Math.max(end - x, 1).toFixed(1)}" height="${height}" fill="${colour}"/>`;
}

function row({ title, reported, quantiles, verdict, unit }: Score, y: number): string {
  const [low, high] = reported;
  const middle = Math.sqrt(low * high);
  const [, least = NaN, lower = NaN, median = NaN, upper = NaN, most = NaN] = quantiles.map(
    (value) => value / middle,
  );
  const colour = COLOURS[verdict];
  const words = `${low.toFixed(2)} to ${high.toFixed(2)}${unit === '' ? '' : ` ${unit}`}`;
  return [
    text(LEFT - 14, y - 3, title, 'end', 13),
    text(LEFT - 14, y + 13, words, 'end', 11),
    bar(low / middle, high / middle, y, 26, REPORTED),
    bar(least, most, y, 2, colour),
    bar(lower, upper, y, 9, colour),
    `<circle cx="${across(median).toFixed(1)}" cy="${y}" r="4.5" fill="#fff" stroke="${colour}" stroke-width="2"/>`,
    text(WIDTH - 8, y + 4, verdict, 'end', 13),
  ].join('');
}

/** Room for the name of a panel [px]. */
const HEAD = 30;

/** The facts of each study, in order. */
function panelsOf(scores: readonly Score[]): readonly (readonly [name: string, scores: readonly Score[]])[] {
  const isCosman = ({ records }: Score): boolean => records.some((id) => id.startsWith('cosman2014'));
  return [
    ['Cosman et al. 2014', scores.filter(isCosman)],
    ['Chung et al.', scores.filter((score) => !isCosman(score))],
  ];
}

/** The reported ranges as grey bands, the computed cases upon them. */
export function validationFigure(scores: readonly Score[]): string {
  const panels = panelsOf(scores);
  const height = TOP + LINE * scores.length + HEAD * panels.length + BOTTOM;
  let y = TOP;
  const rows = panels.flatMap(([name, those]) => {
    y += HEAD;
    const head = text(14, y - 8, name, 'start', 14);
    const lines = those.map((score, k) => row(score, y + LINE * (k + 0.5)));
    y += LINE * those.length;
    return [head, ...lines];
  });
  const end = height - BOTTOM;
  const grid = TICKS.map(
    (tick) =>
      `<path d="M${across(tick).toFixed(1)},${TOP - 8}V${end}" stroke="#ddd" stroke-width="1"/>${text(across(tick), end + 17, String(tick), 'middle')}`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="Helvetica, Arial, sans-serif">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<rect x="${LEFT}" y="14" width="26" height="14" fill="${REPORTED}"/>${text(LEFT + 34, 26, 'reported', 'start')}`,
    `<rect x="${LEFT + 110}" y="20" width="26" height="2" fill="#555"/>${text(LEFT + 144, 26, '90 %', 'start')}`,
    `<rect x="${LEFT + 190}" y="16" width="26" height="9" fill="#555"/>${text(LEFT + 224, 26, 'half', 'start')}`,
    `<circle cx="${LEFT + 274}" cy="21" r="4.5" fill="#fff" stroke="#555" stroke-width="2"/>${text(LEFT + 286, 26, 'median', 'start')}`,
    ...grid,
    ...rows,
    text((LEFT + WIDTH - RIGHT) / 2, height - 14, 'computed / middle of the reported range', 'middle', 13),
    '</svg>',
    '',
  ].join('\n');
}
