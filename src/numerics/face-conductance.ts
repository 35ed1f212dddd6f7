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
 * Geometry of every face, times which a coefficient is a conductance: the resistances of its two half-cells for k = 1
 * [1/m], Infinity where there is no link. Each array has the shape [nz·nr].
 */
export interface FaceGeometry {
  /** Of cell c, and of cell c + 1, on their common face. */
  readonly alongR: readonly [Float64Array, Float64Array];
  /** Of cell c, and of cell c + nr, on their common face. */
  readonly alongZ: readonly [Float64Array, Float64Array];
  /** Of cell c towards the surface of what is left out, beside it and above it. */
  readonly wallR: Float64Array;
  readonly wallZ: Float64Array;
  /** Of cell c towards the outer boundary. */
  readonly outerR: Float64Array;
  readonly outerZ: Float64Array;
}

/**
 * Geometry of the faces between the `active` cells, of shape [nz·nr]; what is not active is left out, and its surface
 * is a wall.
 *
 * ```text
 * across r:  s(r₁, rₑ)/(2π Δz),   s = ln(r₂/r₁), below the needle (r₂² − r₁²)/2rₑ²
 * across z:  (zₑ − z₁)/A
 * ```
 *
 * @remarks The radial form is exact for steady radial flow about the needle, and for u ~ r² in the column below it,
 * where the field is smooth on the axis. Where a rounded end crosses the line between two nodes, the distances to the
 * true surface along that line are used.
 */
export function faceGeometry(grid: AxisymmetricGrid, active: Uint8Array = grid.isTissue): FaceGeometry {
  const { nr, nz, size, rEdges, zEdges, r, z, isTissue, wallRadius, endHeight, profile } = grid;
  const none = (): Float64Array => new Float64Array(size).fill(Infinity);
  const alongR: [Float64Array, Float64Array] = [none(), none()];
  const alongZ: [Float64Array, Float64Array] = [none(), none()];
  const [wallR, wallZ, outerR, outerZ] = [none(), none(), none(), none()];
  for (let j = 0; j < nz; j++) {
    const circumference = 2 * Math.PI * (zEdges[j + 1]! - zEdges[j]!);
    const isHollow = z[j]! > (profile.bore?.from ?? Infinity);
    for (let i = 0; i < nr; i++) {
      const c = j * nr + i;
      if (active[c] === 0) continue;
      const area = Math.PI * (rEdges[i + 1]! ** 2 - rEdges[i]! ** 2);
      if (i === nr - 1) outerR[c] = Math.log(rEdges[nr]! / r[i]!) / circumference;
      else if (active[c + 1] === 1) {
        const meets = isTissue[c] !== isTissue[c + 1] && wallRadius[j]! > r[i]! && wallRadius[j]! < r[i + 1]!;
        const face = meets ? wallRadius[j]! : rEdges[i + 1]!;
        const smooth = face <= profile.radius && isTissue[c] === isTissue[c + 1] && !isHollow;
        const shell = smooth && (wallRadius[j] === 0 || isTissue[c] === 0) ? acrossAxis : aroundNeedle;
        alongR[0][c] = shell(r[i]!, face, face) / circumference;
        alongR[1][c] = shell(face, r[i + 1]!, face) / circumference;
      }
      if (i > 0 && active[c - 1] === 0) wallR[c] = Math.log(r[i]! / wallRadius[j]!) / circumference;
      if (j === 0) outerZ[c] = (z[0]! - zEdges[0]!) / area;
      if (j === nz - 1) outerZ[c] = 1 / (1 / outerZ[c]! + area / (zEdges[nz]! - z[j]!));
      else if (active[c + nr] === 0) wallZ[c] = (wallAbove(grid, i, j) - z[j]!) / area;
      else {
        const meets = isTissue[c] !== isTissue[c + nr] && endHeight[i]! > z[j]! && endHeight[i]! < z[j + 1]!;
        const face = meets ? endHeight[i]! : zEdges[j + 1]!;
        alongZ[0][c] = (face - z[j]!) / area;
        alongZ[1][c] = (z[j + 1]! - face) / area;
      }
    }
  }
  return { alongR, alongZ, wallR, wallZ, outerR, outerZ };
}

