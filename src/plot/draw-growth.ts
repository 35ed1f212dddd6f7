import type { Measured } from '../analysis/error-bar.js';
import type { LesionEstimate } from '../lesion-estimate.js';
import { describeCriterion } from '../output/criterion-in-words.js';
import {
  AXIS_ROOM,
  curvePath,
  drawAxes,
  drawErrorBar,
  drawGrid,
  drawKey,
  LABEL_ROOM,
  makePanel,
  roomForNumbers,
} from './axes.js';
import { requireFormat, requireGrowth } from './input.js';
import { drawStroke, type Line, round } from './lines.js';
import { framePicture, makeHead, marginOf, type PlotOptions } from './picture.js';
import { drawStageBands, drawStageNames, NAME_ROOM } from './stage-bands.js';
import { describeNeedle, describeRun, inMillimetres } from './words.js';

/** Height of the chart, in widths of the picture. */
const HEIGHT = 0.55;

/** Told apart by dash as well. */
const LOOKS = {
  width: { name: 'width', colour: '#00508c', dash: [] },
  length: { name: 'length', colour: '#b34700', dash: [5, 2] },
} as const;
const BOTH = ['width', 'length'] as const;

/** Widths of a curve and radius of a mark, in lines of the format. */
const CURVE = 2;
const MARK = 2.6;

/**
 * How the lesion grew, as an SVG picture: width and length over time, and what they come to at the end with their error bars.
 *
 * @throws {@link index!LesionModelError | LesionModelError} 'invalid-input' for an estimate without growth.
 */
export function drawGrowth(estimate: LesionEstimate, options: PlotOptions = {}): string {
  const format = requireFormat(options);
  requireGrowth(estimate);
  const { growth, criterion, run } = estimate;
  const { text: size, line } = format;
  const margin = marginOf(format);
  const title = options.title ?? describeRun(estimate);
  const done = options.title === undefined ? '' : `${describeRun(estimate)}; `;
  const sizes = `lesion by ${describeCriterion(criterion)}, at the end ${inMillimetres(estimate.width)} mm wide and ${inMillimetres(estimate.length)} mm long`;
  const head = makeHead(format, title, `${done}${describeNeedle(estimate)}; ${sizes}`);

  const lineOf = (name: (typeof BOTH)[number]): Line =>
    Array.from(growth[name], (value, k) => [growth.time[k] ?? NaN, 1e3 * value] as const);
  const highest = ({ value, numericalError }: Measured): number => 1e3 * (value + (numericalError ?? 0));
  const lines = BOTH.map(lineOf);
  const values = [
    0,
    ...lines.flat().map(([, value]) => value),
    ...BOTH.map((name) => highest(estimate[name])),
  ];
  const height = HEIGHT * format.width;
  const x = margin + roomForNumbers({ values }, height, format) + 0.7 * size;
  const place = { x, width: format.width - x - margin - 0.8 * size, height, label: 'size (mm)' };
  const y = head.bottom + (NAME_ROOM + LABEL_ROOM) * size;
  const panel = makePanel({ ...place, y }, { values: [0, run.time], exact: true }, { values }, format);
  const curves = BOTH.map((name, k) => {
    const { colour, dash } = LOOKS[name];
    const { value, numericalError } = estimate[name];
    const width = CURVE * line;
    const dashes = dash.map((one) => round(one * width)).join(' ');
    const at = { ...format, colour };
    const mark = `<circle cx="${round(panel.xOf(run.time))}" cy="${round(panel.yOf(1e3 * value))}" r="${round(MARK * line)}" fill="${colour}"/>`;
    const bar =
      numericalError === null ? '' : drawErrorBar(panel, run.time, 1e3 * value, 1e3 * numericalError, at);
    return `${drawStroke(curvePath(panel, lines[k] ?? []), { colour, width, dash: dashes })}${mark}${bar}`;
  });
  const key = BOTH.map((name) => {
    const { colour, dash } = LOOKS[name];
    const width = CURVE * line;
    return { name, colour, width, dash: dash.map((one) => round(one * width)).join(' ') };
  });
  const body = `${drawStageBands(estimate, [panel])}
${drawGrid(panel, format)}
${drawStageNames(estimate, panel, head.bottom + 1.1 * size, format)}
${drawAxes(panel, format, 'time (s)')}
${curves.join('\n')}
${drawKey(panel, key, format)}`;
  const description = `${describeRun(estimate)}, ${describeNeedle(estimate)}. Width and length of the ${sizes}.`;
  return framePicture(format, y + height + AXIS_ROOM * size + margin, head, description, body);
}
