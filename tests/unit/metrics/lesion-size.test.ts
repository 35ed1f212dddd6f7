// Fields whose regions are known exactly: ellipsoids about the needle, falling like a temperature outside.
import { describe, expect, test } from 'vitest';
import { createAxisymmetricGrid } from '../../../src/grid/axisymmetric.js';
import { volumeBelow } from '../../../src/grid/needle-profile.js';
import { heldSurface } from '../../../src/metrics/surface-field.js';
import { observedOrders } from '../../support/observed-order.js';
import { measureFields } from '../../support/measure-fields.js';

const [RADIUS, TIP] = [0.36e-3, 5e-3];

/** Ellipsoid with semi-axes across and along, its centre on the axis; the field is 1 on it. */
const ellipsoid = { across: 2.2e-3, along: 3.6e-3, centre: 2.5e-3 };

function gridAt(spacing: number, growthRatio: number, end: 'flat' | 'hemisphere') {
  return createAxisymmetricGrid({
    profile: { end, radius: RADIUS },
    tipLength: TIP,
    domain: { radius: 20e-3, below: 20e-3, above: 25e-3 },
    spacing,
    growthRatio,
  });
}

function measureEllipsoid(spacing: number, growthRatio: number, end: 'flat' | 'hemisphere') {
  const grid = gridAt(spacing, growthRatio, end);
  const { across, along, centre } = ellipsoid;
  const field = Float64Array.from({ length: grid.size }, (_, c) => {
    const j = Math.floor(c / grid.nr);
    return 1 / Math.hypot(grid.r[c - j * grid.nr]! / across, (grid.z[j]! - centre) / along);
  });
  return { grid, ...measureFields(grid, [{ field, surface: heldSurface(grid, 3) }], 1) };
}

describe.each(['flat', 'hemisphere'] as const)('an ellipsoid about a needle with a %s end', (end) => {
  test('its sizes are exact to 0.2 % at ordinary spacing', () => {
    const { size, grid } = measureEllipsoid(0.1e-3, 1.2, end);
    const { across, along, centre } = ellipsoid;
    expect(size.width / (2 * across)).toBeCloseTo(1, 3);
    expect(size.widestAt).toBeCloseTo(centre, 4);
    expect(Math.abs(size.distalReach - (along - centre))).toBeLessThan(0.002 * size.width);
    const onShaft = centre + along * Math.sqrt(1 - (RADIUS / across) ** 2);
    expect(Math.abs(size.proximalReach - (onShaft - TIP))).toBeLessThan(0.01 * size.width);
    expect(size.length).toBeCloseTo(TIP + size.distalReach + size.proximalReach, 12);
    const whole = (4 / 3) * Math.PI * across ** 2 * along;
    const capAbove = along * (1 - Math.sqrt(1 - (RADIUS / across) ** 2));
    const cap = (Math.PI * across ** 2 * capAbove ** 2 * (3 * along - capAbove)) / (3 * along ** 2);
    const needle = volumeBelow(grid.profile, onShaft);
    expect(Math.abs(size.volume / (whole - needle - cap) - 1)).toBeLessThan(0.004);
  });

  test('the width converges at least to second order', () => {
    const errors = [1, 2, 4].map((fine) => {
      const { size } = measureEllipsoid(0.2e-3 / fine, 1.3 ** (1 / fine), end);
      return Math.abs(size.width / (2 * ellipsoid.across) - 1);
    });
    expect(observedOrders([errors[0]!, errors[2]!], 4)[0], errors.join(' ')).toBeGreaterThan(2);
  });
});

test('nothing reached: zeros', () => {
  const grid = gridAt(0.1e-3, 1.2, 'flat');
  const { size, touchesBoundary } = measureFields(
    grid,
    [{ field: new Float64Array(grid.size).fill(37), surface: heldSurface(grid, 40) }],
    50,
  );
  expect(touchesBoundary).toBe(false);
  expect(Object.values(size)).toEqual([0, 0, 0, 0, 0, 0]);
});

test('a region that reaches the outer boundary is reported as cut off', () => {
  const grid = gridAt(0.1e-3, 1.2, 'flat');
  expect(
    measureFields(grid, [{ field: new Float64Array(grid.size).fill(60), surface: heldSurface(grid, 80) }], 50)
      .touchesBoundary,
  ).toBe(true);
});

test('tissue that is hot only at the surface: the needle alone', () => {
  const grid = gridAt(0.1e-3, 1.2, 'flat');
  const { size } = measureFields(
    grid,
    [{ field: new Float64Array(grid.size).fill(37), surface: heldSurface(grid, 80) }],
    80,
  );
  expect(size.width).toBeCloseTo(2 * RADIUS, 9);
  expect(size.length).toBeCloseTo(TIP, 9);
  expect(Math.abs(size.volume)).toBeLessThan(1e-11);
});

