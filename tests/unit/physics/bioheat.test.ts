import { expect, test } from 'vitest';
import { bioheatBalance } from '../../../src/physics/bioheat.js';
import { checkProblem } from '../../../src/problem/check.js';
import { gridOf } from '../../support/bench-grids.js';
import { feProblem } from '../../support/problems.js';

test('the terms of a cell: ρcV, k, ω ρ_b c_b V and Q_m V, each from its own property', () => {
  const grid = gridOf(Float64Array.of(0, 1e-3, 2e-3), Float64Array.of(0, 1e-3), 1e-3);
  const balance = bioheatBalance(
    grid,
    checkProblem({
      ...feProblem,
      tissue: {
        thermalConductivity: 0.5,
        density: 1100,
        specificHeat: 3500,
        electricalConductivity: 0.4,
        perfusionRate: 0.01,
        metabolicHeat: 700,
      },
      blood: { density: 1040, specificHeat: 3800 },
    }),
  );
  const V = Math.PI * (4e-6 - 1e-6) * 1e-3;
  expect(balance.capacity[1]! / (1100 * 3500 * V)).toBeCloseTo(1, 12);
  expect(balance.conductivity[1]).toBe(0.5);
  expect(balance.perfusion[1]! / (0.01 * 1040 * 3800 * V)).toBeCloseTo(1, 12);
  expect(balance.metabolism[1]! / (700 * V)).toBeCloseTo(1, 12);
  // In the needle nothing is solved.
  expect([balance.capacity[0], balance.conductivity[0], balance.perfusion[0], balance.metabolism[0]]).toEqual(
    [1, 0, 0, 0],
  );
});
