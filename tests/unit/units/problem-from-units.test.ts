import { unit } from 'mathjs';
import { describe, expect, test } from 'vitest';
import { LesionModelError } from '../../../src/errors.js';
import { cannula, electrodes } from '../../../src/index.js';
import { tissues } from '../../../src/presets/tissues.js';
import { toPerfusionRate } from '../../../src/problem/perfusion-units.js';
import {
  type Dimension,
  problemFromUnits,
  type ProblemWithUnits,
  type TissueWithUnits,
} from '../../../src/units.js';
import { seeded } from '../../support/random-problems.js';
import { broken, pick, readIndependently } from '../../support/unit-strings.js';
import { withField } from '../problem/valid-problem.js';

const WORDS: ProblemWithUnits = {
  electrode: { gauge: 22, tipLength: '5 mm' },
  tissue: 'muscle',
  heating: { kind: 'temperature', target: '80 °C', duration: '1.5 min' },
};
const NUMBERS = {
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'temperature', target: 80, duration: 90 },
};

function errorOf(problem: unknown): LesionModelError {
  try {
    problemFromUnits(problem as ProblemWithUnits);
  } catch (error) {
    if (error instanceof LesionModelError) return error;
    throw error;
  }
  throw new Error('accepted');
}

describe('a problem in words', () => {
  test('is the problem in numbers', () => {
    expect(problemFromUnits(WORDS)).toEqual(NUMBERS);
  });

  test('of plain numbers is the same problem, to the last digit', () => {
    const problem = { ...NUMBERS, startTemperature: 36.6 + 0.1 + 0.2 };
    expect(problemFromUnits(problem as ProblemWithUnits)).toEqual(problem);
  });

  test('may have quantities of mathjs', () => {
    const problem = problemFromUnits({
      ...WORDS,
      startTemperature: unit('295.65 K'),
      electrode: { gauge: 22, tipLength: unit('5 mm') },
      tissue: { like: 'muscle', thermalConductivity: unit('5 mW/(cm K)') },
    });
    expect(problem.startTemperature).toBe(22.5);
    expect(problem.electrode.tipLength).toBe(0.005);
    expect(problem.tissue.thermalConductivity).toBe(0.5);
  });

  test('names needle and tissue, or says what is different from one', () => {
    const problem = problemFromUnits({
      ...WORDS,
      electrode: 'cooled18G4mm',
      tissue: { like: 'muscle', density: '1.1 g/cm³' },
    });
    expect(problem.electrode).toEqual(electrodes.cooled18G4mm);
    expect(problem.tissue).toMatchObject({ density: 1100, specificHeat: tissues.muscle.specificHeat });
    const warm = problemFromUnits({
      ...WORDS,
      electrode: { like: 'cooled18G4mm', cooling: { temperature: '20 °C', coefficient: '2500 W/(m² K)' } },
    });
    expect(warm.electrode).toMatchObject({
      radius: 0.635e-3,
      cooling: { temperature: 20, coefficient: 2500 },
    });
    const { sensor, tipShape, insulation } = problemFromUnits({
      ...WORDS,
      electrode: {
        gauge: 20,
        tipLength: '10 mm',
        tipShape: { kind: 'cone', length: '1 mm' },
        sensor: { z: '2 mm' },
        insulation: {
          thickness: '50 µm',
          material: { thermalConductivity: 0.12, density: '1.42 g/cm³', specificHeat: '1090 J/(kg K)' },
        },
      },
    }).electrode;
    expect({ sensor, tipShape, insulation }).toEqual({
      sensor: { z: 2e-3 },
      tipShape: { kind: 'cone', length: 1e-3 },
      insulation: {
        thickness: 50e-6,
        material: { thermalConductivity: 0.12, density: 1420, specificHeat: 1090 },
      },
    });
  });

  test('has no evidence of the library for what the caller changed', () => {
    const { evidence = {} } = problemFromUnits({
      ...WORDS,
      tissue: { like: 'muscle', electricalConductivity: '0.4 S/m' },
    }).tissue;
    expect(Object.keys(evidence)).toEqual(
      Object.keys(tissues.muscle.evidence ?? {}).filter((key) => !key.startsWith('electricalConductivity')),
    );
    const { evidence: ofNeedle = {} } = problemFromUnits({
      ...WORDS,
      electrode: { gauge: 22, tipLength: '5 mm', radius: '0.4 mm' },
    }).electrode;
    expect(Object.keys(ofNeedle)).not.toContain('radius');
  });

  test('has units in regions, schedules, domain, cooling, kinetics and laws', () => {
    const problem = problemFromUnits({
      ...WORDS,
      tissue: {
        ...tissues.muscle,
        electricalConductivity: {
          kind: 'linear',
          value: '4.5 mS/cm',
          coefficient: '2 %/K',
          reference: '98.6 degF',
          cap: '100 °C',
        },
        specificHeat: {
          kind: 'table',
          temperature: ['37 °C', '353.15 K'],
          value: ['3.4 kJ/(kg K)', 3500],
        },
        perfusionResponse: {
          kind: 'stops-when-coagulated',
          kinetics: {
            branches: [{ frequencyFactor: '7.39e39 1/s', activationEnergy: '257 kJ/mol', from: '43 °C' }],
          },
        },
        metabolicHeat: '1 mW/cm³',
        waterContent: '0.7 g/mL',
      },
      regions: [
        { where: { kind: 'slab', zMin: '10 mm' }, tissue: { like: 'muscle', perfusionRate: '0.6 1/min' } },
        {
          where: { kind: 'tube', rMin: '5 mm', zMax: '-1 cm' },
          tissue: { ...tissues.muscle, perfusionRate: '6 mL/min/(100 mL)' },
        },
      ],
      heating: {
        kind: 'schedule',
        stages: [
          {
            kind: 'temperature',
            target: '70 °C',
            duration: '1 min',
            maxCurrent: '500 mA',
            control: { kind: 'pi', proportional: '0.3 W/K', integral: '50 mW/(K s)', interval: '100 ms' },
          },
          { kind: 'off', duration: '5000 ms' },
          {
            kind: 'pulsed',
            duration: '2 min',
            pulseRate: '2 Hz',
            pulseWidth: '20 ms',
            shift: '2 mm',
            rollOff: '150 %',
          },
        ],
      },
      blood: { density: '1.05 g/cm³', specificHeat: '3.6 kJ/(kg K)' },
      domain: { radius: '4 cm', below: '4 cm', above: '5 cm' },
      returnPathResistance: '0.1 kΩ',
      coolDown: '0.5 min',
    });
    expect(problem).toEqual({
      electrode: NUMBERS.electrode,
      tissue: {
        ...tissues.muscle,
        electricalConductivity: { kind: 'linear', value: 0.45, coefficient: 0.02, reference: 37, cap: 100 },
        specificHeat: { kind: 'table', temperature: [37, 80], value: [3400, 3500] },
        perfusionResponse: {
          kind: 'stops-when-coagulated',
          kinetics: { branches: [{ frequencyFactor: 7.39e39, activationEnergy: 257e3, from: 43 }] },
        },
        metabolicHeat: 1000,
        waterContent: 700,
      },
      regions: [
        {
          where: { kind: 'slab', zMin: 0.01 },
          tissue: {
            ...tissues.muscle,
            ...evidenceWithout('perfusionRate'),
            perfusionRate: 0.01,
          },
        },
        {
          where: { kind: 'tube', rMin: 5e-3, zMax: -0.01 },
          tissue: { ...tissues.muscle, perfusionRate: 0.001 },
        },
      ],
      heating: {
        kind: 'schedule',
        stages: [
          {
            kind: 'temperature',
            target: 70,
            duration: 60,
            maxCurrent: 0.5,
            control: { kind: 'pi', proportional: 0.3, integral: 0.05, interval: 0.1 },
          },
          { kind: 'off', duration: 5 },
          { kind: 'pulsed', duration: 120, pulseRate: 2, pulseWidth: 0.02, shift: 2e-3, rollOff: 1.5 },
        ],
      },
      blood: { density: 1050, specificHeat: 3600 },
      domain: { radius: 0.04, below: 0.04, above: 0.05 },
      returnPathResistance: 100,
      coolDown: 30,
    });
  });
});

