import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lesion, picture } from '../../examples/first-lesion.js';
import { inMillimetres } from '../../examples/millimetres.js';
import { expectShown } from './shown-picture.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

/** A README does not want a larger picture [bytes]. */
const LARGEST_PICTURE = 200_000;

describe('the first lesion', () => {
  test('is of the size that the model gives for this needle', () => {
    expect(1e3 * lesion.width.value).toBeGreaterThan(7.4);
    expect(1e3 * lesion.width.value).toBeLessThan(7.56);
    expect(1e3 * lesion.length.value).toBeGreaterThan(10.4);
    expect(1e3 * lesion.length.value).toBeLessThan(10.8);
    expect(1e9 * lesion.volume.value).toBeGreaterThan(280);
    expect(1e9 * lesion.volume.value).toBeLessThan(295);
    expect(lesion.outcome).toEqual({ kind: 'completed' });
    expect(lesion.warnings).toEqual([]);
  });

  test('has an error bar below half a percent of its width', () => {
    expect(lesion.width.numericalError).toBeGreaterThan(0);
    expect(lesion.width.numericalError).toBeLessThan(0.005 * lesion.width.value);
  });

  test('is drawn into a small, well-formed file', () => {
    expect(existsSync('out/first-lesion.svg')).toBe(true);
    expect(Buffer.byteLength(picture)).toBeLessThan(LARGEST_PICTURE);
    expect(unclosedTags(picture)).toEqual([]);
    expect(missingNumbers(picture)).toEqual([]);
  });

  test.each([
    '22 G cannula',
    'muscle',
    'start at 37 °C',
    'RF current, 80 °C at the sensor for 90 s',
    '45 °C',
    '50 °C',
    '55 °C',
    '60 °C',
  ])('says "%s" in the picture', (words) => {
    expect(picture).toContain(words);
  });

  test('shows the width with its bar, which covers the one computed', () => {
    const [, value, bar] = /50 °C: ([\d.]+) ± ([\d.]+) mm \(numerical\)/.exec(picture) ?? [];
    const { value: width, numericalError } = lesion.width;
    expect(Number(bar)).toBeGreaterThanOrEqual(
      Math.abs(1e3 * width - Number(value)) + 1e3 * numericalError! - 1e-12,
    );
  });
});

test('the gallery says what it finds, and shows its picture', () => {
  expectShown('first-lesion', {
    picture,
    finding: [`${inMillimetres(lesion.width)} mm wide`, `${inMillimetres(lesion.length)} mm long`],
  });
});
