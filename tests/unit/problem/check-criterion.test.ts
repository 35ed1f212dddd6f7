import { describe, expect, test } from 'vitest';
import { checkProblem } from '../../../src/problem/check.js';
import { checkCriteria, checkCriterion } from '../../../src/problem/check-criterion.js';
import { isSameCriterion, keyOfRule, ruleOf, rulesOf } from '../../../src/problem/criterion.js';
import { DEFAULT_CRITERIA, DEFAULT_CRITERION } from '../../../src/problem/defaults.js';
import { kinetics, publishedCriteria, threeStateKinetics } from '../../../src/index.js';
import { VALID } from './valid-problem.js';

const checked = checkProblem(VALID);
const branch = { frequencyFactor: 1e40, activationEnergy: 2.6e5 };
const arrhenius = (...branches: unknown[]): unknown => ({
  kind: 'arrhenius',
  omega: 1,
  kinetics: { branches },
});
const threeState = (changed: object, deadFraction: unknown = 0.8): unknown => ({
  kind: 'three-state',
  deadFraction,
  kinetics: { ...threeStateKinetics.oneill, ...changed },
});

describe('criteria', () => {
  test('are the defaults when left out', () => {
    expect(checkCriteria(undefined, checked)).toBe(DEFAULT_CRITERIA);
    expect(checkCriterion(undefined, checked)).toBe(DEFAULT_CRITERION);
    expect(DEFAULT_CRITERIA.map(({ kind }) => kind)).toEqual([
      ...new Array<string>(4).fill('peak-temperature'),
      'cem43',
      'arrhenius',
      'arrhenius',
    ]);
  });

  test('come back as they were given, in their order', () => {
    const criteria = [60, 47].map((threshold) => ({ kind: 'peak-temperature', threshold }));
    expect(checkCriteria(criteria, checked)).toEqual(criteria);
    expect(checkCriteria(publishedCriteria, checked)).toEqual(publishedCriteria);
  });

  test.each<[unknown, string, string]>([
    [
      { kind: 'peak-temperature', threshold: 37 },
      'criterion.threshold',
      'above the start temperature (37 °C)',
    ],
    [
      { kind: 'peak-temperature', threshold: 323.15 },
      'criterion.threshold',
      'did you mean 50 °C (323.15 K)?',
    ],
    [{ kind: 'peak-temperature', treshold: 50 }, 'criterion.treshold', 'did you mean threshold?'],
    [{ kind: 'peak' }, 'criterion.kind', "'peak'"],
    [50, 'criterion', 'was 50'],
    [null, 'criterion', 'null'],
    [{ kind: 'cem43' }, 'criterion.minutes', 'a thermal dose above 0'],
    [{ kind: 'cem43', minutes: 0 }, 'criterion.minutes', 'was 0'],
    [{ kind: 'cem43', minutes: 240, rule: 'ISO' }, 'criterion.rule', "'sapareto-dewey' or 'iso'"],
    [{ kind: 'arrhenius', omega: 1 }, 'criterion.kinetics', 'is missing'],
    [arrhenius(), 'criterion.kinetics.branches', 'was empty'],
    [
      arrhenius({ ...branch, frequencyFactor: -1 }),
      'criterion.kinetics.branches[0].frequencyFactor',
      'was -1',
    ],
    [
      arrhenius({ ...branch, activationEnergy: 260 }),
      'criterion.kinetics.branches[0].activationEnergy',
      'did you mean 260000 (260 kJ/mol)?',
    ],
    [
      arrhenius({ ...branch, to: 50 }, { ...branch, from: 49 }),
      'criterion.kinetics.branches[1].from',
      'at least 50 °C, but was 49',
    ],
    [arrhenius(branch, { ...branch, from: 50 }), 'criterion.kinetics.branches[1].from', 'has no end (to)'],
    [
      arrhenius({ ...branch, from: 50, to: 50 }),
      'criterion.kinetics.branches[0].to',
      'above its from (50 °C)',
    ],
    [threeState({}, 0.01), 'criterion.deadFraction', 'above kinetics.initialDead (0.01)'],
    [threeState({ initialAlive: 0.995 }), 'criterion.kinetics.initialDead', 'leaves of 1'],
    [threeState({ initialAlive: 1 }), 'criterion.kinetics.initialAlive', 'below 1'],
    [
      threeState({ validity: { time: { from: 60, to: 40 } } }),
      'criterion.kinetics.validity.time.to',
      'at least its from (60)',
    ],
    [threeState({ temperatureScale: 0 }), 'criterion.kinetics.temperatureScale', 'was 0'],
  ])('refuses %o', (criterion, path, part) => {
    expect(() => checkCriterion(criterion, checked)).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        path,
        message: expect.stringContaining(part) as unknown,
      }),
    );
  });

  test.each([
    [50, 'criteria'],
    [[undefined], 'criteria[0]'],
    [new Array(1), 'criteria[0]'],
    [{}, 'criteria'],
    [[DEFAULT_CRITERION, { kind: 'cem43', minutes: -1 }], 'criteria[1].minutes'],
  ])('refuses the list %o', (criteria, path) => {
    expect(() => checkCriteria(criteria, checked)).toThrow(
      expect.objectContaining({ code: 'invalid-input', path }),
    );
  });
});

describe('rules', () => {
  test('of all criteria, each once, whatever threshold, name and source', () => {
    const { liverCoagulation, henriquesMoritz } = kinetics;
    const bare = { branches: liverCoagulation.branches };
    const rules = rulesOf([
      ...DEFAULT_CRITERIA,
      { kind: 'cem43', minutes: 10, rule: 'sapareto-dewey' },
      { kind: 'cem43', minutes: 10, rule: 'iso' },
      { kind: 'arrhenius', kinetics: bare, omega: 3 },
    ]);
    expect(rules.map(keyOfRule)).toEqual([
      'cem43 sapareto-dewey',
      keyOfRule({ kind: 'arrhenius', kinetics: bare }),
      keyOfRule({ kind: 'arrhenius', kinetics: henriquesMoritz }),
      'cem43 iso',
    ]);
  });

  test('criteria are the same by rule and threshold', () => {
    expect(
      isSameCriterion(
        { kind: 'cem43', minutes: 240 },
        { kind: 'cem43', minutes: 240, rule: 'sapareto-dewey' },
      ),
    ).toBe(true);
    expect(
      isSameCriterion({ kind: 'cem43', minutes: 240 }, { kind: 'cem43', minutes: 240, rule: 'iso' }),
    ).toBe(false);
    expect(isSameCriterion({ kind: 'cem43', minutes: 240 }, { kind: 'cem43', minutes: 241 })).toBe(false);
    expect(ruleOf(DEFAULT_CRITERION)).toBeNull();
  });
});
