import { expect, test } from 'vitest';
import { highestOf } from '../../../src/problem/property.js';
import type { Property } from '../../../src/problem/types.js';

const table: Property = { kind: 'table', temperature: [30, 42, 45, 60], value: [9, 3, 4, 0] };

test.each<[string, Property, number, number, number]>([
  ['a number', 2, 37, 100, 2],
  [
    'a rising line, at its cap',
    { kind: 'linear', value: 1, coefficient: 0.1, reference: 37, cap: 47 },
    37,
    100,
    2,
  ],
  [
    'a falling line, where it begins',
    { kind: 'linear', value: 1, coefficient: -0.01, reference: 37 },
    37,
    100,
    1,
  ],
  ['a table, where it begins', table, 37, 100, 5.5],
  ['a table, at a node within', table, 41, 100, 4],
  ['a table, at one end', table, 30, 100, 9],
  ['a table, beyond its nodes', table, 70, 80, 0],
])('the highest value of %s', (_, property, from, to, highest) => {
  expect(highestOf(property, from, to)).toBeCloseTo(highest, 12);
});
