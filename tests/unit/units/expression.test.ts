import { describe, expect, test } from 'vitest';
import { LesionModelError } from '../../../src/errors.js';
import { propertyAt } from '../../../src/problem/property.js';
import { compileExpression } from '../../../src/units/expression.js';
import { propertyFromExpression } from '../../../src/units.js';
import { seeded } from '../../support/random-problems.js';

/** Largest relative difference between an expression and its table at random temperatures within it. */
function largestError(text: string, options = {}): number {
  const law = propertyFromExpression(text, 'x', options);
  const expected = compileExpression(text, 'x');
  const random = seeded(3);
  const [from, to] = [law.temperature[0]!, law.temperature.at(-1)!];
  let largest = 0;
  for (let k = 0; k < 20_000; k++) {
    const T = from + (to - from) * random();
    largest = Math.max(largest, Math.abs(propertyAt(law, T) / expected(T) - 1));
  }
  return largest;
}

describe('a table of an expression', () => {
  test('is two nodes and exact where the expression is straight', () => {
    expect(propertyFromExpression('0.45*(1+0.02*(T-37))')).toEqual({
      kind: 'table',
      temperature: [0, 120],
      value: [0.45 * (1 + 0.02 * (0 - 37)), 0.45 * (1 + 0.02 * (120 - 37))],
    });
    expect(propertyFromExpression('0.5').value).toEqual([0.5, 0.5]);
    expect(largestError('0.45*(1+0.02*(T-37))')).toBeLessThan(1e-14);
  });

  test.each([
    '0.45*exp(0.02*(T-37))',
    '0.5+1e-6*T^3',
    '1/(1+T/50)',
    '0.4+0.1*tanh((T-60)/3)',
    '0.5+sqrt(T)/100',
  ])('follows a curve: %s', (text) => {
    expect(largestError(text)).toBeLessThan(1e-5);
    expect(largestError(text, { tolerance: 1e-4 })).toBeLessThan(1e-4);
  });

  test('has no more nodes than a curve needs', () => {
    // A line of width h is off by h²·0.02²/8 of the value.
    const width = Math.sqrt((8 * 1e-5) / 0.02 ** 2);
    const nodes = propertyFromExpression('exp(0.02*T)').temperature.length;
    expect(nodes).toBeGreaterThan(120 / width);
    expect(nodes).toBeLessThan(1.2 * (120 / width));
  });

  test.each([
    ['max(0.5, 0.5+0.01*(T-50.03))', 3],
    ['0.45*min(1, 1+0.02*(T-37))*max(1, T/100)', 4],
    ['T < 60 ? 0.5 : 0.5+0.02*(T-60)', 3],
    ['(T >= 100) ? 1 : T/100 + 1e-4', -1],
  ])('finds kinks and refuses jumps: %s', (text, nodes) => {
    if (nodes < 0) expect(() => propertyFromExpression(text, 'x')).toThrow('cannot be followed at 100 °C');
    else {
      expect(propertyFromExpression(text).temperature).toHaveLength(nodes);
      expect(largestError(text)).toBeLessThan(1e-5);
    }
  });

  test('reaches as far as it is told', () => {
    const { temperature } = propertyFromExpression('0.5+T/1000', 'x', { from: 20, to: 300 });
    expect(temperature).toEqual([20, 300]);
  });
});

function errorOf(text: unknown, options = {}): LesionModelError {
  try {
    propertyFromExpression(text as string, 'tissue.specificHeat', options);
  } catch (error) {
    if (error instanceof LesionModelError) return error;
    throw error;
  }
  throw new Error('accepted');
}

test.each<[unknown, string]>([
  ['0.45*(1+0.02*(x-37))', "not 'x'"],
  ['0.5*pi*T', "not 'pi'"],
  ['0.45 S/m * T', 'every product with *'],
  ['2 T', 'every product with *'],
  ['0.5-0.01*T', 'is 0 at 50 °C'],
  ['1/T', 'is Infinity at 0 °C'],
  ['log(T-30)', 'is NaN at 0 °C'],
  ['T < 60 ? 1 : 2', 'cannot be followed at 60 °C'],
  ['0.5+0.1*sin(50*T)', 'cannot be followed'],
  ['T == 60 ? 1 : 2', 'a condition such as T < 50'],
  ['(T < 60) + 1', "not '<' there"],
  ['exp(T', 'Parenthesis'],
  ['log(T, 10)', 'gives it 2'],
  ['min()', 'gives it 0'],
  ['5!', "not '!'"],
  ['T%3', "without '%'"],
  ["T'", "not '''"],
  ['', 'must be'],
  [5, 'was 5'],
  [undefined, 'was undefined'],
  [`${'('.repeat(400)}T${')'.repeat(400)}`, 'longer than 300'],
])('%o is refused', (text, words) => {
  const { code, path, message } = errorOf(text);
  expect({ code, path }).toEqual({ code: 'invalid-input', path: 'tissue.specificHeat' });
  expect(message).toMatch(/^tissue\.specificHeat must be .*[.?]$/s);
  expect(message).toContain(words);
});

test.each([
  'import("node:fs")',
  'createUnit("x")',
  'evaluate("1")',
  'parse("1")',
  'simplify("T")',
  'config({})',
  'T.constructor',
  'cos.constructor("return 1")()',
  'cos["constructor"]',
  '[T]',
  '{a: T}',
  'f(T) = T',
  'a = T',
  'T; T',
  '"T"',
  'T[1]',
  'T:3',
  'constructor',
  '__proto__',
  'toString()',
  'T to K',
  'random()',
  'bignumber(T)',
  'T -> T',
])('nothing but arithmetic is run: %s', (text) => {
  expect(errorOf(text).code).toBe('invalid-input');
});

test.each([
  [{ from: -60 }, 'options.from'],
  [{ to: 501 }, 'options.to'],
  [{ from: 50, to: 50.5 }, 'options.to'],
  [{ from: NaN }, 'options.from'],
  [{ tolerance: 0 }, 'options.tolerance'],
  [{ tolerance: 1 }, 'options.tolerance'],
])('options out of range: %o', (options, path) => {
  expect(errorOf('T+1', options).path).toBe(path);
});

test.each(['0.45+2%', '0x10*T', '0b11', '0.45 # per metre', '5%2'])(
  '%s, which mathjs would read in its own way, is refused',
  (text) => {
    expect(() => propertyFromExpression(text, 'k')).toThrow(LesionModelError);
  },
);
