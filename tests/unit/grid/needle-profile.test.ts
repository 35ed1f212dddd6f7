import { expect, test } from 'vitest';
import {
  heightAt,
  type NeedleProfile,
  radiusAt,
  volumeBelow,
  volumeInRing,
} from '../../../src/grid/needle-profile.js';

const round: NeedleProfile = { end: 'hemisphere', radius: 2 };

test('radius and height of a rounded end are inverse to each other', () => {
  for (const r of [0, 0.3, 1, 1.9, 2]) expect(radiusAt(round, heightAt(round, r))).toBeCloseTo(r, 10);
  expect(radiusAt(round, -1)).toBe(0);
  expect(radiusAt(round, 5)).toBe(2);
});

test('a full hemisphere, and rings of it, by hand', () => {
  expect(volumeBelow(round, 2)).toBeCloseTo((2 / 3) * Math.PI * 8, 12);
  expect(volumeBelow({ end: 'flat', radius: 2 }, 3)).toBeCloseTo(12 * Math.PI, 12);
  expect(volumeInRing(round, 0, 2, 0, 2)).toBeCloseTo((2 / 3) * Math.PI * 8, 12);
  expect(volumeInRing(round, 3, 4, 0, 2)).toBe(0);
  expect(volumeInRing(round, 0, 9, -5, -1)).toBe(0);
});

const pointed: NeedleProfile = { end: 'cone', radius: 2, coneLength: 3 };

test('a cone by hand', () => {
  expect(volumeBelow(pointed, 3)).toBeCloseTo(4 * Math.PI, 12);
  expect(volumeInRing(pointed, 0, 2, 0, 3)).toBeCloseTo(4 * Math.PI, 12);
  for (const r of [0, 0.3, 1, 1.9, 2]) expect(radiusAt(pointed, heightAt(pointed, r))).toBeCloseTo(r, 10);
});

test.each([round, pointed])('rings add up to the whole: $end', (profile) => {
  let sum = 0;
  for (let i = 0; i < 7; i++) {
    for (let j = 0; j < 9; j++)
      sum += volumeInRing(profile, 0.31 * i, 0.31 * (i + 1), 0.5 * j - 1, 0.5 * (j + 1) - 1);
  }
  expect(sum).toBeCloseTo(volumeBelow(profile, 3.5), 10);
});
