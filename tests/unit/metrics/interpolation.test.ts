import { expect, test } from 'vitest';
import { crossings, integrateCubic, interpolateCubic, largest } from '../../../src/metrics/interpolation.js';

const x = [0, 0.5, 1.3, 2, 3.1, 4];
const cubic = (t: number): number => t ** 3 - 4 * t ** 2 + t + 3;
const y = x.map(cubic);

test('cubics are interpolated and integrated exactly', () => {
  for (let k = 0; k + 1 < x.length; k++) {
    const middle = (x[k]! + x[k + 1]!) / 2;
    expect(interpolateCubic(x, y, k, middle)).toBeCloseTo(cubic(middle), 10);
  }
  expect(integrateCubic(x, y)).toBeCloseTo(4 ** 4 / 4 - (4 * 4 ** 3) / 3 + 4 ** 2 / 2 + 3 * 4, 10);
});

test('every crossing of a cubic is found', () => {
  const found = crossings(x, y, 0);
  expect(found).toHaveLength(2);
  for (const t of found) expect(Math.abs(cubic(t))).toBeLessThan(1e-9);
  expect(crossings(x, y, 1e9)).toEqual([]);
  expect(crossings([0, 1, 2, 3], [1, -1, -3, -5], 0)[0]).toBeCloseTo(0.5, 12); // in the first interval
});

test('the top of a parabola, and of monotone samples', () => {
  const peak = largest(
    x,
    x.map((t) => 5 - (t - 1.7) ** 2),
  );
  expect(peak.at).toBeCloseTo(1.7, 10);
  expect(peak.value).toBeCloseTo(5, 10);
  expect(largest([0, 1, 2], [1, 2, 3])).toEqual({ at: 2, value: 3 });
});
