import { expect, test } from 'vitest';
import type { AxisymmetricGrid } from '../../../src/grid/axisymmetric.js';
import { coolantLinks } from '../../../src/physics/coolant.js';

/** Two columns of two cells; metal is all but the upper inner one, which is the bore. */
const grid = {
  nr: 2,
  nz: 2,
  size: 4,
  rEdges: Float64Array.of(0, 0.2e-3, 0.5e-3),
  zEdges: Float64Array.of(0, 1e-3, 3e-3),
  r: Float64Array.of(0.1e-3, 0.35e-3),
  z: Float64Array.of(0.4e-3, 2e-3),
} as unknown as AxisymmetricGrid;
const solid = Uint8Array.of(1, 1, 0, 1);
const [K, H] = [16, 2000];

test('metal is linked to the coolant by half a cell and a film: the floor of the bore, and its wall', () => {
  const { r, z, temperature } = coolantLinks(grid, solid, new Float64Array(4).fill(K), {
    temperature: 15,
    coefficient: H,
  });
  expect(temperature).toBe(15);
  const floor = Math.PI * 0.2e-3 ** 2;
  expect(z[0]).toBeCloseTo(floor / (0.6e-3 / K + 1 / H), 12);
  const around = 2 * Math.PI * 2e-3;
  expect(r[3]).toBeCloseTo(around / (Math.log(0.35 / 0.2) / K + 1 / (H * 0.2e-3)), 12);
  expect([r[0], r[1], z[1], z[3]]).toEqual([0, 0, 0, 0]);
});
