// Borders of fields whose regions are known exactly.
import { describe, expect, test } from 'vitest';
import { radiusAt } from '../../../src/grid/needle-profile.js';
import { lesionContour, measureLesion, simulate } from '../../../src/index.js';
import type { Contour } from '../../../src/metrics/contour.js';
import { enclosedBy, shapeOf } from '../../../src/metrics/lesion-shape.js';
import { contourOfField, ellipsoidContour, gridAt } from '../../support/exact-lesions.js';
import { observedOrders } from '../../support/observed-order.js';
import { feProblem } from '../../support/problems.js';

const RADIUS = 0.36e-3;
const ELLIPSOID = { across: 2.2e-3, along: 3.6e-3, centre: 2.5e-3 };

const lengths = (contours: readonly Contour[]): string[] =>
  contours.map(({ from, to, closed }) => `${from} ${to} ${closed}`);

describe('an ellipsoid about a needle', () => {
  const { across, along, centre } = ELLIPSOID;

  test.each(['flat', 'hemisphere'] as const)(
    'with a %s end: one piece, from the axis to the shaft, in order',
    (end) => {
      const [contour, ...others] = ellipsoidContour(gridAt(0.1e-3, 1.2, end), ELLIPSOID);
      expect(others).toEqual([]);
      const { r, z, from, to, closed } = contour!;
      expect([from, to, closed]).toEqual(['axis', 'needle', false]);
      expect([r[0], r.at(-1)]).toEqual([0, RADIUS]);
      expect(Math.abs(z[0]! - (centre - along))).toBeLessThan(2e-6);
      for (let n = 1; n < z.length; n++) expect(z[n]!).toBeGreaterThan(z[n - 1]!);
      for (let n = 0; n < z.length; n++) {
        const off = Math.hypot(r[n]! / across, (z[n]! - centre) / along) - 1;
        expect(Math.abs(off * across)).toBeLessThan(5e-6);
      }
    },
  );

  test('its points converge to the border with third order or better', () => {
    const worst = [1, 2, 4].map((fine) => {
      const [{ r, z }] = ellipsoidContour(gridAt(0.2e-3 / fine, 1.3 ** (1 / fine)), ELLIPSOID) as [Contour];
      const below = Array.from(r.keys()).filter((n) => z[n]! < 4.5e-3); // the edge of the held tip is another matter
      return Math.max(
        ...below.map((n) => Math.abs(Math.hypot(r[n]! / across, (z[n]! - centre) / along) - 1)),
      );
    });
    expect(observedOrders([worst[0]!, worst[2]!], 4)[0], worst.join(' ')).toBeGreaterThan(2.5);
  });

  test('area, volume, surface and sphericity: those of the ellipsoid, cut where the shaft leaves', () => {
    const contours = ellipsoidContour(gridAt(0.1e-3, 1.2), ELLIPSOID);
    const cut = Math.sqrt(1 - (RADIUS / across) ** 2); // where the shaft leaves, in semi-axes from the centre
    const { area, volume, surface } = enclosedBy(contours);
    // ∫ r dz and π ∫ r² dz over −1..cut of the unit circle, with a midpoint sum.
    const parts = Array.from({ length: 20_000 }, (_, n) => -1 + ((1 + cut) * (n + 0.5)) / 20_000);
    const sum = (f: (u: number) => number): number =>
      parts.reduce((total, u) => total + f(u), 0) * ((1 + cut) / 20_000);
    const exactArea = across * along * sum((u) => Math.sqrt(1 - u * u));
    const exactVolume = Math.PI * across ** 2 * along * sum((u) => 1 - u * u);
    const exactSurface =
      2 * Math.PI * across * sum((u) => Math.sqrt((1 - u * u) * along ** 2 + across ** 2 * u * u));
    expect(Math.abs(area / exactArea - 1)).toBeLessThan(5e-4);
    expect(Math.abs(volume / exactVolume - 1)).toBeLessThan(5e-4);
    expect(Math.abs(surface / exactSurface - 1)).toBeLessThan(5e-4);
    const { sphericity, ellipsoidVolume } = shapeOf({ width: 2 * across, length: 2 * along }, contours);
    const whole = exactSurface + Math.PI * RADIUS ** 2;
    expect(sphericity).toBeCloseTo((Math.cbrt(Math.PI) * (6 * exactVolume) ** (2 / 3)) / whole, 3);
    expect(ellipsoidVolume).toBeCloseTo((4 / 3) * Math.PI * across ** 2 * along, 15);
  });

  test('a ball has sphericity 1', () => {
    const ball = { across: 3e-3, along: 3e-3, centre: -3.2e-3 };
    const contours = ellipsoidContour(gridAt(0.1e-3, 1.2), ball).filter(({ to }) => to === 'axis');
    expect(contours).toHaveLength(1);
    expect(contours[0]!.closed).toBe(true);
    expect(shapeOf({ width: 6e-3, length: 6e-3 }, contours).sphericity).toBeCloseTo(1, 3);
    expect(Math.abs(enclosedBy(contours).volume / ((4 / 3) * Math.PI * 27e-9) - 1)).toBeLessThan(2e-3);
  });
});

