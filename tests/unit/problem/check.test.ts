import { describe, expect, test } from 'vitest';
import { cannula } from '../../../src/presets/needles.js';
import { checkProblem, checkResolution } from '../../../src/problem/check.js';
import { DEFAULTS } from '../../../src/problem/defaults.js';
import type { StageHeating } from '../../../src/problem/checked.js';
import { LIMITS, type LimitedField } from '../../../src/problem/limits.js';
import { resolutionFor } from '../../../src/problem/resolution.js';
import type { SingleHeating } from '../../../src/problem/heating.js';
import { DRIVEN, VALID, withField } from './valid-problem.js';

const checked = checkProblem(VALID);

const PI = { kind: 'pi', proportional: 0.3, integral: 0, interval: 0.1 } as const;
const UNLIMITED = { maxPower: Infinity, maxVoltage: Infinity, maxCurrent: Infinity };

describe('a problem without a fault', () => {
  test('gets the defaults for what it leaves out', () => {
    expect(checked).toMatchObject({
      startTemperature: 37,
      arterialTemperature: 37,
      boundaryTemperature: 37,
      blood: { density: 1050, specificHeat: 3617 },
      stages: [{ heating: { ramp: 10 }, start: 0, end: 90, position: 0 }],
      switchOff: 90,
      endTime: 120,
      isHeld: true,
      isWithdrawn: false,
      domain: null,
      electricalBoundary: 'far-field',
      returnPathResistance: 0,
    });
  });

  test.each<[SingleHeating, StageHeating]>([
    [
      { kind: 'tip-temperature', target: 80, duration: 90 },
      { kind: 'tip-temperature', target: 80, ramp: 10 },
    ],
    [
      { kind: 'temperature', target: 80, duration: 90 },
      {
        kind: 'temperature',
        target: 80,
        ramp: 10,
        rollOff: 2,
        limits: { maxPower: 50, maxVoltage: Infinity, maxCurrent: Infinity },
        control: { kind: 'ideal' },
      },
    ],
    [
      {
        kind: 'temperature',
        target: 80,
        duration: 90,
        ramp: 0,
        maxPower: 20,
        maxVoltage: 60,
        maxCurrent: 0.5,
        control: PI,
      },
      {
        kind: 'temperature',
        target: 80,
        ramp: 0,
        rollOff: 2,
        limits: { maxPower: 20, maxVoltage: 60, maxCurrent: 0.5 },
        control: PI,
      },
    ],
    [
      { kind: 'power', power: 2, duration: 60 },
      { kind: 'power', power: 2, rollOff: 2, limits: UNLIMITED, maxSensorTemperature: Infinity },
    ],
    [
      { kind: 'power', power: 2, duration: 60, maxVoltage: 40, maxSensorTemperature: 90 },
      {
        kind: 'power',
        power: 2,
        rollOff: 2,
        limits: { ...UNLIMITED, maxVoltage: 40 },
        maxSensorTemperature: 90,
      },
    ],
    [
      { kind: 'voltage', voltage: 15, duration: 60, rollOff: 3 },
      { kind: 'voltage', voltage: 15, rollOff: 3 },
    ],
    [
      { kind: 'pulsed', duration: 120, pulseWidth: 0.01 },
      {
        kind: 'pulsed',
        voltage: 45,
        pulseWidth: 0.01,
        pulseRate: 2,
        maxSensorTemperature: 42,
        limitBy: 'voltage',
        rollOff: 2,
      },
    ],
  ])('has its heating completed: %o', (heating, complete) => {
    expect(checkProblem({ ...VALID, heating }).stages[0]?.heating).toEqual(complete);
  });

  test('keeps the laws of tissue and what carries the current', () => {
    const domain = { radius: 0.04, below: 0.04, above: 0.05 };
    const electricalConductivity = { kind: 'table', temperature: [20, 90], value: [0.4, 1] };
    const thermalConductivity = { kind: 'linear', value: 0.5, coefficient: 0.002, reference: 37 };
    const specificHeat = { kind: 'table', temperature: [20, 90], value: [3400, 3700] };
    const problem = {
      ...DRIVEN.voltage,
      tissue: { ...VALID.tissue, electricalConductivity, thermalConductivity, specificHeat },
      domain: { ...domain, electrical: 'grounded' },
      returnPathResistance: 120,
    };
    const { tissue, ...kept } = checkProblem(problem);
    expect(tissue).toMatchObject({ electricalConductivity, thermalConductivity, specificHeat });
    expect(kept).toMatchObject({ electricalBoundary: 'grounded', returnPathResistance: 120 });
    expect(kept.domain).toEqual(domain);
    expect(checkProblem({ ...problem, domain }).electricalBoundary).toBe('far-field');
  });

  test('has a boundary at its start temperature, unless it says otherwise', () => {
    expect(checkProblem({ ...VALID, startTemperature: 22 })).toMatchObject({
      boundaryTemperature: 22,
      arterialTemperature: 37,
    });
    expect(checkProblem({ ...VALID, startTemperature: 22, boundaryTemperature: 30 })).toMatchObject({
      boundaryTemperature: 30,
    });
  });

  test('comes back as a copy with its numbers untouched', () => {
    const problem = structuredClone(VALID);
    const { electrode, tissue } = checkProblem(problem);
    expect(problem).toEqual(VALID);
    expect(electrode).toEqual({ ...problem.electrode, coneLength: 0 });
    expect(electrode).not.toBe(problem.electrode);
    expect(tissue.thermalConductivity).toBe(VALID.tissue.thermalConductivity);
  });

  test('takes a hemispherical tip of exactly the shortest length, round-off or not', () => {
    const sizes = {
      radius: 0.7e-3,
      tipLength: 0.77e-3,
      tipShape: 'hemisphere' as const,
      sensor: { z: 0.5e-3 },
    };
    const electrode = { ...VALID.electrode, ...sizes };
    expect(checkProblem({ ...VALID, electrode }).electrode.tipLength).toBe(0.77e-3);
  });

  test.each(['flat', 'hemisphere'] as const)('may have its end %s in either form', (kind) => {
    const electrodes = [kind, { kind }].map((tipShape) => cannula({ gauge: 22, tipLength: 5e-3, tipShape }));
    for (const electrode of electrodes)
      expect(checkProblem({ ...VALID, electrode }).electrode.tipShape).toBe(kind);
  });

  test.each<[string, unknown]>([
    ['regions', []],
    ['returnPathResistance', 120],
    ['domain', { radius: 0.04, below: 0.04, above: 0.05, electrical: 'grounded' }],
    ['tissue.perfusionResponse', { kind: 'constant' }],
    ['tissue.electricalConductivity', 0.45],
    [
      'tissue.electricalConductivity',
      { kind: 'linear', value: 0.45, coefficient: -0.02, reference: 37, cap: 60 },
    ],
    ['tissue.electricalConductivity', { kind: 'table', temperature: [20, 60, 90], value: [0.4, 0.9, 1] }],
    [
      'tissue.thermalConductivity',
      { kind: 'linear', value: 0.45, coefficient: 0.003, reference: 37, cap: 100 },
    ],
    ['tissue.specificHeat', { kind: 'table', temperature: [20, 60], value: [3400, 3600] }],
    ['tissue.metabolicHeat', undefined],
    ['tissue.sources', undefined],
    [
      'electrode.insulation',
      { thickness: 50e-6, material: { thermalConductivity: 0.12, density: 1420, specificHeat: 1090 } },
    ],
    ['heating.ramp', 0],
    ['heating.ramp', 90],
    ['coolDown', 0],
  ])('may have %s = %o', (field, value) => {
    expect(() => checkProblem(withField(VALID, field, value))).not.toThrow();
  });

  test('may hold undefined where a value may be left out', () => {
    expect(checkProblem({ ...VALID, startTemperature: undefined, blood: undefined })).toEqual(checked);
  });

  test('survives JSON', () => {
    expect(checkProblem(JSON.parse(JSON.stringify(VALID)))).toEqual(checked);
  });
});

