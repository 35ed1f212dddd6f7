import type { LesionEstimate } from '../lesion-estimate.js';
import type { History } from '../lesion-run.js';
import { DEFAULTS } from '../problem/defaults.js';
import { type Stage, stagesOf } from '../problem/heating.js';
import {
  AXIS_ROOM,
  curvePath,
  drawAxes,
  drawGrid,
  drawKey,
  LABEL_ROOM,
  makePanel,
  type Panel,
  pointsIn,
  roomForNumbers,
  stepsOf,
} from './axes.js';
import { meet, padded } from './boxes.js';
import { requireFormat, requireHistory, requireOneOf } from './input.js';
import { drawStroke, type Line, round } from './lines.js';
import { type Format, framePicture, makeHead, marginOf, type PlotOptions } from './picture.js';
import { drawStageBands, drawStageNames, NAME_ROOM } from './stage-bands.js';
import { type Box, boxOfText, drawText, textWidth } from './text.js';
import { describeNeedle, describeRun } from './words.js';

/** What a generator shows besides the temperature. */
export type GeneratorCurve = 'voltage' | 'power' | 'impedance' | 'energy';

/** How to draw what a generator shows. */
export interface GeneratorPlotOptions extends PlotOptions {
  /** From above to below, under the temperature; default all that there are. */
  readonly curves?: readonly GeneratorCurve[];
}

const LABELS: Readonly<Record<GeneratorCurve, string>> = {
  voltage: 'voltage (V)',
  power: 'power (W)',
  impedance: 'impedance (Ω)',
  energy: 'energy (J)',
};
const ALL = Object.keys(LABELS) as GeneratorCurve[];

/** Heights of the panels in sizes of text. */
const HEIGHTS = { temperature: 10, other: 6.2 } as const;

/** The set temperature lies below the measured one, which hides a narrow line. */
const SET = { colour: '#f2a65a', width: 4.2 } as const;
const MEASURED = { colour: '#000000', width: 1.5 } as const;

/** What the sensor is told in a stage, from its temperature at the beginning. */
function setPoints(stage: Stage, start: number, from: number): Line {
  if (stage.kind !== 'temperature' && stage.kind !== 'tip-temperature') return [];
  const { target, duration, ramp = DEFAULTS.ramp } = stage;
  return [
    [start, from],
    [start + ramp, target],
    [start + duration, target],
  ];
}

const pointsOf = ({ time }: History, values: Float64Array): Line =>
  Array.from(values, (value, k) => [time[k] ?? NaN, value] as const);

/** Curves of a quantity: of the whole run, or of each stage with heat, as the generator shows no impedance while it is off. */
function curvesOf({ history, stages }: LesionEstimate, curve: GeneratorCurve): Line[] {
  const parts =
    curve === 'impedance'
      ? stages.filter(({ kind }) => kind !== 'off').map((stage) => stage.history)
      : [history];
  return parts.flatMap((part) => {
    const values = part[curve];
    if (!values) return [];
    const points = pointsOf(part, values);
    return [curve === 'energy' ? points : stepsOf(points)];
  });
}

/** Words within a panel, where they hide least of some points; nowhere if all places are taken. */
function placeWords(
  panel: Panel,
  at: number,
  words: string,
  points: Line,
  taken: readonly Box[],
  { text: size }: Format,
): { readonly body: string; readonly box: Box } | null {
  const { x, y, width, height } = panel;
  const wide = textWidth(words, size);
  const rows = Math.floor(height / (1.3 * size));
  const places = Array.from({ length: rows }, (_, k) => y + (1.1 + 1.25 * k) * size).flatMap((foot) =>
    [at + 0.4 * size, at - 0.4 * size - wide].map((left) => ({
      left,
      foot,
      box: boxOfText(left, foot, words, { size }),
    })),
  );
  const free = places.filter(
    ({ left, foot, box }) =>
      left > x &&
      left + wide < x + width &&
      foot < y + height &&
      !taken.some((one) => meet(padded(box, 0.3 * size), one)),
  );
  const hidden = ({ box }: { readonly box: Box }): number =>
    points.filter(
      ([px, py]) => Math.abs(px - box.x) < box.width / 2 + 1 && Math.abs(py - box.y) < box.height / 2 + 1,
    ).length;
  const [best] = free.toSorted((a, b) => hidden(a) - hidden(b));
  return best ? { body: drawText(best.left, best.foot, words, { size }), box: best.box } : null;
}

