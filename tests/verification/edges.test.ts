// The tip's edges: where the held surface ends, and the rim of a flat end, the heat flux is infinite like ρ^(−1/2) and
// ρ^(−1/3). Fitted conductances carry the exact flux of those solutions, which makes every size of second order in the
// spacing instead of first.
import { expect, test } from 'vitest';
import { createAxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import { type EdgeSolution, heldRim, heldToInsulated, heldToSleeve } from '../../src/grid/edge-solution.js';
import { edgeFactors } from '../../src/numerics/edge-fit.js';
import { conductancesOf, faceGeometry } from '../../src/numerics/face-conductance.js';
import { measureLesion } from '../../src/measure.js';
import { simulate } from '../../src/simulate.js';
import { claim, DERIVED } from '../support/claims.js';
import { feProblem } from '../support/problems.js';

test('the edge solutions are harmonic, with their conjugates (Cauchy–Riemann), and zero on the held wall', () => {
  const h = 1e-6;
  const errors: number[] = [];
  const check = ({ u, conjugate }: EdgeSolution, sign: 1 | -1): void => {
    for (const [dz, dr] of [
      [0.3, 0.2],
      [-0.4, 0.5],
      [-0.7, 0.1],
    ] as const) {
      const uz = (u(dz + h, dr) - u(dz - h, dr)) / (2 * h);
      const ur = (u(dz, dr + h) - u(dz, dr - h)) / (2 * h);
      const vz = (conjugate(dz + h, dr) - conjugate(dz - h, dr)) / (2 * h);
      const vr = (conjugate(dz, dr + h) - conjugate(dz, dr - h)) / (2 * h);
      errors.push(uz - sign * vr, ur + sign * vz);
    }
  };
  check(heldToInsulated, 1);
  check(heldRim, -1);
  for (const thickness of [0.05, 0.15, 1]) check(heldToSleeve(thickness), 1);
  claim(
    {
      id: 'edges/harmonic',
      kind: 'fields',
      claim: 'The solutions at the tip’s edges and their conjugates obey the equations of Cauchy and Riemann',
      definition: 'Differences of 10⁻⁶ at three places, held to insulated, rim, and three sleeves',
      source: DERIVED,
      unit: '',
    },
    { kind: 'round-off', errors, below: 1e-8 },
  );
  expect(heldToInsulated.u(-0.5, 0)).toBe(0);
  expect(Math.abs(heldRim.u(0.5, 0))).toBe(0);
  expect(Math.abs(heldRim.u(0, -0.5))).toBeLessThan(1e-15);
});

test('the sleeve’s solution: held below its step, insulated along it, and far away that of an insulated wall', () => {
  const [thickness, size] = [0.2, Math.sqrt(Math.PI / 0.4)];
  const { u, conjugate } = heldToSleeve(thickness);
  for (const dz of [-1e-6, -0.01, -0.5, -40]) expect(Math.abs(u(dz, 0))).toBeLessThan(1e-12);
  for (const dr of [0.001, 0.1, 0.199]) expect(Math.abs(conjugate(0, dr))).toBeLessThan(1e-12);
  for (const dz of [0.001, 0.1, 50]) expect(Math.abs(conjugate(dz, thickness))).toBeLessThan(1e-12);
  // A wall that is off by round-off is the wall.
  expect(u(0.1, thickness * (1 - 1e-15))).toBeCloseTo(u(0.1, thickness), 12);
  expect(u(1e-16, 0.1)).toBeCloseTo(u(0, 0.1), 12);
  for (const [dz, dr] of [
    [300, 200],
    [-300, 100],
    [-100, 400],
  ] as const) {
    expect(u(dz, dr) / (size * heldToInsulated.u(dz, dr))).toBeCloseTo(1, 2);
    expect(conjugate(dz, dr) / (size * heldToInsulated.conjugate(dz, dr))).toBeCloseTo(1, 2);
  }
});

test('about a thick needle the fitted conductances carry the edge solution: every cell is in balance', () => {
  // So thick that the plane solution is the local one; its curvature leaves h/a.
  const [radius, tipLength, h] = [10, 2e-3, 1e-4];
  const grid = createAxisymmetricGrid({
    profile: { end: 'hemisphere', radius: 1e-3 },
    tipLength,
    domain: { radius: 6e-3, below: 3e-3, above: 6e-3 },
    spacing: h,
    growthRatio: 1.1,
  });
  const thick = { ...grid, rEdges: grid.rEdges.map((x) => x + radius), r: grid.r.map((x) => x + radius) };
  const edgeR = radius + 1e-3;
  const shifted = {
    ...thick,
    wallRadius: grid.wallRadius.map((x) => x + radius),
    profile: { ...grid.profile, radius: edgeR },
  };
  const geometry = edgeFactors(shifted, faceGeometry(shifted), {
    r: edgeR,
    z: tipLength,
    solution: heldToInsulated,
    reach: 8 * h,
  });
  const G = conductancesOf(shifted, geometry, new Float64Array(grid.size).fill(1));
  const u = (c: number): number =>
    heldToInsulated.u(grid.z[Math.floor(c / grid.nr)]! - tipLength, thick.r[c % grid.nr]! - edgeR);
  const edgeRow = grid.zEdges.findIndex((z) => z === tipLength);
  const edgeColumn = grid.rEdges.findIndex((x) => x === 1e-3);
  for (const row of [-3, -2, -1, 0, 1, 2]) {
    for (const column of [0, 1, 2]) {
      const c = (edgeRow + row) * grid.nr + edgeColumn + column;
      const wall = row < 0 ? G.wallR[c]! * u(c) : 0;
      const flows = [
        G.alongR[c]! * (u(c + 1) - u(c)),
        column > 0 ? G.alongR[c - 1]! * (u(c - 1) - u(c)) : 0,
        G.alongZ[c]! * (u(c + grid.nr) - u(c)),
        G.alongZ[c - grid.nr]! * (u(c - grid.nr) - u(c)),
        -wall,
      ];
      const sum = flows.reduce((a, b) => a + b, 0);
      expect(Math.abs(sum) / Math.max(...flows.map(Math.abs))).toBeLessThan(1e-4);
    }
  }
});

test('sizes of the lesion are of second order in the spacing', () => {
  const widths = [1, 2, 4, 8].map((fine) => {
    const resolution = { spacing: 0.16e-3 / fine, growthRatio: 1.16 ** (1 / fine), timeStep: 0.25 };
    const problem = { ...feProblem, heating: { ...feProblem.heating, duration: 20 }, coolDown: 1 };
    return measureLesion(simulate(problem, { resolution }), { kind: 'peak-temperature', threshold: 50 })
      .width;
  });
  const steps = widths.slice(1).map((width, k) => Math.abs(width - widths[k]!));
  claim(
    {
      id: 'edges/width',
      kind: 'measuring',
      claim: 'Width of a lesion at a tip whose edges have infinite flux: what halving the cells changes',
      definition: '50 °C width after 20 s of a held tip',
      source: 'this package, the next finer grid',
      grids: '0.16 to 0.02 mm',
      unit: 'mm',
    },
    { kind: 'order', errors: steps.map((step) => 1e3 * step), expected: 2, accepted: [1.6], below: 1e-3 },
  );
});
