import type { AxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import { makeFieldLines } from '../../src/metrics/field-lines.js';
import { combineLines } from '../../src/metrics/line-curves.js';
import { type Measurement, measureRegion } from '../../src/metrics/lesion-size.js';
import type { SurfaceField } from '../../src/metrics/surface-field.js';

/** A field, with what is known of it on the needle's surface. */
interface Branch {
  /** Shape [nz·nr]. */
  readonly field: Float64Array;
  readonly surface: SurfaceField;
}

/** Measures the region where the largest of some fields is at least `level`. */
export function measureFields(
  grid: AxisymmetricGrid,
  branches: readonly Branch[],
  level: number,
): Measurement {
  const lines = combineLines(
    'largest',
    branches.map(({ field, surface }) => makeFieldLines(grid)(field, surface)),
  );
  return measureRegion(grid, lines, level);
}
