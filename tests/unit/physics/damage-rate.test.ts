import { describe, expect, test } from 'vitest';
import { kinetics, threeStateKinetics } from '../../../src/index.js';
import { arrheniusRate, cem43Rate, kinksOf, lowestOf } from '../../../src/physics/damage-rate.js';
import { equivalentTemperature } from '../../../src/physics/equivalent-temperature.js';
import { type DamageRule, keyOfRule } from '../../../src/problem/criterion.js';

const branch = { frequencyFactor: 7.39e39, activationEnergy: 257_700 };
const ruleOf = (...branches: object[]): DamageRule & { kind: 'arrhenius' } => ({
  kind: 'arrhenius',
  kinetics: { branches: branches.map((one) => ({ ...branch, ...one })) },
});
const DOSE = { kind: 'cem43', rule: 'sapareto-dewey' } as const;

describe('branches', () => {
  test('both ends belong to a branch, and nothing is counted beyond', () => {
    const { kinetics: own } = ruleOf({ from: 45, to: 50 });
    expect([44.9, 50.1].map((T) => arrheniusRate(own, T))).toEqual([0, 0]);
    for (const T of [45, 50]) expect(arrheniusRate(own, T)).toBeGreaterThan(0);
  });

  test('kinks are at their ends, and counting begins at the lowest', () => {
    expect(kinksOf(ruleOf({ from: 45, to: 50 }))).toEqual([45, 50]);
    expect(kinksOf(DOSE)).toEqual([43]);
    expect(kinksOf({ kind: 'cem43', rule: 'iso' })).toEqual([39, 43]);
    expect([ruleOf({ from: 45 }), ruleOf({}), DOSE].map(lowestOf)).toEqual([45, -Infinity, -Infinity]);
    expect(lowestOf({ kind: 'cem43', rule: 'iso' })).toBe(39);
  });
});

describe('the equivalent temperature', () => {
  test('is that of half the time of heating, and goes back', () => {
    const { of, back } = equivalentTemperature({ kind: 'cem43', rule: 'iso' }, 120);
    expect(of(cem43Rate(55))).toBeCloseTo(55, 6); // one minute
    for (let T = 35; T < 90; T += 0.7) expect(of(back(T))).toBeCloseTo(T, 9);
    expect(of(0)).toBe(-Infinity);
    expect(of(Infinity)).toBeLessThan(400);
  });

  test('has no kink where the rate has one', () => {
    const { back } = equivalentTemperature(DOSE, 120);
    const slope = (T: number): number => Math.log(back(T + 0.25) / back(T)) / 0.25;
    expect(slope(42.75) / slope(43)).toBeLessThan(1.2);
    expect(slope(30)).toBeCloseTo(Math.log(4), 6);
    expect(slope(60)).toBeCloseTo(Math.log(2), 6);
  });

  test('takes a kink within two degrees to either side, by weights that fall off on a straight line', () => {
    const { back } = equivalentTemperature(DOSE, 120);
    const at43 = 252; // node, of steps of 0.25 K from −20 °C
    const log = (n: number): number => Math.log(back(-20 + n / 4));
    for (let m = -10; m <= 10; m++) {
      const bend = log(at43 + m + 1) - 2 * log(at43 + m) + log(at43 + m - 1);
      const weight = Math.max(9 - Math.abs(m), 0) / 81; // 9 + 2 (8 + … + 1) = 81
      expect(bend).toBeCloseTo((-weight * Math.log(2)) / 4, 12); // of the slope's fall from ln 4 to ln 2
    }
  });

  test('a node just below a branch has the rate of its lower end', () => {
    // Both have the same rate at all nodes but that of 50 °C, which counts 1/81 two degrees on.
    const [onNode, beyond] = [50, 50.05].map((from) => equivalentTemperature(ruleOf({ from }), 120));
    const { kinetics: own } = ruleOf({});
    const ratio = arrheniusRate(own, 50.05) / arrheniusRate(own, 50);
    expect(81 * Math.log(beyond!.back(52) / onNode!.back(52))).toBeCloseTo(Math.log(ratio), 8);
  });

  test.each([
    ['a gap', ruleOf({ to: 50 }, { from: 52 })],
    ['a lower end', ruleOf({ from: 50 })],
    ['an upper end', ruleOf({ to: 50 })],
    ['a branch between two nodes', ruleOf({ from: 50.05, to: 50.2 })],
  ])('goes on through %s at about the slope of the rate', (_, rule) => {
    const { of, back } = equivalentTemperature(rule, 120);
    for (let T = 44; T < 57; T += 0.3) {
      expect(of(back(T))).toBeCloseTo(T, 6);
      expect(back(T + 1)).toBeGreaterThan(1.05 * back(T));
    }
  });
});

test('a rule’s key changes with every one of its numbers', () => {
  const k = threeStateKinetics.oneill;
  const threeState = (changed: object): string =>
    keyOfRule({ kind: 'three-state', kinetics: { ...k, ...changed } });
  for (const name of [
    'forwardRate',
    'backwardRate',
    'temperatureScale',
    'offset',
    'initialAlive',
    'initialDead',
  ]) {
    expect(threeState({ [name]: 0.123 }), name).not.toBe(threeState({}));
  }
  const full = { from: 45, to: 60 };
  for (const name of ['from', 'to', 'frequencyFactor', 'activationEnergy']) {
    expect(keyOfRule(ruleOf({ ...full, [name]: 50 })), name).not.toBe(keyOfRule(ruleOf(full)));
  }
  expect(keyOfRule({ kind: 'arrhenius', kinetics: kinetics.liverCoagulation })).toBe(keyOfRule(ruleOf({})));
});
