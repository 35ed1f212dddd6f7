import type { AxisymmetricGrid } from '../grid/axisymmetric.js';

/** A field along one line of the grid, with its values on the needle's surface and on the axis added. */
export interface FieldLine {
  /** Where the line lies: z of a row, r of a column [m]. */
  readonly at: number;
  /** Positions along the line, increasing [m]. */
  readonly x: number[];
  readonly values: number[];
  /** Whether the first position lies on the needle's surface. */
  readonly startsAtNeedle: boolean;
}

/** A field in tissue, ready to be measured. */
export interface FieldLines {
  /** One for each row of cells, outwards from the axis or the needle. */
  readonly rows: readonly FieldLine[];
  /** The axis below the needle, then one for each column of cells, upwards. */
  readonly columns: readonly FieldLine[];
  /** Along the shaft's surface upwards from the end of the bare tip, whose value comes first. */
  readonly shaft: FieldLine;
}

/** Value at 0 of the even parabola a + b x² through two points. */
function evenExtrapolation(x0: number, y0: number, x1: number, y1: number): number {
  return (y0 * x1 ** 2 - y1 * x0 ** 2) / (x1 ** 2 - x0 ** 2);
}

/** How the temperature falls off beyond the bare tip, at dz along and dr off the insulated shaft: Re √(dz + i dr). */
function edgeShape(dz: number, dr: number): number {
  return Math.sqrt((Math.hypot(dz, dr) + dz) / 2);
}

/**
 * Lines of a cell field, completed by what is known at the needle: `tipValue` on the bare tip, no gradient across
 * the shaft's surface and the axis.
 *
 * @param field - Shape [nz·nr].
 */
export function fieldLines(grid: AxisymmetricGrid, field: Float64Array, tipValue: number): FieldLines {
  const { nr, nz, r, z, isTissue, wallRadius, endHeight, tipLength, profile } = grid;
  const rows: FieldLine[] = [];
  const axis: FieldLine = { at: 0, x: [], values: [], startsAtNeedle: false };
  const shaft: FieldLine = { at: profile.radius, x: [tipLength], values: [tipValue], startsAtNeedle: true };
  for (let j = 0; j < nz; j++) {
    let first = 0;
    while (isTissue[j * nr + first] === 0) first++;
    const c = j * nr + first;
    const wall = wallRadius[j]!;
    let inner = tipValue;
    if (wall === 0) {
      inner = evenExtrapolation(r[0]!, field[c]!, r[1]!, field[c + 1]!);
      axis.x.push(z[j]!);
      axis.values.push(inner);
    } else if (z[j]! > tipLength) {
      // Beside the tip's border the field is far from even in r, but its ratio to the edge's own solution is not.
      const [y0, y1, dz] = [r[first]! - wall, r[first + 1]! - wall, z[j]! - tipLength];
      const ratio0 = (field[c]! - tipValue) / edgeShape(dz, y0);
      const ratio1 = (field[c + 1]! - tipValue) / edgeShape(dz, y1);
      inner = tipValue + evenExtrapolation(y0, ratio0, y1, ratio1) * edgeShape(dz, 0);
      shaft.x.push(z[j]!);
      shaft.values.push(inner);
    }
    const x = [wall];
    const values = [inner];
    for (let i = first; i < nr; i++) {
      x.push(r[i]!);
      values.push(field[j * nr + i]!);
    }
    rows.push({ at: z[j]!, x, values, startsAtNeedle: wall > 0 });
  }
  axis.x.push(0);
  axis.values.push(tipValue);
  const columns = [axis];
  for (let i = 0; i < nr; i++) {
    const x: number[] = [];
    const values: number[] = [];
    for (let j = 0; j < nz && isTissue[j * nr + i] === 1; j++) {
      x.push(z[j]!);
      values.push(field[j * nr + i]!);
    }
    if (endHeight[i]! < Infinity) {
      x.push(endHeight[i]!);
      values.push(tipValue);
    }
    columns.push({ at: r[i]!, x, values, startsAtNeedle: false });
  }
  return { rows, columns, shaft };
}
