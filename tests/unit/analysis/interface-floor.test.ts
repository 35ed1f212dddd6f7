import { describe, expect, test } from 'vitest';
import { mapFamily, withErrorBars } from '../../../src/analysis/error-bar.js';
import { type GridScale, gridScaleOf } from '../../../src/analysis/floor.js';
import { interfaceFloor } from '../../../src/analysis/interface-floor.js';
import type { Shape } from '../../../src/grid/layout.js';
import type { LesionSize } from '../../../src/metrics/lesion-size.js';
import { checkProblem } from '../../../src/problem/check.js';
import { feProblem } from '../../support/problems.js';

const plain = gridScaleOf(checkProblem(feProblem), { spacing: 0.1e-3, growthRatio: 1.2, timeStep: 0.5 });
const among = (...regions: Shape[]): GridScale => ({ ...plain, regions });

describe('the distance from the surface of a region', () => {
  const place = { r: 2e-3, z: 1e-3 };
  const cell = 0.1e-3 + 0.2 * 1e-3;
  /** Regions of each kind whose surface the place is on. */
  const touching: Readonly<Record<Shape['kind'], Shape>> = {
    slab: { kind: 'slab', zMin: place.z },
    tube: { kind: 'tube', rMin: place.r },
    sphere: { kind: 'sphere', z: place.z, radius: place.r },
  };
  /** From how much smaller the floor is than on the surface: cell/(cell + d). */
  const distanceFrom = (shape: Shape): number => {
    const [there, on] = [shape, touching[shape.kind]].map((one) => interfaceFloor(place, 1e-3, among(one)));
    return cell * (on! / there! - 1);
  };
  test.each<[string, Shape, number]>([
    ['a slab below', { kind: 'slab', zMax: -2e-3 }, 3e-3],
    ['the nearer end of a slab', { kind: 'slab', zMin: 0.5e-3, zMax: 4e-3 }, 0.5e-3],
    ['a slab without ends', { kind: 'slab' }, Infinity],
    ['a tube around', { kind: 'tube', rMin: 2.7e-3 }, 0.7e-3],
    ['the nearer wall of a tube', { kind: 'tube', rMin: 1.8e-3, rMax: 5e-3 }, 0.2e-3],
    ['a core', { kind: 'tube', rMax: 1.5e-3 }, 0.5e-3],
    ['the end of a tube', { kind: 'tube', rMin: 4e-3, zMax: 1.4e-3 }, 0.4e-3],
    ['a sphere, from outside', { kind: 'sphere', z: 1e-3, radius: 1.5e-3 }, 0.5e-3],
    ['a sphere, from inside', { kind: 'sphere', z: 1e-3, radius: 3e-3 }, 1e-3],
  ])('%s', (_, shape, distance) => {
    const found = distanceFrom(shape);
    if (distance === Infinity) expect(found).toBe(Infinity);
    else expect(found).toBeCloseTo(distance, 12);
  });
});

describe('the floor', () => {
  const place = { r: 2e-3, z: 0 };
  const slabAt = (zMax: number): Shape => ({ kind: 'slab', zMax });

  test('is nothing where all tissue is one, or its end is infinitely far', () => {
    expect(interfaceFloor(place, 1e-3, plain)).toBe(0);
    expect(interfaceFloor(place, 1e-3, among({ kind: 'slab' }))).toBe(0);
  });

  test('is a part of the cell on the surface, half of that a cell away, and the largest of all regions', () => {
    const at = (...regions: Shape[]): number => interfaceFloor(place, 1e-3, among(...regions));
    const cell = 0.1e-3 + 0.2 * 1e-3;
    expect(at(slabAt(0)) / cell).toBeGreaterThan(0.01);
    expect(at(slabAt(0)) / cell).toBeLessThan(0.1);
    expect(at(slabAt(-cell)) / at(slabAt(0))).toBeCloseTo(0.5, 12);
    expect(at(slabAt(-5e-3), slabAt(-cell))).toBe(at(slabAt(-cell)));
    expect(at({ kind: 'sphere', z: 0, radius: 2e-3 })).toBeGreaterThan(at(slabAt(0)));
  });
});

test('the bar of every size is wider by it, near the surface most', () => {
  const finest: LesionSize<number> = {
    width: 5e-3,
    length: 9e-3,
    volume: 1e-7,
    distalReach: 2e-3,
    proximalReach: 2e-3,
    widestAt: 2.5e-3,
  };
  const all = { finest, spacing: finest, growth: finest, timeStep: finest, domain: finest };
  const family = mapFamily(all, (size) => size);
  const barsIn = (scale: GridScale): LesionSize<number> => {
    const sizes = withErrorBars(family, scale);
    return Object.fromEntries(
      Object.entries(sizes).map(([key, { numericalError }]) => [key, numericalError!]),
    ) as unknown as LesionSize<number>;
  };
  const without = barsIn(plain);
  const around = barsIn(among({ kind: 'tube', rMin: 2.5e-3 }));
  const below = barsIn(among({ kind: 'slab', zMax: -2e-3 }));
  const above = barsIn(among({ kind: 'slab', zMin: 7e-3 }));
  for (const key of ['width', 'length', 'volume', 'distalReach', 'proximalReach'] as const) {
    for (const bars of [around, below, above]) expect(bars[key], key).toBeGreaterThan(without[key]);
  }
  expect(around.width).toBeGreaterThan(2 * below.width - without.width);
  expect(below.distalReach).toBeGreaterThan(around.distalReach);
  expect(above.proximalReach).toBeGreaterThan(below.proximalReach);
});
