import { expect, test } from 'vitest';
import { createAxisymmetricGrid } from '../../../src/grid/axisymmetric.js';
import type { InterfaceWeights } from '../../../src/metrics/interface-weights.js';
import { makeSampler } from '../../../src/metrics/sample.js';
import { heldSurface } from '../../../src/metrics/surface-field.js';

const RADIUS = 0.4e-3;
const grid = createAxisymmetricGrid({
  profile: { end: 'flat', radius: RADIUS },
  tipLength: 5e-3,
  domain: { radius: 10e-3, below: 10e-3, above: 15e-3 },
  spacing: 0.1e-3,
  growthRatio: 1.2,
});
const { nr, nz, size, r, z, zEdges } = grid;
const stretched = (height: number): number => Math.asinh(height / RADIUS); // below the needle's end

test('a kink that only the innermost column passes is taken in that column, and in no other', () => {
  const j = z.findIndex((height) => height > -2e-3);
  const kink = stretched(zEdges[j + 1]!);
  const bent = (height: number): number => {
    const beyond = stretched(Math.min(height, 0)) - kink;
    return beyond < 0 ? beyond : 3 * beyond;
  };
  const none = (): Float64Array => new Float64Array(size).fill(NaN);
  const alongZ = { near: none(), far: none() };
  const part = -bent(z[j]!) / (bent(z[j + 1]!) - bent(z[j]!)); // the value at the kink is 0
  for (const weights of [alongZ.near, alongZ.far]) weights[j * nr] = part;
  const interfaces: InterfaceWeights = { alongR: { near: none(), far: none() }, alongZ };
  const field = Float64Array.from({ length: nr * nz }, (_, c) => bent(z[Math.floor(c / nr)]!));
  const at = makeSampler(grid, field, heldSurface(grid, null), interfaces);
  for (const height of [z[j]!, zEdges[j + 1]!, (zEdges[j + 1]! + z[j + 1]!) / 2]) {
    expect(at({ r: r[0]!, z: height })).toBeCloseTo(bent(height), 12); // straight on either side
  }
  expect(Math.abs(at({ r: r[1]!, z: zEdges[j + 1]! }))).toBeGreaterThan(1e-3); // a cubic goes through
});
