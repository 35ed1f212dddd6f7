import { cannula, estimateLesion, tissues } from 'rf-lesion';
import { expect, test } from 'vitest';
import { curves, picture, rows, timeNeeded, WANTED } from '../../examples/choosing-settings.js';
import { inMillimetres } from '../../examples/millimetres.js';
import { expectShown } from './shown-picture.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

test('longer is wider at every temperature, and hotter is wider at every time, by more than the bars', () => {
  for (const [n, { points }] of curves.entries()) {
    for (const [k, { width }] of points.entries()) {
      const bar = 2 * width.numericalError!;
      const [before, cooler] = [points[k - 1], curves[n - 1]?.points[k]];
      if (before) expect(width.value - before.width.value).toBeGreaterThan(bar);
      if (cooler) expect(width.value - cooler.width.value).toBeGreaterThan(bar);
    }
  }
});

test('hotter needs less time, and too cool never gets there', () => {
  const times = curves.map(({ timeNeeded: time }) => time);
  expect(times[0]).toBeNull();
  const [, ...needed] = times;
  expect(needed.every((time) => time !== null)).toBe(true);
  expect(needed).toEqual(needed.toSorted((a, b) => b! - a!));
});

test('a direct estimate at the time needed is as wide as wanted, within its bar', () => {
  for (const { temperature, timeNeeded: time } of curves) {
    if (time === null) continue;
    const { width } = estimateLesion({
      electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
      tissue: tissues.muscle,
      heating: { kind: 'temperature', target: temperature, ramp: 10, duration: Number(time.toFixed(0)) },
    });
    expect(Math.abs(width.value - WANTED)).toBeLessThan(2 * width.numericalError!);
  }
});

test('the time needed is exact for a width that grows with the logarithm of time, and null beyond the ends', () => {
  const points = [30, 70, 200].map((duration) => ({
    duration,
    width: { value: 1e-3 * Math.log(duration), numericalError: null },
  }));
  expect(timeNeeded(points, 1e-3 * Math.log(50))).toBeCloseTo(50, 9);
  expect(timeNeeded(points, 1e-3 * Math.log(200))).toBeCloseTo(200, 9);
  expect(timeNeeded(points, 1e-3 * Math.log(29))).toBeNull();
  expect(timeNeeded(points, 1e-3 * Math.log(201))).toBeNull();
});

test('the table has a dash where the width is not reached', () => {
  expect(rows.map((row) => row['for 8 mm'] === '–')).toEqual([true, false, false, false]);
  expect(rows[2]?.['120 s']).toBe(inMillimetres(curves[2]!.points[2]!.width));
});

test('the picture is well formed, and names every temperature', () => {
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  for (const { temperature } of curves) expect(picture).toContain(`${temperature} °C<`);
});

test('the gallery says what it finds, and shows its picture', () => {
  const times = curves.flatMap(({ temperature, timeNeeded: time }) =>
    time === null ? [] : [`${time.toFixed(0)} s at ${temperature} °C`],
  );
  const most = inMillimetres(curves[0]!.points.at(-1)!.width);
  expectShown('choosing-settings', { picture, finding: [...times, `${most} mm wide`] });
});
