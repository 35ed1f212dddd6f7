// Damage rules against exact answers: time to threshold at constant temperature, and a straight ramp, for which
//   Ω = (A/β) [T e^(−c/T) − c E₁(c/T)],  c = E_a/R,  β = dT/dt   and   CEM43 = Σ (R^(43 − T₁) − R^(43 − T₀))/(−β ln R)
import { describe, expect, test } from 'vitest';
import {
  type Criterion,
  damageAt,
  kinetics,
  type KineticsName,
  simulate,
  threeStateKinetics,
} from '../../src/index.js';
import { damageModel, type DamageState } from '../../src/physics/damage.js';
import { arrheniusRate, cem43Rate } from '../../src/physics/damage-rate.js';
import { type DamageRule, ruleOf, type ThreeStateKinetics } from '../../src/problem/criterion.js';
import { claim, DERIVED } from '../support/claims.js';
import { feProblem } from '../support/problems.js';
import { arrheniusIntegral } from '../support/special-functions.js';
import published from './damage-constant.json';

const R = 8.314462618; // [J/(mol·K)]
const NAMES = Object.keys(kinetics) as KineticsName[];
const TEMPERATURES = [45, 47.013, 50, 52.37, 55, 56.9, 60]; // on the nodes of the table and between them

/** Damage after going through temperatures in straight lines, by equal steps within each of them. */
function after(
  rule: DamageRule,
  stages: readonly (readonly [to: number, time: number])[],
  steps: number,
): DamageState {
  const model = damageModel(rule);
  const state = model.start(1, stages[0]![0]);
  let [from] = stages[0]!;
  for (const [to, time] of stages.slice(1)) {
    for (let n = 0; n < steps; n++) {
      const at = (k: number): Float64Array => Float64Array.of(from + ((to - from) * k) / steps);
      model.accumulate(state, at(n), at(n + 1), time / steps);
    }
    from = to;
  }
  return state;
}

const sumOf = (state: DamageState): number => (state.kind === 'three-state' ? NaN : state.sum[0]!);
const deadOf = (state: DamageState): number =>
  state.kind === 'three-state' ? 1 - state.alive[0]! - state.vulnerable[0]! : NaN;
const relative = (a: number, b: number): number => Math.abs(a / b - 1);

describe('rates', () => {
  test.each(NAMES)('%s: A exp(−E_a/(R T)) to 1e-6, by itself and from the table', (name) => {
    const { branches } = kinetics[name];
    for (const T of TEMPERATURES) {
      const { frequencyFactor, activationEnergy } = branches.findLast(({ from = -Infinity }) => T >= from)!;
      const exact = frequencyFactor * Math.exp(-activationEnergy / (R * (T + 273.15)));
      expect(relative(arrheniusRate(kinetics[name], T), exact)).toBeLessThan(1e-6);
      const counted = sumOf(
        after(
          { kind: 'arrhenius', kinetics: kinetics[name] },
          [
            [T, 0],
            [T, 60],
          ],
          7,
        ),
      );
      claim(
        {
          id: 'damage/rates',
          kind: 'exact solutions',
          claim: 'Ω at constant temperature, all kinetics, 45 to 60 °C',
          definition: 'A exp(−E_a/(R T)) times the time',
          source: DERIVED,
          unit: '%',
        },
        { kind: 'worst', errors: [relative(counted, 60 * exact)], below: 2e-6 },
      );
    }
  });

  test('CEM43: the breakpoint, and both forms on either side of it', () => {
    const near = (rates: readonly number[], exact: readonly number[]): void => {
      rates.forEach((rate, k) => {
        expect(Math.abs(rate - exact[k]!)).toBeLessThanOrEqual(2e-15 * exact[k]!);
      });
    };
    near(
      [42, 43, 44].map((T) => cem43Rate(T)),
      [0.25, 1, 2],
    );
    near(
      [38.9, 39, 42, 43, 58].map((T) => cem43Rate(T, 'iso')),
      [0, 0.25 ** 4, 0.25, 1, 2 ** 15],
    );
    near(
      [38.9, 39, 42, 43].map((T) => cem43Rate(T, 'iso', true)),
      [0, 0.5 ** 4, 0.5, 1],
    );
  });
});

