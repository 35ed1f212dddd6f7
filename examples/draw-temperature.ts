import { DEFAULTS, describeCriterion, describeHeating, type LesionEstimate } from 'rf-lesion';
import {
  type Caption,
  COLUMNS,
  drawBands,
  drawNeedle,
  drawScaleBar,
  px,
  PX_PER_MM,
  RASTER,
  readPeak,
  regionPath,
  ROWS,
  VIEW,
  xOf,
  yOf,
} from './section.js';

/** Where the field stands in the picture, and the colour bar beside it [px]. */
const PLOT = { x: 12, y: 60, width: COLUMNS * RASTER * PX_PER_MM, height: ROWS * RASTER * PX_PER_MM };
const BAR = { x: PLOT.x + PLOT.width + 18, width: 16 };
const SIZE = { width: BAR.x + BAR.width + 62, height: PLOT.y + PLOT.height + 12 };

/** Where the isotherms are named, from the hottest down, beginning below the end of the bare tip [mm]. */
const LABELS = { x: 5.2, belowTip: 0.2, spacing: 1.15 } as const;

/** Height of the dimension line [mm]. */
const DIMENSION = -4.75;

/** Filled bands between the lowest and the highest temperature: enough to look smooth. */
const BANDS = 43;

/** The colour map 'inferno' in ten steps: even in lightness, and safe for the colour-blind. */
const INFERNO = [
  '#000004',
  '#1b0c42',
  '#4b0c6b',
  '#781c6d',
  '#a52c60',
  '#cf4446',
  '#ed6925',
  '#fb9a06',
  '#f7d03c',
  '#fcffa4',
] as const;

/** A number in mm to the hundredth, with its bar rounded up so far that nothing of it is lost. */
function inMillimetres({ value, numericalError }: LesionEstimate['width']): string {
  const rounded = (1e3 * value).toFixed(2);
  if (numericalError === null) return `${rounded} mm`;
  const bar = Math.ceil(100 * (Math.abs(1e3 * value - Number(rounded)) + 1e3 * numericalError)) / 100;
  return `${rounded} ± ${bar.toFixed(2)} mm (numerical)`;
}

/** Where the outermost border of a region lies, to the right at height z [mm]; null where there is none. */
function borderAt(values: Float64Array, level: number, z: number): number | null {
  const start = Math.round((VIEW.top - z) / RASTER - 0.5) * COLUMNS;
  const row = values.subarray(start, start + COLUMNS);
  const i = row.findLastIndex((T) => T >= level);
  const [inside = NaN, outside = NaN] = row.subarray(i, i + 2);
  const x = VIEW.left + (i + 0.5 + (inside - level) / (inside - outside)) * RASTER;
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
    const line = `<path d="${regionPath(values, level)}" fill="none" stroke="#fff" stroke-width="${main ? 2.6 : 1.1}"/>`;
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
  const label = `${describeCriterion(criterion)}: ${inMillimetres(width)}`;
  return `<path d="M${px(left)},${from}V${px(y + 6)}M${px(right)},${from}V${px(y + 6)}" stroke="#fff" stroke-width="0.8" stroke-dasharray="4 3"/>
<path d="M${px(left)},${px(y)}H${px(right)}${arrow(left, 8)}${arrow(right, -8)}" fill="none" stroke="#fff" stroke-width="1.4"/>
<text x="${px(xOf(0))}" y="${px(y + 20)}" text-anchor="middle" font-weight="bold" fill="#fff">${label}</text>`;
}

/** The colour bar, with a tick every ten degrees. */
function drawColourBar(lowest: number, highest: number): string {
  const { height } = PLOT;
  const stops = INFERNO.map(
    (colour, k) => `<stop offset="${px((100 * k) / (INFERNO.length - 1))}%" stop-color="${colour}"/>`,
  );
  const first = Math.ceil(lowest / 10) * 10;
  const ticks = Array.from({ length: Math.floor((highest - first) / 10) + 1 }, (_, k) => first + 10 * k);
  const marks = ticks.map((T) => {
    const y = height * (1 - (T - lowest) / (highest - lowest));
    return `<path d="M${BAR.width},${px(y)}h5" stroke="#222"/><text x="${BAR.width + 9}" y="${px(y + 5)}" fill="#222">${T} °C</text>`;
  });
  return `<linearGradient id="inferno" x1="0" y1="1" x2="0" y2="0">${stops.join('')}</linearGradient>
<rect width="${BAR.width}" height="${px(height)}" fill="url(#inferno)" stroke="#222"/>
${marks.join('\n')}`;
}

/**
 * A section through the needle as an SVG picture: the highest temperature that every point of tissue had, the
 * isotherms of all the lesions asked for, and the width of the headline's.
 */
export function drawTemperature(lesion: LesionEstimate, { needle, tissue }: Caption): string {
  const { run } = lesion;
  const { electrode, heating, startTemperature = DEFAULTS.startTemperature } = run.problem;
  const values = readPeak(run);
  const lowest = startTemperature;
  const highest = values.reduce((a, b) => Math.max(a, b));
  const diameter = (2e3 * electrode.radius).toFixed(2);
  const title = `${needle} (${diameter} mm) in ${tissue}, start at ${startTemperature} °C`;
  const subtitle = `Peak temperature; ${describeHeating(heating)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${px(SIZE.width)} ${px(SIZE.height)}" width="${px(SIZE.width)}" height="${px(SIZE.height)}" font-family="Helvetica, Arial, sans-serif" font-size="15">
<title>${title}. ${subtitle}.</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${PLOT.x}" y="25" font-size="16.5" font-weight="bold" fill="#111">${title}</text>
<text x="${PLOT.x}" y="46" fill="#222">${subtitle}</text>
<clipPath id="view"><rect width="${px(PLOT.width)}" height="${px(PLOT.height)}"/></clipPath>
<g transform="translate(${PLOT.x},${PLOT.y})" clip-path="url(#view)">
${drawBands(values, INFERNO, { lowest, highest, count: BANDS })}
${drawIsotherms(values, lesion)}
${drawWidth(lesion)}
${drawNeedle(run)}
${drawScaleBar('#fff')}
</g>
<g transform="translate(${px(BAR.x)},${PLOT.y})">
${drawColourBar(lowest, highest)}
</g>
</svg>
`;
}
