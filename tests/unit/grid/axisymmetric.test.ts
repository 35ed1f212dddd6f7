import { describe, expect, test } from 'vitest';
import { createAxisymmetricGrid } from '../../../src/grid/axisymmetric.js';
import { gradedEdges } from '../../../src/grid/grading.js';

describe.each([0.05e-3, 0.1e-3, 0.15e-3])('about a rounded end, spacing %d m', (spacing) => {
  const radius = 0.4e-3;
  const grid = createAxisymmetricGrid({
    profile: { end: 'hemisphere', radius },
    tipLength: 2e-3,
    domain: { radius: 4e-3, below: 4e-3, above: 6e-3 },
    spacing,
    growthRatio: 1.2,
  });

  test('all tissue lies in tissue cells', () => {
    for (let c = 0; c < grid.size; c++) {
      if (grid.isTissue[c] === 1) expect(grid.volume[c]).toBeGreaterThan(0);
      else expect(grid.volume[c]).toBe(0);
    }
  });

  test('the columns across it are of one width', () => {
    const inside = grid.rEdges.filter((r) => r <= radius * (1 + 1e-12));
    for (let i = 0; i + 1 < inside.length; i++) {
      expect((inside[i + 1]! - inside[i]!) / (radius / (inside.length - 1))).toBeCloseTo(1, 10);
    }
  });
});

test('below the needle’s end all is tissue, however close a node is to the end', () => {
  // Much thinner cells above it draw the last node below to the end: by √q/(1 + √q) of its cell, q the growth ratio there.
  const grid = createAxisymmetricGrid({
    profile: { end: 'flat', radius: 0.4e-3 },
    tipLength: 2e-3,
    domain: { radius: 4e-3, below: 4e-3, above: 6e-3 },
    spacing: 0.1e-3,
    growthRatio: 1.2,
    closestNode: 0.1,
    lines: { r: [], z: [5e-9] },
  });
  const below = grid.z.findIndex((z) => z > 0);
  expect(-grid.z[below - 1]!).toBeLessThan(0.1 * (0 - grid.zEdges[below - 1]!));
  expect(grid.isTissue.subarray(0, below * grid.nr)).toEqual(new Uint8Array(below * grid.nr).fill(1));
});

test('a last cell narrower than half its neighbour is merged into it', () => {
  expect(gradedEdges(3.25, 1, 1)).toEqual([0, 1, 2, 3.25]);
  expect(gradedEdges(3.75, 1, 1)).toEqual([0, 1, 2, 3, 3.75]);
});
