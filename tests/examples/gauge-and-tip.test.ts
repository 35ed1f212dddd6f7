import { cannula, estimateLesion, tissues } from 'rf-lesion';
import { expect, test } from 'vitest';
import { needles, picture, rows } from '../../examples/gauge-and-tip.js';
import { expectShown } from './shown-picture.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

const lesionOf = (gauge: number, tipLength: number) =>
  needles.find((one) => one.gauge === gauge && one.tipLength === tipLength)!.lesion;

test('a thicker needle makes a larger lesion in every direction', () => {
  for (const tip of [2e-3, 5e-3, 10e-3]) {
    for (const [thin, thick] of [
      [22, 20],
      [20, 18],
      [18, 16],
    ] as const) {
      for (const size of ['width', 'length', 'distalReach'] as const) {
        const [a, b] = [lesionOf(thin, tip)[size], lesionOf(thick, tip)[size]];
        expect(b.value - a.value).toBeGreaterThan(a.numericalError! + b.numericalError!);
      }
    }
  }
});

test('a longer tip makes it wider and longer, and moves its reach beyond the end by less than a tenth', () => {
  for (const gauge of [22, 20, 18, 16]) {
    const [short, middle, long] = [2e-3, 5e-3, 10e-3].map((tip) => lesionOf(gauge, tip));
    for (const size of ['width', 'length'] as const) {
      expect(middle![size].value).toBeGreaterThan(short![size].value);
      expect(long![size].value).toBeGreaterThan(middle![size].value);
    }
    expect(long!.distalReach.value / short!.distalReach.value).toBeGreaterThan(1);
    expect(long!.distalReach.value / short!.distalReach.value).toBeLessThan(1.1);
  }
});

test('draft bars hold the width at standard resolution', () => {
  const { width } = estimateLesion({
    electrode: cannula({ gauge: 18, tipLength: 10e-3 }),
    tissue: tissues.muscle,
    heating: { kind: 'temperature', target: 80, ramp: 10, duration: 90 },
  });
  const draft = lesionOf(18, 10e-3).width;
  expect(Math.abs(draft.value - width.value)).toBeLessThan(draft.numericalError! + width.numericalError!);
});

test('the picture is well formed, with a bar for each of three sizes of twelve needles', () => {
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  expect(picture.match(/<(?:circle|rect x="[^"]*" y="[^"]*" width="7.2")/g)).toHaveLength(36);
  for (const words of ['22 G<', '16 G<', '10 mm<', 'reach beyond the end']) expect(picture).toContain(words);
});

test('the gallery says what it finds, and shows its picture', () => {
  const rowOf = (tip: string, gauge: string) =>
    rows.find((row) => row['tip'] === tip && row['gauge'] === gauge);
  const [thin, thick] = ['22 G', '16 G'].map((gauge) => rowOf('5 mm', gauge)?.['width'] ?? 'none');
  const [short, long] = ['2 mm', '10 mm'].map((tip) => rowOf(tip, '22 G')?.['length'] ?? 'none');
  const reaches = ['22 G', '16 G'].map((gauge) => {
    const [first, last] = ['2 mm', '10 mm'].map((tip) => rowOf(tip, gauge)?.['beyond the end'] ?? 'none');
    return `${first} and ${last} mm at ${gauge}`;
  });
  expectShown('gauge-and-tip', {
    picture,
    finding: [`${thick} instead of ${thin} mm wide`, `${long} instead of ${short} mm long`, ...reaches],
  });
});
