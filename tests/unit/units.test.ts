import fc from 'fast-check';
import { unit } from 'mathjs';
import { describe, expect, test } from 'vitest';
import { LesionModelError } from '../../src/errors.js';
import { type Dimension, parseQuantity } from '../../src/units.js';

test.each<[string, Dimension, number]>([
  ['5 mm', 'length', 0.005],
  ['5mm', 'length', 0.005],
  ['0.5 mm', 'length', 0.0005],
  ['.5 mm', 'length', 0.0005],
  ['5.1 mm', 'length', 0.0051],
  ['5e-3 m', 'length', 0.005],
  ['0.2 inch', 'length', 0.00508],
  [' 5 mm ', 'length', 0.005],
  ['5\u00a0mm', 'length', 0.005],
  ['80 degC', 'temperature', 80],
  ['353.15 K', 'temperature', 80],
  ['176 degF', 'temperature', 80],
  ['−5 degC', 'temperature', -5],
  ['90 s', 'time', 90],
  ['1.5 min', 'time', 90],
  ['2 minutes', 'time', 120],
  ['0.6 /min', 'perfusionRate', 0.01],
  ['0.6/min', 'perfusionRate', 0.01],
  ['0.6 min^-1', 'perfusionRate', 0.01],
  ['0.5 W/(m K)', 'thermalConductivity', 0.5],
  ['0.5 W/(m·K)', 'thermalConductivity', 0.5],
  ['0.5 W/m/K', 'thermalConductivity', 0.5],
  ['1.09 g/cm³', 'density', 1090],
  ['3.4212 kJ/(kg K)', 'specificHeat', 3421.2],
  ['4.5 mS/cm', 'electricalConductivity', 0.45],
  ['1 kW/m^3', 'metabolicHeat', 1000],
])('%s as a %s', (text, dimension, value) => {
  expect(parseQuantity(text, dimension, 'x')).toBe(value);
});

describe('what mathjs cannot read is read', () => {
  test('the degree sign', () => {
    for (const text of ['80 °C', '80°C', '80 ° C', '80 ℃', '80 ºC', '176 °F']) {
      expect(parseQuantity(text, 'temperature', 'x')).toBe(80);
    }
  });

  test('the micro sign and the Greek letter', () => {
    for (const text of ['5 \u00b5m', '5 \u03bcm', '5 um'])
      expect(parseQuantity(text, 'length', 'x')).toBe(5e-6);
  });

  test('one over a unit', () => {
    for (const text of ['0.6 1/min', '0.6 1 / min', '0.01 1/s']) {
      expect(parseQuantity(text, 'perfusionRate', 'x')).toBe(0.01);
    }
  });
});

describe('what mathjs reads by mistake is refused', () => {
  test.each<[string, string, Dimension]>([
    ['a unit without a number', 'mm', 'length'],
    ['nothing', '', 'length'],
    ['a space', ' ', 'length'],
    ['an infinite number', '1e999 mm', 'length'],
    ['a negative length', '-5 mm', 'length'],
    ['megametres', '5 Mm', 'length'],
    ['kilometres', '5e3 km', 'length'],
    ['a temperature in coulombs', '80 C', 'temperature'],
    ['a temperature near absolute zero', '80 K', 'temperature'],
    ['a number without a unit', '5', 'length'],
    ['two numbers', '5 2 mm', 'length'],
    ['a number with a space in it', '1 000 mm', 'length'],
    ['a decimal comma', '1,5 mm', 'length'],
    ['a sum', '5 mm + 3 mm', 'length'],
    ['a number in hexadecimal', '0x10 mm', 'length'],
    ['another dimension', '5 s', 'length'],
    ['a range', '5-6 mm', 'length'],
    ['an expression', 'createUnit("x")', 'length'],
    ['an unknown unit', '22 gauge', 'length'],
    ['blood flow per mass', '60 ml/min/kg', 'perfusionRate'],
    ['a percentage', '50 %', 'perfusionRate'],
  ])('%s: %s', (_, text, dimension) => {
    expect(() => parseQuantity(text, dimension, '--tip')).toThrow(
      expect.objectContaining({
        name: 'LesionModelError',
        code: 'invalid-input',
        path: '--tip',
        message: expect.stringMatching(/^--tip must be an? .* was '.*'.*[.?]$/) as unknown,
      }),
    );
  });

  test('with a sentence that names the field, the value and an example', () => {
    expect(() => parseQuantity('mm', 'length', '--tip')).toThrow(
      "--tip must be a length such as '5 mm', but was 'mm'.",
    );
    expect(() => parseQuantity('80 C', 'temperature', '--temperature')).toThrow(
      "--temperature must be a temperature such as '80 degC', but was '80 C': did you mean '80 degC'?",
    );
    expect(() => parseQuantity('5 Mm', 'length', '--tip')).toThrow(
      "--tip must be a length from 0 to 10 m, but was '5 Mm' (5000000 m).",
    );
  });
});

test('a plain number is in SI', () => {
  expect(parseQuantity(0.005, 'length', 'x')).toBe(0.005);
  expect(parseQuantity(80, 'temperature', 'x')).toBe(80);
  for (const value of [NaN, Infinity, -1])
    expect(() => parseQuantity(value, 'length', 'x')).toThrow(LesionModelError);
});

test('a quantity of a units library is read', () => {
  expect(parseQuantity(unit('5.1 mm'), 'length', 'x')).toBe(0.0051);
  expect(parseQuantity(unit('353.15 K'), 'temperature', 'x')).toBe(80);
  expect(() => parseQuantity(unit('5 s'), 'length', 'x')).toThrow('x must be a length');
});

test.each([null, undefined, true, {}, [], 5n])('%o is no quantity', (value) => {
  expect(() => parseQuantity(value as number, 'length', 'x')).toThrow(
    expect.objectContaining({ code: 'invalid-input', path: 'x' }),
  );
});

test('no text gives anything but a length or the one error', () => {
  const scraps = fc.array(
    fc.constantFrom('5', '1', '.', 'e', '-', ' ', 'm', 'mm', '/', '(', ')', '^', '°C', 'µ', '%'),
  );
  const text = fc.oneof(
    fc.string(),
    scraps.map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (given) => {
      try {
        const value = parseQuantity(given, 'length', 'x');
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(10);
      } catch (error) {
        expect(error).toBeInstanceOf(LesionModelError);
      }
    }),
    { seed: 7, numRuns: 3000 },
  );
});

test('temperatures in whole tenths of a degree come back exactly', () => {
  for (let tenths = 0; tenths <= 1000; tenths++) {
    expect(parseQuantity(`${tenths / 10} degC`, 'temperature', 'x')).toBe(tenths / 10);
  }
});
