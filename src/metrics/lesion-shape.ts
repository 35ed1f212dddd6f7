import type { Contour } from './contour.js';
import type { LesionSize } from './lesion-size.js';

/** How a lesion is shaped, as a solid: with the part of the needle that it surrounds. */
export interface LesionShape<N> {
  /** Surface of a ball of the same volume over the solid's own surface; 1 for a ball, less for all else. */
  readonly sphericity: N;
  /** The solid's own surface [m²]. */
  readonly surfaceArea: N;
  /** Volume of the ellipsoid with the same width and length, π/6 · width² · length [m³]. */
  readonly ellipsoidVolume: N;
}

/** A section through a solid of revolution: what its border encloses. */
export interface Enclosed {
  /** Area of the section in the half plane [m²]. */
  readonly area: number;
  /** [m³] */
  readonly volume: number;
  /** Of the border alone, without the needle's cross-section where it leaves [m²]. */
  readonly surface: number;
}

/**
 * What a border encloses with the axis, holes taken off; where it ends on the needle it is closed straight across.
 *
 * ```text
 * area = ∫ r dz,   volume = π ∫ r² dz,   surface = 2π ∫ r ds
 * ```
 */
export function enclosedBy(contours: readonly Contour[]): Enclosed {
  let [area, volume, surface] = [0, 0, 0];
  for (const { r, z } of contours) {
    for (let n = 1; n < r.length; n++) {
      const [a, b, dz] = [r[n - 1]!, r[n]!, z[n]! - z[n - 1]!];
      area += ((a + b) / 2) * dz;
      volume += (Math.PI / 3) * (a * a + a * b + b * b) * dz;
      surface += Math.PI * (a + b) * Math.hypot(b - a, dz);
    }
  }
  return { area, volume, surface };
}

/** Volume of an ellipsoid of revolution, π/6 · width² · length [m³]. */
export const ellipsoidOf = (width: number, length: number): number => (Math.PI / 6) * width ** 2 * length;

/**
 * The shape of a lesion from its size and its border; zeros where there is none.
 *
 * ```text
 * sphericity = π^(1/3) (6 volume)^(2/3) / surface
 * ```
 *
 * @remarks The sphericity of Wadell.
 */
export function shapeOf(
  { width, length }: Pick<LesionSize<number>, 'width' | 'length'>,
  contours: readonly Contour[],
): LesionShape<number> {
  const { volume, surface } = enclosedBy(contours);
  let surfaceArea = surface;
  for (const { r, from, to } of contours) {
    if (from === 'needle') surfaceArea += Math.PI * r[0]! ** 2;
    if (to === 'needle') surfaceArea += Math.PI * r.at(-1)! ** 2;
  }
  return {
    sphericity: surfaceArea > 0 ? (Math.cbrt(Math.PI) * Math.cbrt(6 * volume) ** 2) / surfaceArea : 0,
    surfaceArea,
    ellipsoidVolume: ellipsoidOf(width, length),
  };
}
