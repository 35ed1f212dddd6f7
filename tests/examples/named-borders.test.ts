import { expect, test } from 'vitest';
import { borderPath, drawBorders, type NamedBorder } from '../../examples/named-borders.js';
import { makeSection } from '../../examples/section.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

const section = makeSection({ left: -5, right: 5, bottom: -5, top: 5, pxPerMm: 10 });
const points = [
  [0, -2],
  [3, 0],
  [0, 2],
] as const;
const border: NamedBorder = { name: '50 °C', size: '6.00 mm', points };

test('the left half mirrors the right one', () => {
  expect(borderPath(section, points, 1)).toBe('M50,70L80,50L50,30');
  expect(borderPath(section, points, -1)).toBe('M50,70L20,50L50,30');
});

test('a name points at its border, and lines differ without colour', () => {
  const drawn = drawBorders(section, [border, { ...border, name: '60 °C' }], 1, { top: 1, spacing: 1 });
  expect(unclosedTags(drawn)).toEqual([]);
  expect(missingNumbers(drawn)).toEqual([]);
  expect(drawn).toContain('<circle cx="65" cy="40"'); // half-way between (3, 0) and (0, 2)
  expect([...drawn.matchAll(/stroke-dasharray/g)]).toHaveLength(1);
});

test('a name beyond its border points at the nearest end', () => {
  expect(drawBorders(section, [border], -1, { top: 4, spacing: 1 })).toContain('<circle cx="50" cy="30"');
});
