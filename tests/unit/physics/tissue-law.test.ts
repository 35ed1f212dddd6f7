import { describe, expect, test } from 'vitest';
import { tissueLaw } from '../../../src/physics/tissue-law.js';

describe('tissue laws', () => {
  test('linear with a cap', () => {
    const law = tissueLaw({ kind: 'linear', value: 0.5, coefficient: 0.02, reference: 37, cap: 100 });
    expect(law.at(37)).toBe(0.5);
    expect(law.at(87)).toBeCloseTo(1, 12);
    expect(law.at(150)).toBe(law.at(100));
    const out = new Float64Array(2);
    law.fill(Float64Array.from([37, 150]), out);
    expect([...out]).toEqual([0.5, law.at(100)]);
  });

  test('table, constant beyond its ends', () => {
    const law = tissueLaw({ kind: 'table', temperature: [20, 40, 80], value: [1, 2, 4] });
    const [T, values] = [
      [0, 20, 30, 40, 60, 80, 99],
      [1, 1, 1.5, 2, 3, 4, 4],
    ];
    expect(T.map((t) => law.at(t))).toEqual(values);
    const out = new Float64Array(T.length);
    law.fill(Float64Array.from(T), out);
    expect([...out]).toEqual(values);
  });

  test('a number, a line without a slope and a flat table are constant', () => {
    expect(tissueLaw({ kind: 'linear', value: 0.5, coefficient: 0, reference: 37 }).isConstant).toBe(true);
    expect(tissueLaw({ kind: 'table', temperature: [20, 80], value: [2, 2] }).isConstant).toBe(true);
    expect(tissueLaw({ kind: 'linear', value: 0.5, coefficient: 0.01, reference: 37 }).isConstant).toBe(
      false,
    );
    expect(tissueLaw({ kind: 'table', temperature: [20, 80], value: [2, 3] }).isConstant).toBe(false);
    expect(tissueLaw(0.3).isConstant).toBe(true);
    expect(tissueLaw(0.3).at(55)).toBe(0.3);
  });

  test('the integral follows every kink, and changes its sign with its direction', () => {
    const capped = tissueLaw({ kind: 'linear', value: 2, coefficient: 0.1, reference: 30, cap: 50 });
    // 2 to 6 over 20 K, then 6 over 10 K
    expect(capped.integral(30, 60)).toBeCloseTo(80 + 60, 12);
    expect(capped.integral(60, 30)).toBeCloseTo(-140, 12);
    const table = tissueLaw({ kind: 'table', temperature: [20, 40, 80], value: [1, 2, 4] });
    expect(table.integral(10, 90)).toBeCloseTo(10 + 30 + 120 + 40, 12);
    expect(tissueLaw(3).integral(20, 50)).toBe(90);
  });
});
