import { expect, test } from 'vitest';
import { cold, cooled, mild, picture, rows, uncooled } from '../../examples/cooled-probe.js';
import { expectShown } from './shown-picture.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

test('coolant more than doubles the width at the same set temperature', () => {
  expect(1e3 * cooled.width.value).toBeCloseTo(12.4, 0);
  expect(1e3 * uncooled.width.value).toBeCloseTo(5.5, 0);
  expect(cooled.width.value).toBeGreaterThan(2 * uncooled.width.value);
});

test('the hottest tissue lies away from a cooled needle, and at an uncooled one', () => {
  expect(1e3 * cooled.hottest.distance.value).toBeGreaterThan(0.5);
  expect(1e3 * uncooled.hottest.distance.value).toBeLessThan(0.1);
  expect(cooled.hottest.temperature.value).toBeGreaterThan(85);
  expect(cooled.hottest.temperature.value).toBeLessThan(91);
  expect(uncooled.hottest.temperature.value).toBeCloseTo(60.9, 0);
});

test('over the range of the coolant the width differs by far more than its error bar', () => {
  const spread = cold.width.value - mild.width.value;
  expect(1e3 * spread).toBeGreaterThan(1.5);
  expect(1e3 * spread).toBeLessThan(2.3);
  expect(spread).toBeGreaterThan(10 * cooled.width.numericalError!);
  for (const { warnings } of [cooled, cold, mild, uncooled]) expect(warnings).toEqual([]);
});

test('the picture is well formed and small, and says both widths', () => {
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  expect(Buffer.byteLength(picture)).toBeLessThan(200_000);
  for (const row of [rows[0], rows[3]]) {
    expect(picture).toContain(`50 °C: ${row?.['width']?.split(' ')[0] ?? ''} mm wide`);
  }
});

test('the gallery says what it finds; its picture is too large for it', () => {
  const [middle, least, most, without] = rows.map((row) => row['width'] ?? 'none');
  expectShown('cooled-probe', {
    finding: [`${middle} mm wide`, `${without} mm without`, `${least} to ${most} mm`],
  });
});