describe('ramps', () => {
  test.each(NAMES.filter((name) => kinetics[name].branches.length === 1))(
    '%s: the exponential integral to 1e-4, in one step or in many',
    (name) => {
      const { frequencyFactor, activationEnergy } = kinetics[name].branches[0]!;
      const c = activationEnergy / R;
      const kelvin = (T: number): number => T + 273.15;
      for (const [from, to] of [
        [37, 80],
        [80, 37],
        [50, 50.4],
      ] as const) {
        const exact = (frequencyFactor * 10 * arrheniusIntegral(c, kelvin(from), kelvin(to))) / (to - from);
        for (const steps of [1, 3, 40]) {
          const counted = sumOf(
            after(
              { kind: 'arrhenius', kinetics: kinetics[name] },
              [
                [from, 0],
                [to, 10],
              ],
              steps,
            ),
          );
          claim(
            {
              id: 'damage/ramps',
              kind: 'exact solutions',
              claim: 'Ω along straight ramps, in 1, 3 and 40 steps',
              definition: '(A/β) [T e^(−c/T) − c E₁(c/T)], c = E_a/R, β = dT/dt',
              source: DERIVED,
              unit: '%',
            },
            { kind: 'worst', errors: [relative(counted, exact)], below: 2e-6 },
          );
        }
      }
    },
  );

  test('CEM43 through 43 °C: both sides of the kink, in one step or in many', () => {
    const rule: DamageRule = { kind: 'cem43', rule: 'sapareto-dewey' };
    const exact = ((1 - 0.25 ** 6) / Math.log(4) + (2 ** 12 - 1) / Math.log(2)) / (18 / (30 / 60));
    for (const steps of [1, 7, 100]) {
      const counted = sumOf(
        after(
          rule,
          [
            [37, 0],
            [55, 30],
          ],
          steps,
        ),
      );
      claim(
        {
          id: 'damage/cem43',
          kind: 'exact solutions',
          claim: 'CEM43 along a ramp through 43 °C, in 1, 7 and 100 steps',
          definition: 'Σ (R^(43 − T₁) − R^(43 − T₀))/(−β ln R) on either side of 43 °C',
          source: DERIVED,
          unit: '%',
        },
        { kind: 'worst', errors: [relative(counted, exact)], below: 1e-6 },
      );
    }
  });
});

describe('the ISO form', () => {
  const rule: DamageRule = { kind: 'cem43', rule: 'iso' };

  test('counts nothing below 39 °C, and R = 0.25 on the way up', () => {
    expect(
      sumOf(
        after(
          rule,
          [
            [38.9, 0],
            [38.9, 600],
          ],
          5,
        ),
      ),
    ).toBe(0);
    expect(
      relative(
        sumOf(
          after(
            rule,
            [
              [42, 0],
              [42, 600],
            ],
            5,
          ),
        ),
        10 * 0.25,
      ),
    ).toBeLessThan(1e-6);
  });

  test('43 °C itself counts as passed, and a step through 39 and 43 °C is split at both', () => {
    const touched = after(
      rule,
      [
        [42, 0],
        [43, 0],
        [42, 0],
        [42, 600],
      ],
      1,
    );
    expect(relative(sumOf(touched), 10 * 0.5)).toBeLessThan(1e-6);
    const exact = (1 - 4 ** -4) / Math.log(4) + 3 / Math.log(2);
    expect(
      relative(
        sumOf(
          after(
            rule,
            [
              [39, 0],
              [45, 360],
            ],
            1,
          ),
        ),
        exact,
      ),
    ).toBeLessThan(1e-6);
  });

  test('keeps R = 0.5 below 43 °C once that has been passed', () => {
    const up = after(
      rule,
      [
        [42, 0],
        [45, 0],
        [42, 0],
        [42, 600],
      ],
      5,
    );
    expect(relative(sumOf(up), 10 * 0.5)).toBeLessThan(1e-6);
    const other = after(
      { kind: 'cem43', rule: 'sapareto-dewey' },
      [
        [42, 0],
        [45, 0],
        [42, 0],
        [42, 600],
      ],
      5,
    );
    expect(relative(sumOf(other), 10 * 0.25)).toBeLessThan(1e-6);
  });
});

