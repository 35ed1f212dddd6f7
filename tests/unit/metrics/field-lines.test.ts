// What lines are completed with at the needle and on the axis, on fields for which it is exact.
import { expect, test } from 'vitest';
import { type AxisymmetricGrid, createAxisymmetricGrid } from '../../../src/grid/axisymmetric.js';
import { makeFieldLines } from '../../../src/metrics/field-lines.js';
import { makeSampler } from '../../../src/metrics/sample.js';
import { heldSurface } from '../../../src/metrics/surface-field.js';
import { measureFields } from '../../support/measure-fields.js';

const [RADIUS, TIP] = [0.4e-3, 5e-3];
const gridAt = (spacing: number): AxisymmetricGrid =>
  createAxisymmetricGrid({
    profile: { end: 'flat', radius: RADIUS },
    tipLength: TIP,
    domain: { radius: 10e-3, below: 10e-3, above: 15e-3 },
    spacing,
    growthRatio: 1.2,
  });
const grid = gridAt(0.1e-3);
const { nr, nz, r, z } = grid;
const at80 = heldSurface(grid, 80);
const fieldOf = (T: (r: number, z: number) => number): Float64Array =>
  Float64Array.from({ length: grid.size }, (_, c) => T(r[c % nr]!, z[Math.floor(c / nr)]!));

test('on the axis: exact for an even parabola; every line that meets the tip ends with its value', () => {
  const { rows, columns } = makeFieldLines(grid)(
    fieldOf((x) => 60 - 1e6 * x ** 2),
    at80,
  );
  for (const row of rows.filter(({ at }) => at < 0)) expect(row.values[0]).toBeCloseTo(60, 9);
  const [axis, ...others] = columns;
  expect([axis!.x.at(-1), axis!.values.at(-1)]).toEqual([0, 80]);
  const below = others.filter(({ at }) => at < RADIUS);
  expect(below.length).toBeGreaterThan(1);
  for (const column of below) expect([column.x.at(-1), column.values.at(-1)]).toEqual([0, 80]);
});

test('on the shaft: exact for the root-like fall beyond the tip', () => {
  const fall = (dz: number, dr: number): number => Math.sqrt((Math.hypot(dz, dr) + dz) / 2);
  const { shaft } = makeFieldLines(grid)(
    fieldOf((x, height) => 80 - 100 * fall(height - TIP, x - RADIUS)),
    at80,
  );
  shaft.x.forEach((height, k) => {
    expect(shaft.values[k]).toBeCloseTo(80 - 100 * Math.sqrt(height - TIP), 9);
  });
});

test.each([
  ['outside', nz >> 1, nr - 1],
  ['below', 0, nr >> 1],
  ['above', nz - 1, nr >> 1],
])('a region that reaches the boundary %s is cut off', (_, j, i) => {
  const field = new Float64Array(grid.size).fill(37);
  field[j * nr + i] = 60;
  expect(measureFields(grid, [{ field, surface: heldSurface(grid, 40) }], 50).touchesBoundary).toBe(true);
});

test('a ring below the needle: its hole is no part of it', () => {
  const [R, Z, rho] = [2e-3, -3e-3, 1e-3];
  const field = fieldOf((x, height) => 50 + 10 * (1 - ((x - R) ** 2 + (height - Z) ** 2) / rho ** 2));
  const fine = measureFields(grid, [{ field, surface: heldSurface(grid, 40) }], 50).size;
  expect(Math.abs(fine.width / (2 * (R + rho)) - 1)).toBeLessThan(0.01);
  expect(Math.abs(fine.distalReach / (rho - Z) - 1)).toBeLessThan(0.002);
  expect(Math.abs(fine.volume / (2 * Math.PI ** 2 * R * rho ** 2) - 1)).toBeLessThan(0.05);
});

test('the widest place is the middle of its flat stretch', () => {
  const field = fieldOf((x, height) => 1 / Math.hypot(x / 2e-3, (height - 2.5e-3) / 6e-3));
  expect(measureFields(grid, [{ field, surface: heldSurface(grid, 3) }], 1).size.widestAt).toBeCloseTo(
    2.5e-3,
    4,
  );
});

test('samples: the shaft is not held, and the end has the tip’s value', () => {
  const cold = new Float64Array(grid.size).fill(37);
  expect(makeSampler(grid, cold, at80)({ r: RADIUS, z: TIP + 1e-3 })).toBeCloseTo(37, 3);
  expect(makeSampler(grid, cold, at80)({ r: 0.1e-3, z: 0 })).toBeCloseTo(80, 9);
  const steep = fieldOf((_x, height) => 80 + 1e4 * height);
  expect(makeSampler(grid, steep, at80)({ r: 0.1e-3, z: -0.01e-3 })).toBeCloseTo(79.9, 3);
});

test('across rows a field that falls like a logarithm is crossed where it should be, on coarse cells too', () => {
  const coarse = createAxisymmetricGrid({
    profile: { end: 'flat', radius: RADIUS },
    tipLength: TIP,
    domain: { radius: 20e-3, below: 20e-3, above: 25e-3 },
    spacing: 0.2e-3,
    growthRatio: 1.6,
  });
  const field = Float64Array.from({ length: coarse.size }, (_, c) => {
    const height = coarse.z[Math.floor(c / coarse.nr)]!;
    const drop = height > 0 && height < TIP ? 0 : 1e3; // outside the tip's rows nothing is reached
    return 80 - 15 * Math.log(coarse.r[c % coarse.nr]! / RADIUS) - drop;
  });
  const { width } = measureFields(coarse, [{ field, surface: heldSurface(coarse, 80) }], 50).size;
  expect(Math.abs(width / (2 * RADIUS * Math.exp(2)) - 1)).toBeLessThan(2e-3);
});

test('samples on the axis: an even parabola is met there', () => {
  const fine = gridAt(0.02e-3);
  const field = Float64Array.from({ length: fine.size }, (_, c) => 60 - 1e6 * fine.r[c % fine.nr]! ** 2);
  expect(Math.abs(makeSampler(fine, field, heldSurface(fine, null))({ r: 0, z: -2e-3 }) - 60)).toBeLessThan(
    3e-4,
  );
});

test('beside a needle that is computed too, lines begin and end with the surface’s own values', () => {
  const beside = z.map((height) => (height > 0 ? 70 + 1e3 * height : NaN));
  const end = r.map((x) => (x < RADIUS ? 65 - 1e7 * x ** 2 : NaN));
  const { rows, columns, shaft } = makeFieldLines(grid)(
    fieldOf(() => 40),
    { beside, end, held: null },
  );
  for (const { at, values } of rows) expect(values[0]).toBeCloseTo(at > 0 ? 70 + 1e3 * at : 40, 9);
  const [axis, ...others] = columns;
  for (const { at, x, values } of others) {
    expect(x.at(-1)).toBe(at < RADIUS ? 0 : z[nz - 1]);
    expect(values.at(-1)).toBeCloseTo(at < RADIUS ? 65 - 1e7 * at ** 2 : 40, 9);
  }
  expect(axis!.x.at(-1)).toBe(0);
  expect(axis!.values.at(-1)).toBeCloseTo(65, 9);
  // The tip's surface is measured like the shaft's.
  const above = Array.from(z.filter((height) => height > 0));
  expect(shaft.x).toEqual(above);
  above.forEach((height, k) => {
    expect(shaft.values[k]).toBeCloseTo(70 + 1e3 * height, 9);
  });
});