describe('other shapes', () => {
  const grid = gridAt(0.15e-3, 1.25);
  const bump = (r: number, z: number, r0: number, z0: number, size: number): number =>
    1 / (1e-9 + Math.hypot(r - r0, z - z0) / size);

  test('a ring about the needle: a loop, counterclockwise, with the volume of a torus', () => {
    const contours = contourOfField(grid, (r, z) => bump(r, z, 4e-3, 2e-3, 1.5e-3), 1);
    expect(lengths(contours)).toEqual(['loop loop true']);
    const { area, volume } = enclosedBy(contours);
    expect(Math.abs(area / (Math.PI * 1.5e-3 ** 2) - 1)).toBeLessThan(0.02);
    expect(Math.abs(volume / (2 * Math.PI * 4e-3 * Math.PI * 1.5e-3 ** 2) - 1)).toBeLessThan(0.02);
    expect(contours[0]!.r[0]).toBe(contours[0]!.r.at(-1));
  });

  test('a hole in a region: clockwise, taken off', () => {
    const field = (r: number, z: number): number =>
      Math.min(bump(r, z, 5e-3, 0, 4e-3), 1 / bump(r, z, 5e-3, 0, 1.5e-3));
    const contours = contourOfField(grid, field, 1);
    expect(lengths(contours)).toEqual(['loop loop true', 'loop loop true']);
    const { area } = enclosedBy(contours);
    expect(Math.abs(area / (Math.PI * (4e-3 ** 2 - 1.5e-3 ** 2)) - 1)).toBeLessThan(0.05);
  });

  test('two pieces, the lower one first', () => {
    const field = (r: number, z: number): number =>
      Math.max(bump(r, z, 0, -5e-3, 1e-3), bump(r, z, 4e-3, 6e-3, 1e-3));
    expect(lengths(contourOfField(grid, field, 1))).toEqual(['axis axis true', 'loop loop true']);
  });

  test('a band about the shaft: from the needle to the needle', () => {
    const contours = contourOfField(grid, (r, z) => bump(r, z, RADIUS, 10e-3, 2e-3), 1);
    expect(lengths(contours)).toEqual(['needle needle false']);
    const { z } = contours[0]!;
    expect(z[0]!).toBeLessThan(z.at(-1)!);
    expect(Math.abs(z[0]! - 8e-3)).toBeLessThan(0.15e-3);
    expect(Math.abs(z.at(-1)! - 12e-3)).toBeLessThan(0.15e-3);
  });

  test('where two pieces touch at a saddle, nothing crosses: as many pieces as the field’s middle says', () => {
    for (const level of [0.8, 0.99, 1.01, 1.05, 1.5]) {
      const field = (r: number, z: number): number =>
        Math.max(bump(r, z, 5e-3, -2e-3, 2e-3), bump(r, z, 5e-3, 2e-3, 2e-3));
      const contours = contourOfField(grid, field, level);
      for (const one of contours) expect(one.from).toBe('loop');
      expect(contours.length).toBeGreaterThanOrEqual(level > 1.2 ? 2 : 1);
      expect(contours.length).toBeLessThanOrEqual(level < 0.9 ? 1 : 2);
    }
  });

  test('a saddle: as the level rises one piece becomes two, and never one again', () => {
    // Cassini's ovals, their foci on a diagonal.
    const ovals = (r: number, z: number): number =>
      4e-6 /
      (1e-12 +
        Math.hypot(r - 5e-3 + 1.414e-3, z - 0.3e-3 + 1.414e-3) *
          Math.hypot(r - 5e-3 - 1.414e-3, z - 0.3e-3 - 1.414e-3));
    const pieces = Array.from({ length: 200 }, (_, k) => contourOfField(grid, ovals, 0.9 + 0.001 * k).length);
    expect(pieces).toEqual(pieces.toSorted((a, b) => a - b));
    expect([pieces[0], pieces.at(-1)]).toEqual([1, 2]);
  });

  test('a ball that just misses the needle’s end is closed about the axis', () => {
    const fine = gridAt(0.1e-3, 1.2);
    const [one] = contourOfField(fine, (r, z) => 1e-3 / Math.hypot(r, z + 1.02e-3), 1);
    expect([one!.from, one!.to]).toEqual(['axis', 'axis']);
    // Above the last nodes it passes each column on its way up to the needle's end.
    const last = fine.z.findLastIndex((z) => z < 0);
    const columns = fine.r.filter((r) => Math.hypot(r, fine.z[last]! + 1.02e-3) < 1e-3);
    expect(columns.length).toBeGreaterThan(1);
    for (const r of columns) {
      const n = one!.r.lastIndexOf(r);
      expect(one!.z[n]! - (Math.sqrt(1e-6 - r ** 2) - 1.02e-3)).toBeCloseTo(0, 6);
    }
  });

  test('a ball whose lowest point lies between the first two rows is closed about the axis', () => {
    const [z0, z1] = [grid.z[0]!, grid.z[1]!];
    const [radius, lowest] = [8e-3, (z0 + z1) / 2];
    const contours = contourOfField(grid, (r, z) => radius / Math.hypot(r, z - lowest - radius), 1);
    expect(lengths(contours)).toEqual(['axis axis true']);
    expect(contours[0]!.z[0]!).toBeGreaterThan(z0);
    expect(contours[0]!.z[0]!).toBeLessThan(z1);
  });

  test('on a rounded end it begins on the surface', () => {
    const round = gridAt(0.1e-3, 1.2, 'hemisphere');
    const [one] = contourOfField(round, (r, z) => 3e-3 / Math.hypot(r - RADIUS, z - 3.1e-3), 1);
    expect(one!.from).toBe('needle');
    const [r, z] = [one!.r[0]!, one!.z[0]!];
    expect(Math.abs(Math.hypot(r - RADIUS, z - 3.1e-3) - 3e-3)).toBeLessThan(5e-6);
    expect(Math.abs(r - radiusAt(round.profile, z))).toBeLessThan(10e-6);
  });

  test('a band is closed by the needle’s cross-section at both ends', () => {
    const contours = contourOfField(grid, (r, z) => bump(r, z, RADIUS, 10e-3, 2e-3), 1);
    const { surfaceArea } = shapeOf({ width: 0, length: 0 }, contours);
    expect(surfaceArea).toBeCloseTo(enclosedBy(contours).surface + 2 * Math.PI * RADIUS ** 2, 12);
  });

  test('along a held tip it ends where the size says', () => {
    const run = simulate(feProblem, { resolution: 'draft', criteria: [] });
    for (const threshold of [45, 50, 60]) {
      const criterion = { kind: 'peak-temperature', threshold } as const;
      const top = run.grid.tipLength + measureLesion(run, criterion).proximalReach;
      expect(lesionContour(run, criterion)[0]!.z.at(-1)).toBeCloseTo(top, 9);
    }
  });

  test('nothing reached: no border', () => {
    expect(contourOfField(grid, () => 0, 1)).toEqual([]);
  });
});