/** When the generator was held back, and by what. */
function drawLimits(
  { stages }: LesionEstimate,
  panels: readonly Panel[],
  curves: readonly Line[],
  format: Format,
): string {
  const [first] = panels;
  if (!first) return '';
  const points = curves.flatMap((curve) => pointsIn(first, curve));
  const taken: Box[] = [];
  const parts = stages.flatMap(({ outcome }) => {
    if (outcome.kind !== 'limited') return [];
    const at = first.xOf(outcome.time);
    const lines = panels.map(({ y, height }) => `M${round(at)},${round(y)}v${round(height)}`).join('');
    const placed = placeWords(
      first,
      at,
      `${outcome.reason} at ${outcome.time.toFixed(1)} s`,
      points,
      taken,
      format,
    );
    if (placed) taken.push(placed.box);
    const dash = `${round(2 * format.line)} ${round(3 * format.line)}`;
    return [`${drawStroke(lines, { colour: '#000', width: format.line, dash })}${placed?.body ?? ''}`];
  });
  return parts.join('\n');
}

/**
 * What the generator showed, as an SVG picture: set and measured temperature, voltage, power, impedance and energy over time,
 * the stages as bands.
 *
 * @throws {@link index!LesionModelError | LesionModelError} 'invalid-input' for an estimate without a history.
 */
export function drawGenerator(estimate: LesionEstimate, options: GeneratorPlotOptions = {}): string {
  const format = requireFormat(options);
  const { curves = ALL } = options;
  curves.forEach((curve, k) => requireOneOf(`curves[${k}]`, curve, ALL));
  requireHistory(estimate);
  const { history, run, stages } = estimate;
  const { text: size, line } = format;
  const margin = marginOf(format);
  const title = options.title ?? describeRun(estimate);
  const caption = `${options.title === undefined ? '' : `${describeRun(estimate)}; `}${describeNeedle(estimate)}`;
  const head = makeHead(format, title, caption);

  const told = stagesOf(run.problem.heating);
  const set = stages.flatMap(({ start, history: own }, k): Line[] => {
    const stage = told[k];
    const points = stage ? setPoints(stage, start, own.sensorTemperature[0] ?? NaN) : [];
    return points.length > 0 ? [points] : [];
  });
  const measured = pointsOf(history, history.sensorTemperature);
  const shown = [
    {
      label: 'sensor (°C)',
      height: HEIGHTS.temperature * size,
      lines: [...set, measured],
      from: [] as number[],
    },
    ...curves
      .filter((curve) => history[curve] !== undefined)
      .map((curve) => ({
        ...{ label: LABELS[curve], height: HEIGHTS.other * size, lines: curvesOf(estimate, curve) },
        from: curve === 'impedance' ? [] : [0],
      })),
  ];
  const ranges = shown.map(({ lines, from }) => ({
    values: [...from, ...lines.flat().map(([, value]) => value)],
  }));
  const numbers = Math.max(
    ...shown.map(({ height }, k) => roomForNumbers(ranges[k] ?? { values: [] }, height, format)),
  );
  const x = margin + numbers + 0.7 * size;
  const width = format.width - x - margin - 0.8 * size;
  let y = head.bottom + NAME_ROOM * size;
  const panels = shown.map(({ label, height }, k): Panel => {
    const place = { x, y: y + LABEL_ROOM * size, width, height, label };
    y = place.y + height + 0.35 * size;
    return makePanel(place, { values: [0, run.time], exact: true }, ranges[k] ?? { values: [] }, format);
  });
  const [temperature] = panels;
  if (!temperature) return '';
  const key = [
    ...(set.length > 0 ? [{ name: 'set', colour: SET.colour, width: SET.width * line }] : []),
    { name: 'measured', colour: MEASURED.colour, width: MEASURED.width * line },
  ];
  const strokes = panels.map((panel, k) => {
    const lines = k === 0 ? [measured] : (shown[k]?.lines ?? []);
    const path = lines.map((one) => curvePath(panel, one)).join('');
    return drawStroke(path, { colour: MEASURED.colour, width: MEASURED.width * line });
  });
  const setPath = set.map((points) => curvePath(temperature, points)).join('');
  const body = `${drawStageBands(estimate, panels)}
${panels.map((panel) => drawGrid(panel, format)).join('\n')}
${drawStageNames(estimate, temperature, head.bottom + 1.1 * size, format)}
${drawStroke(setPath, { colour: SET.colour, width: SET.width * line })}
${strokes.join('\n')}
${drawLimits(estimate, panels, [...set, measured], format)}
${panels.map((panel, k) => drawAxes(panel, format, k === panels.length - 1 ? 'time (s)' : undefined)).join('\n')}
${drawKey(temperature, key, format)}`;
  const height = y - 0.35 * size + AXIS_ROOM * size + margin;
  const description = `${describeRun(estimate)}, ${describeNeedle(estimate)}. Over ${run.time} s: ${shown.map(({ label }) => label).join(', ')}.`;
  return framePicture(format, height, head, description, body);
}