/** Fields that stand in a problem under their own path and are tied to no other field at their ends. */
const FREE: [LimitedField, string][] = [
  ['tissue.perfusionRate', 'tissue.perfusionRate'],
  ['tissue.density', 'tissue.density'],
  ['tissue.thermalConductivity', 'tissue.thermalConductivity'],
  ['tissue.specificHeat', 'tissue.specificHeat'],
  ['material.density', 'electrode.body.material.density'],
  ['electrode.sensor.z', 'electrode.sensor.z'],
  ['electrode.tipLength', 'electrode.tipLength'],
  ['startTemperature', 'startTemperature'],
  ['arterialTemperature', 'arterialTemperature'],
  ['boundaryTemperature', 'boundaryTemperature'],
  ['coolDown', 'coolDown'],
];

test.each(FREE)('both ends of LIMITS of %s are accepted and nothing beyond', (field, path) => {
  const { min, max } = LIMITS[field];
  const check = (value: number) => () => checkProblem(withField(VALID, path, value));
  for (const value of [min, max]) expect(check(value)).not.toThrow();
  for (const value of [min - 1e-9 * max, max * (1 + 1e-9)]) expect(check(value)).toThrow(path);
});

/** The same for the heatings by RF current. */
const FREE_IN_HEATING: [LimitedField, keyof typeof DRIVEN][] = [
  ['heating.maxPower', 'temperature'],
  ['heating.maxVoltage', 'temperature'],
  ['heating.maxCurrent', 'temperature'],
  ['heating.control.integral', 'temperature'],
  ['heating.control.interval', 'temperature'],
  ['heating.power', 'power'],
  ['heating.voltage', 'voltage'],
];

