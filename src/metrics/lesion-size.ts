import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { radiusAt, volumeBelow } from '../grid/needle-profile.js';
import { type FieldLine, type FieldLines } from './field-lines.js';
import { crossingsIn } from './line-curves.js';
import { crossings, integrateCubic, largest } from './interpolation.js';
import { alongNeedle, belowTop, type Stretch } from './stretch.js';

/** Sizes of a lesion, over tissue outside metal and sleeve; all pieces count. Lengths in m. */
export interface LesionSize<N> {
  /** Largest diameter across the needle, the needle included [m]. */
  readonly width: N;
  /** Extent along the needle [m]. */
  readonly length: N;
  /** Of tissue only [m³]. */
  readonly volume: N;
  /** Reach beyond the very end of the needle, towards −z [m]; may be negative. */
  readonly distalReach: N;
  /** Reach up the shaft beyond the bare tip [m]; may be negative. */
  readonly proximalReach: N;
  /** Height z of the widest place [m]: the middle of the stretch within 0.1 % of the width. */
  readonly widestAt: N;
}

/** All of them, in order. */
export const SIZE_NAMES: readonly (keyof LesionSize<unknown>)[] = [
  'width',
  'length',
  'volume',
  'distalReach',
  'proximalReach',
  'widestAt',
];

/** The widest place is the middle of the stretch that is narrower by no more than this part. */
const PLATEAU = 1e-3;

/** What is measured when nothing was reached. */
const NOTHING: LesionSize<number> = {
  width: 0,
  length: 0,
  volume: 0,
  distalReach: 0,
  proximalReach: 0,
  widestAt: 0,
};

/** Cross-section of the region in one row, any needle inside it included, and in tissue [m²]; its outermost radius [m]. */
function rowSection(row: FieldLine, level: number): Omit<HotRow, 'z' | 'j'> {
  const passes = crossingsIn(row, level);
  let hot = row.values[0]! >= level;
  let area = 0;
  let from = 0; // a region that touches the needle takes its inside along
  for (const r of passes) {
    if (hot) area += Math.PI * (r ** 2 - from ** 2);
    from = r;
    hot = !hot;
  }
  const wall = row.x[0]!;
  const touches = row.values[0]! >= level;
  const tissue = area - (touches ? Math.PI * wall ** 2 : 0);
  return { area, tissue, isOff: wall > 0 && !touches, outer: passes.at(-1) ?? 0 };
}

/** Whether the region reaches the last cell of any line. */
export function reachesBoundary({ rows, columns }: FieldLines, level: number): boolean {
  const lastRow = rows.at(-1);
  const hot = (value: number | undefined): boolean => value !== undefined && value >= level;
  return (
    rows.some((row) => hot(row.values.at(-1))) ||
    columns.some((column) => hot(column.values[0])) ||
    (lastRow?.values.some(hot) ?? false)
  );
}

/** The region's ends along the needle [m]. */
function axialExtent(
  lines: FieldLines,
  level: number,
  tipLength: number,
): { lowest: number; highest: number; onShaft: boolean } {
  const at: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  for (const column of lines.columns) {
    const passes = crossingsIn(column, level);
    const endsAtTip = column.values.at(-1)! >= level;
    if (passes.length === 0 && !endsAtTip) continue;
    at.push(column.at);
    low.push(-(passes[0] ?? column.x.at(-1)!));
    high.push(endsAtTip ? column.x.at(-1)! : passes.at(-1)!);
  }
  const alongShaft = crossingsIn(lines.shaft, level);
  const touchesShaft = lines.shaft.values[0]! >= level || alongShaft.length > 0;
  const onShaft = touchesShaft ? (alongShaft.at(-1) ?? tipLength) : -Infinity;
  const elsewhere = Math.max(...high);
  return {
    lowest: at.length > 0 ? -largest(at, low).value : 0,
    highest: Math.max(onShaft, elsewhere),
    onShaft: onShaft >= elsewhere,
  };
}

/** A cross-section of the region: its height [m] and its area, any needle inside it included [m²]. */
interface Section {
  readonly z: number;
  readonly area: number;
}

/** Two nodes closer than this part of the distance to the next one are one: a cubic through both would swing. */
const COINCIDENT = 0.1;

/** ∫ area dz from the lowest section to the highest [m³]; the area is nearly cubic in one coordinate below and another above. */
function volumeOf(sections: readonly Section[], below: Stretch, above: Stretch): number {
  const widest = sections.reduce((best, { area }, k) => (area > sections[best]!.area ? k : best), 0);
  const split = Math.min(Math.max(widest, 1), sections.length - 2);
  const part = (stretch: Stretch, isLower: boolean): number => {
    let nodes = sections.map(({ z, area }, k) => ({ u: stretch.to(z), area, k }));
    const n = nodes.length;
    const gap = (k: number): number => nodes[k + 1]!.u - nodes[k]!.u;
    if (isLower && gap(0) < COINCIDENT * gap(1)) nodes = nodes.filter(({ k }) => k !== 1 || split === 1);
    if (!isLower && gap(n - 2) < COINCIDENT * gap(n - 3)) {
      nodes = nodes.filter(({ k }) => k !== n - 2 || split === n - 2);
    }
    const at = nodes.findIndex(({ k }) => k === split);
    const [u, area] = [nodes.map((node) => node.u), nodes.map((node) => node.area)];
    return isLower
      ? integrateCubic(u, area, stretch.slope, 0, at)
      : integrateCubic(u, area, stretch.slope, at);
  };
  return part(below, true) + part(above, false);
}

