import { describe, expect, test } from 'vitest';
import { smoothed } from '../../../src/metrics/smooth-line.js';

const OPEN = { isLoop: false, fromAxis: false, toAxis: false };
const arc = (count: number, from: number, to: number): { r: number; z: number }[] =>
  Array.from({ length: count }, (_, n) => {
    const angle = from + ((to - from) * n) / (count - 1);
    return { r: Math.cos(angle), z: Math.sin(angle) };
  });
const offCircle = ({ r, z }: { r: Float64Array; z: Float64Array }): number =>
  r.reduce((worst, x, n) => Math.max(worst, Math.abs(Math.hypot(x, z[n]!) - 1)), 0);

describe('a smooth line', () => {
  test('goes through its points, with three more between two', () => {
    const points = arc(7, -1, 1);
    const line = smoothed(points, OPEN);
    expect(line.r).toHaveLength(25);
    points.forEach(({ r, z }, n) => expect([line.r[4 * n], line.z[4 * n]]).toEqual([r, z]));
  });

  test('follows a circle to fourth order, to the axis and all round', () => {
    for (const [from, to, ends] of [
      [-Math.PI / 2, 0.7, { ...OPEN, fromAxis: true }],
      [-0.7, Math.PI / 2, { ...OPEN, toAxis: true }],
    ] as const) {
      const [coarse, fine] = [9, 17].map((count) => offCircle(smoothed(arc(count, from, to), ends)));
      expect(coarse! / fine!).toBeGreaterThan(12);
    }
    const loop = arc(17, 0, 2 * Math.PI);
    loop[16] = loop[0]!;
    expect(offCircle(smoothed(loop, { ...OPEN, isLoop: true }))).toBeLessThan(1e-3);
  });

  test('is not led astray by two points that all but coincide', () => {
    const points = arc(9, -1, 1);
    const [{ r, z }] = points.slice(4) as [{ r: number; z: number }];
    points.splice(5, 0, { r: r - 1e-9, z: z + 1e-10 });
    expect(offCircle(smoothed(points, OPEN))).toBeLessThan(1e-3);
  });
});
