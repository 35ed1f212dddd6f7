/** Lines of a picture: as few points as the eye can tell. */

/** A point, of a picture [pt] or of a section [mm]. */
export type Point = readonly [x: number, y: number];
export type Line = readonly Point[];

/** How a line looks. */
export interface Stroke {
  readonly colour: string;
  /** [pt] */
  readonly width: number;
  /** Lengths of dashes and gaps [pt]; none: unbroken. */
  readonly dash?: string;
  readonly opacity?: number;
}

/** Points that lie this close to a line are left out of it [pt]. */
const TOLERANCE = 0.06;

/** A length as it is written into a picture, to a hundredth [pt]. */
export const round = (value: number): string => String(Number(value.toFixed(2)));

/** Distance of a point from the piece between two others. */
function distanceFrom([x, y]: Point, [x0, y0]: Point, [x1, y1]: Point): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const square = dx ** 2 + dy ** 2;
  const along = square === 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / square;
  const part = Math.min(Math.max(along, 0), 1);
  return Math.hypot(x - x0 - part * dx, y - y0 - part * dy);
}

/** Index of the point of a stretch farthest from the piece between its ends, and how far that is. */
function farthestIn(
  line: Line,
  first: number,
  last: number,
): { readonly at: number; readonly distance: number } {
  const [start, end] = [line[first], line[last]];
  let [at, distance] = [first, 0];
  for (let n = first + 1; start && end && n < last; n++) {
    const point = line[n];
    const away = point ? distanceFrom(point, start, end) : 0;
    if (away > distance) [at, distance] = [n, away];
  }
  return { at, distance };
}

/**
 * A line without the points that nobody would miss.
 *
 * @remarks Douglas and Peucker 1973, doi:10.3138/FM57-6770-U75U-7727
 */
export function simplified(line: Line, tolerance: number = TOLERANCE): Line {
  const kept = new Set([0, line.length - 1]);
  const open: [number, number][] = [[0, line.length - 1]];
  for (let piece = open.pop(); piece; piece = open.pop()) {
    const [first, last] = piece;
    const { at, distance } = farthestIn(line, first, last);
    if (distance <= tolerance) continue;
    kept.add(at);
    open.push([first, at], [at, last]);
  }
  return line.filter((_, n) => kept.has(n));
}

/** A line as the data of an SVG path. */
export function pathOf(line: Line, closed = false): string {
  if (line.length === 0) return '';
  const places = simplified(line).map(([x, y]) => `${round(x)},${round(y)}`);
  return `M${places.join('L')}${closed ? 'Z' : ''}`;
}

/** A path as a stroke. */
export function drawStroke(path: string, { colour, width, dash = '', opacity = 1 }: Stroke): string {
  if (path === '') return '';
  const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  const faint = opacity === 1 ? '' : ` stroke-opacity="${round(opacity)}"`;
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${round(width)}" stroke-linejoin="round"${dashes}${faint}/>`;
}
