import { expect, test } from 'vitest';
import { lesion, picture, rows } from '../../examples/palisade-strip.js';
import { expectShown } from './shown-picture.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

test('the strip grows by the 5 mm that the needle is withdrawn, and is in one piece', () => {
  const lengths = lesion.stages.map(({ size }) => 1e3 * size.length.value);
  const steps = lengths.slice(1).map((length, k) => length - lengths[k]!);
  expect(lengths[0]).toBeCloseTo(10.1, 1);
  for (const step of steps) expect(Math.abs(step - 5)).toBeLessThan(0.25);
  expect(lesion.border.contours).toHaveLength(1);
  expect(lesion.stages.map(({ position }) => Math.round(1e3 * position))).toEqual([0, 5, 10, 15]);
  expect(rows).toHaveLength(4);
});

test('warm tissue makes the later stages wider', () => {
  const [first, ...later] = lesion.stages.map(({ size }) => 1e3 * size.width.value);
  expect(first).toBeCloseTo(6.88, 1);
  expect(Math.abs(later[2]! - 7.8)).toBeLessThan(0.1);
  expect(later).toEqual(later.toSorted((a, b) => a - b));
});

test('the picture is well formed and small', () => {
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  expect(Buffer.byteLength(picture)).toBeLessThan(200_000);
  expect(picture).toContain(`${(1e3 * lesion.length.value).toFixed(1)} mm long`);
});

test('the gallery says what it finds, and shows its picture', () => {
  const [first, last] = [rows[0], rows.at(-1)];
  expectShown('palisade-strip', {
    picture,
    finding: [
      `${last?.['length'] ?? 'none'} mm long`,
      `${last?.['width'] ?? 'none'} instead of ${first?.['width'] ?? 'none'} mm`,
    ],
  });
});