/** What `{ like: 'muscle', … }` keeps of the evidence. */
function evidenceWithout(field: string): object {
  const { evidence } = tissues.muscle;
  if (!evidence) return {};
  return { evidence: Object.fromEntries(Object.entries(evidence).filter(([key]) => key !== field)) };
}

describe('perfusion', () => {
  const rateOf = (
    perfusionRate: TissueWithUnits['perfusionRate'],
    more: Partial<ProblemWithUnits> = {},
  ): number =>
    problemFromUnits({ ...WORDS, ...more, tissue: { like: 'muscle', density: '1000 kg/m³', perfusionRate } })
      .tissue.perfusionRate;

  test('per mass of tissue is read with the density of the same tissue', () => {
    expect(rateOf('3.7 mL/(min 100 g)')).toBe(0.000616666666666667);
    expect(rateOf('37 mL/min/kg')).toBe(0.000616666666666667);
    expect(rateOf(unit('37 mL min^-1 kg^-1'))).toBe(0.000616666666666667);
    const { perfusionRate } = problemFromUnits({
      ...WORDS,
      tissue: { like: 'muscle', perfusionRate: '37 mL/min/kg' },
    }).tissue;
    expect(perfusionRate).toBeCloseTo(
      toPerfusionRate({ unit: 'mL/(min kg)', value: 37, tissueDensity: tissues.muscle.density }),
      14,
    );
  });

  test("as a mass of blood is read with the density of the problem's blood", () => {
    expect(rateOf('2.1 kg/(m^3 s)')).toBe(0.002);
    expect(rateOf('2.1 kg/(m^3 s)', { blood: { density: '1 g/cm³', specificHeat: 3617 } })).toBe(0.0021);
  });

  test('may state another density', () => {
    expect(rateOf({ value: '3.7 mL/(min 100 g)', density: '2000 kg/m³' })).toBe(0.00123333333333333);
    expect(rateOf({ value: '2.1 kg/(m^3 s)', density: 1000 })).toBe(0.0021);
  });

  test.each<[unknown, string, string]>([
    [{ value: '0.6 /min', density: 1000 }, 'tissue.perfusionRate.value', 'a flow that needs a density'],
    [{ value: 0.01, density: 1000 }, 'tissue.perfusionRate.value', 'a flow that needs a density'],
    [{ value: '37 mL/min/kg' }, 'tissue.perfusionRate.density', 'is missing'],
    [{ value: '37 mL/min/kg', density: '1 mm' }, 'tissue.perfusionRate.density', 'must be a density'],
    [{ value: '37 mL/min/kg', densities: 1000 }, 'tissue.perfusionRate.densities', 'not a known key'],
    ['3.7 L/(min 100 g)', 'tissue.perfusionRate', 'from 0 to 0.2 1/s'],
    ['3.7 mL/100 g', 'tissue.perfusionRate', 'must be a perfusion rate'],
    [[1], 'tissue.perfusionRate', 'must be a perfusion rate'],
  ])('%o is refused', (perfusionRate, path, words) => {
    const error = errorOf({ ...WORDS, tissue: { like: 'muscle', perfusionRate } });
    expect(error.path).toBe(path);
    expect(error.message).toContain(words);
  });
});

