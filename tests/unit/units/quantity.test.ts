import { unit } from 'mathjs';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/problem/limits.js';
import { dimensionOf, MEASURES } from '../../../src/units/dimensions.js';
import { type Dimension, parseQuantity } from '../../../src/units.js';

const read = (text: unknown, dimension: Dimension): number =>
  parseQuantity(text as string, dimension, 'field');

test.each<[string, Dimension, number]>([
  ['628 kJ/mol', 'activationEnergy', 628e3],
  ['-2 mm', 'coordinate', -0.002],
  ['500 mA', 'current', 0.5],
  ['3.1e98 1/s', 'frequencyFactor', 3.1e98],
  ['0.3 W/K', 'gain', 0.3],
  ['300 mW/degC', 'gain', 0.3],
  ['1000 W/(m2 K)', 'heatTransferCoefficient', 1000],
  ['0.1 W/cm²K', 'heatTransferCoefficient', 1000],
  ['0.1 W·cm⁻²·K⁻¹', 'heatTransferCoefficient', 1000],
  ['50 mW/(K s)', 'integralGain', 0.05],
  ['2 Hz', 'rate', 2],
  ['120 /min', 'rate', 2],
  ['50 %', 'ratio', 0.5],
  ['1.5', 'ratio', 1.5],
  ['2 %/K', 'relativeSlope', 0.02],
  ['2%/°C', 'relativeSlope', 0.02],
  ['-0.005 1/K', 'relativeSlope', -0.005],
  ['1.8 %/K', 'relativeSlope', 0.018],
  ['1 %/degF', 'relativeSlope', 0.018],
  ['50 Ω', 'resistance', 50],
  ['0.05 kΩ', 'resistance', 50],
  ['50 ohm', 'resistance', 50],
  ['40 K', 'temperatureDifference', 40],
  ['240 min', 'thermalDose', 240],
  ['4 h', 'thermalDose', 240],
  ['750 kg/m3', 'waterContent', 750],
  ['0.75 g/mL', 'waterContent', 750],
  ['0.75 g/cc', 'waterContent', 750],
])('%s as a %s', (text, dimension, value) => {
  expect(read(text, dimension)).toBe(value);
});

test.each(Object.entries(MEASURES))('the example of a %s is one', (dimension, { example, min, max }) => {
  const value = read(example, dimension as Dimension);
  expect(value).toBeGreaterThanOrEqual(min);
  expect(value).toBeLessThanOrEqual(max);
});

test.each(Object.entries(LIMITS))(
  'every number within the limit of %s can be given with its unit',
  (_, limit) => {
    const dimension = dimensionOf(limit);
    const { min, max } = MEASURES[dimension];
    expect(min).toBeLessThanOrEqual(limit.min);
    expect(max).toBeGreaterThanOrEqual(limit.max);
    const text = `${limit.max} ${limit.unit}`;
    if (dimension !== 'temperatureDifference') expect(read(text, dimension)).toBe(limit.max);
  },
);

