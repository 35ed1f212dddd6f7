import { describe, expect, test } from 'vitest';
import { accumulateRate, makeRateTable } from '../../../src/numerics/rate-table.js';

/** A steep rate: a factor of e in 1.4. */
const steep = (x: number): number => Math.exp(0.7 * (x - 50));
const steepIntegral = (a: number, b: number): number => (steep(b) - steep(a)) / 0.7;
const table = makeRateTable(steep, 0, 100, 16, []);

/** ∫ over steps of one length between points that x goes through on straight lines. */
function sumOver(rate: Parameters<typeof accumulateRate>[0], points: readonly number[], dt: number): number {
  const sum = new Float64Array(1);
  for (let n = 1; n < points.length; n++) {
    accumulateRate(rate, Float64Array.of(points[n - 1]!), Float64Array.of(points[n]!), dt, sum);
  }
  return sum[0]!;
}

describe('a tabulated rate', () => {
  test('at rest: to 1e-6, on the nodes and between them', () => {
    for (let x = 0.01; x < 99.9; x += 0.0137) {
      expect(Math.abs(sumOver(table, [x, x], 3) / (3 * steep(x)) - 1), `x ${x}`).toBeLessThan(1e-6);
    }
  });

  test('in a straight change of any size: exact to 1e-6, whatever the step', () => {
    for (const [a, b] of [
      [40, 60],
      [60, 40],
      [50.01, 50.02],
      [50, 50.0003],
      [49.97, 50.031],
      [10, 11],
    ] as const) {
      const exact = (2 * steepIntegral(a, b)) / (b - a);
      expect(Math.abs(sumOver(table, [a, b], 2) / exact - 1), `${a} to ${b}`).toBeLessThan(1e-6);
      const points = Array.from({ length: 8 }, (_, n) => a + ((b - a) * n) / 7);
      expect(Math.abs(sumOver(table, points, 2 / 7) / exact - 1), `${a} to ${b} in steps`).toBeLessThan(1e-6);
    }
  });

  test('a kink and a jump on a node are sharp', () => {
    const broken = (x: number): number => (x < 39 ? 0 : x < 43 ? 4 ** (x - 43) : 2 ** (x - 43));
    const one = makeRateTable(broken, 0, 100, 16, [39, 43]);
    const below = (1 - 4 ** -4) / Math.log(4);
    const above = (2 ** 7 - 1) / Math.log(2);
    expect(Math.abs(sumOver(one, [30, 50], 20) / (below + above) - 1)).toBeLessThan(1e-6);
    expect(sumOver(one, [38.99, 38.99], 1)).toBe(0);
    expect(sumOver(one, [39, 39], 1)).toBeCloseTo(4 ** -4, 8);
    expect(sumOver(one, [43, 43], 1)).toBeCloseTo(1, 6);
  });

  test('a jump between nodes: the integral over its interval is exact', () => {
    const jump = (x: number): number => (x < 50.03 ? 1 : 3);
    const one = makeRateTable(jump, 0, 100, 16, [50.03]);
    expect(sumOver(one, [49, 51], 2)).toBeCloseTo(1.03 + 3 * 0.97, 7);
    for (let x = 50.001; x < 50.0625; x += 0.004) {
      expect(sumOver(one, [x, x], 1)).toBeGreaterThan(1 - 1e-6);
      expect(sumOver(one, [x, x], 1)).toBeLessThan(3 + 1e-6);
    }
  });

  test('beyond the table the rate itself goes on', () => {
    expect(Math.abs(sumOver(table, [120, 120], 1) / steep(120) - 1)).toBeLessThan(1e-12);
    expect(Math.abs(sumOver(table, [99, 120], 21) / steepIntegral(99, 120) - 1)).toBeLessThan(1e-12);
    expect(Math.abs(sumOver(table, [-3, -1], 2) / steepIntegral(-3, -1) - 1)).toBeLessThan(1e-12);
    const none = makeRateTable(() => 0, 0, 1, 1, []);
    expect(sumOver(none, [2, 3], 1)).toBe(0);
  });
});
