import { expect, test } from 'vitest';
import { drawDots } from '../../examples/draw-dots.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

test('widths stand below each other in their order, with their bars', () => {
  const picture = drawDots(
    [
      { name: 'first', width: { value: 5e-3, numericalError: 1e-3 } },
      { name: 'second', width: { value: 10e-3, numericalError: null } },
    ],
    { title: 'Two', subtitle: 'widths' },
  );
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  const [first, second] = [...picture.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
  expect(second![1]).toBeGreaterThan(first![1]);
  const [from, to] = [...picture.matchAll(/<path d="M([\d.]+),[\d.]+H([\d.]+)/g)].map(
    ([, a, b]) => [Number(a), Number(b)] as const,
  )[0]!;
  expect((from + to) / 2).toBeCloseTo(first![0], 1);
  expect(to - from).toBeCloseTo(((second![0] - first![0]) / 5) * 2, 1); // 2 mm of 5 mm
  expect(picture).toContain('5.00 ± 1.00');
});
