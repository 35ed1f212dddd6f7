import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { heldToInsulated } from '../grid/edge-solution.js';
import { acrossNeedle, alongNeedle, beyondHeldTip, type Stretch } from './stretch.js';
import type { SurfaceField } from './surface-field.js';

/** A field along one line of the grid, with its values on the needle's surface and on the axis added. */
export interface FieldLine {
  /** Where the line lies: z of a row, r of a column [m]. */
  readonly at: number;
  /** Positions along the line, increasing [m]. */
  readonly x: readonly number[];
  /** The same in the coordinate in which the field is nearly cubic, and that coordinate. */
  readonly u: readonly number[];
  readonly stretch: Stretch;
  readonly values: readonly number[];
  /** The smooth fields of which `values` has the largest, node by node; left out where it is smooth itself. */
  readonly branches?: readonly (readonly number[])[];
}

/** A field in tissue, ready to be measured. */
export interface FieldLines {
  /** One for each row of cells, outwards from the axis or the needle. */
  readonly rows: readonly FieldLine[];
  /** The axis below the needle, then one for each column of cells, upwards. */
  readonly columns: readonly FieldLine[];
  /** Along the surface, upwards: of a held tip from its border, whose value comes first; else of the whole needle. */
  readonly shaft: FieldLine;
}

/** A line that is being put together. */
interface Growing {
  readonly at: number;
  readonly x: number[];
  readonly values: number[];
}

/** Value at 0 of the even parabola a + b x² through two points. */
function evenExtrapolation(x0: number, y0: number, x1: number, y1: number): number {
  return (y0 * x1 ** 2 - y1 * x0 ** 2) / (x1 ** 2 - x0 ** 2);
}

/**
 * Lines of a cell field, completed by what is known on the needle's surface; no gradient across the axis and, where
 * the surface's value is not known, across the surface.
 *
 * @param field - Shape [nz·nr].
 */
export function fieldLines(grid: AxisymmetricGrid, field: Float64Array, surface: SurfaceField): FieldLines {
  const { nr, nz, r, z, isTissue, wallRadius, endHeight, tipLength, profile } = grid;
  const { held, beside, end } = surface;
  const rows: Growing[] = [];
  const axis: Growing = { at: 0, x: [], values: [] };
  const start = held === null ? { x: [], values: [] } : { x: [tipLength], values: [held] };
  const shaft: Growing = { at: profile.radius, ...start };
  for (let j = 0; j < nz; j++) {
    const first = isTissue.subarray(j * nr, (j + 1) * nr).indexOf(1);
    const c = j * nr + first;
    const wall = wallRadius[j]!;
    let inner = beside[j]!;
    if (wall === 0) {
      inner = evenExtrapolation(r[0]!, field[c]!, r[1]!, field[c + 1]!);
      axis.x.push(z[j]!);
      axis.values.push(inner);
    } else if (Number.isNaN(inner)) {
      // Beside a held tip's border the field is far from even in r, but its ratio to the edge's own solution is not.
      const [y0, y1, dz] = [r[first]! - wall, r[first + 1]! - wall, z[j]! - tipLength];
      const shape = (dr: number): number => (held === null ? 1 : heldToInsulated.u(dz, dr));
      const base = held ?? 0;
      const ratio = evenExtrapolation(
        y0,
        (field[c]! - base) / shape(y0),
        y1,
        (field[c + 1]! - base) / shape(y1),
      );
      inner = base + ratio * shape(0);
    }
    if (wall > 0 && (held === null || z[j]! > tipLength)) {
      shaft.x.push(z[j]!);
      shaft.values.push(inner);
    }
    const x = [wall];
    const values = [inner];
    for (let i = first; i < nr; i++) {
      x.push(r[i]!);
      values.push(field[j * nr + i]!);
    }
    rows.push({ at: z[j]!, x, values });
  }
  const columns = [axis];
  for (let i = 0; i < nr; i++) {
    const x: number[] = [];
    const values: number[] = [];
    for (let j = 0; j < nz && isTissue[j * nr + i] === 1; j++) {
      x.push(z[j]!);
      values.push(field[j * nr + i]!);
    }
    if (!Number.isNaN(end[i]!)) {
      x.push(endHeight[i]!);
      values.push(end[i]!);
    }
    columns.push({ at: r[i]!, x, values });
  }
  if (!Number.isNaN(end[0]!)) {
    axis.x.push(0);
    axis.values.push(held ?? evenExtrapolation(r[0]!, end[0]!, r[1]!, end[1]!));
  }
  const along = alongNeedle(profile.radius, tipLength);
  const across = acrossNeedle(profile.radius);
  const stretched = (line: Growing, stretch: Stretch): FieldLine => ({
    ...line,
    u: line.x.map(stretch.to),
    stretch,
  });
  return {
    rows: rows.map((row) => stretched(row, across)),
    columns: columns.map((column) => stretched(column, along)),
    shaft: stretched(shaft, held === null ? along : beyondHeldTip(tipLength)),
  };
}

/** One line of the largest of several fields. */
function largestLine(lines: readonly FieldLine[]): FieldLine {
  const branches = lines.map(({ values }) => values);
  return {
    ...lines[0]!,
    values: branches[0]!.map((_, k) => Math.max(...branches.map((b) => b[k]!))),
    branches,
  };
}

/**
 * Lines of the largest of several smooth fields, which has a crease where one of them takes over from another.
 *
 * @param each - At least one.
 */
export function largestLines(each: readonly FieldLines[]): FieldLines {
  const first = each[0]!;
  if (each.length === 1) return first;
  return {
    rows: first.rows.map((_, j) => largestLine(each.map(({ rows }) => rows[j]!))),
    columns: first.columns.map((_, i) => largestLine(each.map(({ columns }) => columns[i]!))),
    shaft: largestLine(each.map(({ shaft }) => shaft)),
  };
}
