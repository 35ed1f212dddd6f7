import { LesionModelError } from '../errors.js';
import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { heightAt, radiusAt } from '../grid/needle-profile.js';
import { makeFieldLines } from './field-lines.js';
import { interpolateCubic, intervalOf } from './interpolation.js';
import { acrossNeedle, alongNeedle } from './stretch.js';
import type { SurfaceField } from './surface-field.js';

/** A point in needle coordinates [m]: distance to the axis, and height above the very end. */
export interface NeedlePoint {
  readonly r: number;
  readonly z: number;
}

/** A point on the surface may lie below it by round-off. */
const ON_SURFACE = 1 - 1e-9;

/**
 * A cell field between its nodes, by cubics in the stretched r and z.
 *
 * @param field - Shape [nz·nr], in tissue.
 * @throws {@link LesionModelError} 'invalid-input' for a point in the needle or outside the domain.
 */
export function sampleField(
  grid: AxisymmetricGrid,
  field: Float64Array,
  surface: SurfaceField,
  point: NeedlePoint,
): number {
  const { nr, nz, rEdges, zEdges, profile, tipLength } = grid;
  const inDomain = point.r >= 0 && point.r <= rEdges[nr]! && point.z >= zEdges[0]! && point.z <= zEdges[nz]!;
  if (!inDomain || point.r < ON_SURFACE * radiusAt(profile, point.z)) {
    const where = `(r = ${point.r} m, z = ${point.z} m)`;
    throw new LesionModelError(
      'invalid-input',
      `point must lie in tissue inside the domain, but was ${where}.`,
      'point',
    );
  }
  const across = acrossNeedle(profile.radius).to(point.r);
  const { to: along } = alongNeedle(profile.radius, tipLength);
  const { rows, columns } = makeFieldLines(grid)(field, surface);
  const heights: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    if (point.r < ON_SURFACE * row.x[0]!) break;
    heights.push(row.at);
    values.push(interpolateCubic(row.u, row.values, intervalOf(row.u, across), across));
  }
  const end = columns[0]!; // the axis: its last value lies on the needle's end, where that is known
  if (point.r < profile.radius && end.x.at(-1) === 0) {
    const onEnd = columns.slice(1).filter(({ at }) => at < profile.radius);
    const x = onEnd.map(({ at }) => at);
    const y = onEnd.map((column) => column.values.at(-1)!);
    heights.push(heightAt(profile, point.r));
    values.push(x.length > 1 ? interpolateCubic(x, y, intervalOf(x, point.r), point.r) : end.values.at(-1)!);
  }
  const z = heights.map(along);
  return interpolateCubic(z, values, intervalOf(z, along(point.z)), along(point.z));
}
