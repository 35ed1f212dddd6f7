import type { Contour } from './contour.js';

/** Segments that share a box: far boxes are passed over as a whole. */
const PER_BOX = 12;

/** Some segments of a border, and the box about them [m]. */
interface Stretch {
  readonly contour: Contour;
  readonly from: number;
  readonly to: number;
  readonly rMin: number;
  readonly rMax: number;
  readonly zMin: number;
  readonly zMax: number;
}

function stretchesOf(contour: Contour): Stretch[] {
  const { r, z } = contour;
  return Array.from({ length: Math.ceil((r.length - 1) / PER_BOX) }, (_, n) => {
    const from = n * PER_BOX;
    const to = Math.min(from + PER_BOX, r.length - 1);
    const [rs, zs] = [r.subarray(from, to + 1), z.subarray(from, to + 1)];
    return {
      contour,
      from,
      to,
      rMin: Math.min(...rs),
      rMax: Math.max(...rs),
      zMin: Math.min(...zs),
      zMax: Math.max(...zs),
    };
  });
}

/**
 * Makes the distance to a region's border, negative inside: the needle that it surrounds counts as inside, and its surface is
 * no border.
 *
 * @returns A function of a point (r, z) [m]: Infinity without a region.
 */
export function makeBorderDistance(contours: readonly Contour[]): (r: number, z: number) => number {
  const stretches = contours.flatMap(stretchesOf);
  return (r, z) => {
    let nearest = Infinity; // squared
    let isInside = false;
    for (const { contour, from, to, rMin, rMax, zMin, zMax } of stretches) {
      const gapR = r < rMin ? rMin - r : r > rMax ? r - rMax : 0;
      const gapZ = z < zMin ? zMin - z : z > zMax ? z - zMax : 0;
      const isFar = gapR * gapR + gapZ * gapZ >= nearest;
      if (isFar && (gapZ > 0 || r > rMax)) continue;
      const { r: rs, z: zs } = contour;
      for (let n = from + 1; n <= to; n++) {
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
