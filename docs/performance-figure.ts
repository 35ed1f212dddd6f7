/** A picture of the time it takes to know a width to a true error, on logarithmic axes. */
import { type Curve, type Curves, type Method, METHODS, type Point } from '../bench/compare/time-to-error.js';
import { text } from './svg-text.js';

/** Sizes [px]. */
const PANEL = { width: 375, height: 300 } as const;
const LEFT = 62;
const GAP = 36;
const TOP = 74;
const BOTTOM = 58;
const WIDTH = LEFT + 2 * PANEL.width + GAP + 16;
const HEIGHT = TOP + PANEL.height + BOTTOM;

const TITLES = { held: 'Held tip', rf: 'RF current, controlled at the thermocouple' } as const;

/** The ends of an axis, and where it has numbers. */
interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** True error, relative, and CPU time [ms]; both panels share them. */
type Axes = Readonly<Record<'error' | 'time', Axis>>;

/** Told apart by shade and by shape. */
const LOOKS: Readonly<
  Record<Method, { readonly colour: string; readonly mark: (x: number, y: number) => string }>
> = {
  bare: { colour: '#c0741a', mark: (x, y) => `<circle cx="${x}" cy="${y}" r="4"/>` },
  barred: { colour: '#0b4f8a', mark: (x, y) => `<rect x="${x - 3.5}" y="${y - 3.5}" width="7" height="7"/>` },
  fe: { colour: '#555', mark: (x, y) => `<path d="M${x},${y - 5}l5,9h-10z"/>` },
};
const ORDER = Object.keys(LOOKS) as Method[];

const powersOfTen = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, k) => Number(`1e${first + k}`));

/** Errors from 0.001 % to a little beyond the largest; times over whole powers of ten. */
function axesOf(points: readonly Point[]): Axes {
  const to = 1.25 * Math.max(0.016, ...points.map(({ error }) => error));
  const powers = points.map(({ time }) => Math.log10(time));
  const first = Math.floor(Math.min(0, ...powers));
  const last = Math.ceil(Math.max(1, ...powers));
  const times = powersOfTen(first, last);
  return {
    error: { from: 1e-5, to, ticks: powersOfTen(-5, Math.floor(Math.log10(to))) },
    time: { from: 10 ** first, to: 10 ** last, ticks: times },
  };
}

/** Part of the way along an axis; what lies before it is drawn at its beginning. */
function along({ from, to }: Axis, value: number): number {
  return Math.log10(Math.max(value, from) / from) / Math.log10(to / from);
}

/** Where a point is drawn in a panel that begins at `left` [px]. */
function place(left: number, axes: Axes, { error, time }: Pick<Point, 'error' | 'time'>): [number, number] {
  const x = left + along(axes.error, error) * PANEL.width;
  const y = TOP + (1 - along(axes.time, time)) * PANEL.height;
  return [Number(x.toFixed(1)), Number(y.toFixed(1))];
}

/** The choices than which none is both cheaper and closer, from the closest on. */
export function frontier(points: readonly Point[]): Point[] {
  const cheaperFirst = [...points].sort((a, b) => a.time - b.time || a.error - b.error);
  return cheaperFirst
    .filter((point, k) => cheaperFirst.slice(0, k).every(({ error }) => error > point.error))
    .reverse();
}

/** The cheapest time to an error or less, from the closest choice to the edge of the panel. */
function stairs(left: number, axes: Axes, best: readonly Point[]): string {
  const steps = best.map((point, k) => {
    const [x, y] = place(left, axes, point);
    return k === 0 ? `M${x},${y}` : `H${x}V${y}`;
  });
  return best.length > 0
    ? `<path d="${steps.join('')}H${left + PANEL.width}" fill="none" stroke-width="2"/>`
    : '';
}

/** One contender: all its choices, and stairs along the best of them. */
function contender(left: number, axes: Axes, points: readonly Point[], by: Method): string {
  const own = points.filter((point) => point.by === by);
  const best = frontier(own);
  const { colour, mark } = LOOKS[by];
  const marks = own.map((point) => {
    const fill = best.includes(point) ? colour : '#fff';
    return `<g class="${by}" fill="${fill}">${mark(...place(left, axes, point))}</g>`;
  });
  return `<g stroke="${colour}" stroke-width="1.2">${stairs(left, axes, best)}${marks.join('')}</g>`;
}

/** Grid lines and their numbers. */
function grid(left: number, axes: Axes, isFirst: boolean): string {
  const bottom = TOP + PANEL.height;
  const look = 'stroke="#ddd" stroke-width="1"';
  const across = axes.error.ticks.flatMap((error, k) => {
    const [x] = place(left, axes, { error, time: 1 });
    const words = `${k === 0 ? '≤ ' : ''}${Number((100 * error).toPrecision(3))}`;
    return [`<path d="M${x},${TOP}V${bottom}" ${look}/>`, text(x, bottom + 20, words, 'middle')];
  });
  const up = axes.time.ticks.flatMap((time) => {
    const [, y] = place(left, axes, { error: 1, time });
    const line = `<path d="M${left},${y}h${PANEL.width}" ${look}/>`;
    return isFirst ? [line, text(left - 8, y + 4, String(time), 'end')] : [line];
  });
  const frame = `<path d="M${left},${TOP}h${PANEL.width}v${PANEL.height}h${-PANEL.width}z" fill="none" stroke="#888"/>`;
  return [...across, ...up, frame].join('');
}

/** One task; the others' marks lie under ours. */
function panel(title: string, { points }: Curve, axes: Axes, k: number): string {
  const left = LEFT + k * (PANEL.width + GAP);
  return [
    text(left + PANEL.width / 2, TOP - 12, title, 'middle', 13),
    grid(left, axes, k === 0),
    ...ORDER.toReversed().map((by) => contender(left, axes, points, by)),
    text(left + PANEL.width / 2, HEIGHT - 16, 'true error of the width [%]', 'middle', 13),
  ].join('');
}

/** Who has which marks, and what filled ones are. */
function key(points: readonly Point[]): string {
  const names = ORDER.filter((by) => points.some((point) => point.by === by)).map((by) => {
    const x = { bare: LEFT + 6, barred: LEFT + 100, fe: LEFT + 308 }[by];
    const { colour, mark } = LOOKS[by];
    return `<g fill="${colour}" stroke="${colour}">${mark(x, 22)}</g>${text(x + 14, 26, METHODS[by], 'start')}`;
  });
  return [...names, text(WIDTH - 16, 26, 'line and filled marks: cheapest to an error or less', 'end')].join(
    '',
  );
}

/** Both tasks; filled marks and stairs are the best choices, hollow marks all others. */
export function performanceFigure({ held, rf }: Curves): string {
  const points = [...held.points, ...rf.points];
  const axes = axesOf(points);
  const middle = TOP + PANEL.height / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="Helvetica, Arial, sans-serif">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    key(points),
    `<g transform="rotate(-90 16 ${middle})">${text(16, middle + 4, 'CPU time [ms]', 'middle', 13)}</g>`,
    panel(TITLES.held, held, axes, 0),
    panel(TITLES.rf, rf, axes, 1),
    '</svg>',
    '',
  ].join('\n');
}