/** The same faces without a link to the surface of what is left out. */
export function withoutWalls(geometry: FaceGeometry): FaceGeometry {
  const none = new Float64Array(geometry.wallR.length).fill(Infinity);
  return { ...geometry, wallR: none, wallZ: none };
}

/** Height of the needle's surface above cell (i, j): its end, or the lower face of its sleeve [m]. */
function wallAbove({ endHeight, zEdges }: AxisymmetricGrid, i: number, j: number): number {
  return endHeight[i]! < Infinity ? endHeight[i]! : zEdges[j + 1]!;
}

/**
 * Fills the conductances of all faces for a coefficient `k`, shape [nz·nr]: the two half-cells in series, so that the
 * flux is continuous across a material jump.
 *
 * ```text
 * G = 1 / (R₁/k₁ + R₂/k₂)
 * ```
 */
export function fillConductances(
  { nr }: Pick<AxisymmetricGrid, 'nr'>,
  geometry: FaceGeometry,
  k: Float64Array,
  out: FaceConductances,
): void {
  const { wallR, wallZ, outerR, outerZ } = geometry;
  const [rHere, rNext] = geometry.alongR;
  const [zHere, zNext] = geometry.alongZ;
  for (let c = 0; c < k.length; c++) {
    const here = k[c]!;
    out.alongR[c] = rHere[c]! < Infinity ? 1 / (rHere[c]! / here + rNext[c]! / k[c + 1]!) : 0;
    out.alongZ[c] = zHere[c]! < Infinity ? 1 / (zHere[c]! / here + zNext[c]! / k[c + nr]!) : 0;
    out.wallR[c] = here / wallR[c]!;
    out.wallZ[c] = here / wallZ[c]!;
    out.outerR[c] = here / outerR[c]!;
    out.outerZ[c] = here / outerZ[c]!;
  }
}

/** The same in new arrays. */
export function conductancesOf(
  grid: Pick<AxisymmetricGrid, 'nr'>,
  geometry: FaceGeometry,
  k: Float64Array,
): FaceConductances {
  const room = (): Float64Array => new Float64Array(k.length);
  const out = {
    alongR: room(),
    alongZ: room(),
    wallR: room(),
    wallZ: room(),
    outerR: room(),
    outerZ: room(),
  };
  fillConductances(grid, geometry, k, out);
  return out;
}

/**
 * Conductances between tissue cells, the needle left out: two half-cells in series.
 *
 * ```text
 * across r:  G = 2π Δz / ( s(r₁, r_e)/k₁ + s(r_e, r₂)/k₂ ),   s = ln(r₂/r₁)
 * across z:  G = A / ( (z_e − z₁)/k₁ + (z₂ − z_e)/k₂ )
 * ```
 */
export function faceConductances(grid: AxisymmetricGrid, k: Float64Array): FaceConductances {
  return conductancesOf(grid, faceGeometry(grid), k);
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
 * The same faces about a needle whose surface is insulated: beside a rounded end they are cut down to the part outside
 * the needle, and nothing leads to the needle.
 */
export function insulateNeedle(grid: AxisymmetricGrid, geometry: FaceGeometry): FaceGeometry {
  const { nr, rEdges, zEdges, profile } = grid;
  const [rHere, rNext] = [geometry.alongR[0].slice(), geometry.alongR[1].slice()];
  const [zHere, zNext] = [geometry.alongZ[0].slice(), geometry.alongZ[1].slice()];
  for (let c = 0; c < grid.size && capHeight(profile) > 0; c++) {
    const i = c % nr;
    const j = (c - i) / nr;
    if (rEdges[i]! >= profile.radius || zEdges[j + 1]! <= 0) continue;
    const openR = openPartAcrossR(grid, rEdges[i + 1]!, zEdges[j]!, zEdges[j + 1]!);
    const openZ = openPartAcrossZ(grid, rEdges[i]!, rEdges[i + 1]!, zEdges[j + 1]!);
    rHere[c] = rHere[c]! / openR;
    rNext[c] = rNext[c]! / openR;
    zHere[c] = zHere[c]! / openZ;
    zNext[c] = zNext[c]! / openZ;
  }
  return withoutWalls({ ...geometry, alongR: [rHere, rNext], alongZ: [zHere, zNext] });
}
