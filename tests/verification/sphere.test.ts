// The rounded end: half a sphere whose surface jumps to 80 °C, above it a plane of symmetry. Exact transient and
// steady temperatures; steady without perfusion T = T_a + (T_s − T_a) a/r.
import { expect, test } from 'vitest';
import { createAxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import { volumeBelow } from '../../src/grid/needle-profile.js';
import { faceConductances } from '../../src/numerics/face-conductance.js';
import { balanceOf, runHeat, startingSteps } from '../support/heat-run.js';
import { observedOrders } from '../support/observed-order.js';
import { makeSampler } from '../../src/metrics/sample.js';
import { heldSurface } from '../../src/metrics/surface-field.js';
import exact from './sphere-exact.json';

const { radius, surface, start, thermalConductivity, density, specificHeat, perfusionRate, blood } =
  exact.definition;

/** Worst error below the sphere, on the axis and at 45°, after a time. */
function worstError(
  spacing: number,
  growthRatio: number,
  perfusion: number,
  time: number,
  expected: Record<string, number>,
): number {
  const grid = createAxisymmetricGrid({
    profile: { end: 'hemisphere', radius },
    tipLength: 2 * radius,
    domain: { radius: 40e-3, below: 40e-3, above: 3 * radius },
    spacing,
    growthRatio,
  });
  const balance = balanceOf(grid, {
    conductivity: thermalConductivity,
    heatPerVolume: density * specificHeat,
    perfusion,
  });
  const conductances = faceConductances(grid, balance.conductivity);
  const equator = grid.zEdges.findIndex((z) => Math.abs(z - radius) < 1e-12);
  conductances.alongZ.fill(0, (equator - 1) * grid.nr, equator * grid.nr);
  const T = runHeat({
    grid,
    balance,
    conductances,
    start: new Float64Array(grid.size).fill(start),
    reference: start,
    boundary: start,
    surface,
    steps: startingSteps(time, 1e-3, Math.min(0.05, time / 200)),
  });
  const at = (r: number, z: number): number => makeSampler(grid, T, heldSurface(grid, surface))({ r, z });
  return Math.max(
    ...Object.entries(expected).flatMap(([mm, value]) => {
      const distance = Number(mm) * 1e-3;
      const diagonal = distance / Math.SQRT2;
      return [at(0, radius - distance) - value, at(diagonal, radius - diagonal) - value].map(Math.abs);
    }),
  );
}

for (const [name, perfusion] of [
  ['no_perfusion', 0],
  ['perfusion', perfusionRate * blood.density * blood.specificHeat],
] as const) {
  test(`transient about half a sphere, ${name}: second order in the spacing`, () => {
    const errors = [1, 2, 4].map((fine) =>
      worstError(0.1e-3 / fine, 1.2 ** (1 / fine), perfusion, 10, exact.cases[name]['10']),
    );
    expect(errors[2]).toBeLessThan(0.02);
    // The cut cells change from grid to grid, so the order is judged over both halvings together.
    expect(observedOrders([errors[0]!, errors[2]!], 4)[0], errors.join(' ')).toBeGreaterThan(1.7);
  });
}

test('the cells hold exactly the tissue about the needle', () => {
  const domain = { radius: 5e-3, below: 4e-3, above: 7e-3 };
  for (const end of ['flat', 'hemisphere'] as const) {
    const profile = { end, radius };
    const grid = createAxisymmetricGrid({
      profile,
      tipLength: 3e-3,
      domain,
      spacing: 0.13e-3,
      growthRatio: 1.15,
    });
    const cylinder = Math.PI * domain.radius ** 2 * (domain.below + domain.above);
    const tissue = cylinder - volumeBelow(profile, domain.above);
    expect(Math.abs(grid.volume.reduce((sum, V) => sum + V, 0) / tissue - 1)).toBeLessThan(1e-13);
    expect(Math.min(...grid.volume)).toBeGreaterThanOrEqual(0);
  }
});
