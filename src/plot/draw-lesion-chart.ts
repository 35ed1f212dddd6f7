import type { LesionEstimate } from '../lesion-estimate.js';
import { describeCriterion } from '../output/criterion-in-words.js';
import { isSameCriterion } from '../problem/criterion.js';
import {
  AXIS_ROOM,
  curvePath,
  drawAxes,
  drawErrorBar,
  drawGrid,
  LABEL_ROOM,
  makePanel,
  type Panel,
  roomForNumbers,
} from './axes.js';
import { colourAt } from './colours.js';
import { refuse, requireFormat, requireNumber, requireSome } from './input.js';
import { drawStroke, type Line, round } from './lines.js';
import { type Format, framePicture, makeHead, marginOf, type PlotOptions } from './picture.js';
import { belowMiddle, drawText, textWidth } from './text.js';
import { describeNeedle, tidy } from './words.js';

/** One lesion of a chart. */
export interface LesionPoint {
  /** Set temperature [°C]. */
  readonly temperature: number;
  /** Time of heating [s]. */
  readonly duration: number;
  /** [m] */
  readonly width: number;
  /** Half the length of its error bar [m]; null or left out where there is none. */
  readonly numericalError?: number | null;
}

/** All lesions at one temperature, in order of time. */
interface Curve {
  readonly temperature: number;
  readonly points: readonly LesionPoint[];
  readonly colour: string;
  readonly mark: number;
  readonly dash: string;
}

/** Height of the chart, in widths of the picture; more where many curves are to be named. */
const HEIGHT = 0.8;
const LEADING = 1.25;

/** Parts of a colour map that read on white. */
const COLOURS = { from: 0.12, to: 0.72 } as const;
const MAP = 'inferno';

/** End of the axis across, in the longest times of heating. */
const BEYOND = 1.04;

/** Told apart by dash and mark as well; in widths of a line, and sizes of text. */
const DASHES = [[], [6, 2], [2, 2], [6, 2, 2, 2]] as const;
const CURVE = 1.7;
const MARK = 0.3;

const isEstimate = (one: LesionEstimate | LesionPoint): one is LesionEstimate =>
  typeof one === 'object' && (one as unknown) !== null && 'run' in one;

/** An estimate as a point of a chart. */
function pointOf(estimate: LesionEstimate, k: number, first: LesionEstimate): LesionPoint {
  const at = `lesions[${k}]`;
  const { heating, electrode } = estimate.run.problem;
  if (heating.kind !== 'temperature' && heating.kind !== 'tip-temperature')
    refuse(
      `${at}.run.problem.heating.kind`,
      `must be 'temperature' or 'tip-temperature', but was '${heating.kind}'.`,
    );
  const other = first.run.problem.electrode;
  for (const name of ['radius', 'tipLength'] as const) {
    if (electrode[name] !== other[name])
      refuse(
        `${at}.run.problem.electrode.${name}`,
        `must be that of the first lesion, ${other[name]} m, but was ${electrode[name]} m.`,
      );
  }
  if (!isSameCriterion(estimate.criterion, first.criterion))
    refuse(
      `${at}.criterion`,
      `must be that of the first lesion, ${describeCriterion(first.criterion)}, but was ${describeCriterion(estimate.criterion)}.`,
    );
  const { value, numericalError } = estimate.width;
  return { temperature: heating.target, duration: heating.duration, width: value, numericalError };
}

function pointsOf(lesions: readonly (LesionEstimate | LesionPoint)[]): LesionPoint[] {
  const first = lesions.find(isEstimate);
  return lesions.map((one, k) => {
    if (typeof one !== 'object' || (one as unknown) === null)
      refuse(`lesions[${k}]`, `must be an estimate or a point, but was ${typeof one}.`);
    if (first && isEstimate(one)) return pointOf(one, k, first);
    const point = one as LesionPoint;
    requireNumber(`lesions[${k}].temperature`, point.temperature, 0);
    requireNumber(`lesions[${k}].duration`, point.duration, 0);
    requireNumber(`lesions[${k}].width`, point.width, 0);
    requireNumber(`lesions[${k}].numericalError`, point.numericalError ?? 0, 0);
    return point;
  });
}

function curvesOf(points: readonly LesionPoint[], line: number): Curve[] {
  const temperatures = [...new Set(points.map(({ temperature }) => temperature))].sort((a, b) => a - b);
  return temperatures.map((temperature, k) => {
    const own = points.filter((point) => point.temperature === temperature);
    const part = temperatures.length > 1 ? k / (temperatures.length - 1) : 0;
    const dashes = DASHES[k % DASHES.length] ?? [];
    return {
      temperature,
      points: own.toSorted((a, b) => a.duration - b.duration),
      colour: colourAt(MAP, COLOURS.from + part * (COLOURS.to - COLOURS.from)),
      mark: k,
      dash: dashes.map((one) => round(one * CURVE * line)).join(' '),
    };
  });
}

/** A mark of one of four shapes. */
function drawMark(x: number, y: number, kind: number, colour: string, { text, line }: Format): string {
  const r = MARK * text;
  const shapes = [
    `M${round(x - r)},${round(y)}a${round(r)},${round(r)} 0 1 0 ${round(2 * r)},0a${round(r)},${round(r)} 0 1 0 ${round(-2 * r)},0Z`,
    `M${round(x - r)},${round(y - r)}h${round(2 * r)}v${round(2 * r)}h${round(-2 * r)}Z`,
    `M${round(x)},${round(y - 1.2 * r)}L${round(x + 1.15 * r)},${round(y + 0.8 * r)}H${round(x - 1.15 * r)}Z`,
    `M${round(x)},${round(y - 1.3 * r)}l${round(1.3 * r)},${round(1.3 * r)}l${round(-1.3 * r)},${round(1.3 * r)}l${round(-1.3 * r)},${round(-1.3 * r)}Z`,
  ];
  return `<path d="${shapes[kind % shapes.length] ?? ''}" fill="#fff" stroke="${colour}" stroke-width="${round(CURVE * line)}"/>`;
}

