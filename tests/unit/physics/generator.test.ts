import { describe, expect, test } from 'vitest';
import { readPi, withinLimits } from '../../../src/physics/generator.js';
import { tissueLaw } from '../../../src/physics/tissue-law.js';

const none = { maxPower: Infinity, maxVoltage: Infinity, maxCurrent: Infinity };

describe('limits', () => {
  test('the tightest one holds, and says which it is', () => {
    expect(withinLimits(400, 100, none)).toEqual({ squaredVoltage: 400, limit: null });
    expect(withinLimits(400, 100, { ...none, maxPower: 2 })).toEqual({
      squaredVoltage: 200,
      limit: 'maxPower',
    });
    expect(withinLimits(400, 100, { ...none, maxVoltage: 10 })).toEqual({
      squaredVoltage: 100,
      limit: 'maxVoltage',
    });
    expect(withinLimits(400, 100, { maxPower: 2, maxVoltage: 10, maxCurrent: 0.05 })).toEqual({
      squaredVoltage: 25,
      limit: 'maxCurrent',
    });
    expect(withinLimits(-5, 100, none).squaredVoltage).toBe(0);
  });
});

describe('PI control', () => {
  const gains = { proportional: 0.5, integral: 0.1, interval: 0.2 };

  test('power is proportional to the error plus its integral', () => {
    const { integral, demand } = readPi(gains, 1, 3, 50);
    expect(integral).toBeCloseTo(1.06, 12);
    expect(demand).toBeCloseTo(2.56, 12);
  });

  test('the integral waits while the power is at its limit, and goes on when the error turns', () => {
    expect(readPi(gains, 4, 30, 5)).toEqual({ integral: 4, demand: 5 });
    expect(readPi(gains, 0, -10, 5)).toEqual({ integral: 0, demand: 0 });
    expect(readPi(gains, 6, -1, 5).integral).toBeLessThan(6);
  });
});

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
    expect([0, 20, 30, 40, 60, 80, 99].map((T) => law.at(T))).toEqual([1, 1, 1.5, 2, 3, 4, 4]);
  });

  test('a number is constant', () => {
    expect(tissueLaw(0.3).isConstant).toBe(true);
    expect(tissueLaw(0.3).at(55)).toBe(0.3);
  });
});
