import { describe, expect, test } from 'vitest';
import { readPi, withinLimits } from '../../../src/physics/generator.js';

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
