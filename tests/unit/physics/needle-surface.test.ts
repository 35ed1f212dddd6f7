import { expect, test } from 'vitest';
import { createAxisymmetricGrid } from '../../../src/grid/axisymmetric.js';
import { capHeight, type NeedleProfile } from '../../../src/grid/needle-profile.js';
import { conductancesOf, faceConductances } from '../../../src/numerics/face-conductance.js';
import { heldTipGeometry } from '../../../src/physics/needle-surface.js';

const RADIUS = 0.36e-3;

test.each<{ profile: NeedleProfile; tipLength: number; reach: number }>([
  { profile: { end: 'flat', radius: RADIUS }, tipLength: 5e-3, reach: 0.5 * RADIUS },
  { profile: { end: 'flat', radius: RADIUS }, tipLength: 0.8 * RADIUS, reach: 0.4 * RADIUS },
  { profile: { end: 'hemisphere', radius: RADIUS }, tipLength: 5e-3, reach: 0.5 * RADIUS },
  { profile: { end: 'hemisphere', radius: RADIUS }, tipLength: 1.2 * RADIUS, reach: 0.35 * RADIUS },
])(
  'conductances are fitted beside the tip’s edges only: $profile.end, tip of $tipLength m',
  ({ profile, tipLength, reach }) => {
    const grid = createAxisymmetricGrid({
      profile,
      tipLength,
      domain: { radius: 10e-3, below: 10e-3, above: 15e-3 },
      spacing: 0.01e-3,
      growthRatio: 1.2,
    });
    const k = new Float64Array(grid.size).fill(0.5);
    const [plain, held] = [faceConductances(grid, k), conductancesOf(grid, heldTipGeometry(grid), k)];
    const edges = capHeight(profile) === 0 ? [0, tipLength] : [tipLength];
    let [farthest, far] = [0, 0];
    for (let j = 0; j < grid.nz; j++) {
      for (let i = 0; i < grid.nr; i++) {
        const c = j * grid.nr + i;
        const dr = grid.rEdges[i + 1]! - RADIUS;
        const distance = Math.min(...edges.map((z) => Math.hypot(grid.z[j]! - z, dr)));
        if (distance >= reach) {
          expect(held.alongR[c]).toBe(plain.alongR[c]);
          far++;
        } else if (held.alongR[c] !== plain.alongR[c]) farthest = Math.max(farthest, distance);
      }
    }
    expect(farthest / reach).toBeGreaterThan(0.9);
    expect(far).toBeGreaterThan(100);
  },
);
