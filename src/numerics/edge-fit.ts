import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import type { EdgeSolution } from '../grid/edge-solution.js';
import type { FaceGeometry } from './face-conductance.js';

/** A point of the (r, z) plane where the wall's condition or direction changes [m]. */
export interface Edge {
  readonly r: number;
  readonly z: number;
  readonly solution: EdgeSolution;
  /** Faces closer than this are fitted [m]. */
  readonly reach: number;
}

/**
 * Scales the faces near an edge so that they carry the exact flux of the edge's own solution.
 *
 * ```text
 * G ← G · |Δconjugate| / ( |Δu| · face length / node distance )
 * ```
 *
 * @remarks Without it the infinite gradient at an edge makes every size first order in the spacing, everywhere. The
 * factor tends to 1 a few cells away.
 */
export function edgeFactors(grid: AxisymmetricGrid, geometry: FaceGeometry, edge: Edge): FaceGeometry {
  const { nr, nz, rEdges, zEdges, r, z, wallRadius, endHeight } = grid;
  const { u, conjugate } = edge.solution;
  const copy = (x: Float64Array): Float64Array => x.slice();
  const [rHere, rNext] = [copy(geometry.alongR[0]), copy(geometry.alongR[1])];
  const [zHere, zNext] = [copy(geometry.alongZ[0]), copy(geometry.alongZ[1])];
  const [wallR, wallZ] = [copy(geometry.wallR), copy(geometry.wallZ)];
  const near = (zf: number, rf: number): boolean => Math.hypot(zf - edge.z, rf - edge.r) < edge.reach;
  const flux = (za: number, ra: number, zb: number, rb: number): number =>
    Math.abs(conjugate(zb - edge.z, rb - edge.r) - conjugate(za - edge.z, ra - edge.r));
  const at = (zn: number, rn: number): number => u(zn - edge.z, rn - edge.r);
  const divide = (resistance: Float64Array, c: number, factor: number): void => {
    resistance[c] = resistance[c]! / factor;
  };

  for (let j = 0; j < nz; j++) {
    const [z0, z1] = [zEdges[j]!, zEdges[j + 1]!];
    for (let i = 0; i < nr; i++) {
      const c = j * nr + i;
      const [r0, r1] = [rEdges[i]!, rEdges[i + 1]!];
      if (rHere[c]! < Infinity && near(z[j]!, r1)) {
        const straight =
          (Math.abs(at(z[j]!, r[i + 1]!) - at(z[j]!, r[i]!)) * (z1 - z0)) / (r[i + 1]! - r[i]!);
        const factor = flux(z0, r1, z1, r1) / straight;
        divide(rHere, c, factor);
        divide(rNext, c, factor);
      }
      if (zHere[c]! < Infinity && near(z1, r[i]!)) {
        const straight =
          (Math.abs(at(z[j + 1]!, r[i]!) - at(z[j]!, r[i]!)) * (r1 - r0)) / (z[j + 1]! - z[j]!);
        const factor = flux(z1, r0, z1, r1) / straight;
        divide(zHere, c, factor);
        divide(zNext, c, factor);
      }
      const wall = wallRadius[j]!;
      if (wallR[c]! < Infinity && z[j]! < grid.tipLength && near(z[j]!, wall)) {
        const straight = (at(z[j]!, r[i]!) * (z1 - z0)) / (r[i]! - wall);
        divide(wallR, c, flux(z0, wall, z1, wall) / straight);
      }
      const end = endHeight[i]!;
      if (wallZ[c]! < Infinity && near(end, r[i]!)) {
        const straight = (at(z[j]!, r[i]!) * (r1 - r0)) / (end - z[j]!);
        divide(wallZ, c, flux(end, r0, end, r1) / straight);
      }
    }
  }
  return { ...geometry, alongR: [rHere, rNext], alongZ: [zHere, zNext], wallR, wallZ };
}
