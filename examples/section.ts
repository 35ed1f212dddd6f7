/** A section through a needle as an SVG picture: what every such picture has. */
import { contours } from 'd3-contour';
import { type LesionRun, peakTemperatureAt } from 'rf-lesion';
import { colourAt } from './colours.js';
import { px } from './picture.js';

/** What the title says and a problem does not know. */
export interface Caption {
  /** For example '22 G cannula'. */
  readonly needle: string;
  /** For example 'muscle'. */
  readonly tissue: string;
}

/** The part that is shown, in needle coordinates [mm]. */
export interface View {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  readonly pxPerMm: number;
}

/** A view with what follows from it. */
export interface Section extends View {
  /** Points at which a field is read, {@link RASTER} apart. */
  readonly columns: number;
  readonly rows: number;
  /** [px] */
  readonly width: number;
  /** [px] */
  readonly height: number;
  /** Place in the picture of a point in mm [px]. */
  readonly xOf: (mm: number) => number;
  readonly yOf: (mm: number) => number;
}

/** Distance of the points at which the field is read [mm]. */
export const RASTER = 0.1;

/** Makes a section; what is left out shows a lesion of 11 mm by 14 mm. */
export function makeSection(view: Partial<View> = {}): Section {
  const { left, right, bottom, top, pxPerMm } = {
    ...{ left: -7, right: 7, bottom: -5.8, top: 10.4, pxPerMm: 27 },
    ...view,
  };
  const [columns, rows] = [Math.round((right - left) / RASTER), Math.round((top - bottom) / RASTER)];
  return {
    ...{ left, right, bottom, top, pxPerMm, columns, rows },
    width: columns * RASTER * pxPerMm,
    height: rows * RASTER * pxPerMm,
    xOf: (mm) => (mm - left) * pxPerMm,
    yOf: (mm) => (top - mm) * pxPerMm,
  };
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
export function readPeak({ columns, rows, left, top }: Section, run: LesionRun): Float64Array {
  const values = new Float64Array(columns * rows);
  for (let j = 0; j < rows; j++) {
    const z = 1e-3 * (top - (j + 0.5) * RASTER);
    for (let i = 0; i < columns / 2; i++) {
      const r = 1e-3 * Math.abs(left + (i + 0.5) * RASTER);
      // Behind the needle, which is drawn on top, the value at its surface goes on.
      const T = peakTemperatureAt(run, { r: Math.max(r, surfaceAt(run.grid, z)), z });
      values[j * columns + i] = T;
      values[j * columns + columns - 1 - i] = T;
    }
  }
  return values;
}

/** The region at or above a temperature as an SVG path. In d3-contour the value of index i sits at i + 0.5. */
export function regionPath({ columns, rows, pxPerMm }: Section, values: Float64Array, level: number): string {
  const scale = RASTER * pxPerMm;
  const region = contours().size([columns, rows]).contour(Array.from(values), level);
  const rings = region.coordinates.flat();
  return rings
    .map((ring) => `M${ring.map(([x = 0, y = 0]) => `${px(x * scale)},${px(y * scale)}`).join('L')}Z`)
    .join('');
}

/** The needle to scale: bare metal light, shaft dark. */
export function drawNeedle({ xOf, yOf, top: viewTop, pxPerMm }: Section, run: LesionRun): string {
  const { profile, tipLength } = run.grid;
  const [a, L] = [1e3 * profile.radius, 1e3 * tipLength];
  const [left, right, end, top] = [xOf(-a), xOf(a), yOf(0), yOf(L)].map(px);
  const arc = px(a * pxPerMm);
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
${along((L + viewTop) / 2, '#fff', 'shaft')}`;
}

/** Two millimetres, in the upper left corner. */
export function drawScaleBar({ pxPerMm }: Section, colour: string): string {
  const [x, y] = [14, 20];
  return `<path d="M${x},${y - 4}v8m0,-4h${2 * pxPerMm}m0,-4v8" fill="none" stroke="${colour}" stroke-width="1.6"/>
<text x="${x + pxPerMm}" y="${y + 18}" text-anchor="middle" fill="${colour}">2 mm</text>`;
}

/** A field of temperatures as bands of colour, the lowest filling the picture. */
export function drawBands(
  section: Section,
  values: Float64Array,
  map: readonly string[],
  { lowest, highest, count }: { lowest: number; highest: number; count: number },
): string {
  const bands = Array.from({ length: count }, (_, k) => {
    const fill = colourAt(map, (k + 0.5) / count);
    const level = lowest + (k / count) * (highest - lowest);
    return k === 0
      ? `<rect width="${px(section.width)}" height="${px(section.height)}" fill="${fill}"/>`
      : `<path d="${regionPath(section, values, level)}" fill="${fill}"/>`;
  });
  return bands.join('\n');
}
