import { DEFAULTS, describeCriterion, describeHeating, type LesionEstimate } from 'rf-lesion';
import { BAR_WIDTH, drawColourBar, INFERNO } from './colours.js';
import { inMillimetres } from './millimetres.js';
import { framePicture, px } from './picture.js';
import {
  type Caption,
  drawBands,
  drawNeedle,
  drawScaleBar,
  makeSection,
  RASTER,
  readPeak,
  regionPath,
} from './section.js';

const SECTION = makeSection();
const { xOf, yOf } = SECTION;

/** Where the field stands in the picture, and the colour bar beside it [px]. */
const PLOT = { x: 12, y: 60 };
const BAR = PLOT.x + SECTION.width + 18;
const SIZE = { width: BAR + BAR_WIDTH + 62, height: PLOT.y + SECTION.height + 12 };

/** Where the isotherms are named, from the hottest down, beginning below the end of the bare tip [mm]. */
const LABELS = { x: 5.2, belowTip: 0.2, spacing: 1.15 } as const;

/** Height of the dimension line [mm]. */
const DIMENSION = -4.75;

/** Filled bands between the lowest and the highest temperature: enough to look smooth. */
const BANDS = 43;

/** Where the outermost border of a region lies, to the right at height z [mm]; null where there is none. */
function borderAt(values: Float64Array, level: number, z: number): number | null {
  const { columns, left, top } = SECTION;
  const start = Math.round((top - z) / RASTER - 0.5) * columns;
  const row = values.subarray(start, start + columns);
  const i = row.findLastIndex((T) => T >= level);
  const [inside = NaN, outside = NaN] = row.subarray(i, i + 2);
  const x = left + (i + 0.5 + (inside - level) / (inside - outside)) * RASTER;
  return Number.isFinite(x) ? x : null;
}

/** Lines with the name of each isotherm beside the lesion; the headline's is bold. */
function drawIsotherms(values: Float64Array, { run, lesions, criterion }: LesionEstimate): string {
  const levels = lesions.flatMap(({ criterion: one }) =>
    one.kind === 'peak-temperature' ? [one.threshold] : [],
  );
  const hottestFirst = levels.toSorted((a, b) => b - a);
  const parts = hottestFirst.map((level, k) => {
    const main = criterion.kind === 'peak-temperature' && level === criterion.threshold;
    const line = `<path d="${regionPath(SECTION, values, level)}" fill="none" stroke="#fff" stroke-width="${main ? 2.6 : 1.1}"/>`;
    const z = 1e3 * run.grid.tipLength - LABELS.belowTip - k * LABELS.spacing;
    const border = borderAt(values, level, z);
    if (border === null) return line;
    const [x, y, text] = [px(xOf(border)), px(yOf(z)), xOf(LABELS.x)];
    return `${line}
<path d="M${x},${y}H${px(text - 4)}" stroke="#fff" stroke-width="0.8"/><circle cx="${x}" cy="${y}" r="2.4" fill="#fff"/>
<text x="${px(text)}" y="${px(yOf(z) + 5)}" fill="#fff"${main ? ' font-weight="bold"' : ''}>${level} °C</text>`;
  });
  return parts.join('\n');
}

/** The width of the headline's lesion, as on a drawing. */
function drawWidth({ width, widestAt, criterion }: LesionEstimate): string {
  if (width.value === 0) return '';
  const half = 0.5e3 * width.value;
  const [left, right, y] = [xOf(-half), xOf(half), yOf(DIMENSION)];
  const from = px(yOf(1e3 * widestAt.value));
  const arrow = (x: number, to: number): string =>
    `M${px(x + to)},${px(y - 4)}L${px(x)},${px(y)}L${px(x + to)},${px(y + 4)}`;
  const bar = width.numericalError === null ? '' : ' (numerical)';
  const label = `${describeCriterion(criterion)}: ${inMillimetres(width)} mm${bar}`;
  return `<path d="M${px(left)},${from}V${px(y + 6)}M${px(right)},${from}V${px(y + 6)}" stroke="#fff" stroke-width="0.8" stroke-dasharray="4 3"/>
<path d="M${px(left)},${px(y)}H${px(right)}${arrow(left, 8)}${arrow(right, -8)}" fill="none" stroke="#fff" stroke-width="1.4"/>
<text x="${px(xOf(0))}" y="${px(y + 20)}" text-anchor="middle" font-weight="bold" fill="#fff">${label}</text>`;
}

/**
 * A section through the needle as an SVG picture: the highest temperature that every point of tissue had, the
 * isotherms of all the lesions asked for, and the width of the headline's.
 */
export function drawTemperature(lesion: LesionEstimate, { needle, tissue }: Caption): string {
  const { run } = lesion;
  const { electrode, heating, startTemperature = DEFAULTS.startTemperature } = run.problem;
  const values = readPeak(SECTION, run);
  const lowest = startTemperature;
  const highest = values.reduce((a, b) => Math.max(a, b));
  const diameter = (2e3 * electrode.radius).toFixed(2);
  const title = `${needle} (${diameter} mm) in ${tissue}, start at ${startTemperature} °C`;
  const subtitle = `Peak temperature; ${describeHeating(heating)}`;
  const body = `<clipPath id="view"><rect width="${px(SECTION.width)}" height="${px(SECTION.height)}"/></clipPath>
<g transform="translate(${PLOT.x},${PLOT.y})" clip-path="url(#view)">
${drawBands(SECTION, values, INFERNO, { lowest, highest, count: BANDS })}
${drawIsotherms(values, lesion)}
${drawWidth(lesion)}
${drawNeedle(SECTION, run)}
${drawScaleBar(SECTION, '#fff')}
</g>
<g transform="translate(${px(BAR)},${PLOT.y})">
${drawColourBar(SECTION.height, lowest, highest)}
</g>`;
  return framePicture({ ...SIZE, title, subtitle, left: PLOT.x }, body);
}
