import { DEFAULTS, describeHeating, type History, type LesionEstimate, type Stage } from 'rf-lesion';
import { axisFor, drawAxes, drawCurve, drawSteps, type Panel, type Points, xIn } from './chart.js';
import { framePicture, px } from './picture.js';
import type { Caption } from './section.js';

/** What can be shown besides the sensor's temperature. */
export type Curve = 'voltage' | 'power' | 'impedance';

const LABELS: Readonly<Record<Curve, string>> = {
  voltage: 'voltage (V)',
  power: 'power (W)',
  impedance: 'impedance (Ω)',
};

/** [px] */
const PLOT = { x: 74, y: 84, width: 452, gap: 26 };
const HEIGHTS = { temperature: 150, other: 100 } as const;
const RIGHT = 16;
const BELOW = 54;

const BAND = '#e9edf2';

/** The set temperature lies below the sensor's, which hides a narrow line. */
const SET = { colour: '#f0a35e', width: 6 } as const;

/** A stage in a word or two, for the band that it is. */
export function nameStage(stage: Stage): string {
  switch (stage.kind) {
    case 'temperature':
    case 'tip-temperature':
      return `${stage.target} °C`;
    case 'power':
      return `${stage.power} W`;
    case 'voltage':
      return `${stage.voltage} V`;
    case 'pulsed':
    case 'off':
      return stage.kind;
  }
}

/** What the sensor is told in a stage, from its temperature at the beginning. */
function setPoints(stage: Stage, start: number, from: number): Points {
  if (stage.kind !== 'temperature' && stage.kind !== 'tip-temperature') return [];
  const { target, duration, ramp = DEFAULTS.ramp } = stage;
  return [
    [start, from],
    [start + ramp, target],
    [start + duration, target],
  ];
}

/** A curve of a history. */
function pointsOf({ time }: History, values: Float64Array = new Float64Array()): Points {
  return Array.from(values, (value, k) => [time[k] ?? NaN, value] as const);
}

/** Bands of the stages over all panels, named above, and when the generator was held back. */
function drawStages(
  { stages, run }: LesionEstimate,
  panels: readonly Panel[],
  all: readonly Stage[],
): string {
  const [first, last] = [panels[0], panels.at(-1)];
  if (!first || !last) return '';
  const [top, bottom] = [first.y, last.y + last.height];
  const parts = stages.map(({ kind, start, end, outcome }, k) => {
    const [x, to] = [xIn(first, start), xIn(first, end)];
    const stage = all[k];
    const band =
      kind === 'off'
        ? ''
        : `<rect x="${px(x)}" y="${px(top)}" width="${px(to - x)}" height="${px(bottom - top)}" fill="${BAND}"/>`;
    const name = `<text x="${px((x + to) / 2)}" y="${px(top - 8)}" text-anchor="middle">${stage ? nameStage(stage) : kind}</text>`;
    if (outcome.kind !== 'limited') return `${band}\n${name}`;
    const at = px(xIn(first, outcome.time));
    return `${band}\n${name}
<path d="M${at},${px(top)}V${px(bottom)}" stroke="#000" stroke-width="1.2" stroke-dasharray="2 3"/>
<text x="${px(xIn(first, outcome.time) + 6)}" y="${px(top + 18)}">${outcome.reason} at ${outcome.time.toFixed(1)} s</text>`;
  });
  const end = stages.at(-1)?.end ?? 0;
  const middle = (xIn(first, end) + xIn(first, run.time)) / 2;
  const after =
    run.time > end ? `\n<text x="${px(middle)}" y="${px(top - 8)}" text-anchor="middle">off</text>` : '';
  return parts.join('\n') + after;
}

/**
 * What the generator showed, as an SVG picture: the sensor's temperature with the set one, and the curves asked for below it,
 * the stages as bands.
 *
 * @param curves - From above to below.
 */
export function drawHistory(
  estimate: LesionEstimate,
  { needle, tissue }: Caption,
  curves: readonly Curve[] = ['voltage', 'power', 'impedance'],
): string {
  const { history, run, stages } = estimate;
  const { heating } = run.problem;
  const all = heating.kind === 'schedule' ? heating.stages : [heating];
  const set = stages.flatMap(({ start, history: own }, k): Points[] => {
    const stage = all[k];
    const points = stage ? setPoints(stage, start, own.sensorTemperature[0] ?? NaN) : [];
    return points.length > 0 ? [points] : [];
  });
  const shown = curves.filter((curve) => history[curve] !== undefined);
  // The generator shows no impedance while it is off.
  const drawParts = (panel: Panel, curve: Curve): string => {
    const on = stages.filter(({ kind }) => kind !== 'off').map((stage) => stage.history);
    const parts = curve === 'impedance' ? on : [history];
    return parts.map((part) => drawSteps(panel, pointsOf(part, part[curve]))).join('\n');
  };

  const across = { label: 'time (s)', from: 0, to: run.time, step: axisFor('', [0, run.time]).step };
  const highestSet = set.flat().map(([, T]) => T);
  const temperatures = axisFor('sensor (°C)', [...history.sensorTemperature, ...highestSet]);
  const place = { x: PLOT.x, width: PLOT.width, across };
  const temperature: Panel = { ...place, y: PLOT.y, height: HEIGHTS.temperature, up: temperatures };
  const others = shown.map((curve, k): Panel => {
    const y = PLOT.y + HEIGHTS.temperature + PLOT.gap + k * (HEIGHTS.other + PLOT.gap);
    const values = Array.from(history[curve] ?? []).slice(1);
    const up = axisFor(LABELS[curve], curve === 'impedance' ? values : [0, ...values]);
    return { ...place, y, height: HEIGHTS.other, up };
  });
  const panels = [temperature, ...others];
  const height = (panels.at(-1)?.y ?? 0) + (others.length > 0 ? HEIGHTS.other : HEIGHTS.temperature) + BELOW;

  const title = `${needle} in ${tissue}: what the generator shows`;
  const key = set.length > 0 ? '; broad line: set temperature' : '';
  const body = `${drawStages(estimate, panels, all)}
${set.map((points) => drawCurve(temperature, points, SET)).join('\n')}
${drawCurve(temperature, pointsOf(history, history.sensorTemperature))}
${others.map((panel, k) => drawParts(panel, shown[k] ?? 'power')).join('\n')}
${panels.map((panel, k) => drawAxes(panel, k === panels.length - 1)).join('\n')}`;
  const subtitle = `${describeHeating(heating)}${key}`;
  return framePicture({ width: PLOT.x + PLOT.width + RIGHT, height, title, subtitle, left: 12 }, body);
}