describe('the largest of two fields, whose borders cross', () => {
  // Balls about two places on the axis below the tip; the reach is the lower ball's, the widest place the upper one's.
  const grid = gridAt(0.1e-3, 1.2, 'flat');
  const { nr, r, z } = grid;
  const ball = (centre: number, radius: number, steepness: number): Float64Array =>
    Float64Array.from({ length: grid.size }, (_, c) => {
      const j = Math.floor(c / nr);
      const distance = Math.hypot(r[c - j * nr]!, z[j]! - centre);
      return 50 * Math.exp((steepness * (radius - distance)) / radius);
    });
  const parts = [ball(-0.1e-3, 0.9e-3, 0.3), ball(-0.6e-3, 0.6e-3, 3)] as const;
  const surface = heldSurface(grid, null);
  const branches = parts.map((field) => ({ field, surface }));
  const highest = parts[0].map((T, c) => Math.max(T, parts[1][c]!));

  test('each border is placed on its own smooth field', () => {
    const { size } = measureFields(grid, branches, 50);
    const [steep, flat] = parts.map((field) => measureFields(grid, [{ field, surface }], 50).size);
    expect(size.distalReach).toBeCloseTo(flat!.distalReach, 9);
    expect(size.width).toBeCloseTo(steep!.width, 9);
    expect(Math.abs(size.distalReach - 1.2e-3)).toBeLessThan(5e-6);
  });

  test('where the field of the highest values has a crease, a cubic swings', () => {
    const creased = measureFields(grid, [{ field: highest, surface }], 50).size;
    const { size } = measureFields(grid, branches, 50);
    expect(Math.abs(creased.volume / size.volume - 1)).toBeGreaterThan(1e-4);
  });
});

describe('regions that do not surround the needle', () => {
  const grid = gridAt(0.1e-3, 1.2, 'flat');
  const volumeOf = (field: (r: number, z: number) => number): number => {
    const values = Float64Array.from({ length: grid.size }, (_, c) =>
      field(grid.r[c % grid.nr]!, grid.z[Math.floor(c / grid.nr)]!),
    );
    return measureFields(grid, [{ field: values, surface: heldSurface(grid, null) }], 1).size.volume;
  };
  const ball = (r: number, z: number, size: number): number => size / Math.hypot(r, z);

  test('a ring off the needle has the volume of a torus', () => {
    const volume = volumeOf((r, z) => ball(r - 4e-3, z - 2e-3, 1.5e-3));
    expect(Math.abs(volume / (2 * Math.PI ** 2 * 4e-3 * 1.5e-3 ** 2) - 1)).toBeLessThan(0.03);
  });

  test('two bands about the shaft: both count, and what lies between them does not', () => {
    const volume = volumeOf((r, z) =>
      Math.max(ball(r - RADIUS, z - 2.5e-3, 1e-3), ball(r - RADIUS, z - 8e-3, 1e-3)),
    );
    const one = ((Math.PI * 1e-6) / 2) * 2 * Math.PI * (RADIUS + 4e-3 / (3 * Math.PI));
    expect(Math.abs(volume / (2 * one) - 1)).toBeLessThan(0.03);
  });
});

test('a region with borders along two rows of nodes is measured the same from below and from above', () => {
  const radius = 2 ** -11; // heights along the tip are stretched and back without round-off
  const grid = createAxisymmetricGrid({
    profile: { end: 'flat', radius },
    tipLength: TIP,
    domain: { radius: 6e-3, below: 6e-3, above: 11e-3 },
    spacing: 0.2e-3,
    growthRatio: 1.2,
  });
  const { nr, r, z } = grid;
  const inside = Array.from(z).filter((height) => Math.abs(height - TIP / 2) < 1.5e-3);
  const field = Float64Array.from({ length: grid.size }, (_, c) =>
    inside.includes(z[Math.floor(c / nr)]!) && r[c % nr]! < 2e-3 ? 1 : 0,
  );
  const { size } = measureFields(grid, [{ field, surface: heldSurface(grid, null) }], 1);
  expect([-size.distalReach, TIP + size.proximalReach]).toEqual([inside[0], inside.at(-1)]);
  expect(size.widestAt).toBeCloseTo(TIP / 2, 12);
  expect(size.volume).toBeGreaterThan(0); // not two sections at one height, between which no cubic goes
});

test('along the bare tip, below the widest place, every row of an even grid counts for its spacing', () => {
  const grid = createAxisymmetricGrid({
    profile: { end: 'flat', radius: RADIUS },
    tipLength: TIP,
    domain: { radius: 6e-3, below: 6e-3, above: 11e-3 },
    spacing: 0.2e-3,
    growthRatio: 1,
  });
  const { nr, r, z, zEdges } = grid;
  const { across, along, centre } = ellipsoid;
  const widened = z.findIndex((height) => height > 1e-3);
  const radiusOf = (j: number): number =>
    across * Math.sqrt(Math.max(1 - ((z[j]! - centre) / along) ** 2, 0));
  const volumeWith = (factor: number): number => {
    // In each row a straight line in the coordinate of its cubics, so that the border is where it is asked for.
    const field = Float64Array.from({ length: grid.size }, (_, c) => {
      const j = Math.floor(c / nr);
      const border = radiusOf(j) * (j === widened ? factor : 1);
      return 1 + Math.asinh(border / RADIUS) - Math.asinh(r[c % nr]! / RADIUS) - (border > 0 ? 0 : 1);
    });
    return measureFields(grid, [{ field, surface: heldSurface(grid, 5) }], 1).size.volume;
  };
  const more = Math.PI * radiusOf(widened) ** 2 * (1.01 ** 2 - 1);
  const spacing = zEdges[widened + 1]! - zEdges[widened]!;
  expect((volumeWith(1.01) - volumeWith(1)) / (more * spacing)).toBeCloseTo(1, 9);
});
