import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { radiusAt } from '../grid/needle-profile.js';

/** Distances from the needle's surface at which the electric field is read [m]. */
export const FIELD_DISTANCES = [0.1e-3, 0.5e-3, 1e-3, 2e-3] as const;

/** Strength of the electric field at {@link FIELD_DISTANCES} from the needle's surface, rms [V/m]. */
export interface FieldStrength {
  /** Beside the bare tip, half-way up. */
  readonly besideTip: readonly number[];
  /** Ahead of the end, on the axis. */
  readonly aheadOfEnd: readonly number[];
}

/** A cubic through the four nodes about x, in order; fewer at an end. */
function interpolate(nodes: readonly number[], values: readonly number[], x: number): number {
  const found = nodes.findIndex((node) => node >= x);
  const above = found < 0 ? nodes.length : found;
  const first = Math.max(0, Math.min(above - 2, nodes.length - 4));
  let sum = 0;
  for (let a = first; a < Math.min(first + 4, nodes.length); a++) {
    let weight = values[a]!;
    for (let b = first; b < Math.min(first + 4, nodes.length); b++) {
      if (b !== a) weight *= (x - nodes[b]!) / (nodes[a]! - nodes[b]!);
    }
    sum += weight;
  }
  return sum;
}

/** −∂V/∂r in a row at distance d from the needle's surface [V/m]: r ∂V/∂r is smooth in ln r. */
function acrossRow(
  { nr, r, wallRadius }: AxisymmetricGrid,
  phi: Float64Array,
  j: number,
  radius: number,
): number {
  const first = r.findIndex((one) => one > wallRadius[j]!);
  const [logs, flows]: [number[], number[]] = [[], []];
  let [from, V] = [wallRadius[j]!, 1];
  for (let i = first; i < nr; i++) {
    logs.push(Math.log(from * r[i]!) / 2);
    flows.push((V - phi[j * nr + i]!) / Math.log(r[i]! / from));
    [from, V] = [r[i]!, phi[j * nr + i]!];
  }
  return interpolate(logs, flows, Math.log(radius)) / radius;
}

/** The potential in a row at a radius [V]. */
function inRow(
  { nr, r, wallRadius }: AxisymmetricGrid,
  phi: Float64Array,
  j: number,
  radius: number,
): number {
  const first = r.findIndex((one) => one > wallRadius[j]!);
  const logs = [wallRadius[j]!, ...r.subarray(first)].map(Math.log);
  const values = [1, ...phi.subarray(j * nr + first, (j + 1) * nr)];
  return interpolate(logs, values, Math.log(radius));
}

/**
 * Reads the strength of the field about a bare tip at 1 V.
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
  const besideTip = FIELD_DISTANCES.map((distance) => {
    const radius = radiusAt(profile, middle) + distance;
    const Er = interpolate(
      heights,
      rows.map((j) => acrossRow(grid, phi, j, radius)),
      middle,
    );
    const along = rows.map((j) => inRow(grid, phi, j, radius));
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
    aheadOfEnd: FIELD_DISTANCES.map((distance) =>
      Math.exp(interpolate(depths.map(stretch), logs, stretch(distance))),
    ),
  };
}
