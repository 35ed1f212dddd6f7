import { describe, expect, test } from 'vitest';
import { LesionModelError } from '../../../src/errors.js';
import { type BloodFlow, toBloodFlow, toPerfusionRate } from '../../../src/problem/perfusion-units.js';

/** Of a few multiplications. */
const ROUND_OFF = 1e-14;

describe('a blood flow as a perfusion rate', () => {
  test('per mass of tissue', () => {
    // 60 mL in a minute are 1e-6 m³/s; 100 g of a density of 1000 kg/m³ are 1e-4 m³.
    expect(toPerfusionRate({ unit: 'mL/(min 100 g)', value: 60, tissueDensity: 1000 })).toBeCloseTo(0.01, 15);
    expect(toPerfusionRate({ unit: 'mL/(min kg)', value: 600, tissueDensity: 1000 })).toBeCloseTo(0.01, 15);
    // Muscle of the IT'IS database: 36.738 mL/(min kg) and 1090.4 kg/m³ are 0.00066766 1/s.
    expect(toPerfusionRate({ unit: 'mL/(min kg)', value: 36.738, tissueDensity: 1090.4 })).toBeCloseTo(
      0.00066766,
      7,
    );
  });

  test('by mass of blood', () => {
    expect(toPerfusionRate({ unit: 'kg/(m^3 s)', value: 2.1, bloodDensity: 1050 })).toBeCloseTo(0.002, 15);
    expect(toPerfusionRate({ unit: 'kg/(m^3 s)', value: 0, bloodDensity: 1050 })).toBe(0);
  });

  test.each<BloodFlow>([
    { unit: 'mL/(min 100 g)', value: 3.7, tissueDensity: 1090.4 },
    { unit: 'mL/(min kg)', value: 37, tissueDensity: 1090.4 },
    { unit: 'kg/(m^3 s)', value: 0.5, bloodDensity: 1060 },
  ])('and back: $unit', (flow) => {
    const { value, ...rest } = flow;
    const back = toBloodFlow({ perfusionRate: toPerfusionRate(flow), ...rest });
    expect(Math.abs(back / value - 1)).toBeLessThan(ROUND_OFF);
  });
});

function errorOf(flow: unknown, convert: (flow: never) => number = toPerfusionRate): LesionModelError {
  try {
    convert(flow as never);
  } catch (error) {
    if (error instanceof LesionModelError) return error;
    throw error;
  }
  throw new Error('accepted');
}

const FLOW = { unit: 'mL/(min 100 g)', value: 3.7, tissueDensity: 1090 };

test.each<[unknown, string, string]>([
  [null, 'flow', 'a record with unit'],
  [3.7, 'flow', 'a record with unit'],
  [{ ...FLOW, unit: 'mL/min/100g' }, 'flow.unit', "must be 'mL/(min 100 g)', 'mL/(min kg)' or 'kg/(m^3 s)'"],
  [{ ...FLOW, unit: 'toString' }, 'flow.unit', "was 'toString'"],
  [{ ...FLOW, unit: undefined }, 'flow.unit', 'is missing'],
  [{ unit: FLOW.unit, value: 3.7 }, 'flow.tissueDensity', 'is missing'],
  [{ unit: FLOW.unit, value: 3.7, bloodDensity: 1050 }, 'flow.bloodDensity', 'not a known key'],
  [{ unit: 'kg/(m^3 s)', value: 3.7, tissueDensity: 1050 }, 'flow.tissueDensity', 'not a known key'],
  [{ ...FLOW, tissueDensity: 1.09 }, 'flow.tissueDensity', 'from 200 to 30000 kg/m³'],
  [{ ...FLOW, value: -1 }, 'flow.value', 'a number from 0 up'],
  [{ ...FLOW, value: '3.7' }, 'flow.value', "was '3.7'"],
  [{ ...FLOW, value: NaN }, 'flow.value', 'NaN'],
  [{ ...FLOW, value: Infinity }, 'flow.value', 'Infinity'],
  [{ ...FLOW, value: 3700 }, 'flow.value', 'from 0 to 0.2 1/s, but was 3700 mL/(min 100 g) (0.672'],
])('%o is refused', (flow, path, words) => {
  const { code, message, path: at } = errorOf(flow);
  expect({ code, path: at }).toEqual({ code: 'invalid-input', path });
  expect(message).toContain(words);
});

test('a rate that tissue cannot have is not turned back', () => {
  const error = errorOf({ unit: 'mL/(min kg)', perfusionRate: 5, tissueDensity: 1000 }, toBloodFlow);
  expect(error.path).toBe('flow.perfusionRate');
  expect(errorOf({ unit: 'mL/(min kg)', perfusionRate: 0.01 }, toBloodFlow as never).path).toBe(
    'flow.tissueDensity',
  );
});
