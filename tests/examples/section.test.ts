import { expect, test } from 'vitest';
import { colourAt, px, xOf, yOf } from '../../examples/section.js';

test('a colour lies between its neighbours on the map', () => {
  const map = ['#000000', '#804020', '#ffffff'];
  expect([0, 0.25, 0.5, 1].map((part) => colourAt(map, part))).toEqual([
    'rgb(0,0,0)',
    'rgb(64,32,16)',
    'rgb(128,64,32)',
    'rgb(255,255,255)',
  ]);
});

test('the axis is in the middle, and up is up', () => {
  expect(xOf(1) - xOf(0)).toBe(xOf(0) - xOf(-1));
  expect(yOf(1)).toBeLessThan(yOf(0));
  expect(px(1.26)).toBe('1.3');
});
