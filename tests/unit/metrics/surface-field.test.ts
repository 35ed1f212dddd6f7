// The temperature on a needle's surface, where a good conductor meets a poor one: a steady flow through both is exact.
import { describe, expect, test } from 'vitest';
import { type AxisymmetricGrid, createAxisymmetricGrid } from '../../../src/grid/axisymmetric.js';
import type { NeedleProfile } from '../../../src/grid/needle-profile.js';
import { contactSurface, heldSurface } from '../../../src/metrics/surface-field.js';
import { faceGeometry } from '../../../src/numerics/face-conductance.js';
import { contactWeights } from '../../../src/physics/needle-heat.js';

const [RADIUS, TIP, THICKNESS] = [0.4e-3, 3e-3, 0.1e-3];
const [K_METAL, K_TISSUE] = [16, 0.5]; // [W/(m·K)]
const SURFACE = 70; // [°C]

const gridOf = (profile: NeedleProfile): AxisymmetricGrid =>
  createAxisymmetricGrid({
    profile,
    tipLength: TIP,
    domain: { radius: 6e-3, below: 5e-3, above: 8e-3 },
    spacing: 0.09e-3,
    growthRatio: 1.2,
  });

describe.each<NeedleProfile>([
  { end: 'flat', radius: RADIUS },
  { end: 'flat', radius: RADIUS, sleeve: { from: TIP, thickness: THICKNESS } },
  { end: 'hemisphere', radius: RADIUS },
  { end: 'hemisphere', radius: RADIUS, sleeve: { from: TIP, thickness: THICKNESS } },
])('where flux is continuous between metal and tissue: $end end, sleeve $sleeve.thickness', (profile) => {
  const grid = gridOf(profile);
  const { nr, nz, r, z, isTissue, wallRadius, endHeight } = grid;
  const k = Float64Array.from(isTissue, (inTissue) => (inTissue === 1 ? K_TISSUE : K_METAL));
  const weights = contactWeights(grid, faceGeometry(grid, new Uint8Array(grid.size).fill(1)), k);
  const fieldOf = (T: (i: number, j: number, c: number) => number): Float64Array =>
    Float64Array.from({ length: grid.size }, (_, c) => T(c % nr, Math.floor(c / nr), c));

  test('beside it, for a flow outwards', () => {
    const flow = fieldOf((i, j, c) => SURFACE - (20 * Math.log(r[i]! / (wallRadius[j]! || RADIUS))) / k[c]!);
    const { beside, held } = contactSurface(grid, flow, weights);
    expect(held).toBeNull();
    for (let j = 0; j < nz; j++) {
      if (z[j]! > 0) expect(beside[j]).toBeCloseTo(SURFACE, 9);
      else expect(beside[j]).toBeNaN();
    }
  });

  test('at its end, for a flow downwards', () => {
    const flow = fieldOf((i, j, c) => {
      const height = endHeight[i]! < Infinity ? endHeight[i]! : 0;
      return SURFACE + (1e4 * (z[j]! - height)) / k[c]!;
    });
    const { end } = contactSurface(grid, flow, weights);
    for (let i = 0; i < nr; i++) {
      if (r[i]! < RADIUS) expect(end[i]).toBeCloseTo(SURFACE, 9);
      else expect(end[i]).toBeNaN(); // the sleeve's lower face is none
    }
  });

  test('it follows the metal, not tissue', () => {
    for (let j = 0; j < nz; j++) if (z[j]! > 0) expect(weights.beside[j]).toBeGreaterThan(0.9);
    for (let i = 0; i < nr; i++) if (r[i]! < RADIUS) expect(weights.end[i]).toBeGreaterThan(0.9);
  });
});

test('a held tip is known where it is bare, and at its end; the shaft is not', () => {
  const grid = gridOf({ end: 'hemisphere', radius: RADIUS });
  const { beside, end, held } = heldSurface(grid, 80);
  expect(held).toBe(80);
  grid.z.forEach((height, j) => expect(beside[j]).toBe(height > 0 && height < TIP ? 80 : NaN));
  grid.r.forEach((x, i) => expect(end[i]).toBe(x < RADIUS ? 80 : NaN));
  const unknown = heldSurface(grid, null);
  expect(unknown.held).toBeNull();
  for (const value of [...unknown.beside, ...unknown.end]) expect(value).toBeNaN();
});
