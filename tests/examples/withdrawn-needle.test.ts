import { expect, test } from 'vitest';
import { curves, picture, rows } from '../../examples/withdrawn-needle.js';
import { expectShown } from './shown-picture.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

const after20s = (name: string): number => {
  const { points = [] } = curves.find((curve) => curve.name === name) ?? {};
  return points.find(([time]) => time === 20)?.[1] ?? NaN;
};

test('without the needle tissue stays warmer beside the tip, and cooler beside the shaft, by less than a degree', () => {
  const tip = after20s('beside the tip, withdrawn') - after20s('beside the tip, in place');
  const shaft = after20s('beside the shaft, withdrawn') - after20s('beside the shaft, in place');
  expect(tip).toBeGreaterThan(0.1);
  expect(tip).toBeLessThan(1);
  expect(shaft).toBeLessThan(-0.05);
  expect(shaft).toBeGreaterThan(-1);
});

test('all curves begin where the heating ended', () => {
  const [tip, shaft, tipOut, shaftOut] = curves.map(({ points }) => points[0]?.[1]);
  expect([tipOut, shaftOut]).toEqual([tip, shaft]);
});

test('the lesion hardly differs', () => {
  const [inPlace = {}, withdrawn = {}] = rows;
  expect(Math.abs(parseFloat(withdrawn['width'] ?? '') - parseFloat(inPlace['width'] ?? ''))).toBeLessThan(
    0.03,
  );
  expect(Math.abs(parseFloat(withdrawn['length'] ?? '') - parseFloat(inPlace['length'] ?? ''))).toBeLessThan(
    0.1,
  );
});

test('the picture is well formed', () => {
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
});

test('the gallery says what it finds, and shows its picture', () => {
  const [inPlace, withdrawn] = rows.map((row) => row['length'] ?? 'none');
  expectShown('withdrawn-needle', {
    picture,
    finding: [`${inPlace} mm long where the needle stays`, `${withdrawn} mm where it is drawn out`],
  });
});
