import type { Contour } from './contour.js';

/**
 * Makes the distance to a region's border, negative inside: the needle that it surrounds counts as inside, and its surface is
 * no border.
 *
 * @returns A function of a point (r, z) [m]: Infinity without a region.
 */
export function makeBorderDistance(contours: readonly Contour[]): (r: number, z: number) => number {
  return (r, z) => {
    let nearest = Infinity; // squared
    let isInside = false;
    for (const { r: rs, z: zs } of contours) {
      for (let n = 1; n < rs.length; n++) {
        const [r0, z0] = [rs[n - 1]!, zs[n - 1]!];
        const [dr, dz] = [rs[n]! - r0, zs[n]! - z0];
        const along = ((r - r0) * dr + (z - z0) * dz) / (dr * dr + dz * dz);
        const part = along > 0 ? (along < 1 ? along : 1) : 0;
        const [er, ez] = [r - r0 - part * dr, z - z0 - part * dz];
        const squared = er * er + ez * ez;
        if (squared < nearest) nearest = squared;
        // A ray away from the axis passes the border once more for every region that it leaves.
        if (z0 > z !== zs[n]! > z && r < r0 + (dr * (z - z0)) / dz) isInside = !isInside;
      }
    }
    return isInside ? -Math.sqrt(nearest) : Math.sqrt(nearest);
  };
}
