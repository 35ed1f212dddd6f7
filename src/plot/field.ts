/** A field of temperatures in a section, as bands of colour. */
import { contours } from 'd3-contour';
import { radiusAt } from '../grid/needle-profile.js';
import type { LesionRun } from '../lesion-run.js';
import { peakTemperatureAt, temperatureAt } from '../point-values.js';
import { colourAt, type ColourMap } from './colours.js';
import { type Point, pathOf, round } from './lines.js';
import type { Format } from './picture.js';
import { type Section, type Side, SIDES } from './section.js';
import { drawText } from './text.js';
import { tidy } from './words.js';

/** Which temperatures are shown: the highest that tissue had, or those at the end of the run. */
export type ShownField = 'peak' | 'final';

/** Temperature at a point of the right half, in mm [°C]; in the needle that of its surface. */
export type ReadTemperature = (r: number, z: number) => number;

/** A field read in the right half of a section at points a step apart, rows from above. */
export interface Raster {
  /** The first column is the mirror image of the second. */
  readonly columns: number;
  readonly rows: number;
  /** [mm] */
  readonly step: number;
  readonly values: readonly number[];
}

/** What colour stands for what temperature. */
export interface TemperatureScale {
  readonly lowest: number;
  readonly highest: number;
  readonly colourOf: (T: number) => string;
}

/** Colour of the field at a point of the picture, in pt. */
export type ReadColour = (x: number, y: number) => string;

/** Columns of points in a half. */
const COLUMNS = 60;

/** Bands of colour: enough to look smooth. */
const BANDS = 36;

/** Degrees between the ticks of a colour bar, of which the first that gives few enough is taken. */
const TICK_STEPS = [0.2, 0.5, 1, 2, 5, 10, 20] as const;
const MOST_TICKS = 8;

/** Makes what reads a run's temperatures. */
export function makeReader(run: LesionRun, field: ShownField): ReadTemperature {
  const { profile } = run.grid;
  const read = field === 'peak' ? peakTemperatureAt : temperatureAt;
  return (r, z) => read(run, { r: Math.max(1e-3 * r, radiusAt(profile, 1e-3 * z)), z: 1e-3 * z });
}

/** Reads a field at the points of a section. */
export function readRaster({ half, top, bottom }: Section, read: ReadTemperature): Raster {
  const step = half / COLUMNS;
  const rows = Math.ceil((top - bottom) / step - 1e-9);
  const values = Array.from({ length: rows }, (_, j) => {
    const z = Math.max(top - (j + 0.5) * step, bottom);
    const row = Array.from({ length: COLUMNS }, (__, i) => read((i + 0.5) * step, z));
    return [row[0] ?? NaN, ...row];
  }).flat();
  return { columns: COLUMNS + 1, rows, step, values };
}

/** Colours from the lowest to the highest temperature of some fields, in bands. */
export function makeScale(rasters: readonly Raster[], map: ColourMap): TemperatureScale {
  const of = (pick: (a: number, b: number) => number): number =>
    rasters.map(({ values }) => values.reduce((a, b) => pick(a, b))).reduce((a, b) => pick(a, b));
  const lowest = of(Math.min);
  const highest = Math.max(of(Math.max), lowest + 1);
  const colourOf = (T: number): string => {
    const band = Math.floor((BANDS * (T - lowest)) / (highest - lowest));
    return colourAt(map, (Math.min(Math.max(band, 0), BANDS - 1) + 0.5) / BANDS);
  };
  return { lowest, highest, colourOf };
}

/** Makes what reads the colours of a section, whose left and right may differ. */
export function makeColourReader(
  { xOf, top, y: upper, scale: ptPerMm, half, bottom }: Section,
  [left, right]: readonly [ReadTemperature, ReadTemperature],
  { colourOf }: TemperatureScale,
): ReadColour {
  return (x, y) => {
    const r = Math.min(Math.abs(x - xOf(0)) / ptPerMm, half);
    const z = Math.max(top - (y - upper) / ptPerMm, bottom);
    return colourOf((x < xOf(0) ? left : right)(r, z));
  };
}

