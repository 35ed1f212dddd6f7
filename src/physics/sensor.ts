import type { AxisymmetricGrid } from '../grid/axisymmetric.js';

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
  const found = rows.findIndex((j) => grid.z[j]! >= z);
  const above = found < 0 ? rows.length : found;
  const first = Math.max(0, Math.min(above - 2, rows.length - 4));
  const nodes = rows.slice(first, first + 4);
  const weights = new Float64Array(size);
  for (const j of nodes) {
    let weight = 1;
    for (const k of nodes) if (k !== j) weight *= (z - grid.z[k]!) / (grid.z[j]! - grid.z[k]!);
    weights[j * nr + column] = weight;
  }
  return weights;
}