describe('expressions of T', () => {
  test('are properties and factors of the flow', () => {
    const { electricalConductivity, perfusionResponse } = problemFromUnits({
      ...WORDS,
      tissue: {
        like: 'muscle',
        electricalConductivity: '0.45*(1+0.02*(T-37))',
        perfusionResponse: { kind: 'follows-temperature', factor: 'max(0, 1-(T-37)/20)' },
      },
    }).tissue;
    expect(electricalConductivity).toMatchObject({ kind: 'table', temperature: [0, 120] });
    expect(perfusionResponse).toMatchObject({ factor: { kind: 'table', value: [2.85, 0, 0] } });
  });

  test.each([
    ['tissue.thermalConductivity', '0.5*T*x'],
    ['tissue.specificHeat', '3400-T*100'],
    ['tissue.electricalConductivity', '5 T'],
  ])('in %s may be at fault', (path, text) => {
    const error = errorOf(withField(NUMBERS, path, text));
    expect(error.path).toBe(path);
  });

  test('are for properties alone', () => {
    expect(errorOf(withField(NUMBERS, 'tissue.density', '1000+T')).message).toContain('must be a density');
    const law = { kind: 'linear', value: '0.5*T', coefficient: 0, reference: 37 };
    expect(errorOf(withField(NUMBERS, 'tissue.thermalConductivity', law)).path).toBe(
      'tissue.thermalConductivity.value',
    );
  });
});

