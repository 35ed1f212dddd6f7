import type { CutCell, Layout } from '../grid/layout.js';
import type { FaceGeometry } from './face-conductance.js';

/** Conductivity of half a cell: its strips side by side, in each the media one after the other. */
function ofHalf(strips: CutCell['halves']['inner'], k: readonly number[]): number {
  const each = strips.map((parts) => 1 / parts.reduce((sum, part, m) => sum + part / k[m]!, 0));
  return each.reduce((sum, one) => sum + one / strips.length, 0);
}

/**
 * The same faces where media share cells: the resistance of each half of such a cell is that of its strips, for a cell whose
 * coefficient is the mean by volume.
 *
 * ```text
 * 1/R_half = Σ over strips of 1/Σ (part/k),   R = R_half · k_cell
 * ```
 *
 * @param k - Of each medium.
 * @remarks Exact where the border of the media runs along a face or across it, as at the poles and the equator of a sphere.
 */
export function withCutCells(
  geometry: FaceGeometry,
  { cut }: Pick<Layout, 'cut'>,
  nr: number,
  k: readonly number[],
): FaceGeometry {
  if (cut.size === 0) return geometry;
  const [rHere, rNext] = [geometry.alongR[0].slice(), geometry.alongR[1].slice()];
  const [zHere, zNext] = [geometry.alongZ[0].slice(), geometry.alongZ[1].slice()];
  const [wallR, wallZ] = [geometry.wallR.slice(), geometry.wallZ.slice()];
  const [outerR, outerZ] = [geometry.outerR.slice(), geometry.outerZ.slice()];
  const scale = (array: Float64Array, at: number, factor: number): void => {
    if (at >= 0) array[at] = array[at]! * factor;
  };
  for (const [c, { parts, halves }] of cut) {
    const mean = parts.reduce((sum, part, m) => sum + part * k[m]!, 0);
    if (halves.inner.length > 0) {
      const inner = mean / ofHalf(halves.inner, k);
      scale(rNext, c - 1, inner);
      scale(wallR, c, inner);
    }
    const outer = mean / ofHalf(halves.outer, k);
    scale(rHere, c, outer);
    scale(outerR, c, outer);
    scale(zNext, c - nr, mean / ofHalf(halves.below, k));
    const above = mean / ofHalf(halves.above, k);
    scale(zHere, c, above);
    scale(wallZ, c, above);
    scale(outerZ, c, above);
  }
  return { alongR: [rHere, rNext], alongZ: [zHere, zNext], wallR, wallZ, outerR, outerZ };
}
