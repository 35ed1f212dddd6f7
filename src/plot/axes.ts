/** Charts with axes. */
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { drawStroke, type Line, pathOf, round } from './lines.js';
import type { Format } from './picture.js';
import { belowMiddle, drawText, textWidth } from './text.js';

/** A chart in its place; lengths in pt. */
export interface Panel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Place in the picture of a value on the axis across, and on the one up. */
  readonly xOf: (value: number) => number;
  readonly yOf: (value: number) => number;
  /** With its unit, above the panel: 'voltage (V)'. */
  readonly label: string;
  readonly ticks: { readonly across: readonly number[]; readonly up: readonly number[] };
}

/** An axis: the values that it must hold, and whether it ends at them or at round numbers. */
export interface AxisRange {
  readonly values: Iterable<number>;
  readonly exact?: boolean;
}

const GRAPH_INK = '#222222';
const GRID = '#e2e5e9';

/** Sizes of text between two ticks, at least. */
const BETWEEN = { across: 5, up: 2.1 } as const;

/** Part of an axis that is left free above the highest value. */
const HEADROOM = 0.03;

/** Room for the label above a panel, in sizes of text. */
export const LABEL_ROOM = 1.6;

/** Room below the lowest panel, for the numbers and the name of the axis across, in sizes of text. */
export const AXIS_ROOM = 2.9;

/** A scale over all values. */
function makeAxis({ values, exact = false }: AxisRange, count: number): ScaleLinear<number, number> {
  let [lowest, highest] = [Infinity, -Infinity];
  for (const value of values) {
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  const end = highest > lowest ? highest : lowest + (Math.abs(lowest) || 1);
  const scale = scaleLinear().domain([lowest, end]);
  return exact ? scale : scale.domain([lowest, end + HEADROOM * (end - lowest)]).nice(count);
}

const countOf = (length: number, between: number, size: number): number =>
  Math.max(2, Math.floor(length / (between * size)));

/** The numbers at the ticks of an axis up, before its place is known: how much room they need on the left [pt]. */
export function roomForNumbers(range: AxisRange, height: number, { text }: Format): number {
  const count = countOf(height, BETWEEN.up, text);
  return Math.max(
    ...makeAxis(range, count)
      .ticks(count)
      .map((tick) => textWidth(String(tick), text)),
  );
}

/** Makes a panel. */
export function makePanel(
  place: Pick<Panel, 'x' | 'y' | 'width' | 'height' | 'label'>,
  across: AxisRange,
  up: AxisRange,
  { text }: Format,
): Panel {
  const { x, y, width, height } = place;
  const [along, upward] = [countOf(width, BETWEEN.across, text), countOf(height, BETWEEN.up, text)];
  const [xAxis, yAxis] = [makeAxis(across, along), makeAxis(up, upward)];
  const ticks = { across: xAxis.ticks(along), up: yAxis.ticks(upward) };
  const [xOf, yOf] = [xAxis.range([x, x + width]), yAxis.range([y + height, y])];
  return { ...place, xOf: (value) => xOf(value), yOf: (value) => yOf(value), ticks };
}

/** Faint lines at the ticks, to be drawn under everything. */
export function drawGrid({ x, width, yOf, ticks }: Panel, { line }: Format): string {
  const path = ticks.up.map((tick) => `M${round(x)},${round(yOf(tick))}h${round(width)}`).join('');
  return drawStroke(path, { colour: GRID, width: line });
}

/** Frame, ticks, numbers and the label above; with a name, the axis across has its numbers and name as well. */
export function drawAxes(panel: Panel, format: Format, across?: string): string {
  const { x, y, width, height, xOf, yOf, label, ticks } = panel;
  const { text: size, line } = format;
  const tick = 0.35 * size;
  const bottom = y + height;
  const marks = [
    ...ticks.up.map((value) => `M${round(x)},${round(yOf(value))}h${round(-tick)}`),
    ...ticks.across.map(
      (value) => `M${round(xOf(value))},${round(bottom)}v${round(across === undefined ? -tick : tick)}`,
    ),
  ];
  const numbers = ticks.up.map((value) =>
    drawText(x - 1.6 * tick, yOf(value) + belowMiddle(size), String(value), { size, anchor: 'end' }),
  );
  const below =
    across === undefined
      ? []
      : [
          ...ticks.across.map((value) =>
            drawText(xOf(value), bottom + 1.25 * size, String(value), { size, anchor: 'middle' }),
          ),
          drawText(x + width / 2, bottom + 2.5 * size, across, { size, anchor: 'middle' }),
        ];
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="none" stroke="${GRAPH_INK}" stroke-width="${line}"/>
${drawStroke(marks.join(''), { colour: GRAPH_INK, width: line })}
${drawText(x, y - 0.45 * size, label, { size, bold: true })}
${[...numbers, ...below].join('\n')}`;
}

/** Points of values, in the picture. */
export function pointsIn({ xOf, yOf }: Panel, points: Line): Line {
  return points.map(([x, y]) => [xOf(x), yOf(y)] as const);
}

/** Straight lines from point to point. */
export const curvePath = (panel: Panel, points: Line): string => pathOf(pointsIn(panel, points));

/** Values that each hold from the time before it on, as a line in steps. */
export function stepsOf(points: Line): Line {
  return points.slice(1).flatMap(([to, value], k) => [
    [points[k]?.[0] ?? NaN, value],
    [to, value],
  ]);
}

/** The error bar of a value, of so much on either side; an end beyond the axis has no cap. */
export function drawErrorBar(
  { y, height, xOf, yOf }: Panel,
  x: number,
  value: number,
  error: number,
  { colour, line, text }: { readonly colour: string } & Format,
): string {
  const cap = 0.32 * text;
  const at = xOf(x);
  const [low, high, bottom] = [yOf(value - error), yOf(value + error), y + height];
  const caps = [low, high]
    .filter((end) => end <= bottom)
    .map((end) => `M${round(at - cap)},${round(end)}h${round(2 * cap)}`);
  const path = `M${round(at)},${round(Math.min(low, bottom))}V${round(high)}${caps.join('')}`;
  return drawStroke(path, { colour, width: 1.2 * line });
}

/** A line with its name in a key. */
export interface KeyEntry {
  readonly name: string;
  readonly colour: string;
  readonly width: number;
  readonly dash?: string;
}

/** A key in the row of a panel's label, at its right end. */
export function drawKey(
  { x, y, width }: Panel,
  entries: readonly KeyEntry[],
  { text: size }: Format,
): string {
  let right = x + width;
  const parts = entries.toReversed().map(({ name, ...stroke }) => {
    const foot = y - 0.45 * size;
    const start = right - textWidth(name, size);
    const sample = `M${round(start - 2.6 * size)},${round(foot - belowMiddle(size))}h${round(2.2 * size)}`;
    const drawn = `${drawStroke(sample, stroke)}${drawText(start, foot, name, { size })}`;
    right = start - 3.6 * size;
    return drawn;
  });
  return parts.toReversed().join('\n');
}