describe('three states', () => {
  /** Dead part after a time at one temperature: explicit Euler, extrapolated twice. */
  function exactDead(k: ThreeStateKinetics, T: number, time: number): number {
    const euler = (steps: number): number => {
      let [A, V] = [k.initialAlive, 1 - k.initialAlive - k.initialDead];
      const rate = k.forwardRate * (Math.exp(T / k.temperatureScale) - (k.offset ?? 0));
      const h = time / steps;
      for (let n = 0; n < steps; n++) {
        const f = rate * (1 - A);
        [A, V] = [A + h * (k.backwardRate * V - f * A), V + h * (f * A - k.backwardRate * V - f * V)];
      }
      return 1 - A - V;
    };
    const [a, b, c] = [euler(20_000), euler(40_000), euler(80_000)];
    return (8 * c - 6 * b + a) / 3;
  }

  test.each([45, 60, 80, 95])('at %i °C: the exact dead part to 1e-6', (T) => {
    for (const k of Object.values(threeStateKinetics)) {
      for (const time of [60, 600]) {
        const counted = deadOf(
          after(
            { kind: 'three-state', kinetics: k },
            [
              [T, 0],
              [T, time],
            ],
            time / 2,
          ),
        );
        claim(
          {
            id: 'damage/three-state',
            kind: 'exact solutions',
            claim: 'Dead part by the three-state model at constant temperature',
            definition: 'Its two equations by explicit Euler of 20 000 to 80 000 steps, extrapolated twice',
            source: DERIVED,
            unit: '%',
          },
          { kind: 'worst', errors: [relative(counted, exactDead(k, T, time))], below: 1e-6 },
        );
      }
    }
  });

  test('long steps are divided, by what is fastest in them', () => {
    const rule: DamageRule = { kind: 'three-state', kinetics: threeStateKinetics.oneill };
    for (const from of [95, 37]) {
      const [one, many] = [1, 4000].map((steps) =>
        deadOf(
          after(
            rule,
            [
              [from, 0],
              [95, 60],
            ],
            steps,
          ),
        ),
      );
      expect(relative(one!, many!)).toBeLessThan(1e-6);
    }
  });

  test('fourth order in the step on a ramp', () => {
    const rule: DamageRule = { kind: 'three-state', kinetics: threeStateKinetics.oneill };
    const dead = (steps: number): number =>
      deadOf(
        after(
          rule,
          [
            [37, 0],
            [95, 300],
          ],
          steps,
        ),
      );
    const fine = dead(4000);
    const errors = [80, 160, 320].map((steps) => Math.abs(dead(steps) - fine));
    claim(
      {
        id: 'damage/three-state-order',
        kind: 'time',
        claim: 'Three-state model on a ramp: order in the step',
        definition: 'Dead part after 37 to 95 °C in 300 s',
        source: 'this package in 4000 steps',
        grids: '80, 160 and 320 steps',
        unit: '',
      },
      { kind: 'order', errors, expected: 4, accepted: [3.9, 4.1], below: 1e-6 },
    );
  });

  test('a fast way back to life is no death', () => {
    const k = {
      forwardRate: 1e-3,
      backwardRate: 10,
      temperatureScale: 10,
      initialAlive: 0.99,
      initialDead: 0.01,
    };
    const alive = (steps: number): number => {
      const state = after(
        { kind: 'three-state', kinetics: k },
        [
          [37, 0],
          [60, 11],
        ],
        steps,
      );
      return state.kind === 'three-state' ? state.alive[0]! : NaN;
    };
    expect(relative(alive(1), alive(2000))).toBeLessThan(1e-3);
  });

  test('temperatures that no tissue survives: finite, and everything dead', () => {
    const rule: DamageRule = { kind: 'three-state', kinetics: threeStateKinetics.oneill };
    expect(
      deadOf(
        after(
          rule,
          [
            [37, 0],
            [900, 5],
            [900, 60],
          ],
          10,
        ),
      ),
    ).toBe(1);
    expect(
      deadOf(
        after(
          rule,
          [
            [37, 0],
            [300, 5],
            [300, 60],
          ],
          10,
        ),
      ),
    ).toBeCloseTo(1, 9);
  });
});

describe('published figures', () => {
  const temperatureFor = (damage: (T: number) => number, threshold: number): number => {
    let [low, high] = [37, 100];
    while (high - low > 1e-6) {
      const middle = (low + high) / 2;
      if (damage(middle) < threshold) low = middle;
      else high = middle;
    }
    return low;
  };

  test.each(Object.entries(published.cem43))('CEM43 of %s min at constant temperature', (minutes, byTime) => {
    for (const [time, T] of Object.entries(byTime)) {
      const found = temperatureFor((x) => (cem43Rate(x) * Number(time)) / 60, Number(minutes));
      claim(
        {
          id: 'damage/published-cem43',
          kind: 'exact solutions',
          claim: 'Temperatures for a thermal dose within given times, as published in tenths of a degree',
          definition: 'CEM43 at constant temperature',
          source: '`tests/verification/damage-constant.json`',
          unit: '°C',
        },
        { kind: 'worst', errors: [found - T], below: 0.0501 },
      );
    }
  });

  const worked = Object.keys(published.omega1) as (keyof typeof published.omega1)[];
  test.each(worked)('%s: Ω = 1 at constant temperature', (name) => {
    for (const [time, T] of Object.entries(published.omega1[name])) {
      const found = temperatureFor((x) => arrheniusRate(kinetics[name], x) * Number(time), 1);
      expect(Math.abs(found - T), `${time} s`).toBeLessThan(0.0501);
    }
  });

  test.each(Object.entries(published.dead))('three states at %s °C', (T, byTime) => {
    const rule: DamageRule = { kind: 'three-state', kinetics: threeStateKinetics.oneill };
    for (const [time, dead] of Object.entries(byTime)) {
      const found = deadOf(
        after(
          rule,
          [
            [Number(T), 0],
            [Number(T), Number(time)],
          ],
          Number(time) / 5,
        ),
      );
      expect(Math.abs(found - dead), `${time} s`).toBeLessThan(0.000501);
    }
  });
});

