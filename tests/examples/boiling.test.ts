import { expect, test } from 'vitest';
import { lesion, picture, summary } from '../../examples/boiling.js';
import { expectShown } from './shown-picture.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

test('tissue boils, and the generator rolls off within a quarter of a minute', () => {
  const { outcome, warnings } = lesion;
  if (outcome.kind !== 'limited') throw new Error('It never rolls off.');
  expect(outcome.reason).toBe('roll-off');
  expect(outcome.time).toBeGreaterThan(10);
  expect(outcome.time).toBeLessThan(16);
  expect(warnings.map(({ code }) => code)).toContain('boiling');
});

test('the power stops, and the lesion is that of the seconds before', () => {
  const { power, impedance, time } = lesion.history;
  const at = time.findIndex((t) => t >= 20);
  expect(power[5]).toBeCloseTo(4, 6);
  expect(power[at]).toBe(0);
  const lowest = Math.min(...impedance!.subarray(1));
  expect(lowest).toBeGreaterThan(105);
  expect(lowest).toBeLessThan(125);
  expect(Math.max(...impedance!)).toBeGreaterThan(2 * lowest);
  expect(1e3 * lesion.width.value).toBeGreaterThan(5.9);
  expect(1e3 * lesion.width.value).toBeLessThan(6.9);
});

test('the picture is well formed and marks the roll-off', () => {
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  expect(picture).toContain(`roll-off at ${summary['rolls off at'] ?? ''}`);
});

test('the gallery says what it finds, and shows its picture', () => {
  const { 'rolls off at': time, 'lowest impedance': low, 'highest impedance': high, width } = summary;
  expectShown('boiling', {
    picture,
    finding: [`rolls off at ${time}`, `from ${low} to ${high}`, `${width}`],
  });
});
