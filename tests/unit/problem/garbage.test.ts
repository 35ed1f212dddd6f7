import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LesionModelError } from '../../../src/errors.js';
import { checkCriteria, checkCriterion } from '../../../src/problem/check-criterion.js';
import { checkProblem, checkResolution } from '../../../src/problem/check.js';
import { DRIVEN, VALID, withField } from './valid-problem.js';

const SEED = 20_240_611;
const RUNS = { seed: SEED, numRuns: 2000 };

const garbage = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** Every path into a record, its branches included. */
function pathsOf(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    prefix + key,
    ...pathsOf(inner, `${prefix}${key}.`),
  ]);
}

/** Either succeeds or throws the one error, with a path and a sentence. */
function expectSound(check: () => unknown): void {
  try {
    check();
  } catch (error) {
    expect(error).toBeInstanceOf(LesionModelError);
    const { message, path } = error as LesionModelError;
    expect(message).toMatch(/[.?]$/);
    expect(message.startsWith(path)).toBe(true);
  }
}

test('garbage for a problem', () => {
  fc.assert(
    fc.property(garbage, (value) => expectSound(() => checkProblem(value))),
    RUNS,
  );
});

test('garbage in any field of a problem', () => {
  const paths = [
    ...pathsOf(VALID),
    'domain',
    'blood',
    'regions',
    'coolDown',
    'startTemperature',
    'returnPathResistance',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...paths), garbage, (path, value) =>
      expectSound(() => checkProblem(withField(VALID, path, value))),
    ),
    RUNS,
  );
});

test('garbage in any field of a heating by RF current', () => {
  const problems = [
    withField(DRIVEN.temperature, 'heating', {
      kind: 'temperature',
      target: 80,
      duration: 90,
      ramp: 10,
      maxPower: 20,
      maxVoltage: 60,
      maxCurrent: 1,
      control: { kind: 'pi', proportional: 0.3, integral: 0.05, interval: 0.1 },
    }),
    withField(DRIVEN.power, 'heating', {
      kind: 'power',
      power: 2,
      duration: 60,
      maxVoltage: 60,
      maxSensorTemperature: 90,
    }),
    DRIVEN.voltage,
  ];
  const cases = problems.flatMap((problem) =>
    pathsOf(problem)
      .filter((path) => /^(heating|electrode\.sensor)/.test(path))
      .map((path) => ({ problem, path })),
  );
  fc.assert(
    fc.property(fc.constantFrom(...cases), garbage, ({ problem, path }, value) =>
      expectSound(() => checkProblem(withField(problem, path, value))),
    ),
    RUNS,
  );
});

test('a key that no record has is refused wherever it stands', () => {
  const records = ['', 'electrode.', 'electrode.body.', 'tissue.', 'heating.'];
  fc.assert(
    fc.property(
      fc.constantFrom(...records),
      fc.stringMatching(/^[a-z]{1,12}$/),
      garbage,
      (record, key, value) => {
        const problem = withField(VALID, `${record}${key}Zz`, value ?? null);
        expect(() => checkProblem(problem)).toThrow(`${record}${key}Zz is not a known key`);
      },
    ),
    { seed: SEED, numRuns: 300 },
  );
});

test('garbage for criteria and resolution', () => {
  const problem = checkProblem(VALID);
  fc.assert(
    fc.property(garbage, (value) => {
      expectSound(() => checkCriterion(value, problem));
      expectSound(() => checkCriteria(value, problem));
      expectSound(() => checkCriteria([value], problem));
      expectSound(() => checkResolution(value, problem));
    }),
    RUNS,
  );
});
