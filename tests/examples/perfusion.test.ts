import { expect, test } from 'vitest';
import { picture, rows, sides } from '../../examples/perfusion.js';
import { expectShown } from './shown-picture.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

const widthsOf = (side: 0 | 1): number[] =>
  sides[side].lesions.map(({ estimate: { width } }) => 1e3 * width.value);

test('blood that stops where tissue is coagulated widens the lesion, the more of it there is', () => {
  const [constant, stops] = widthsOf(0);
  const [constantTenfold, stopsTenfold] = widthsOf(1);
  expect(stops! - constant!).toBeGreaterThan(0.04);
  expect(stops! - constant!).toBeLessThan(0.12);
  expect(stopsTenfold! - constantTenfold!).toBeGreaterThan(0.45);
  expect(stopsTenfold! - constantTenfold!).toBeLessThan(0.65);
  expect(constant).toBeCloseTo(8.43, 1);
});

test('blood that rises with heat narrows it, less so if it stops', () => {
  const [constant, , rises, risesAndStops] = widthsOf(0);
  expect(rises).toBeLessThan(risesAndStops!);
  expect(risesAndStops).toBeLessThan(constant!);
  expect(rises).toBeCloseTo(7.42, 1);
});

test('the picture is well formed and has every width of the table', () => {
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  expect(rows).toHaveLength(6);
  for (const { width = '' } of rows) expect(picture).toContain(`${width.split(' ')[0] ?? ''} mm`);
});

test('the gallery says what it finds, and shows its picture', () => {
  const widthOf = (k: number): string => rows[k]?.['width'] ?? 'none';
  expectShown('perfusion', {
    picture,
    finding: [`${widthOf(1)} instead of ${widthOf(0)} mm`, `${widthOf(5)} instead of ${widthOf(4)} mm`],
  });
});
