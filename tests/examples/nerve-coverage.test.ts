import { measureCoverage, measureMargin, pointToNeedle } from 'rf-lesion';
import { expect, test } from 'vitest';
import { inMillimetres } from '../../examples/millimetres.js';
import { lesion, nerve, picture, placements, poseAt, rows, spared } from '../../examples/nerve-coverage.js';
import { expectShown } from './shown-picture.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

const at = (angle: number, gap: number) => placements.find((one) => one.angle === angle && one.gap === gap)!;
const ANGLES = [0, 30, 60, 90];
const GAPS = [0, 1, 2, 3, 3.5, 4];

test('the nearer the needle is to parallel, the more of the nerve it covers and the more it spares', () => {
  for (const gap of GAPS) {
    for (const [k, angle] of ANGLES.slice(1).entries()) {
      const [steeper, flatter] = [at(angle, gap), at(ANGLES[k]!, gap)];
      if (gap < 4) expect(flatter.covered.value).toBeGreaterThan(steeper.covered.value);
      expect(flatter.margin.value).toBeGreaterThan(steeper.margin.value);
    }
  }
});

test('the farther off, the less is covered and the larger is the margin', () => {
  for (const angle of ANGLES) {
    const row = GAPS.map((gap) => at(angle, gap));
    const [covered, margins] = [row.map((one) => one.covered.value), row.map((one) => one.margin.value)];
    expect(covered).toEqual(covered.toSorted((a, b) => b - a));
    expect(margins).toEqual(margins.toSorted((a, b) => a - b));
    expect(covered.at(-1)).toBe(0);
  }
});

test('a nerve that the border grazes has the widest bar', () => {
  for (const angle of ANGLES) {
    expect(at(angle, 3.5).covered.numericalError).toBeGreaterThan(3 * at(angle, 0).covered.numericalError!);
  }
});

test('the middle of the nerve lies beside the middle of the tip, at the stated gap', () => {
  for (const angle of ANGLES) {
    const [x, y, z] = pointToNeedle(poseAt(angle, 2), [40, 50, 80]);
    expect(1e3 * z).toBeCloseTo(5, 9);
    expect(1e3 * (Math.hypot(x, y) - 0.635e-3 - 0.5e-3)).toBeCloseTo(2, 9);
  }
});

test('placed by hand in needle coordinates, a parallel and a crossing nerve are covered as much', () => {
  const distance = 0.635e-3 + 0.5e-3 + 2e-3;
  const parallel = [
    [distance, 0, -5e-3],
    [distance, 0, 15e-3],
  ] as const;
  const crossing = [
    [distance, -10e-3, 5e-3],
    [distance, 10e-3, 5e-3],
  ] as const;
  for (const [angle, path] of [
    [0, parallel],
    [90, crossing],
  ] as const) {
    const { lesion: own } = measureCoverage(lesion, { path, radius: 1e-3 * nerve.radius });
    const covered = at(angle, 2).covered;
    expect(1e6 * Math.abs(own.length.value - covered.value)).toBeLessThan(1); // [µm]
    expect(at(angle, 2).fraction.value).toBeCloseTo(covered.value / 20e-3, 9);
  }
});

test('what is spared is as far as a ball in needle coordinates', () => {
  if (spared.kind !== 'sphere') throw new Error('It is a ball.');
  // Straight ahead of a crossing needle: 13 mm in front of the middle of its tip, as high above as the needle is.
  const center = [1e-3 * (0 + 0.5) + 0.635e-3, 0, 5e-3 - 13e-3] as const;
  const { lesion: margin } = measureMargin(lesion, { kind: 'sphere', center, radius: 2e-3 });
  expect(1e6 * Math.abs(margin.value - at(90, 0).margin.value)).toBeLessThan(1); // [µm]
});

test('the picture is well formed, and says every angle', () => {
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  for (const angle of ANGLES) expect(picture).toContain(`>${angle}°<`);
  expect(rows).toHaveLength(ANGLES.length * GAPS.length);
});

test('the gallery says what it finds, and shows its picture', () => {
  const [along, across] = [at(0, 0), at(90, 0)];
  expectShown('nerve-coverage', {
    picture,
    finding: [
      `covers ${inMillimetres(along.covered)} mm of it`,
      `${inMillimetres(across.covered)} mm when it points across`,
      `${inMillimetres(along.margin)} and ${inMillimetres(across.margin)} mm away`,
    ],
  });
});
