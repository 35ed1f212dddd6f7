import { describe, expect, test } from 'vitest';
import { createAxisymmetricGrid } from '../../../src/grid/axisymmetric.js';
import { heldRim } from '../../../src/grid/edge-solution.js';
import { edgeFactors } from '../../../src/numerics/edge-fit.js';
import {
  conductancesOf,
  faceConductances,
  faceGeometry,
  insulateNeedle,
} from '../../../src/numerics/face-conductance.js';
import { gridOf } from '../../support/bench-grids.js';

const A = 1e-3;
const HEIGHT = 0.5e-3;
const [K_INNER, K_OUTER] = [0.4, 80]; // [W/(m·K)]

describe('two materials side by side in r', () => {
  test('about the needle: two shells in series, each with its own conductivity', () => {
    const grid = gridOf(Float64Array.of(0, A, 2e-3, 4e-3), Float64Array.of(0, HEIGHT), A);
    const G = faceConductances(grid, Float64Array.of(0, K_INNER, K_OUTER));
    const [inner, outer] = [grid.r[1]!, grid.r[2]!];
    const shells = Math.log(2e-3 / inner) / K_INNER + Math.log(outer / 2e-3) / K_OUTER;
    expect(G.alongR[1]! / ((2 * Math.PI * HEIGHT) / shells)).toBeCloseTo(1, 12);
    expect(G.wallR[1]! / ((2 * Math.PI * HEIGHT * K_INNER) / Math.log(inner / A))).toBeCloseTo(1, 12);
    expect(G.outerR[2]! / ((2 * Math.PI * HEIGHT * K_OUTER) / Math.log(4e-3 / outer))).toBeCloseTo(1, 12);
  });

  test('below the needle, its rim included: exact for u = r²', () => {
    const grid = gridOf(Float64Array.of(0, A / 2, A, 2e-3, 4e-3), Float64Array.of(-HEIGHT, 0), A);
    const G = faceConductances(grid, new Float64Array(4).fill(1));
    for (const [i, face] of [
      [0, A / 2],
      [1, A],
    ] as const) {
      const flow = G.alongR[i]! * (grid.r[i + 1]! ** 2 - grid.r[i]! ** 2);
      expect(flow / (2 * Math.PI * face * HEIGHT * 2 * face)).toBeCloseTo(1, 12); // area · du/dr
    }
  });
});

test('at the rim of a flat end the faces of the end carry the flux of the edge solution', () => {
  const grid = createAxisymmetricGrid({
    profile: { end: 'flat', radius: A },
    tipLength: 5e-3,
    domain: { radius: 10e-3, below: 10e-3, above: 15e-3 },
    spacing: 0.1e-3,
    growthRatio: 1.2,
  });
  const reach = 0.5e-3;
  const geometry = edgeFactors(grid, faceGeometry(grid), { r: A, z: 0, solution: heldRim, reach });
  const G = conductancesOf(grid, geometry, new Float64Array(grid.size).fill(1));
  const j = grid.z.findIndex((z) => z > 0) - 1;
  let seen = 0;
  for (let i = 0; i < grid.nr; i++) {
    const c = j * grid.nr + i;
    const [r0, r1] = [grid.rEdges[i]!, grid.rEdges[i + 1]!];
    if (G.wallZ[c] === 0 || Math.abs(grid.r[i]! - A) > reach) continue;
    const flow = G.wallZ[c]! * heldRim.u(grid.z[j]!, grid.r[i]! - A);
    const flux = Math.abs(heldRim.conjugate(0, r1 - A) - heldRim.conjugate(0, r0 - A));
    expect(flow / (Math.PI * (r0 + r1) * flux)).toBeCloseTo(1, 10);
    seen++;
  }
  expect(seen).toBeGreaterThan(1);
});