describe('a trap that is closed', () => {
  test('1: signs that mathjs does not read', () => {
    expect(read('80 °C', 'temperature')).toBe(80);
    expect(read('80 deg C', 'temperature')).toBe(80);
    expect(read('500 µm', 'length')).toBe(5e-4);
    expect(read('0.5 W⋅m⁻¹⋅K⁻¹', 'thermalConductivity')).toBe(0.5);
  });

  test('2: one over a unit, and numbers in a unit', () => {
    expect(read('0.6 1/min', 'perfusionRate')).toBe(0.01);
    expect(read('6 mL/min/(100 mL)', 'perfusionRate')).toBe(0.001);
    expect(read('6 mL/(100 mL min)', 'perfusionRate')).toBe(0.001);
    expect(read('6 mL/100mL/min', 'perfusionRate')).toBe(0.001);
  });

  test('3: a unit without a number, and nothing', () => {
    for (const text of ['mm', '', ' ', '%', '/min', '-mm', '.mm', 'e3 mm'])
      expect(() => read(text, 'length')).toThrow('must be a length');
  });

  test('4: numbers that are infinite, or too small to be kept', () => {
    for (const text of ['1e999 mm', '-1e999 mm', '1e-999 mm', '1e-323 mm', 'Infinity mm', 'NaN mm'])
      expect(() => read(text, 'length')).toThrow('must be a length');
    expect(read('0e-999 mm', 'length')).toBe(0);
  });

  test('5: megametres and lengths below zero', () => {
    expect(() => read('5 Mm', 'length')).toThrow('(5000000 m)');
    expect(() => read('-5 mm', 'length')).toThrow('(-0.005 m)');
    expect(read('-5 mm', 'coordinate')).toBe(-0.005);
  });

  test('6: a difference of temperatures is not read as a temperature, nor the other way round', () => {
    expect(() => read('40 °C', 'temperatureDifference')).toThrow("was '40 °C': did you mean '40 K'?");
    expect(() => read('40 degF', 'temperatureDifference')).toThrow("did you mean '40 degR'?");
    expect(() => read(unit('40 degC'), 'temperatureDifference')).toThrow('must be a temperature difference');
    expect(read(unit('40 K'), 'temperatureDifference')).toBe(40);
    expect(() => read('40 K', 'temperature')).toThrow('(-233.15 degC)');
    expect(() => read('40 kdegC', 'temperatureDifference')).toThrow('must be a temperature difference');
  });

  test('6: a degree below the line is one of a difference, whatever its zero', () => {
    for (const degree of ['K', '°C', 'degC', 'celsius']) {
      expect(read(`0.5 W/(m ${degree})`, 'thermalConductivity')).toBe(0.5);
      expect(read(`0.02 /${degree}`, 'relativeSlope')).toBe(0.02);
    }
    expect(read('0.5 W/(m degF)', 'thermalConductivity')).toBe(0.9);
  });

  test('6: nothing is computed with degrees', () => {
    for (const text of [
      '80 degC - 37 degC',
      '80 degC degC/degC',
      '80 degC m/m',
      '2 * 40 degC',
      '80 degC^2/degC',
    ])
      expect(() => read(text, 'temperature')).toThrow('must be a temperature');
  });

  test.each(['3.7 mL/(min 100 g)', '37 mL/min/kg', '3.7 ml/100g/min', '3.7 mL·min⁻¹·kg⁻¹'])(
    'a flow per mass needs a density: %s',
    (text) => {
      expect(() => read(text, 'perfusionRate')).toThrow(
        `field must be a perfusion rate such as '0.04 /min', but was '${text}': toPerfusionRate makes a rate of it with the density of tissue.`,
      );
    },
  );

  test('a mass flow needs a density', () => {
    for (const text of ['0.5 kg/(m^3 s)', unit('0.5 kg/(m^3 s)')])
      expect(() => read(text, 'perfusionRate')).toThrow(
        'toPerfusionRate makes a rate of it with the density of blood.',
      );
  });

  test('names that are no SI unit of tissue: chains, zeptovolts, a c without a unit', () => {
    expect(() => read('5 ch', 'length')).toThrow('must be a length');
    expect(() => read('5 zV', 'voltage')).toThrow('must be a voltage');
    expect(() => read('5 c S/c/m', 'electricalConductivity')).toThrow('must be an electrical conductivity');
  });

  test('units that run into each other, powers of zero, and per cent of a unit', () => {
    for (const text of [
      '5 W/mK m',
      '5 m0W',
      '5 %W',
      '5 W 3',
      '5 (W',
      '5 W)',
      '5 W^10',
      '5 W^1.0',
      '5 W/0 m m',
    ])
      expect(() => read(text, 'power')).toThrow('must be a power');
  });
});

test('what follows a slash stands below the line up to the next slash', () => {
  for (const text of [
    '0.5 W/(m K)',
    '0.5 W/m/K',
    '0.5 W/m K',
    '0.5 W/m·K',
    '0.5 W m^-1 K^-1',
    '0.5 W (m K)^-1',
  ])
    if (text.endsWith(')^-1')) expect(() => read(text, 'thermalConductivity')).toThrow();
    else expect(read(text, 'thermalConductivity')).toBe(0.5);
});

test('a plain number comes back as it is, to the last digit', () => {
  for (const value of [0.1 + 0.2, 5e-324, 1 / 3]) expect(parseQuantity(value, 'length', 'x')).toBe(value);
});
