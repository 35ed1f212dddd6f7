import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { heldToInsulated } from '../grid/edge-solution.js';
import type { FaceWeights, InterfaceWeights } from './interface-weights.js';
import type { Kink } from './kinks.js';
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
  /** Where the line passes from one tissue into another, in the stretched coordinate. */
  readonly kinks: readonly Kink[];
  /** The lines of which `values` has the largest or the smallest, node by node; left out where it is smooth itself. */
  readonly of?: { readonly pick: 'largest' | 'smallest'; readonly lines: readonly FieldLine[] };
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

/** Makes the lines through a cell field, as its values and what is known of it on the needle's surface. */
export type LayLines = (field: Float64Array, surface: SurfaceField) => FieldLines;

/**
 * Makes what lays lines through the cell fields of a grid. They are completed by what is known on the needle's surface; no
 * gradient across the axis and, where the surface's value is not known, across the surface.
 *
 * @param interfaces - Where the field has kinks; null: nowhere.
 * @returns A function of a field, shape [nz·nr], and its surface.
 */
export function makeFieldLines(grid: AxisymmetricGrid, interfaces: InterfaceWeights | null = null): LayLines {
  const { rEdges, zEdges } = grid;
  const { nr, nz, r, z, isTissue, wallRadius, endHeight, tipLength, profile } = grid;
  const along = alongNeedle(profile.radius, tipLength);
  const across = acrossNeedle(profile.radius);
  const [xR, xZ] = [Array.from(r), Array.from(z)];
  const [uR, uZ] = [xR.map(across.to), xZ.map(along.to)];
  const firsts = xZ.map((_, j) => isTissue.subarray(j * nr, (j + 1) * nr).indexOf(1));
  const tops = xR.map((_, i) => {
    let j = 0;
    while (j < nz && isTissue[j * nr + i] === 1) j++;
    return j;
  });
  /** Kinks on the faces from cell `c` on, `stride` apart; the first cell is node `first` of the line. */
  function kinksFrom(
    weights: FaceWeights | undefined,
    c: number,
    stride: number,
    count: number,
    first: number,
    placeOf: (n: number) => number,
  ): Kink[] {
    const kinks: Kink[] = [];
    for (let n = 0; weights && n + 1 < count; n++) {
      const [near, far] = [weights.near[c + n * stride]!, weights.far[c + n * stride]!];
      if (!Number.isNaN(near)) kinks.push({ k: first + n, at: placeOf(n), near, far });
    }
    return kinks;
  }
  const rowKinks = firsts.map((first, j) =>
    kinksFrom(interfaces?.alongR, j * nr + first, 1, nr - first, 1, (n) => across.to(rEdges[first + n + 1]!)),
  );
  const columnKinks = tops.map((count, i) =>
    kinksFrom(interfaces?.alongZ, i, nr, count, 0, (n) => along.to(zEdges[n + 1]!)),
  );
  // Positions along the lines are the same for every field.
  const rowNodes = xZ.map((_, j) => {
    const [wall, first] = [wallRadius[j]!, firsts[j]!];
    return { x: [wall, ...xR.slice(first)], u: [across.to(wall), ...uR.slice(first)] };
  });
  const columnNodes = xR.map((_, i) => {
    const [x, u] = [xZ.slice(0, tops[i]), uZ.slice(0, tops[i])];
    return { plain: { x, u }, withEnd: { x: [...x, endHeight[i]!], u: [...u, along.to(endHeight[i]!)] } };
  });

  return function layLines(field, surface) {
    const { held, beside, end } = surface;
    const axis: Growing = { at: 0, x: [], values: [] };
    const start = held === null ? { x: [], values: [] } : { x: [tipLength], values: [held] };
    const shaft: Growing = { at: profile.radius, ...start };
    const rows = xZ.map((at, j): FieldLine => {
      const first = firsts[j]!;
      const c = j * nr + first;
      const wall = wallRadius[j]!;
      let inner = beside[j]!;
      if (wall === 0) {
        inner = evenExtrapolation(r[0]!, field[c]!, r[1]!, field[c + 1]!);
        axis.x.push(at);
        axis.values.push(inner);
      } else if (Number.isNaN(inner)) {
        // Beside a held tip's border the field is far from even in r, but its ratio to the edge's own solution is not.
        const [y0, y1, dz] = [r[first]! - wall, r[first + 1]! - wall, at - tipLength];
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
      if (wall > 0 && (held === null || at > tipLength)) {
        shaft.x.push(at);
        shaft.values.push(inner);
      }
      const values = [inner];
      for (let i = first; i < nr; i++) values.push(field[j * nr + i]!);
      return { at, ...rowNodes[j]!, stretch: across, values, kinks: rowKinks[j]! };
    });
    const columns = xR.map((at, i): FieldLine => {
      const values: number[] = [];
      for (let j = 0; j < tops[i]!; j++) values.push(field[j * nr + i]!);
      const { plain, withEnd } = columnNodes[i]!;
      const kinks = columnKinks[i]!;
      if (Number.isNaN(end[i]!)) return { at, ...plain, stretch: along, values, kinks };
      values.push(end[i]!);
      return { at, ...withEnd, stretch: along, values, kinks };
    });
    if (!Number.isNaN(end[0]!)) {
      axis.x.push(0);
      axis.values.push(held ?? evenExtrapolation(r[0]!, end[0]!, r[1]!, end[1]!));
    }
    return {
      rows,
      columns: [stretched(axis, along, columnKinks[0]), ...columns],
      shaft: stretched(shaft, held === null ? along : beyondHeldTip(tipLength)),
    };
  };
}

function stretched(line: Growing, stretch: Stretch, kinks: readonly Kink[] = []): FieldLine {
  return { ...line, u: line.x.map(stretch.to), stretch, kinks };
}