test.each(FREE_IN_HEATING)('both ends of LIMITS of %s are accepted and nothing beyond', (field, kind) => {
  const { min, max } = LIMITS[field];
  const problem = field.startsWith('heating.control')
    ? withField(DRIVEN[kind], 'heating.control', PI)
    : DRIVEN[kind];
  const check = (value: number) => () => checkProblem(withField(problem, field, value));
  for (const value of [min, max]) expect(check(value)).not.toThrow();
  for (const value of [min * (1 - 1e-9) - 1e-12, max * (1 + 1e-9)]) expect(check(value)).toThrow(field);
});

test('a thermocouple may stand at the very end, whatever its shape, and anywhere up the shaft of a region', () => {
  const domain = { radius: 0.04, below: 0.04, above: 0.04 };
  for (const tipShape of ['flat', 'hemisphere'] as const) {
    for (const z of [0, 5e-3, 0.039]) {
      const electrode = { ...VALID.electrode, tipShape, sensor: { z } };
      expect(() => checkProblem({ ...DRIVEN.temperature, electrode, domain })).not.toThrow();
    }
  }
});

test('the defaults lie within their own limits', () => {
  expect(DEFAULTS.maxPower).toBeLessThanOrEqual(LIMITS['heating.maxPower'].max);
  expect(DEFAULTS.ramp).toBeLessThanOrEqual(LIMITS['heating.ramp'].max);
  for (const field of ['startTemperature', 'arterialTemperature', 'coolDown'] as const) {
    expect(DEFAULTS[field]).toBeGreaterThanOrEqual(LIMITS[field].min);
    expect(DEFAULTS[field]).toBeLessThanOrEqual(LIMITS[field].max);
  }
});

describe('resolution', () => {
  test('is standard when left out', () => {
    expect(checkResolution(undefined, checked)).toEqual(resolutionFor(checked, 'standard'));
    expect(checkResolution('fine', checked)).toEqual(resolutionFor(checked, 'fine'));
  });

  test('may be given in numbers', () => {
    const resolution = { spacing: 0.1e-3, growthRatio: 1.2, timeStep: 0.5 };
    expect(checkResolution(resolution, checked)).toEqual(resolution);
  });

  test.each<[unknown, string, string]>([
    ['coarse', 'resolution', "'draft', 'standard', 'fine' or a record"],
    ['toString', 'resolution', "'toString'"],
    [2, 'resolution', 'was 2'],
    [null, 'resolution', 'null'],
    [{ spacing: 0.1, growthRatio: 1.2, timeStep: 0.5 }, 'resolution.spacing', 'did you mean 1e-4 (0.1 mm)?'],
    [{ spacing: 1e-4, growthRatio: 1, timeStep: 0.5 }, 'resolution.growthRatio', '1.01 to 2'],
    [{ spacing: 1e-4, growthRatio: 1.2, timeStep: 0 }, 'resolution.timeStep', '0.0001 to 10 s'],
    [{ spacing: 1e-4, growthRatio: 1.2 }, 'resolution.timeStep', 'is missing'],
    [{ spacing: 1e-4, growthRatio: 1.2, timestep: 1 }, 'resolution.timestep', 'did you mean timeStep?'],
  ])('refuses %o', (resolution, path, part) => {
    expect(() => checkResolution(resolution, checked)).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        path,
        message: expect.stringContaining(part) as unknown,
      }),
    );
  });
});