describe('an insulated rounded end', () => {
  const grid = createAxisymmetricGrid({
    profile: { end: 'hemisphere', radius: A },
    tipLength: 3e-3,
    domain: { radius: 3e-3, below: 3e-3, above: 6e-3 },
    spacing: A / 50, // on coarse grids hardly a face is cut
    growthRatio: 1.2,
  });
  const { nr, nz, rEdges, zEdges } = grid;
  const whole = faceConductances(grid, new Float64Array(grid.size).fill(1));
  const insulated = insulateNeedle(grid, faceGeometry(grid));
  const cut = conductancesOf(grid, insulated, new Float64Array(grid.size).fill(1));

  const isOutside = (r: number, z: number): boolean => z < 0 || (z < A ? Math.hypot(r, z - A) : r) >= A;
  const SAMPLES = 1000;
  /** Part of a face that lies outside the needle, by sampling it evenly in area. */
  const openPart = (pointAt: (part: number) => readonly [number, number]): number => {
    let open = 0;
    for (let n = 0; n < SAMPLES; n++) if (isOutside(...pointAt((n + 0.5) / SAMPLES))) open++;
    return open / SAMPLES;
  };

  test('its faces are cut down to their part outside the needle', () => {
    let cutFaces = 0;
    for (let j = 0; j < nz; j++) {
      for (let i = 0; i < nr; i++) {
        const c = j * nr + i;
        const [r0, r1, z0, z1] = [rEdges[i]!, rEdges[i + 1]!, zEdges[j]!, zEdges[j + 1]!];
        if (whole.alongR[c]! > 0) {
          const part = openPart((p) => [r1, z0 + p * (z1 - z0)]);
          expect(Math.abs(cut.alongR[c]! / whole.alongR[c]! - part)).toBeLessThan(2 / SAMPLES);
          if (part > 0 && part < 1) cutFaces++;
        }
        if (whole.alongZ[c]! > 0) {
          const part = openPart((p) => [Math.sqrt(r0 ** 2 + p * (r1 ** 2 - r0 ** 2)), z1]);
          expect(Math.abs(cut.alongZ[c]! / whole.alongZ[c]! - part)).toBeLessThan(2 / SAMPLES);
          if (part > 0 && part < 1) cutFaces++;
        }
      }
    }
    expect(cutFaces).toBeGreaterThan(5);
  });

  test('nothing flows into the needle', () => {
    expect(Math.max(...cut.wallR, ...cut.wallZ)).toBe(0);
    expect(Math.max(...whole.wallR)).toBeGreaterThan(0);
  });
});

describe('with the needle as a part of the medium', () => {
  const grid = createAxisymmetricGrid({
    profile: { end: 'hemisphere', radius: A },
    tipLength: 3e-3,
    domain: { radius: 3e-3, below: 3e-3, above: 6e-3 },
    spacing: A / 7,
    growthRatio: 1.2,
  });
  const { nr, nz, r, z, isTissue } = grid;
  const geometry = faceGeometry(grid, new Uint8Array(grid.size).fill(1));

  test('there is no wall, and every face between cells is a link', () => {
    expect(Math.min(...geometry.wallR, ...geometry.wallZ)).toBe(Infinity);
    for (let c = 0; c < grid.size; c++) {
      const [i, j] = [c % nr, Math.floor(c / nr)];
      expect(geometry.alongR[0][c]! < Infinity).toBe(i < nr - 1);
      expect(geometry.alongZ[0][c]! < Infinity).toBe(j < nz - 1);
    }
  });

  test('across its rounded end the two halves of a link meet on the true surface', () => {
    let seen = 0;
    for (let c = 0; c < grid.size; c++) {
      const [i, j] = [c % nr, Math.floor(c / nr)];
      if (isTissue[c] === 0 && isTissue[c + 1] === 1 && z[j]! < A) {
        const surface = Math.sqrt(z[j]! * (2 * A - z[j]!));
        const [metal, tissue] = [geometry.alongR[0][c]!, geometry.alongR[1][c]!];
        expect(metal / tissue).toBeCloseTo(Math.log(surface / r[i]!) / Math.log(r[i + 1]! / surface), 9);
        seen++;
      }
      if (isTissue[c] === 1 && j < nz - 1 && isTissue[c + nr] === 0) {
        const height = A - Math.sqrt(A ** 2 - r[i]! ** 2);
        const [tissue, metal] = [geometry.alongZ[0][c]!, geometry.alongZ[1][c]!];
        expect(tissue / metal).toBeCloseTo((height - z[j]!) / (z[j + 1]! - height), 9);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(8);
  });
});
