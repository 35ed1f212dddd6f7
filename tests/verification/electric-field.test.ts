// The field below the public door. A sphere held at 1 V in an open medium: R = 1/(4πσa); half of it: 1/(2πσa) above a
// plane of symmetry. Coaxial cylinders: R = ln(b/a)/(2πσL). Two layers in series.
import { describe, expect, test } from 'vitest';
import { createAxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import { makeElectricField } from '../../src/physics/electric-field.js';
import { observedOrders } from '../support/observed-order.js';

const RADIUS = 0.5e-3;

function gridAt(spacing: number, growthRatio: number, tipLength: number, far: number) {
  return createAxisymmetricGrid({
    profile: { end: 'hemisphere', radius: RADIUS },
    tipLength,
    domain: { radius: far, below: far, above: tipLength + far },
    spacing,
    growthRatio,
  });
}

describe('an electrode in an open medium', () => {
  test('V·I equals all the heat, that beyond the domain included, to round-off', () => {
    const grid = gridAt(0.1e-3, 1.2, 5e-3, 20e-3);
    const sigma = grid.z
      .reduce<number[]>(
        (all, z) => [
          ...all,
          ...Array.from(grid.r, (r) => 0.3 + 0.2 * Math.sin(900 * z) * Math.exp(-400 * r)),
        ],
        [],
      )
      .map((s, c) => (grid.isTissue[c] === 1 ? s : 0));
    for (const boundary of ['far-field', 'grounded'] as const) {
      const heat = new Float64Array(grid.size);
      const phi = new Float64Array(grid.size);
      const { conductance, beyond } = makeElectricField(grid, boundary).solve(
        Float64Array.from(sigma),
        phi,
        heat,
        1e-13,
      );
      const total = heat.reduce((sum, Q) => sum + Q, 0);
      expect(Math.abs((total + beyond) / conductance - 1)).toBeLessThan(1e-11);
      expect(phi.every((V) => V >= 0 && V <= 1)).toBe(true);
      expect(Math.min(...heat)).toBeGreaterThanOrEqual(0);
      if (boundary === 'grounded') expect(Math.abs(beyond)).toBeLessThan(1e-15);
    }
  });

  test('its impedance hardly depends on where the domain ends; a grounded rim does', () => {
    const impedance = (far: number, boundary: 'far-field' | 'grounded'): number => {
      const grid = gridAt(0.1e-3, 1.2, 5e-3, far);
      const sigma = Float64Array.from(grid.isTissue, (t) => 0.45 * t);
      const heat = new Float64Array(grid.size);
      return (
        1 /
        makeElectricField(grid, boundary).solve(sigma, new Float64Array(grid.size), heat, 1e-9).conductance
      );
    };
    expect(Math.abs(impedance(30e-3, 'far-field') / impedance(120e-3, 'far-field') - 1)).toBeLessThan(5e-4);
    expect(impedance(30e-3, 'grounded') / impedance(120e-3, 'far-field')).toBeLessThan(0.99);
  });
});

test('half a sphere above a plane of symmetry: R = 1/(2πσa), second order', () => {
  const errors = [1, 2, 4].map((fine) => {
    // The bare tip is the hemisphere alone; the cells above its equator do not conduct.
    const grid = gridAt(0.1e-3 / fine, 1.15 ** (1 / fine), RADIUS, 60e-3);
    const sigma = Float64Array.from(grid.isTissue, (t, c) =>
      grid.z[Math.floor(c / grid.nr)]! < RADIUS ? 0.45 * t : 0,
    );
    const heat = new Float64Array(grid.size);
    const field = makeElectricField(
      { ...grid, profile: { ...grid.profile, sleeve: { from: 1, thickness: RADIUS } } },
      'far-field',
    );
    const { conductance } = field.solve(sigma, new Float64Array(grid.size), heat, 1e-11);
    return Math.abs((2 * Math.PI * 0.45 * RADIUS) / conductance - 1);
  });
  expect(errors[2]).toBeLessThan(2e-3);
  expect(observedOrders([errors[0]!, errors[2]!], 4)[0], errors.join(' ')).toBeGreaterThan(1.4);
});