/** Volume in tissue of a region in pieces, such as about both ends of the bare tip, or off the needle: row by row [m³]. */
function volumeOfRows(rows: readonly HotRow[], zEdges: Float64Array): number {
  return rows.reduce((sum, { j, tissue }) => sum + tissue * (zEdges[j + 1]! - zEdges[j]!), 0);
}

/** Outcome of a measurement. */
export interface Measurement {
  readonly size: LesionSize<number>;
  /** The region is cut off by the outer boundary: its size means nothing. */
  readonly touchesBoundary: boolean;
}

/** A row in which the region is. */
interface HotRow extends Section {
  /** Its place among all rows. */
  readonly j: number;
  /** Area in tissue [m²]. */
  readonly tissue: number;
  /** Beside the needle without touching it. */
  readonly isOff: boolean;
  /** Radius of its outermost border [m]. */
  readonly outer: number;
}

/** How far a region reaches; null where there is none. */
function reachOf(
  { rows, ...lines }: FieldLines,
  level: number,
  tipLength: number,
): {
  readonly rows: readonly HotRow[];
  readonly lowest: number;
  readonly highest: number;
  readonly onShaft: boolean;
  readonly widest: ReturnType<typeof largest>;
} | null {
  const { lowest, highest, onShaft } = axialExtent({ rows, ...lines }, level, tipLength);
  const hot = rows
    .map((row, j) => ({ row, j }))
    .filter(({ row: { at } }) => at > lowest && at < highest)
    .map(({ row, j }) => ({ z: row.at, j, ...rowSection(row, level) }))
    .filter(({ area }) => area > 0);
  if (hot.length === 0) return null;
  const widest = largest(
    hot.map(({ z }) => z),
    hot.map(({ outer }) => outer),
  );
  return { rows: hot, lowest, highest, onShaft, widest };
}

/** The two sizes that a growing lesion is followed by. */
export type LesionExtent = Pick<LesionSize<number>, 'width' | 'length'>;

/** Measures width and length alone of the region where a field is at least `level`, wherever it ends. */
export function measureExtent(
  { tipLength }: AxisymmetricGrid,
  lines: FieldLines,
  level: number,
): LesionExtent {
  const reach = reachOf(lines, level, tipLength);
  if (reach === null) return { width: 0, length: 0 };
  return { width: 2 * reach.widest.value, length: reach.highest - reach.lowest };
}

/**
 * Measures the region where a field is at least `level`; its border is placed between the cells by cubic interpolation.
 *
 * ```text
 * volume = ∫ π r²(z) dz − needle
 * ```
 *
 * @param lines - Of the field, or of the largest of several.
 */
export function measureRegion(
  { profile, tipLength, zEdges }: AxisymmetricGrid,
  lines: FieldLines,
  level: number,
): Measurement {
  if (reachesBoundary(lines, level)) return { size: NOTHING, touchesBoundary: true };
  const reach = reachOf(lines, level, tipLength);
  if (reach === null) return { size: NOTHING, touchesBoundary: false };

  const { rows, lowest, highest, onShaft, widest } = reach;
  const heights = rows.map(({ z }) => z);
  const radii = rows.map(({ outer }) => outer);
  const nearly = (1 - PLATEAU) * widest.value;
  const borders = crossings(heights, radii, nearly);
  const plateauLow = radii[0]! >= nearly ? heights[0]! : (borders[0] ?? widest.at);
  const plateauHigh = radii.at(-1)! >= nearly ? heights.at(-1)! : (borders.at(-1) ?? widest.at);
  const top = onShaft ? Math.PI * radiusAt(profile, highest) ** 2 : 0;
  const ofOnePiece = (): number =>
    volumeOf(
      [{ z: lowest, area: 0 }, ...rows, { z: highest, area: top }],
      alongNeedle(profile.radius, tipLength),
      belowTop(highest),
    ) - volumeBelow(profile, highest);
  const isOnePiece = rows.every(({ j, isOff }, k) => !isOff && (k === 0 || j === rows[k - 1]!.j + 1));
  return {
    size: {
      width: 2 * widest.value,
      length: highest - lowest,
      volume: isOnePiece ? ofOnePiece() : volumeOfRows(rows, zEdges),
      distalReach: -lowest,
      proximalReach: highest - tipLength,
      widestAt: (plateauLow + plateauHigh) / 2,
    },
    touchesBoundary: false,
  };
}