const levelOf = ({ lowest, highest }: TemperatureScale, k: number): number =>
  lowest + (k / BANDS) * (highest - lowest);
const middleOf = (scale: TemperatureScale, k: number): string => scale.colourOf(levelOf(scale, k + 0.5));

/** The lowest band, under all others. */
function drawGround({ x, y, width, height, xOf }: Section, fill: string, sides: readonly Side[]): string {
  const [left, right] = [sides.includes(-1) ? x : xOf(0), sides.includes(1) ? x + width : xOf(0)];
  return `<rect x="${round(left)}" y="${round(y)}" width="${round(right - left)}" height="${round(height)}" fill="${fill}"/>`;
}

/** The field on one side or on both, which mirror each other. */
export function drawBands(
  section: Section,
  { columns, rows, step, values }: Raster,
  scale: TemperatureScale,
  sides: readonly Side[] = SIDES,
): string {
  const generator = contours().size([columns, rows]);
  const alone = sides.length === 1;
  const bands = Array.from({ length: BANDS }, (_, k) => {
    const fill = middleOf(scale, k);
    if (k === 0) return drawGround(section, fill, sides);
    const { coordinates } = generator.contour([...values], levelOf(scale, k));
    const paths = sides.map((side) => {
      // In d3-contour the value of index i sits at i + 0.5. A half that stands alone ends on the axis.
      const place = ([x = 0, y = 0]: readonly number[]): Point => {
        const r = (x - 1) * step;
        return [section.xOf(side * (alone ? Math.max(r, 0) : r)), section.yOf(section.top - y * step)];
      };
      return coordinates
        .flat()
        .map((ring) => pathOf(ring.map(place), true))
        .join('');
    });
    return paths.map((path) => (path === '' ? '' : `<path d="${path}" fill="${fill}"/>`)).join('');
  });
  return bands.join('\n');
}

/** Width of a colour bar with its ticks [pt]. */
export const widthOfBar = ({ text }: Format): number => 5.6 * text;

/** Temperatures at which a scale has a tick [°C]. */
function ticksOf({ lowest, highest }: TemperatureScale): number[] {
  const count = (step: number): number => Math.floor(highest / step) - Math.ceil(lowest / step) + 1;
  const step = TICK_STEPS.find((one) => count(one) <= MOST_TICKS) ?? 50;
  return Array.from({ length: count(step) }, (_, k) => (Math.ceil(lowest / step) + k) * step);
}

/** The colours and their temperatures, beside a section. */
export function drawColourBar(
  section: Section,
  x: number,
  scale: TemperatureScale,
  { text, line }: Format,
): string {
  const { y, height } = section;
  const width = 1.1 * text;
  const part = height / BANDS;
  // From the hottest on, each down to the bottom, so that no seams show.
  const bands = Array.from({ length: BANDS }, (_, k) => {
    const fill = middleOf(scale, BANDS - 1 - k);
    return `<rect x="${round(x)}" y="${round(y + k * part)}" width="${round(width)}" height="${round(height - k * part)}" fill="${fill}"/>`;
  });
  const ticks = ticksOf(scale).map((T) => {
    const at = y + height * (1 - (T - scale.lowest) / (scale.highest - scale.lowest));
    const inside = Math.min(Math.max(at + 0.36 * text, y + 0.74 * text), y + height - 0.1 * text);
    return `<path d="M${round(x + width)},${round(at)}h${round(0.3 * text)}" stroke="#222" stroke-width="${line}"/>${drawText(x + width + 0.5 * text, inside, `${tidy(T)} °C`, { size: text })}`;
  });
  return `${bands.join('')}
<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="none" stroke="#222" stroke-width="${line}"/>
${ticks.join('\n')}`;
}