describe('through a run: the surface of a held tip, for as long as it takes to reach the threshold', () => {
  const criteria: Criterion[] = [
    { kind: 'cem43', minutes: 240 },
    { kind: 'cem43', minutes: 240, rule: 'iso' },
    ...NAMES.map((name): Criterion => ({ kind: 'arrhenius', kinetics: kinetics[name], omega: 1 })),
  ];
  const rateOf = (criterion: Criterion, T: number): number => {
    const rule = ruleOf(criterion)!;
    if (rule.kind === 'cem43') return cem43Rate(T, rule.rule) / 60 / 240;
    return rule.kind === 'arrhenius' ? arrheniusRate(rule.kinetics, T) : NaN;
  };

  test.each([45, 48.03, 51.51, 55, 56.99, 60])('at %f °C', (target) => {
    for (const criterion of criteria) {
      const duration = 1 / rateOf(criterion, target);
      const isUnlimited = criterion.kind === 'cem43' && criterion.rule === 'iso' && target > 57;
      if (duration > 7200 || duration < 0.1 || isUnlimited) continue;
      const problem = {
        ...feProblem,
        heating: { kind: 'tip-temperature', target, ramp: 0, duration },
        coolDown: 0,
      } as const;
      const run = simulate(problem, { resolution: 'draft', criteria: [criterion] });
      const damage = damageAt(run, criterion, { r: feProblem.electrode.radius, z: 2.5e-3 });
      const threshold = criterion.kind === 'cem43' ? 240 : 1;
      claim(
        {
          id: 'damage/through-a-run',
          kind: 'exact solutions',
          claim: 'Damage on a held tip’s surface, held for as long as the threshold takes',
          definition: 'Time to 240 min CEM43 or Ω = 1 at constant temperature',
          source: DERIVED,
          grids: 'the preset of `draft`',
          unit: '%',
        },
        { kind: 'worst', errors: [relative(damage, threshold)], below: 2e-4 },
      );
    }
  });

  test('a ramp', () => {
    const criterion: Criterion = { kind: 'arrhenius', kinetics: kinetics.henriquesMoritz, omega: 1 };
    const { frequencyFactor, activationEnergy } = kinetics.henriquesMoritz.branches[0]!;
    const problem = {
      ...feProblem,
      heating: { kind: 'tip-temperature', target: 60, ramp: 10, duration: 10 },
      coolDown: 0,
    } as const;
    const run = simulate(problem, { resolution: 'draft', criteria: [criterion] });
    const exact = (frequencyFactor * 10 * arrheniusIntegral(activationEnergy / R, 310.15, 333.15)) / 23;
    expect(
      relative(damageAt(run, criterion, { r: feProblem.electrode.radius, z: 2.5e-3 }), exact),
    ).toBeLessThan(1e-4);
  });

  test('the ISO form has no limit above 57 °C, and none is lost in JSON', async () => {
    const { fromJson, toJson } = await import('../../src/index.js');
    const criterion: Criterion = { kind: 'cem43', minutes: 240, rule: 'iso' };
    const run = simulate(feProblem, { resolution: 'draft', criteria: [criterion] });
    const at = (mm: number): number => damageAt(run, criterion, { r: 0.3555e-3 + mm * 1e-3, z: 2.5e-3 });
    expect(at(0.1)).toBe(Infinity);
    expect(at(3)).toBeGreaterThan(0);
    expect(at(3)).toBeLessThan(240);
    expect(at(30)).toBe(0);
    expect(fromJson(toJson({ dose: at(0.1), others: Float64Array.of(Infinity, 1) }))).toEqual({
      dose: Infinity,
      others: Float64Array.of(Infinity, 1),
    });
  });
});
