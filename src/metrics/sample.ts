import { LesionModelError } from '../errors.js';
import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { heightAt, radiusAt } from '../grid/needle-profile.js';
import { makeFieldLines } from './field-lines.js';
import { curveOf } from './line-curves.js';
import type { InterfaceWeights } from './interface-weights.js';
import { interpolateCubic, intervalOf } from './interpolation.js';
import { curveWithKinks } from './kinks.js';
import { acrossNeedle, alongNeedle } from './stretch.js';
import type { SurfaceField } from './surface-field.js';

/** A point in needle coordinates [m]: distance to the axis, and height above the very end. */
export interface NeedlePoint {
  readonly r: number;
  readonly z: number;
}

/** A point on the surface may lie below it by round-off. */
const ON_SURFACE = 1 - 1e-9;

/** A field at a point of tissue; it throws for one in the needle or outside the domain. */
export type Sampler = (point: NeedlePoint) => number;

/**
 * Makes what reads a cell field between its nodes, by cubics in the stretched r and z.
 *
 * @param field - Shape [nz·nr], in tissue.
 * @returns A function that throws {@link LesionModelError} 'invalid-input' for a point in the needle or outside the domain.
 */
export function makeSampler(
  grid: AxisymmetricGrid,
  field: Float64Array,
  surface: SurfaceField,
  interfaces: InterfaceWeights | null = null,
): Sampler {
  const { nr, nz, rEdges, zEdges, profile, tipLength } = grid;
  const { to: across } = acrossNeedle(profile.radius);
  const { to: along } = alongNeedle(profile.radius, tipLength);
  const { rows, columns } = makeFieldLines(grid, interfaces)(field, surface);
  const axis = columns[0]!; // its last value lies on the needle's end, where that is known
  const onEnd = columns.slice(1).filter(({ at }) => at < profile.radius);
  const endRadii = onEnd.map(({ at }) => at);
  const endValues = onEnd.map(({ values }) => values.at(-1)!);
  const rowHeights = rows.map(({ at }) => along(at));
  const rowCurves = rows.map(curveOf);

  /** The column whose cells hold a radius, after the axis. */
  const columnAt = (radius: number): number => {
    let i = 0;
    while (i < nr - 1 && rEdges[i + 1]! < radius) i++;
    return i + 1;
  };

  return function sample({ r, z }) {
    const inDomain = r >= 0 && r <= rEdges[nr]! && z >= zEdges[0]! && z <= zEdges[nz]!;
    if (!inDomain || r < ON_SURFACE * radiusAt(profile, z)) {
      const message = `point must lie in tissue inside the domain, but was (r = ${r} m, z = ${z} m).`;
      throw new LesionModelError('invalid-input', message, 'point');
    }
    const u = across(r);
    const beyondWall = rows.findIndex(({ x }) => r < ON_SURFACE * x[0]!);
    const count = beyondWall < 0 ? rows.length : beyondWall;
    const heights = rowHeights.slice(0, count);
    const values = rows.slice(0, count).map((row, j) => rowCurves[j]!(intervalOf(row.u, u), u));
    if (r < profile.radius && axis.x.at(-1) === 0) {
      heights.push(along(heightAt(profile, r)));
      values.push(
        endRadii.length > 1
          ? interpolateCubic(endRadii, endValues, intervalOf(endRadii, r), r)
          : axis.values.at(-1)!,
      );
    }
    const at = along(z);
    const { kinks } = columns[columnAt(r)]!;
    const own = kinks.filter(({ k }) => k + 1 < heights.length);
    return curveWithKinks(heights, values, own)(intervalOf(heights, at), at);
  };
}
