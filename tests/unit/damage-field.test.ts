import { expect, test } from 'vitest';
import { borderScale, continueOutwards } from '../../src/damage-field.js';
import { threeStateKinetics } from '../../src/index.js';
import { gridAt } from '../support/exact-lesions.js';

test('cells without damage go on outwards as those before them fall, in all directions', () => {
  const grid = gridAt(0.2e-3, 1.3);
  const { nr, r, z, isTissue } = grid;
  const cone = (c: number): number => 60 - 5e3 * Math.hypot(r[c % nr]!, z[Math.floor(c / nr)]! - 1e-3);
  const field = Float64Array.from({ length: grid.size }, (_, c) => (cone(c) >= 39 ? cone(c) : -Infinity));
  const out = continueOutwards(grid, field, Infinity);
  for (let c = 0; c < grid.size; c++) {
    if (isTissue[c] === 0) expect(Number.isFinite(out[c])).toBe(true);
    else if (field[c]! > -Infinity) expect(out[c]).toBe(field[c]);
    else expect(out[c], `${c}`).toBeGreaterThan(-999);
  }
  const j = z.findIndex((height) => height > 2e-3);
  const first = field
    .subarray(j * nr, (j + 1) * nr)
    .findIndex((T, i) => T === -Infinity && isTissue[j * nr + i] === 1);
  const c = j * nr + first;
  expect(out[c]).toBeCloseTo(2 * field[c - 1]! - field[c - 2]!, 9);
});

test('no such cell gets more than it may, and a field without them stays as it is', () => {
  const grid = gridAt(0.2e-3, 1.3);
  const field = new Float64Array(grid.size).fill(50);
  expect(continueOutwards(grid, field, 40)).toBe(field);
  field[grid.size - 1] = -Infinity;
  expect(continueOutwards(grid, field, 40).at(-1)).toBe(40);
});

test('the odds of being dead: finite at both ends, and back', () => {
  const scale = borderScale({ kind: 'three-state', kinetics: threeStateKinetics.oneill }, 90);
  const alive = Float64Array.of(1, 0.99, 0.5, 1e-9, 0);
  const field = scale.field({ kind: 'three-state', alive, vulnerable: new Float64Array(5) });
  field.forEach((value, c) => {
    expect(Number.isFinite(value)).toBe(true);
    expect(scale.damage(value)).toBeCloseTo(1 - alive[c]!, 12);
  });
  expect(scale.level(0.5)).toBe(0);
});
