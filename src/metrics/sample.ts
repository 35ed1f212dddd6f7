import { LesionModelError } from '../errors.js';
import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { heightAt, radiusAt } from '../grid/needle-profile.js';
import { interpolateCubic } from './interpolation.js';

/** A point in needle coordinates [m]: distance to the axis, and height above the very end. */
export interface NeedlePoint {
  readonly r: number;
  readonly z: number;
}

/** Index k of the interval x[k]..x[k + 1] that holds `at`, or the nearest one. */
function intervalOf(x: ArrayLike<number>, at: number): number {
  let k = 0;
  while (k < x.length - 2 && x[k + 1]! < at) k++;
  return k;
}

/**
 * A cell field between its nodes, by cubics in asinh(r/radius) and in z.
 *
 * @param field - Shape [nz·nr], in tissue.
 * @param tipValue - The field on the bare tip's surface, null if it is not known.
 * @throws {@link LesionModelError} 'invalid-input' for a point in the needle or outside the domain.
 */
export function sampleField(
  { nr, nz, r, z, rEdges, zEdges, isTissue, profile, tipLength }: AxisymmetricGrid,
  field: Float64Array,
  tipValue: number | null,
  point: NeedlePoint,
): number {
  const inDomain = point.r >= 0 && point.r <= rEdges[nr]! && point.z >= zEdges[0]! && point.z <= zEdges[nz]!;
  if (!inDomain || point.r < radiusAt(profile, point.z)) {
    const where = `(r = ${point.r} m, z = ${point.z} m)`;
    throw new LesionModelError(
      'invalid-input',
      `point must lie in tissue inside the domain, but was ${where}.`,
      'point',
    );
  }
  const stretch = (radius: number): number => Math.asinh(radius / profile.radius);
  const heights: number[] = [];
  const values: number[] = [];
  for (let j = 0; j < nz; j++) {
    const wall = radiusAt(profile, z[j]!);
    if (point.r < wall) break;
    const first = isTissue.subarray(j * nr, (j + 1) * nr).indexOf(1);
    const x = Array.from(r.subarray(first), stretch);
    const y = Array.from(field.subarray(j * nr + first, (j + 1) * nr));
    if (wall > 0 && z[j]! < tipLength && tipValue !== null) {
      x.unshift(stretch(wall));
      y.unshift(tipValue);
    } else if (wall === 0) {
      x.unshift(-x[0]!); // the field is even across the axis
      y.unshift(y[0]!);
    }
    heights.push(z[j]!);
    values.push(interpolateCubic(x, y, intervalOf(x, stretch(point.r)), stretch(point.r)));
  }
  if (point.r < profile.radius && tipValue !== null) {
    heights.push(heightAt(profile, point.r));
    values.push(tipValue);
  }
  return interpolateCubic(heights, values, intervalOf(heights, point.z), point.z);
}
