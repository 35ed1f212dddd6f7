import { expect, test } from 'vitest';
import { lesion, picture, rows } from '../../examples/trigeminal-staged.js';
import { expectShown } from './shown-picture.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

test('every hotter cycle widens the lesion, and no pause does', () => {
  const widths = lesion.stages.map(({ size }) => 1e3 * size.width.value);
  expect(widths[0]).toBeCloseTo(3.75, 1);
  expect(widths[2]).toBeCloseTo(4.96, 1);
  expect(widths[4]).toBeCloseTo(5.97, 1);
  expect(widths[1]).toBeCloseTo(widths[0]!, 2);
  expect(widths[3]).toBeCloseTo(widths[2]!, 2);
  expect(lesion.outcome).toEqual({ kind: 'completed' });
  expect(lesion.warnings).toEqual([]);
});

test('the table has a row for each stage', () => {
  expect(rows.map(({ stage, until }) => [stage, until])).toEqual([
    ['60 °C', '60 s'],
    ['off', '90 s'],
    ['65 °C', '150 s'],
    ['off', '180 s'],
    ['70 °C', '240 s'],
  ]);
});

test('the picture is well formed and names the cycles', () => {
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  for (const words of ['>60 °C<', '>65 °C<', '>70 °C<', '>off<']) expect(picture).toContain(words);
});

test('the gallery says what it finds, and shows its picture', () => {
  const widths = [0, 2, 4].map((k) => `${rows[k]?.['width'] ?? 'none'} mm`);
  expectShown('trigeminal-staged', { picture, finding: widths });
});
