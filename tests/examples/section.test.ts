import { expect, test } from 'vitest';
import { makeSection } from '../../examples/section.js';

test('the axis is in the middle, and up is up', () => {
  const { xOf, yOf } = makeSection();
  expect(xOf(1) - xOf(0)).toBe(xOf(0) - xOf(-1));
  expect(yOf(1)).toBeLessThan(yOf(0));
});

test('a view has its size in points and in pixels', () => {
  const { columns, rows, width, height, yOf } = makeSection({
    left: -2,
    right: 2,
    bottom: -1,
    top: 4,
    pxPerMm: 10,
  });
  expect([columns, rows, width, height]).toEqual([40, 50, 40, 50]);
  expect([yOf(4), yOf(-1)]).toEqual([0, 50]);
});
