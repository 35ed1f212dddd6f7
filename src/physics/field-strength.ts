import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { radiusAt } from '../grid/needle-profile.js';
import { cubicWeights } from '../numerics/lagrange.js';

/** Distances from the needle's surface at which the electric field is read [m]. */
export const FIELD_STRENGTH_DISTANCES = [0.1e-3, 0.5e-3, 1e-3, 2e-3] as const;

/** Strength of the electric field at {@link FIELD_STRENGTH_DISTANCES} from the needle's surface, rms [V/m]. */
export interface FieldStrength {
  /** Beside the bare tip, half-way up. */
  readonly besideTip: readonly number[];
  /** Ahead of the end, on the axis. */
  readonly aheadOfEnd: readonly number[];
}

/** A cubic through the four nodes about x. */
function interpolate(nodes: readonly number[], values: readonly number[], x: number): number {
  const { first, weights } = cubicWeights(nodes, x);
  return weights.reduce((sum, weight, k) => sum + weight * values[first + k]!, 0);
}

/** A row at a radius: the potential [V], and −∂V/∂r [V/m], as r ∂V/∂r is smooth in ln r. */
function readRow(
  { nr, r, wallRadius }: AxisymmetricGrid,
  phi: Float64Array,
  j: number,
  radius: number,
): { readonly V: number; readonly Er: number } {
  const first = r.findIndex((one) => one > wallRadius[j]!);
  const logs = [wallRadius[j]!, ...r.subarray(first)].map(Math.log);
  const values = [1, ...phi.subarray(j * nr + first, (j + 1) * nr)];
  const between = logs.slice(1).map((log, k) => (logs[k]! + log) / 2);
  const flows = logs.slice(1).map((log, k) => (values[k]! - values[k + 1]!) / (log - logs[k]!));
  const at = Math.log(radius);
  return { V: interpolate(logs, values, at), Er: interpolate(between, flows, at) / radius };
}

/**
 * Reads the strength of the field about a bare tip at 1 V.
 *
 * ```text
 * E = |∇V| [V/m for each volt]
 * ```
 *
 * @param phi - Potential, shape [nz·nr] [V].
 * @remarks At a sharp edge the field has no finite maximum, so none is reported: it is read half-way up the tip and on the axis,
 * away from the rim and from the insulation's border.
 */
export function readFieldStrength(grid: AxisymmetricGrid, phi: Float64Array): FieldStrength {
  const { nr, nz, z, tipLength, profile, endHeight, isTissue } = grid;
  const middle = tipLength / 2;
  const rows = Array.from({ length: nz }, (_, j) => j).filter((j) => z[j]! > 0 && z[j]! < tipLength);
  const heights = rows.map((j) => z[j]!);
  const besideTip = FIELD_STRENGTH_DISTANCES.map((distance) => {
    const radius = radiusAt(profile, middle) + distance;
    const read = rows.map((j) => readRow(grid, phi, j, radius));
    const Er = interpolate(
      heights,
      read.map((row) => row.Er),
      middle,
    );
    const along = read.map(({ V }) => V);
    const slopes = along.slice(1).map((V, k) => (along[k]! - V) / (heights[k + 1]! - heights[k]!));
    const between = heights.slice(1).map((height, k) => (heights[k]! + height) / 2);
    return Math.hypot(Er, slopes.length > 0 ? interpolate(between, slopes, middle) : 0);
  });

  const [depths, fields]: [number[], number[]] = [[], []];
  const column = Array.from({ length: nz }, (_, j) => j).filter(
    (j) => isTissue[j * nr] === 1 && z[j]! < endHeight[0]!,
  );
  let [from, V] = [endHeight[0]!, 1];
  for (const j of column.toReversed()) {
    const depth = -(from + z[j]!) / 2;
    // Beside the point of a cone the column runs along its side.
    if (depth > 0) {
      depths.push(depth);
      fields.push((V - phi[j * nr]!) / (from - z[j]!));
    }
    [from, V] = [z[j]!, phi[j * nr]!];
  }
  // The field falls like a power of the distance from somewhere inside the tip: a straight line in logarithms, nearly.
  const stretch = (depth: number): number => Math.log(depth + profile.radius);
  const logs = fields.map((E) => Math.log(Math.abs(E)));
  return {
    besideTip,
    aheadOfEnd: FIELD_STRENGTH_DISTANCES.map((distance) =>
      Math.exp(interpolate(depths.map(stretch), logs, stretch(distance))),
    ),
  };
}
