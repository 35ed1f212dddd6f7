import { type AxisymmetricGrid, createAxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import type { Border } from '../../src/lesion-estimate.js';
import { type Contour, contourOf } from '../../src/metrics/contour.js';
import { makeFieldLines } from '../../src/metrics/field-lines.js';

/** An ellipsoid of revolution about the needle [m]. */
export interface Ellipsoid {
  readonly across: number;
  readonly along: number;
  /** Height of its centre. */
  readonly centre: number;
}

/** A grid about a needle of 0.36 mm radius with a bare tip of 5 mm. */
export function gridAt(
  spacing: number,
  growthRatio: number,
  end: 'flat' | 'hemisphere' = 'flat',
): AxisymmetricGrid {
  return createAxisymmetricGrid({
    profile: { end, radius: 0.36e-3 },
    tipLength: 5e-3,
    domain: { radius: 20e-3, below: 20e-3, above: 25e-3 },
    spacing,
    growthRatio,
  });
}

/** Border of the region where a field, known on the needle's surface too, is at least `level`. */
export function contourOfField(
  grid: AxisymmetricGrid,
  field: (r: number, z: number) => number,
  level: number,
): readonly Contour[] {
  const { nr, size, r, z, wallRadius, endHeight } = grid;
  const values = Float64Array.from({ length: size }, (_, c) => field(r[c % nr]!, z[Math.floor(c / nr)]!));
  const surface = {
    beside: z.map((height, j) => (height > 0 ? field(wallRadius[j]!, height) : NaN)),
    end: r.map((radius, i) => (endHeight[i]! < Infinity ? field(radius, endHeight[i]!) : NaN)),
    held: null,
  };
  return contourOf(grid, makeFieldLines(grid)(values, surface), level);
}

/** Border of an ellipsoid, as a grid finds it; the field falls like a temperature. */
export function ellipsoidContour(
  grid: AxisymmetricGrid,
  { across, along, centre }: Ellipsoid,
): readonly Contour[] {
  return contourOfField(grid, (r, z) => 1 / Math.hypot(r / across, (z - centre) / along), 1);
}

/** The same as the border of an estimate without companions. */
export function borderOf(contours: readonly Contour[]): Border {
  return { criterion: { kind: 'peak-temperature', threshold: 50 }, contours, family: null };
}
