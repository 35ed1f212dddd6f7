import { contours } from 'd3-contour';
import {
  DEFAULTS,
  describeCriterion,
  describeHeating,
  type LesionEstimate,
  type LesionRun,
  peakTemperatureAt,
} from 'rf-lesion';

/** What the title says and a problem does not know. */
export interface Caption {
  /** For example '22 G cannula'. */
  readonly needle: string;
  /** For example 'muscle'. */
  readonly tissue: string;
}

/** The part that is shown, in needle coordinates [mm]: wide enough for a lesion of 11 mm by 14 mm. */
const VIEW = { left: -7, right: 7, bottom: -5.8, top: 10.4 } as const;

const PX_PER_MM = 27;

/** Distance of the points at which the field is read [mm]. */
const RASTER = 0.1;

const COLUMNS = Math.round((VIEW.right - VIEW.left) / RASTER);
const ROWS = Math.round((VIEW.top - VIEW.bottom) / RASTER);

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

/** Colour at a part 0 to 1 of the way through the map. */
function colourAt(part: number): string {
  const at = part * (INFERNO.length - 1);
  const k = Math.min(Math.floor(at), INFERNO.length - 2);
  const channel = (name = '', index: number): number =>
    parseInt(name.slice(1 + 2 * index, 3 + 2 * index), 16);
  const mixed = [0, 1, 2].map((index) => {
    const [from, to] = [channel(INFERNO[k], index), channel(INFERNO[k + 1], index)];
    return Math.round(from + (at - k) * (to - from));
  });
  return `rgb(${mixed.join()})`;
}

const px = (value: number): string => String(Number(value.toFixed(1)));
const xOf = (mm: number): number => (mm - VIEW.left) * PX_PER_MM;
const yOf = (mm: number): number => (VIEW.top - mm) * PX_PER_MM;

/** A number in mm to the hundredth, with its bar rounded up so far that nothing of it is lost. */
function inMillimetres({ value, numericalError }: LesionEstimate['width']): string {
  const rounded = (1e3 * value).toFixed(2);
  if (numericalError === null) return `${rounded} mm`;
  const bar = Math.ceil(100 * (Math.abs(1e3 * value - Number(rounded)) + 1e3 * numericalError)) / 100;
  return `${rounded} ± ${bar.toFixed(2)} mm (numerical)`;
}

/** Radius of the needle's surface at a height, 0 below its end [m]. */
function surfaceAt({ profile }: LesionRun['grid'], z: number): number {
  const { end, radius, sleeve, coneLength = 0 } = profile;
  if (z <= 0) return 0;
  if (sleeve && z > sleeve.from) return radius + sleeve.thickness;
  if (end === 'cone') return z >= coneLength ? radius : (radius * z) / coneLength;
  return end === 'flat' || z >= radius ? radius : Math.sqrt(z * (2 * radius - z));
}

/** Highest temperature that each point of the raster had [°C], rows from the top, mirrored about the needle. */
function readPeak(run: LesionRun): Float64Array {
  const values = new Float64Array(COLUMNS * ROWS);
  for (let j = 0; j < ROWS; j++) {
    const z = 1e-3 * (VIEW.top - (j + 0.5) * RASTER);
    for (let i = 0; i < COLUMNS / 2; i++) {
      const r = 1e-3 * Math.abs(VIEW.left + (i + 0.5) * RASTER);
      // Behind the needle, which is drawn on top, the value at its surface goes on.
      const T = peakTemperatureAt(run, { r: Math.max(r, surfaceAt(run.grid, z)), z });
      values[j * COLUMNS + i] = T;
      values[j * COLUMNS + COLUMNS - 1 - i] = T;
    }
  }
  return values;
}

/** The region at or above a temperature as an SVG path. In d3-contour the value of index i sits at i + 0.5. */
function regionPath(values: Float64Array, level: number): string {
  const scale = RASTER * PX_PER_MM;
  const region = contours().size([COLUMNS, ROWS]).contour(Array.from(values), level);
  const rings = region.coordinates.flat();
  return rings
    .map((ring) => `M${ring.map(([x = 0, y = 0]) => `${px(x * scale)},${px(y * scale)}`).join('L')}Z`)
    .join('');
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

/** The needle to scale: bare metal light, shaft dark. */
function drawNeedle(run: LesionRun): string {
  const { profile, tipLength } = run.grid;
  const [a, L] = [1e3 * profile.radius, 1e3 * tipLength];
  const [left, right, end, top] = [xOf(-a), xOf(a), yOf(0), yOf(L)].map(px);
  const arc = px(a * PX_PER_MM);
  const shoulder = px(yOf(a));
  const base = px(yOf(1e3 * (profile.coneLength ?? 0)));
  const bottom = {
    flat: `V${end}H${right}`,
    hemisphere: `V${shoulder}A${arc},${arc} 0 0 0 ${right},${shoulder}`,
    cone: `V${base}L${px(xOf(0))},${end}L${right},${base}`,
  }[profile.end];
  const along = (z: number, fill: string, text: string): string =>
    `<text transform="translate(${px(xOf(0) + 4.5)},${px(yOf(z))}) rotate(-90)" text-anchor="middle" font-size="13" fill="${fill}">${text}</text>`;
  return `<path d="M${left},${top}${bottom}V${top}Z" fill="#d9dde1" stroke="#333"/>
<path d="M${left},-2V${top}H${right}V-2Z" fill="#4a5058" stroke="#222"/>
${along(L / 2, '#111', `bare tip ${Number(L.toFixed(2))} mm`)}
${along((L + VIEW.top) / 2, '#fff', 'shaft')}`;
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

/** Two millimetres, in the upper left corner. */
function drawScaleBar(): string {
  const [x, y] = [14, 20];
  return `<path d="M${x},${y - 4}v8m0,-4h${2 * PX_PER_MM}m0,-4v8" fill="none" stroke="#fff" stroke-width="1.6"/>
<text x="${x + PX_PER_MM}" y="${y + 18}" text-anchor="middle" fill="#fff">2 mm</text>`;
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
  const bands = Array.from({ length: BANDS }, (_, k) => {
    const fill = colourAt((k + 0.5) / BANDS);
    const level = lowest + (k / BANDS) * (highest - lowest);
    return k === 0
      ? `<rect width="${px(PLOT.width)}" height="${px(PLOT.height)}" fill="${fill}"/>`
      : `<path d="${regionPath(values, level)}" fill="${fill}"/>`;
  });
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
${bands.join('\n')}
${drawIsotherms(values, lesion)}
${drawWidth(lesion)}
${drawNeedle(run)}
${drawScaleBar()}
</g>
<g transform="translate(${px(BAR.x)},${PLOT.y})">
${drawColourBar(lowest, highest)}
</g>
</svg>
`;
}