test.each<[string, unknown, string, string]>([
  ['heating.target', '80 C', 'heating.target', "did you mean '80 degC'?"],
  ['heating.duration', '5 mm', 'heating.duration', 'must be a time such as'],
  ['heating.duration', '1.5', 'heating.duration', 'must be a time such as'],
  ['heating.duration', '3 h', 'heating.duration', 'from 0.1 to 7200 s'],
  ['heating.durations', '90 s', 'heating.durations', 'did you mean duration?'],
  ['heating.kind', 'temp', 'heating.kind', "'temperature'"],
  ['electrode', 'cooled18G4m', 'electrode', "did you mean 'cooled18G4mm'?"],
  ['electrode', { guage: 22, tipLength: 5e-3 }, 'electrode.guage', 'did you mean gauge?'],
  ['electrode', { gauge: 22, tipLenght: '5 mm' }, 'electrode.tipLenght', 'did you mean tipLength?'],
  ['electrode', { gauge: 22 }, 'electrode.tipLength', 'is missing'],
  ['electrode', { gauge: '22', tipLength: '5 mm' }, 'electrode.gauge', 'one of'],
  ['electrode', { gauge: 22, tipLength: '5 s' }, 'electrode.tipLength', 'must be a length'],
  ['electrode', { like: 'x' }, 'electrode.like', 'cooled18G4mm'],
  ['electrode', 5, 'electrode', 'must be a record'],
  ['tissue', 'muscel', 'tissue', "did you mean 'muscle'?"],
  ['tissue', { like: 'muscle', perfusion: 0 }, 'tissue.perfusion', 'not a known key'],
  ['tissue', null, 'tissue', 'must be a record'],
  [
    'regions',
    [{ where: { kind: 'slab', zMin: '5 s' }, tissue: 'muscle' }],
    'regions[0].where.zMin',
    'coordinate',
  ],
  ['regions', [{ where: { kind: 'slab' }, tissue: 'x' }], 'regions[0].tissue', "'muscle'"],
  ['startTemperature', { toNumber: () => '5' }, 'startTemperature', 'must be a temperature'],
  ['domain', { radius: '4 cm', below: '4 cm', above: '4 mm' }, 'electrode.tipLength', 'shorter than'],
])('%s = %o gives one error with its path', (field, value, path, words) => {
  const error = errorOf(withField(WORDS, field, value));
  expect(error.code).toBe('invalid-input');
  expect(error.path).toBe(path);
  expect(error.message).toContain(words);
  expect(error.message).toMatch(/[.?]$/);
});

test.each([null, undefined, 5, 'muscle', [], {}])('%o is no problem', (value) => {
  expect(errorOf(value).message).toMatch(/must be a record/);
});

