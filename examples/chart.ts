/** A chart with axes, as part of an SVG picture. */
import type { Measured } from 'rf-lesion';
import { px } from './picture.js';

/** An axis, its ticks at multiples of a step. */
export interface Axis {
  /** With its unit: 'time (s)'. */
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** A chart and where it stands; lengths in px. */
export interface Panel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly across: Axis;
  readonly up: Axis;
}

/** How a line looks: lines differ by dash or width, not by colour alone. */
export interface LineStyle {
  readonly colour?: string;
  readonly width?: number;
  readonly dash?: string;
}

export type Points = readonly (readonly [x: number, y: number])[];

/** Length of a tick and of a cap of an error bar [px]. */
const TICK = 5;
const CAP = 5;

/** Width of a key [px]. */
const KEY = 252;

/** Most steps of an axis that is made for its values. */
const MOST_STEPS = 4;

/** An axis in steps of 1, 2 or 5 times a power of ten that holds all values. */
export function axisFor(label: string, values: Iterable<number>): Axis {
  const all = Array.from(values);
  const lowest = all.reduce((a, b) => Math.min(a, b));
  const highest = all.reduce((a, b) => Math.max(a, b));
  const rough = (highest - lowest || 1) / MOST_STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((times) => times * power >= rough) ?? 10);
  return {
    label,
    from: Math.floor(lowest / step) * step,
    to: Math.max(Math.ceil(highest / step), Math.floor(lowest / step) + 1) * step,
    step,
  };
}

const partOf = ({ from, to }: Axis, value: number): number => (value - from) / (to - from);

/** Place of a value in the picture [px]. */
export const xIn = ({ x, width, across }: Panel, value: number): number => x + width * partOf(across, value);
export const yIn = ({ y, height, up }: Panel, value: number): number => y + height * (1 - partOf(up, value));

function ticksOf({ from, to, step }: Axis): number[] {
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.floor(to / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, k) => Number(((first + k) * step).toPrecision(12)));
}

/** Frame, ticks and names of the axes; the lower axis is named only where asked for. */
export function drawAxes(panel: Panel, isLowest: boolean): string {
  const { x, y, width, height, across, up } = panel;
  const below = y + height;
  const marks = ticksOf(across).map((value) => {
    const at = px(xIn(panel, value));
    const name = `<text x="${at}" y="${px(below + 20)}" text-anchor="middle">${value}</text>`;
    return `<path d="M${at},${px(below)}v${isLowest ? TICK : -TICK}" stroke="#222"/>${isLowest ? name : ''}`;
  });
  const rungs = ticksOf(up).map((value) => {
    const at = yIn(panel, value);
    return `<path d="M${px(x)},${px(at)}h${-TICK}" stroke="#222"/><text x="${px(x - 9)}" y="${px(at + 5)}" text-anchor="end">${value}</text>`;
  });
  const name = isLowest
    ? `\n<text x="${px(x + width / 2)}" y="${px(below + 42)}" text-anchor="middle">${across.label}</text>`
    : '';
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" fill="none" stroke="#222"/>
${[...marks, ...rungs].join('\n')}
<text transform="translate(${px(x - 56)},${px(y + height / 2)}) rotate(-90)" text-anchor="middle">${up.label}</text>${name}`;
}

function drawPath(path: string, { colour = '#000', width = 1.8, dash = '' }: LineStyle): string {
  const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"${dashes}/>`;
}

/** Straight lines from point to point. */
export function drawCurve(panel: Panel, points: Points, style: LineStyle = {}): string {
  const places = points.map(([x, y]) => `${px(xIn(panel, x))},${px(yIn(panel, y))}`);
  return drawPath(`M${places.join('L')}`, style);
}

/** A line in steps: every value holds from the point before it. */
export function drawSteps(panel: Panel, points: Points, style: LineStyle = {}): string {
  const [start, first] = [points[0]?.[0] ?? NaN, points[1]?.[1] ?? NaN];
  const places = points.slice(1).map(([to, y]) => `V${px(yIn(panel, y))}H${px(xIn(panel, to))}`);
  return drawPath(`M${px(xIn(panel, start))},${px(yIn(panel, first))}${places.join('')}`, style);
}

/** A key of lines in the upper right corner. */
export function drawKey(
  { x, y, width }: Panel,
  lines: readonly (LineStyle & { readonly name: string })[],
): string {
  const parts = lines.map(({ name, ...style }, k) => {
    const [from, height] = [x + width - KEY, y + 22 + 21 * k];
    const line = drawPath(`M${px(from)},${px(height)}h36`, style);
    return `${line}<text x="${px(from + 44)}" y="${px(height + 5)}">${name}</text>`;
  });
  return parts.join('\n');
}

/** A measured value with its error bar. */
export function drawMeasured(
  panel: Panel,
  x: number,
  { value, numericalError }: Measured,
  {
    colour = '#000',
    marker = 'disc',
  }: { readonly colour?: string; readonly marker?: 'disc' | 'square' } = {},
): string {
  const [at, y] = [xIn(panel, x), yIn(panel, value)];
  const bar = numericalError ?? 0;
  const [low, high] = [px(yIn(panel, value - bar)), px(yIn(panel, value + bar))];
  const caps = [low, high].map((end) => `M${px(at - CAP)},${end}h${2 * CAP}`);
  const shape =
    marker === 'disc'
      ? `<circle cx="${px(at)}" cy="${px(y)}" r="3.6" fill="${colour}"/>`
      : `<rect x="${px(at - 3.6)}" y="${px(y - 3.6)}" width="7.2" height="7.2" fill="#fff" stroke="${colour}" stroke-width="1.6"/>`;
  return `${shape}<path d="M${px(at)},${low}V${high}${caps.join('')}" stroke="${colour}" stroke-width="1.4"/>`;
}
