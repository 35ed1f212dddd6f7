import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { cubicWeights } from '../numerics/lagrange.js';

/**
 * Weights with which a thermocouple on the axis at height `z` reads the cells, shape [nz·nr]: a cubic through four
 * nodes of the needle's innermost column. Where a coolant runs on the axis, it sits on the wall of the bore.
 */
export function sensorWeights(grid: AxisymmetricGrid, z: number): Float64Array {
  const { nr, nz, size } = grid;
  const { bore } = grid.profile;
  const isBeside = bore !== undefined && z > bore.from;
  const column = isBeside ? grid.r.findIndex((r) => r > bore.radius) : 0;
  const isAlong = (height: number): boolean => bore === undefined || height > bore.from === isBeside;
  const rows = Array.from({ length: nz }, (_, j) => j).filter(
    (j) => grid.z[j]! > 0 && isAlong(grid.z[j]!) && grid.isTissue[j * nr + column] === 0,
  );
  const { first, weights: ofRows } = cubicWeights(
    rows.map((j) => grid.z[j]!),
    z,
  );
  const weights = new Float64Array(size);
  ofRows.forEach((weight, k) => (weights[rows[first + k]! * nr + column] = weight));
  return weights;
}
