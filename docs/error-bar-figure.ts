/** A picture of how far true errors reach into their bars, by mode of heating. */
import { QUANTILES, type StoredStudy, type StudyRow } from '../tests/studies/study-record.js';
import { text } from './svg-text.js';

/** Sizes [px]. */
const WIDTH = 760;
const LEFT = 270;
const RIGHT = 78;
const TOP = 62;
const LINE = 34;
const BOTTOM = 52;

/** The axis of error over bar. */
const [FROM, TO] = [0.001, 10] as const;
const TICKS = [0.001, 0.01, 0.1, 1, 10] as const;

/** How the two resolutions look: they differ by shade and by place. */
const LOOKS = {
  standard: { colour: '#0b4f8a', offset: -6, words: 'standard' },
  draft: { colour: '#c0741a', offset: 6, words: 'draft' },
} as const;

const across = (value: number): number => {
  const part = Math.log10(Math.min(Math.max(value, FROM), TO) / FROM) / Math.log10(TO / FROM);
  return LEFT + part * (WIDTH - LEFT - RIGHT);
};

function line(x1: number, x2: number, y: number, width: number, colour: string): string {
  return `<line x1="${x1.toFixed(1)}" x2="${x2.toFixed(1)}" y1="${y}" y2="${y}" stroke="${colour}" stroke-width="${width}"/>`;
}

/** One row: 5 to 95 % thin, 25 to 75 % thick, the median white, 99 % a bar, the worst a ring. */
function mark({ resolution, excess, held }: StudyRow, middle: number): string {
  if (resolution === 'fine') return '';
  const { colour, offset } = LOOKS[resolution];
  const y = middle + offset;
  const at = (part: (typeof QUANTILES)[number]): number =>
    across(excess[QUANTILES.indexOf(part)] ?? Infinity);
  return [
    line(at(0.05), at(0.95), y, 1.5, colour),
    line(at(0.25), at(0.75), y, 6, colour),
    `<rect x="${(at(0.5) - 1).toFixed(1)}" y="${y - 3}" width="2" height="6" fill="#fff"/>`,
    `<rect x="${(at(0.99) - 1).toFixed(1)}" y="${y - 4}" width="2" height="8" fill="${colour}"/>`,
    `<circle cx="${at(1).toFixed(1)}" cy="${y}" r="3" fill="#fff" stroke="${colour}" stroke-width="1.5"/>`,
    `<text x="${WIDTH - 8}" y="${y + 4}" font-size="11" text-anchor="end" fill="${colour}">${(100 * held).toFixed(1)} %</text>`,
  ].join('');
}

/** The widths of all modes and groups: error over bar, at both resolutions. */
export function errorBarFigure({ modes }: StoredStudy): string {
  const groups = modes.flatMap(({ title, rows }) => {
    const widths = rows.filter(({ size }) => size === 'width');
    return [...new Set(widths.map(({ group }) => group))].map((group) => ({
      title: group === '' ? title : `${title}: ${group}`,
      rows: widths.filter((row) => row.group === group),
    }));
  });
  const height = TOP + LINE * groups.length + BOTTOM;
  const end = height - BOTTOM;
  const grid = TICKS.map(
    (tick) =>
      `<line x1="${across(tick).toFixed(1)}" x2="${across(tick).toFixed(1)}" y1="${TOP - 6}" y2="${end}" stroke="${tick === 1 ? '#222' : '#ccc'}" stroke-width="1"/>` +
      text(across(tick), end + 17, tick === TO ? `≥ ${tick}` : String(tick), 'middle'),
  );
  const key = (['standard', 'draft'] as const).map((name, k) => {
    const [x, y] = [LEFT + 12 + 110 * k, 20];
    return `${line(x, x + 24, y, 6, LOOKS[name].colour)}${text(x + 30, y + 4, LOOKS[name].words, 'start')}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="Helvetica, Arial, sans-serif">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    ...key,
    text(across(1), TOP - 12, 'edge of the bar', 'middle'),
    text(WIDTH - 8, TOP - 12, 'held', 'end'),
    ...grid,
    ...groups.flatMap(({ title, rows }, k) => {
      const middle = TOP + LINE * (k + 0.5);
      return [text(LEFT - 14, middle + 4, title, 'end'), ...rows.map((row) => mark(row, middle))];
    }),
    text((LEFT + WIDTH - RIGHT) / 2, height - 14, 'error of the width / its bar', 'middle', 13),
    '</svg>',
    '',
  ].join('\n');
}
