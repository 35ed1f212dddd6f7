import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { capHeight, heightAt, radiusAt } from '../grid/needle-profile.js';

/**
 * Conductances of ∇·(k ∇u) on a grid: [W/K] for heat, [S] for charge. Each array has the shape [nz·nr]; a link that
 * does not exist is 0.
 */
export interface FaceConductances {
  /** Between c and c + 1. */
  readonly alongR: Float64Array;
  /** Between c and c + nr. */
  readonly alongZ: Float64Array;
  /** Between c and the needle's surface beside it. */
  readonly wallR: Float64Array;
  /** Between c and the needle's surface above it. */
  readonly wallZ: Float64Array;
  /** Between c and the outer boundary, in r. */
  readonly outerR: Float64Array;
  /** Between c and the outer boundary, in z. */
  readonly outerZ: Float64Array;
}

/** Resistance of the shell between two radii on one side of a face, times 2π Δz k. */
type ShellResistance = (inner: number, outer: number, face: number) => number;

/** Exact for steady flow away from a line source: u ~ ln r. */
const aroundNeedle: ShellResistance = (inner, outer) => Math.log(outer / inner);

/** Exact for a field that is smooth on the axis: u ~ r². */
const acrossAxis: ShellResistance = (inner, outer, face) => (outer ** 2 - inner ** 2) / (2 * face ** 2);

/**
 * Conductances of all faces for a coefficient `k`, shape [nz·nr].
 *
 * ```text
 * across r:  G = 2π Δz / ( s(r₁, rₑ)/k₁ + s(rₑ, r₂)/k₂ ),   s = ln(r₂/r₁), below the needle (r₂² − r₁²)/2rₑ²
 * across z:  G = A / ( (zₑ − z₁)/k₁ + (z₂ − zₑ)/k₂ )
 * ```
 *
 * @remarks Both are the two half-cells in series, so the flux is continuous across a material jump; the radial form
 * is exact for steady radial flow about the needle, and for u ~ r² in the column below it, where the field is smooth
 * on the axis. Where a rounded end crosses the line between two nodes, the distance to the true surface along that
 * line is used.
 */
export function faceConductances(grid: AxisymmetricGrid, k: Float64Array): FaceConductances {
  const { nr, nz, size, rEdges, zEdges, r, z, isTissue, wallRadius, endHeight, profile } = grid;
  const alongR = new Float64Array(size);
  const alongZ = new Float64Array(size);
  const wallR = new Float64Array(size);
  const wallZ = new Float64Array(size);
  const outerR = new Float64Array(size);
  const outerZ = new Float64Array(size);
  for (let j = 0; j < nz; j++) {
    const height = zEdges[j + 1]! - zEdges[j]!;
    for (let i = 0; i < nr; i++) {
      const c = j * nr + i;
      if (isTissue[c] === 0) continue;
      const area = Math.PI * (rEdges[i + 1]! ** 2 - rEdges[i]! ** 2);
      const circumference = 2 * Math.PI * height;
      const kc = k[c]!;
      if (i === nr - 1) outerR[c] = (circumference * kc) / Math.log(rEdges[nr]! / r[i]!);
      else {
        const face = rEdges[i + 1]!;
        const shell = wallRadius[j] === 0 && face <= profile.radius ? acrossAxis : aroundNeedle;
        alongR[c] =
          circumference / (shell(r[i]!, face, face) / kc + shell(face, r[i + 1]!, face) / k[c + 1]!);
      }
      if (i > 0 && isTissue[c - 1] === 0) wallR[c] = (circumference * kc) / Math.log(r[i]! / wallRadius[j]!);
      if (j === 0) outerZ[c] = (area * kc) / (z[0]! - zEdges[0]!);
      if (j === nz - 1) outerZ[c] = outerZ[c]! + (area * kc) / (zEdges[nz]! - z[j]!);
      else if (isTissue[c + nr] === 0) wallZ[c] = (area * kc) / (endHeight[i]! - z[j]!);
      else alongZ[c] = area / ((zEdges[j + 1]! - z[j]!) / kc + (z[j + 1]! - zEdges[j + 1]!) / k[c + nr]!);
    }
  }
  return { alongR, alongZ, wallR, wallZ, outerR, outerZ };
}

/** Part of the face between r0 and r1 at height z that lies outside the needle. */
function openPartAcrossZ({ profile }: AxisymmetricGrid, r0: number, r1: number, z: number): number {
  const surface = Math.min(Math.max(radiusAt(profile, z), r0), r1);
  return (r1 ** 2 - surface ** 2) / (r1 ** 2 - r0 ** 2);
}

/** Part of the face between z0 and z1 at radius r that lies outside the needle. */
function openPartAcrossR({ profile }: AxisymmetricGrid, r: number, z0: number, z1: number): number {
  if (r >= profile.radius) return 1;
  return Math.min(Math.max((heightAt(profile, r) - z0) / (z1 - z0), 0), 1);
}

/**
 * Cuts the faces beside a rounded end down to the part outside the needle, and every link to the needle: the surface
 * is insulated.
 */
export function insulateNeedle(grid: AxisymmetricGrid, G: FaceConductances): void {
  const { nr, rEdges, zEdges, profile } = grid;
  G.wallR.fill(0);
  G.wallZ.fill(0);
  if (capHeight(profile) === 0) return;
  for (let c = 0; c < grid.size; c++) {
    const i = c % nr;
    const j = (c - i) / nr;
    if (rEdges[i]! >= profile.radius || zEdges[j + 1]! <= 0) continue;
    G.alongR[c] = G.alongR[c]! * openPartAcrossR(grid, rEdges[i + 1]!, zEdges[j]!, zEdges[j + 1]!);
    G.alongZ[c] = G.alongZ[c]! * openPartAcrossZ(grid, rEdges[i]!, rEdges[i + 1]!, zEdges[j + 1]!);
  }
}
