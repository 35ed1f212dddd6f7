import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { radiusAt, volumeBelow } from '../grid/needle-profile.js';
import { fieldLines, type FieldLine, type FieldLines } from './field-lines.js';
import { crossings, integrateCubic, largest } from './interpolation.js';
import type { SurfaceField } from './surface-field.js';

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

/** Where a line passes the level [m]; the coordinate is stretched by `map` so that the field is nearly cubic in it. */
function crossingsIn(
  line: FieldLine,
  level: number,
  map: (x: number) => number,
  back: (u: number) => number,
): number[] {
  return crossings(line.x.map(map), line.values, level).map(back);
}

/** Stretches r like a logarithm far from the needle and like r itself on the axis. */
function rowCrossings(line: FieldLine, level: number, radius: number): number[] {
  return crossingsIn(
    line,
    level,
    (r) => Math.asinh(r / radius),
    (u) => radius * Math.sinh(u),
  );
}

/** Along the surface beyond a held tip the temperature falls like a root: stretched by √(z − tipLength). */
function shaftCrossings(line: FieldLine, level: number, tipLength: number, isHeld: boolean): number[] {
  if (!isHeld) return crossings(line.x, line.values, level);
  return crossingsIn(
    line,
    level,
    (z) => Math.sqrt(Math.max(z - tipLength, 0)),
    (u) => tipLength + u ** 2,
  );
}

const identity = (x: number): number => x;

/** Cross-section of the region in one row, any needle inside it included [m²], and its outermost radius [m]. */
function rowSection(row: FieldLine, level: number, radius: number): { area: number; outer: number } {
  const passes = rowCrossings(row, level, radius);
  let hot = row.values[0]! >= level;
  let area = 0;
  let from = 0; // a region that touches the needle takes its inside along
  for (const r of passes) {
    if (hot) area += Math.PI * (r ** 2 - from ** 2);
    from = r;
    hot = !hot;
  }
  return { area, outer: passes.at(-1) ?? 0 };
}

/** Whether the region reaches the last cell of any line. */
function reachesBoundary({ rows, columns }: FieldLines, level: number): boolean {
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
  isHeld: boolean,
): { lowest: number; highest: number } {
  const at: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  for (const column of lines.columns) {
    const passes = crossingsIn(column, level, identity, identity);
    const endsAtTip = column.values.at(-1)! >= level;
    if (passes.length === 0 && !endsAtTip) continue;
    at.push(column.at);
    low.push(-(passes[0] ?? column.x.at(-1)!));
    high.push(endsAtTip ? column.x.at(-1)! : passes.at(-1)!);
  }
  const alongShaft = shaftCrossings(lines.shaft, level, tipLength, isHeld);
  const onShaft = lines.shaft.values[0]! >= level || alongShaft.length > 0;
  return {
    lowest: at.length > 0 ? -largest(at, low).value : 0,
    highest: Math.max(onShaft ? (alongShaft.at(-1) ?? tipLength) : -Infinity, ...high),
  };
}

/** Two sections closer than this part of the distance to the next one are one: a cubic through both would swing. */
const COINCIDENT = 0.1;

/** The sections without those that nearly coincide with the one before; the last one stays. */
function apart(sections: readonly { readonly z: number; readonly area: number }[]): typeof sections {
  const kept = sections.slice(0, 1);
  for (let k = 1; k < sections.length; k++) {
    const here = sections[k]!;
    const next = sections[k + 1];
    if (!next || here.z - kept.at(-1)!.z >= COINCIDENT * (next.z - here.z)) kept.push(here);
  }
  return kept;
}

/** Outcome of a measurement. */
export interface Measurement {
  readonly size: LesionSize<number>;
  /** The region is cut off by the outer boundary: its size means nothing. */
  readonly touchesBoundary: boolean;
}

/**
 * Measures the region where `field` ≥ `level`, its border placed between cells by cubic interpolation.
 *
 * ```text
 * volume = ∫ π r²(z) dz − needle
 * ```
 *
 * @param field - Shape [nz·nr], in tissue.
 */
export function measureRegion(
  grid: AxisymmetricGrid,
  field: Float64Array,
  surface: SurfaceField,
  level: number,
): Measurement {
  const lines = fieldLines(grid, field, surface);
  const { profile, tipLength } = grid;
  if (reachesBoundary(lines, level)) return { size: NOTHING, touchesBoundary: true };

  const sections = lines.rows.map((row) => rowSection(row, level, profile.radius));
  const { lowest, highest } = axialExtent(lines, level, tipLength, surface.held !== null);
  const inside = lines.rows
    .map((row, j) => ({ z: row.at, ...sections[j]! }))
    .filter(({ z, area }) => area > 0 && z > lowest && z < highest);
  if (inside.length === 0) return { size: NOTHING, touchesBoundary: false };

  const heights = inside.map(({ z }) => z);
  const radii = inside.map(({ outer }) => outer);
  const widest = largest(heights, radii);
  const nearly = (1 - PLATEAU) * widest.value;
  const borders = crossings(heights, radii, nearly);
  const plateauLow = radii[0]! >= nearly ? heights[0]! : (borders[0] ?? widest.at);
  const plateauHigh = radii.at(-1)! >= nearly ? heights.at(-1)! : (borders.at(-1) ?? widest.at);
  const needle = volumeBelow(profile, highest);
  const needleSection = Math.PI * radiusAt(profile, highest) ** 2;
  // The border meets the insulated shaft at a right angle, so the section falls like a root there: 2/3 instead of 1/2.
  const top = inside[inside.length - 1]!;
  const crown = (highest - top.z) * (needleSection + (2 / 3) * (top.area - needleSection));
  const nodes = apart([{ z: lowest, area: 0 }, ...inside]);
  const body = integrateCubic(
    nodes.map(({ z }) => z),
    nodes.map(({ area }) => area),
  );
  return {
    size: {
      width: 2 * widest.value,
      length: highest - lowest,
      volume: body + crown - needle,
      distalReach: -lowest,
      proximalReach: highest - tipLength,
      widestAt: (plateauLow + plateauHigh) / 2,
    },
    touchesBoundary: false,
  };
}