function drawCurve(panel: Panel, { points, colour, mark, dash }: Curve, format: Format): string {
  const line: Line = points.map(({ duration, width }) => [duration, 1e3 * width]);
  const curve = drawStroke(curvePath(panel, line), { colour, width: CURVE * format.line, dash });
  const marks = points.map(({ duration, width, numericalError }) => {
    const shape = drawMark(panel.xOf(duration), panel.yOf(1e3 * width), mark, colour, format);
    const error = 1e3 * (numericalError ?? 0);
    return `${shape}${error > 0 ? drawErrorBar(panel, duration, 1e3 * width, error, { ...format, colour }) : ''}`;
  });
  return `${curve}${marks.join('')}`;
}

/** Heights moved apart so that each is at least so far below the one before, from the top of a range to its bottom. */
function spread(heights: readonly number[], apart: number, bottom: number): number[] {
  const order = heights.map((_, k) => k).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const placed = [...heights];
  let above = -Infinity;
  for (const k of order) {
    above = Math.max(placed[k] ?? 0, above + apart);
    placed[k] = above;
  }
  let below = bottom + apart;
  for (const k of order.toReversed()) {
    below = Math.min(placed[k] ?? 0, below - apart);
    placed[k] = below;
  }
  return placed;
}

/** The temperature of each curve, beside its end. */
function drawNames(panel: Panel, curves: readonly Curve[], { text: size, line }: Format): string {
  const ends = curves.map(({ points }) => {
    const { duration, width } = points.at(-1) ?? { duration: NaN, width: NaN };
    return { x: panel.xOf(duration), y: panel.yOf(1e3 * width) };
  });
  const heights = spread(
    ends.map(({ y }) => y),
    LEADING * size,
    panel.y + panel.height,
  );
  const x = panel.x + panel.width + 1.3 * size;
  const parts = curves.map(({ temperature, colour }, k) => {
    const [end, height] = [ends[k] ?? { x: NaN, y: NaN }, heights[k] ?? NaN];
    const leader = `M${round(end.x + 0.5 * size)},${round(end.y)}H${round(panel.x + panel.width + 0.2 * size)}L${round(x - 0.25 * size)},${round(height)}`;
    const name = drawText(x, height + belowMiddle(size), `${tidy(temperature)} °C`, { size });
    return `${drawStroke(leader, { colour, width: 0.7 * line })}${name}`;
  });
  return parts.join('\n');
}

/**
 * Width of the lesion over time of heating, as an SVG picture with one curve for each temperature: the page that manuals print,
 * with error bars.
 *
 * @param lesions - Estimates of one needle by one criterion, each held at one temperature; or such numbers.
 * @throws {@link index!LesionModelError | LesionModelError} 'invalid-input' for an empty list and for lesions that do not belong together.
 */
export function drawLesionChart(
  lesions: readonly LesionEstimate[] | readonly LesionPoint[],
  options: PlotOptions = {},
): string {
  const format = requireFormat(options);
  requireSome('lesions', lesions);
  const { text: size } = format;
  const margin = marginOf(format);
  const points = pointsOf(lesions);
  const curves = curvesOf(points, format.line);
  const first = (lesions as readonly (LesionEstimate | LesionPoint)[]).find(isEstimate);
  const title = options.title ?? 'Width of the lesion over time of heating';
  const caption = first ? `${describeNeedle(first)}; lesion by ${describeCriterion(first.criterion)}` : '';
  const hasBars = points.some(({ numericalError }) => (numericalError ?? 0) > 0);
  const words = [caption, hasBars ? 'bars: numerical error' : ''].filter((one) => one !== '').join('; ');
  const head = makeHead(format, title, words);

  const values = [0, ...points.map(({ width, numericalError }) => 1e3 * (width + (numericalError ?? 0)))];
  const height = Math.max(HEIGHT * format.width, LEADING * size * (curves.length + 1));
  const x = margin + roomForNumbers({ values }, height, format) + 0.7 * size;
  const names = Math.max(...curves.map(({ temperature }) => textWidth(`${tidy(temperature)} °C`, size)));
  const width = format.width - x - margin - names - 1.4 * size;
  const y = head.bottom + LABEL_ROOM * size;
  const times = [0, BEYOND * Math.max(...points.map(({ duration }) => duration))];
  const panel = makePanel(
    { x, y, width, height, label: 'width (mm)' },
    { values: times, exact: true },
    { values },
    format,
  );
  const body = `${drawGrid(panel, format)}
${drawAxes(panel, format, 'time (s)')}
${drawNames(panel, curves, format)}
${curves.map((curve) => drawCurve(panel, curve, format)).join('\n')}`;
  const said = curves.map(({ temperature, points: own }) => {
    const sizes = own.map(({ duration, width: wide }) => `${(1e3 * wide).toFixed(2)} mm after ${duration} s`);
    return `${temperature} °C: ${sizes.join(', ')}`;
  });
  const description = `${words === '' ? '' : `${words}. `}Width of the lesion, ${said.join('; ')}.`;
  return framePicture(format, y + height + AXIS_ROOM * size + margin, head, description, body);
}
