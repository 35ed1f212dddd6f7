import { expect, test } from 'vitest';
import { lesion, picture, rows, summary } from '../../examples/pulsed-rf.js';
import { expectShown } from './shown-picture.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

const pulse = lesion.stages[0]!.pulse!;

test('the voltage is lowered to keep the sensor at 42 °C, and no tissue is destroyed', () => {
  expect(pulse.sensor.mean.value).toBeCloseTo(42, 1);
  expect(pulse.voltage.value).toBeGreaterThan(18.5);
  expect(pulse.voltage.value).toBeLessThan(20);
  expect(lesion.width.value).toBe(0);
});

test('the hottest tissue goes about a degree beyond its mean within a pulse', () => {
  const { mean, peak } = pulse.hottest;
  expect(peak.value - mean.value).toBeGreaterThan(0.5);
  expect(peak.value - mean.value).toBeLessThan(2.5);
  expect(summary['sensor, mean']).toMatch(/^42\.00 ± 0\.\d\d °C$/);
});

test('the field falls with distance, from 14 kV/m beside the tip and 20 kV/m ahead of the end', () => {
  const { besideTip, aheadOfEnd } = pulse.field;
  expect(besideTip[0]!.value).toBeCloseTo(13.7e3, -3);
  expect(aheadOfEnd[0]!.value).toBeCloseTo(19.8e3, -3);
  for (const side of [besideTip, aheadOfEnd]) {
    const values = side.map(({ value }) => value);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    for (const { value, numericalError } of side) expect(numericalError! / value).toBeLessThan(0.05);
  }
  expect(rows.map(({ distance }) => distance)).toEqual(['0.1 mm', '0.5 mm', '1 mm', '2 mm']);
});

test('the picture is well formed', () => {
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  expect(picture).toContain('20 ms at 2 Hz');
});

test('the gallery says what it finds, and shows its picture', () => {
  const { 'voltage while a pulse is on': voltage, 'sensor, within a pulse': sensor } = summary;
  const [nearest] = rows;
  expectShown('pulsed-rf', {
    picture,
    finding: [`${sensor} within a pulse of ${voltage}`, nearest?.distance, nearest?.['beside the tip']].map(
      (words) => words ?? 'none',
    ),
  });
});