/** Quantities of a problem: their path, their dimension, and what is the same in another unit. */
const WAYS: readonly (readonly [
  path: string,
  dimension: Dimension,
  units: readonly (readonly [unit: string, perSI: number, offset?: number])[],
])[] = [
  [
    'electrode.radius',
    'length',
    [
      ['mm', 1e3],
      ['µm', 1e6],
      ['inch', 1 / 0.0254],
    ],
  ],
  [
    'electrode.body.material.specificHeat',
    'specificHeat',
    [
      ['J/(kg K)', 1],
      ['kJ/kg/K', 1e-3],
      ['J g⁻¹ °C⁻¹', 1e-3],
    ],
  ],
  [
    'tissue.density',
    'density',
    [
      ['kg/m³', 1],
      ['g/cm³', 1e-3],
      ['g/mL', 1e-3],
    ],
  ],
  [
    'tissue.thermalConductivity',
    'thermalConductivity',
    [
      ['W/(m K)', 1],
      ['mW/cm/K', 10],
    ],
  ],
  [
    'tissue.perfusionRate',
    'perfusionRate',
    [
      ['1/min', 60],
      ['mL/min/(100 mL)', 6e3],
      ['Hz', 1],
    ],
  ],
  [
    'tissue.metabolicHeat',
    'metabolicHeat',
    [
      ['mW/mL', 1e-3],
      ['W/m3', 1],
    ],
  ],
  [
    'heating.target',
    'temperature',
    [
      ['°C', 1],
      ['K', 1, 273.15],
      ['degF', 1.8, 32],
    ],
  ],
  [
    'heating.duration',
    'time',
    [
      ['min', 1 / 60],
      ['h', 1 / 3600],
      ['ms', 1e3],
    ],
  ],
  [
    'heating.maxPower',
    'power',
    [
      ['mW', 1e3],
      ['W', 1],
    ],
  ],
  [
    'heating.maxCurrent',
    'current',
    [
      ['mA', 1e3],
      ['A', 1],
    ],
  ],
  [
    'startTemperature',
    'temperature',
    [
      ['°C', 1],
      ['K', 1, 273.15],
    ],
  ],
  [
    'returnPathResistance',
    'resistance',
    [
      ['Ω', 1],
      ['kohm', 1e-3],
    ],
  ],
  [
    'coolDown',
    'time',
    [
      ['min', 1 / 60],
      ['s', 1],
    ],
  ],
];
const FULL = {
  ...NUMBERS,
  tissue: { ...tissues.muscle, thermalConductivity: 0.5 },
  heating: { ...NUMBERS.heating, maxPower: 20, maxCurrent: 0.7 },
  startTemperature: 36.5,
  returnPathResistance: 30,
  coolDown: 20,
};

function valueAt(record: unknown, path: string): number {
  return path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], record) as number;
}

/** Whether two numbers are the same but for the noise of a conversion; that of a temperature is one of kelvins. */
function isSame(value: number, expected: number, dimension: Dimension): boolean {
  const zero = dimension === 'temperature' ? 273.15 : 0;
  return Math.abs(value - expected) <= 1e-12 * (Math.abs(expected) + zero);
}

test('4000 problems with units all over are the problem in numbers; with slips, what they then say or the one error', () => {
  const random = seeded(5);
  const faults: string[] = [];
  let [refused, read] = [0, 0];
  for (let k = 0; k < 4000; k++) {
    let problem: unknown = FULL;
    const texts = new Map<string, string>();
    for (const [path, , ways] of WAYS) {
      if (random() < 0.3) continue;
      const [name, perSI, offset = 0] = pick(random, ways);
      texts.set(path, `${valueAt(FULL, path) * perSI + offset} ${name}`);
      problem = withField(problem, path, texts.get(path));
    }
    const plain = problemFromUnits(problem as ProblemWithUnits);
    for (const [path, dimension] of WAYS) {
      if (!isSame(valueAt(plain, path), valueAt(FULL, path), dimension))
        faults.push(`${path}: ${texts.get(path) ?? ''}`);
    }
    const [path, dimension] = pick(random, WAYS);
    const slip = broken(random, texts.get(path) ?? '80 °C');
    try {
      const value = valueAt(problemFromUnits(withField(problem, path, slip) as ProblemWithUnits), path);
      if (!isSame(value, readIndependently(slip, dimension) ?? NaN, dimension))
        faults.push(`${path}: ${slip} is ${value}`);
      read++;
    } catch (error) {
      const isSound =
        error instanceof LesionModelError && error.code === 'invalid-input' && error.path !== '';
      if (!isSound) faults.push(`${path}: ${slip} throws ${String(error)}`);
      refused++;
    }
  }
  expect(faults).toEqual([]);
  expect(Math.min(refused, read)).toBeGreaterThan(400);
});
