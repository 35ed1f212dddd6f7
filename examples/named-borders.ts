/** Borders of lesions in a section, black lines that differ by their dashes, with names beside it. */
import { type Criterion, type LesionRun, lesionContour } from 'rf-lesion';
import { px } from './picture.js';
import type { Section } from './section.js';

/** Strokes that differ without colour: width and dashes. */
const STROKES = [
  { width: 2.2, dash: '' },
  { width: 1.5, dash: '7 3' },
  { width: 2.2, dash: '2 3' },
  { width: 1.5, dash: '10 3 2 3' },
  { width: 1.1, dash: '' },
] as const;

/** A border with its name. */
export interface NamedBorder {
  readonly name: string;
  /** Said in bold after the name. */
  readonly size: string;
  /** Points of the right half [mm]. */
  readonly points: readonly (readonly [r: number, z: number])[];
}

/** Where names stand [mm]: height of the first one, and how much lower each next one is. */
export interface NamePlaces {
  readonly top: number;
  readonly spacing: number;
}

/** The border of one lesion, its largest piece, as points of the right half [mm]. */
export function borderOf(run: LesionRun, criterion: Criterion): NamedBorder['points'] {
  const contours = lesionContour(run, criterion);
  const [longest] = contours.toSorted((a, b) => b.r.length - a.r.length);
  return Array.from(longest?.r ?? [], (r, n) => [1e3 * r, 1e3 * (longest?.z[n] ?? 0)] as const);
}

/** A line through points on one side of the needle, as an SVG path. */
export function borderPath({ xOf, yOf }: Section, points: NamedBorder['points'], side: 1 | -1): string {
  return `M${points.map(([r, z]) => `${px(xOf(side * r))},${px(yOf(z))}`).join('L')}`;
}

/** Where a border lies at a height [mm]: its outermost point there, or its end nearest to it. */
function pointAt(points: NamedBorder['points'], z: number): readonly [number, number] {
  const here = points.flatMap(([r0, z0], n): [number, number][] => {
    const [r1, z1] = points[n + 1] ?? [r0, z0];
    return z0 > z === z1 > z ? [] : [[r0 + ((r1 - r0) * (z - z0)) / (z1 - z0), z]];
  });
  const [outermost] = here.toSorted((a, b) => b[0] - a[0]);
  const [nearest] = points.toSorted((a, b) => Math.abs(a[1] - z) - Math.abs(b[1] - z));
  return outermost ?? nearest ?? [0, z];
}

/** Borders and their names on one side of the needle, the widest first. */
export function drawBorders(
  section: Section,
  borders: readonly NamedBorder[],
  side: 1 | -1,
  { top, spacing }: NamePlaces,
): string {
  const anchor = side === 1 ? 'start' : 'end';
  const edge = side === 1 ? section.width : 0;
  const parts = borders.map(({ name, size, points }, k) => {
    const { width, dash } = STROKES[k % STROKES.length] ?? STROKES[0];
    const height = top - k * spacing;
    const [r, z] = pointAt(points, height);
    const [x, y, textY] = [section.xOf(side * r), section.yOf(z), section.yOf(height)];
    return `<path d="${borderPath(section, points, side)}" fill="none" stroke="#000" stroke-width="${width}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>
<path d="M${px(x)},${px(y)}L${px(edge + side * 8)},${px(textY)}" stroke="#000" stroke-width="0.6" fill="none"/><circle cx="${px(x)}" cy="${px(y)}" r="2.2"/>
<text x="${px(edge + side * 13)}" y="${px(textY + 4.5)}" text-anchor="${anchor}">${name}  <tspan font-weight="bold">${size}</tspan></text>`;
  });
  return parts.join('\n');
}
