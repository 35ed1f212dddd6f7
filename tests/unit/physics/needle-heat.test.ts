import { describe, expect, test } from 'vitest';
import { type AxisymmetricGrid, createAxisymmetricGrid } from '../../../src/grid/axisymmetric.js';
import { bioheatBalanceWithNeedle } from '../../../src/physics/needle-heat.js';
import { checkProblem } from '../../../src/problem/check.js';
import type { CheckedProblem } from '../../../src/problem/checked.js';
import { coupledFeProblem } from '../../support/coupled-problem.js';

const [RADIUS, TIP, THICKNESS] = [0.5e-3, 3e-3, 0.15e-3];
const DOMAIN = { radius: 6e-3, below: 5e-3, above: 8e-3 };
const NOTHING = { thermalConductivity: 1, density: 0, specificHeat: 0 };
const UNIT = { thermalConductivity: 1, density: 1, specificHeat: 1 };
const checked = checkProblem(coupledFeProblem);
const { electrode, tissue } = checked;

const gridAt = (
  end: 'flat' | 'hemisphere' | 'cone',
  spacing: number,
  closestNode: number,
): AxisymmetricGrid =>
  createAxisymmetricGrid({
    profile: { end, radius: RADIUS, coneLength: 1.5e-3, sleeve: { from: TIP, thickness: THICKNESS } },
    tipLength: TIP,
    domain: DOMAIN,
    spacing,
    growthRatio: 1.2,
    closestNode,
  });

/** A problem in which only one of the three media counts. */
function alone(medium: 'metal' | 'sleeve' | 'tissue'): CheckedProblem {
  const materialOf = (name: string): typeof UNIT => (name === medium ? UNIT : NOTHING);
  return {
    ...checked,
    electrode: {
      ...electrode,
      radius: RADIUS,
      body: { kind: 'solid', material: materialOf('metal') },
      insulation: { thickness: THICKNESS, material: materialOf('sleeve') },
    },
    tissue: { ...tissue, ...materialOf('tissue') },
  };
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

const END_VOLUME = { flat: 0, hemisphere: (2 / 3) * RADIUS ** 3, cone: (RADIUS ** 2 * 1.5e-3) / 3 } as const;
const END_HEIGHT = { flat: 0, hemisphere: RADIUS, cone: 1.5e-3 } as const;

describe.each(['flat', 'hemisphere', 'cone'] as const)('capacities about a %s end', (end) => {
  const metal = Math.PI * (END_VOLUME[end] + RADIUS ** 2 * (DOMAIN.above - END_HEIGHT[end]));
  const sleeve = Math.PI * ((RADIUS + THICKNESS) ** 2 - RADIUS ** 2) * (DOMAIN.above - TIP);
  const whole = Math.PI * DOMAIN.radius ** 2 * (DOMAIN.below + DOMAIN.above);

  test.each([
    [0.05e-3, 0],
    [0.1e-3, 0.05],
    [0.2e-3, 0.1],
  ])(
    'add up to the volumes of metal, sleeve and tissue: spacing %d m, closest node %d',
    (spacing, closest) => {
      const grid = gridAt(end, spacing, closest);
      const volumeOf = (medium: 'metal' | 'sleeve' | 'tissue'): number =>
        sumOf(bioheatBalanceWithNeedle(grid, alone(medium)).capacity);
      expect(volumeOf('metal') / metal).toBeCloseTo(1, 10);
      expect(volumeOf('sleeve') / sleeve).toBeCloseTo(1, 10);
      expect(volumeOf('tissue') / (whole - metal - sleeve)).toBeCloseTo(1, 10);
    },
  );

  test('blood and metabolism are in tissue only, each from its own property', () => {
    const grid = gridAt(end, 0.1e-3, 0.05);
    const { perfusion, metabolism } = bioheatBalanceWithNeedle(grid, {
      ...alone('metal'),
      tissue: { ...tissue, perfusionRate: 0.01, metabolicHeat: 700 },
      blood: { density: 1040, specificHeat: 3800 },
    });
    const inTissue = whole - metal - sleeve;
    expect(sumOf(perfusion) / (0.01 * 1040 * 3800 * inTissue)).toBeCloseTo(1, 10);
    expect(sumOf(metabolism) / (700 * inTissue)).toBeCloseTo(1, 10);
  });
});

test('a tube: its core lies inside its wall, and its end is closed by the wall’s thickness', () => {
  const wallThickness = 0.2e-3;
  const material = { thermalConductivity: 16, density: 8000, specificHeat: 500 };
  const core = { thermalConductivity: 0.03, density: 1.2, specificHeat: 1000 };
  const sleeve = { thermalConductivity: 0.2, density: 1500, specificHeat: 1100 };
  const grid = gridAt('flat', 0.05e-3, 0);
  const { capacity, conductivity } = bioheatBalanceWithNeedle(grid, {
    ...checked,
    electrode: {
      ...electrode,
      radius: RADIUS,
      body: { kind: 'tube', material, wallThickness, core },
      insulation: { thickness: THICKNESS, material: sleeve },
    },
  });
  const seen = { core: 0, wall: 0, bottom: 0, sleeve: 0, tissue: 0 };
  for (let c = 0; c < grid.size; c++) {
    const [r, z] = [grid.r[c % grid.nr]!, grid.z[Math.floor(c / grid.nr)]!];
    const surface = z > TIP ? RADIUS + THICKNESS : RADIUS;
    let part: keyof typeof seen = 'core';
    if (z < 0 || r > surface) part = 'tissue';
    else if (r > RADIUS) part = 'sleeve';
    else if (r > RADIUS - wallThickness) part = 'wall';
    else if (z < wallThickness) part = 'bottom';
    const expected = { core, wall: material, bottom: material, sleeve, tissue }[part];
    expect(conductivity[c], part).toBe(expected.thermalConductivity);
    const volume = grid.volume[c]! + grid.needleVolume[c]!; // of a flat end, no cell holds both
    expect(capacity[c]! / (expected.density * Number(expected.specificHeat) * volume), part).toBeCloseTo(
      1,
      10,
    );
    seen[part] += 1;
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(5);
});
