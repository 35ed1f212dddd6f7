import { describe, expect, test } from 'vitest';
import { LesionModelError } from '../../../src/errors.js';
import { checkProblem } from '../../../src/problem/check.js';
import { DRIVEN, VALID, withField } from './valid-problem.js';

function errorOf(problem: unknown): LesionModelError {
  try {
    checkProblem(problem);
  } catch (error) {
    if (error instanceof LesionModelError) return error;
    throw error;
  }
  throw new Error('accepted');
}

/** One sentence: it begins with the field, ends once, and tells of no other. */
function expectOneSentence(message: string, path: string): void {
  expect(message.startsWith(path)).toBe(true);
  expect(message).toMatch(/[.?]$/);
  expect(message).not.toMatch(/[.?] [A-Z]/);
}

const steel = { thermalConductivity: 16.2, density: 8000, specificHeat: 500 };
const linear = { kind: 'linear', value: 0.45, coefficient: 0.02, reference: 37 };

/** Field, bad value, what the sentence must contain, and the path when another field is at fault. */
type Case = [field: string, value: unknown, parts: string[], path?: string];

const LIMITS_BROKEN: Case[] = [
  ['electrode.radius', -1e-3, ['-0.001', '0.00005', '0.005 m']],
  ['electrode.radius', 0, ['was 0', '0.00005']],
  ['electrode.radius', 0.36, ['0.005 m', 'did you mean 3.6e-4 (0.36 mm)?']],
  ['electrode.radius', 360, ['did you mean 3.6e-4 (360 µm)?']],
  ['electrode.tipLength', 5, ['0.1 m', 'did you mean 5e-3 (5 mm)?']],
  ['electrode.tipLength', 0, ['was 0', '0.0005']],
  ['electrode.sensor.z', -1e-3, ['-0.001', 'from 0']],
  [
    'electrode.insulation',
    { thickness: 0, material: steel },
    ['was 0', '0.002 m'],
    'electrode.insulation.thickness',
  ],
  [
    'electrode.insulation',
    { thickness: 0.05, material: steel },
    ['(0.05 mm)?'],
    'electrode.insulation.thickness',
  ],
  ['electrode.body.material.thermalConductivity', 0, ['was 0', '0.01']],
  ['heating.target', 353.15, ['100 °C', 'did you mean 80 °C (353.15 K)?']],
  ['heating.target', 100.5, ['100.5', '100 °C']],
  ['heating.duration', 0, ['was 0', 'from 0.1']],
  ['heating.duration', 1e9, ['1000000000', '7200 s']],
  ['heating.duration', 90_000, ['7200 s', 'did you mean 90 (90000 ms)?']],
  ['heating.ramp', -1, ['-1', 'from 0']],
  ['startTemperature', 310.15, ['44 °C', 'did you mean 37 °C (310.15 K)?']],
  ['arterialTemperature', -5, ['-5', '0 to 44']],
  ['boundaryTemperature', 50, ['50', '44 °C']],
  ['coolDown', 4000, ['4000', '3600 s']],
  ['returnPathResistance', -1, ['-1', 'from 0']],
  ['tissue.perfusionRate', 0.6, ['0.2 1/s', 'did you mean 1e-2 (0.6 per minute)?']],
  ['tissue.perfusionRate', -1e-3, ['-0.001', 'from 0']],
  ['tissue.thermalConductivity', 500, ['500', '100 W/(m·K)']],
  ['tissue.density', 0, ['was 0', 'from 200']],
  ['tissue.specificHeat', 3.4, ['3.4', '100']],
  ['tissue.metabolicHeat', -1, ['-1', 'from 0']],
  ['tissue.electricalConductivity', 0, ['was 0', 'above 0', '100 S/m']],
  ['tissue.waterContent', 2000, ['2000', '1100']],
  ['blood', { density: 1.05, specificHeat: 36 }, ['36', '100'], 'blood.specificHeat'],
  ['domain', { radius: 40, below: 0.04, above: 0.04 }, ['did you mean 4e-2 (40 mm)?'], 'domain.radius'],
];

const WRONG_KIND: Case[] = [
  ['heating.target', '80', ["'80'", '100 °C']],
  ['heating.target', NaN, ['NaN', '100 °C']],
  ['heating.duration', Infinity, ['Infinity', '7200 s']],
  ['heating.duration', -Infinity, ['-Infinity', '0.1']],
  ['heating.duration', null, ['null', '7200 s']],
  ['heating.duration', [90], ['a list', '7200 s']],
  ['heating.duration', 90n, ['90n', '7200 s']],
  ['heating', 80, ['80', "'temperature'", "'tip-temperature'"]],
  [
    'heating.kind',
    'hot',
    ["'hot'", "'temperature', 'tip-temperature', 'power', 'voltage', 'pulsed' or 'schedule'"],
  ],
  ['electrode', '22 G', ["'22 G'", 'radius', 'sensor']],
  ['electrode.tipShape', 'cone', ["'cone'", "'flat' or 'hemisphere'"]],
  [
    'electrode.tipShape',
    { kind: 'ball' },
    ["'ball'", "'flat', 'hemisphere' or 'cone'"],
    'electrode.tipShape.kind',
  ],
  ['electrode.body.kind', 'wire', ["'wire'", "'solid' or 'tube'"]],
  ['electrode.insulation', 0, ['was 0', 'null for an ideal film']],
  [
    'electrode.sources',
    [{ author: 'A', title: 'T', grade: 'M' }],
    ["'M'", "'A', 'B', 'C' or 'D'"],
    'electrode.sources[0].grade',
  ],
  ['tissue', 'muscle', ["'muscle'", 'thermalConductivity']],
  ['tissue.electricalConductivity', 'high', ["'high'", '100 S/m']],
  [
    'tissue.electricalConductivity',
    { kind: 'cubic' },
    ["'cubic'", "'linear' or 'table'"],
    'tissue.electricalConductivity.kind',
  ],
  ['tissue.perfusionResponse', { kind: 'x' }, ["'x'", "'constant'"], 'tissue.perfusionResponse.kind'],
  ['regions', {}, ['a record', 'a list of regions']],
  [
    'domain',
    { radius: 0.04, below: 0.04, above: 0.04, electrical: 'open' },
    ["'open'", "'far-field' or 'grounded'"],
    'domain.electrical',
  ],
];

const MISSING: Case[] = [
  ['electrode', undefined, ['is missing', 'radius']],
  ['tissue', undefined, ['is missing', 'density']],
  ['heating', undefined, ['is missing', "'tip-temperature'"]],
  ['heating.kind', undefined, ['is missing', "'tip-temperature'"]],
  ['heating.target', undefined, ['is missing', '100 °C']],
  ['electrode.tipLength', undefined, ['is missing', '0.1 m']],
  ['electrode.insulation', undefined, ['is missing', 'null for an ideal film']],
  ['tissue.perfusionRate', undefined, ['is missing', '0.2 1/s']],
];

const UNKNOWN: Case[] = [
  ['heating.targt', 80, ['did you mean target?']],
  ['heating.maxPower', 50, ['kind, target, duration, ramp']],
  ['electrode.tiplength', 5e-3, ['did you mean tipLength?']],
  ['tissue.perfusionrates', 0, ['did you mean perfusionRate?']],
  ['colour', 'red', ['electrode', 'domain']],
  ['__proto', 1, ['not a known key']],
];

/** Laws of temperature that are not sound, whatever the property; `x` is a value that is. */
const lawsNear = (x: number): [law: unknown, parts: string[], place: string][] => [
  [{ ...linear, value: x, coefficient: -0.02 }, ['-0.02', 'positive at 100 °C'], 'coefficient'],
  [
    { ...linear, value: x, coefficient: -0.005 },
    ['-0.005', 'positive at 500 °C', 'a cap helps'],
    'coefficient',
  ],
  [{ ...linear, value: x, coefficient: 0.05 }, ['0.05', 'positive at 0 °C'], 'coefficient'],
  [
    { kind: 'table', temperature: [60, 20], value: [x, x] },
    ['was 20', 'above the one before it (60 °C)'],
    'temperature[1]',
  ],
  [{ kind: 'table', temperature: [20, NaN], value: [x, x] }, ['NaN'], 'temperature[1]'],
  [{ kind: 'table', temperature: [20, 60], value: [x, 0] }, ['was 0'], 'value[1]'],
  [
    { kind: 'table', temperature: [20, 20], value: [x, x] },
    ['was 20', 'above the one before it (20 °C)'],
    'temperature[1]',
  ],
  [{ kind: 'table', temperature: [20, 90], value: [x] }, ['2 temperatures', 'had 1'], 'value'],
  [{ kind: 'table', temperature: [], value: [] }, ['at least one', 'empty'], 'temperature'],
  [{ kind: 'table', temperature: [20], value: [NaN] }, ['NaN'], 'value[0]'],
];

const RELATIONS: Case[] = [
  ['heating.target', 30, ['30', 'above the start temperature (37 °C)', 'at most 100 °C']],
  ['heating.target', 37, ['was 37', 'above the start temperature (37 °C)']],
  ['heating.duration', 5, ['10 s by default', 'which is 5 s', 'give a shorter ramp'], 'heating.ramp'],
  ['heating.ramp', 91, ['91 s', '90 s']],
  [
    'electrode',
    { ...VALID.electrode, tipShape: 'hemisphere', radius: 2e-3, tipLength: 1e-3 },
    ['0.001', '0.0022 m'],
    'electrode.tipLength',
  ],
  [
    'electrode',
    { ...VALID.electrode, tipShape: { kind: 'cone', length: 6e-3 } },
    ['0.006', 'electrode.tipLength'],
    'electrode.tipShape.length',
  ],
  [
    'electrode',
    { ...VALID.electrode, tipShape: { kind: 'hemisphere' }, radius: 1e-3, tipLength: 1e-3 },
    ['0.001'],
    'electrode.tipLength',
  ],
  [
    'electrode.body',
    { kind: 'tube', material: steel, core: steel, wallThickness: 1e-3 },
    ['0.001', 'less than electrode.radius'],
    'electrode.body.wallThickness',
  ],
  [
    'domain',
    { radius: 0.04, below: 0.04, above: 5e-3 },
    ['was 0.005', 'domain.above, 0.005 m'],
    'electrode.tipLength',
  ],
  [
    'domain',
    { radius: 0.5e-3, below: 0.04, above: 0.04 },
    ['0.0005', 'twice electrode.radius (0.0007176 m)'],
    'domain.radius',
  ],
  [
    'electrode',
    { ...VALID.electrode, insulation: { thickness: 1.8e-3, material: steel } },
    ['0.0018', 'less than 5 times electrode.radius (0.001794 m)'],
    'electrode.insulation.thickness',
  ],
  ...Object.entries({ thermalConductivity: 0.5, specificHeat: 3500, electricalConductivity: 0.45 }).flatMap(
    ([name, x]) =>
      lawsNear(x).map(([law, parts, place]): (typeof WRONG_KIND)[number] => [
        `tissue.${name}`,
        law,
        parts,
        `tissue.${name}.${place}`,
      ]),
  ),
];

describe.each([
  ['out of its limits', LIMITS_BROKEN],
  ['of the wrong kind', WRONG_KIND],
  ['missing', MISSING],
  ['unknown', UNKNOWN],
  ['in conflict with another', RELATIONS],
])('a field %s', (_, cases) => {
  test.each(cases)('%s = %o', (field, value, parts, path = field) => {
    const error = errorOf(withField(VALID, field, value));
    expect(error.code).toBe('invalid-input');
    expect(error.path).toBe(path);
    expectOneSentence(error.message, path);
    for (const part of parts) expect(error.message).toContain(part);
  });
});

const PI = { kind: 'pi', proportional: 0.3, integral: 0.05, interval: 0.1 };
const SHALLOW = { radius: 0.04, below: 0.04, above: 6e-3 };

const OF_TEMPERATURE: Case[] = [
  ['heating.target', 37, ['was 37', 'above the start temperature (37 °C)']],
  ['heating.target', undefined, ['is missing', '100 °C']],
  ['heating.duration', 5, ['10 s by default', 'which is 5 s'], 'heating.ramp'],
  ['heating.ramp', 91, ['91 s', '90 s']],
  ['heating.maxPower', 0, ['was 0', 'from 0.001 to 500 W']],
  ['heating.maxPower', -50, ['-50', '500 W']],
  ['heating.maxPower', Infinity, ['Infinity', '500 W']],
  ['heating.maxPower', 50_000, ['500 W', 'did you mean 50 (50000 mW)?']],
  ['heating.maxVoltage', 0, ['was 0', 'a voltage from 0.01 to 1000 V']],
  ['heating.maxVoltage', NaN, ['NaN', '1000 V']],
  ['heating.maxCurrent', 0, ['was 0', '0.0001 to 10 A']],
  ['heating.maxCurrent', 800, ['10 A', 'did you mean 0.8 (800 mA)?']],
  ['heating.maxCurrents', 1, ['did you mean maxCurrent?']],
  ['heating.power', 10, ['not a known key']],
  ['heating.control', 'ideal', ["'ideal'", "'ideal' or 'pi'"]],
  ['heating.control', { kind: 'pid' }, ["'pid'", "'ideal' or 'pi'"], 'heating.control.kind'],
  ['heating.control', { kind: 'pi' }, ['is missing', 'above 0'], 'heating.control.proportional'],
  [
    'heating.control',
    { ...PI, proportional: 0 },
    ['was 0', 'a gain above 0', 'W/K'],
    'heating.control.proportional',
  ],
  ['heating.control', { ...PI, integral: -0.1 }, ['-0.1', 'W/(K·s)'], 'heating.control.integral'],
  ['heating.control', { ...PI, interval: 0 }, ['was 0', '0.01 to 5 s'], 'heating.control.interval'],
  [
    'heating.control',
    { ...PI, interval: 100 },
    ['5 s', 'did you mean 0.1 (100 ms)?'],
    'heating.control.interval',
  ],
  [
    'heating',
    { kind: 'temperature', target: 80, duration: 2, ramp: 0, control: { ...PI, interval: 3 } },
    ['was 3', 'heating.duration (2 s)'],
    'heating.control.interval',
  ],
  ['heating.control', { ...PI, derivative: 1 }, ['not a known key'], 'heating.control.derivative'],
  ['heating.control', { kind: 'ideal', interval: 1 }, ['not a known key'], 'heating.control.interval'],
  ['electrode.sensor.z', 0.5, ['did you mean 5e-4 (0.5 mm)?']],
  ['domain', { ...SHALLOW, radius: 0.5e-3 }, ['twice electrode.radius'], 'domain.radius'],
];

const OF_POWER: Case[] = [
  ['heating.power', 0, ['was 0', 'a power from 0.001 to 200 W']],
  ['heating.power', -2, ['-2', '200 W']],
  ['heating.power', '2 W', ["'2 W'", '200 W']],
  ['heating.power', 2000, ['200 W', 'did you mean 2 (2000 mW)?']],
  ['heating.power', undefined, ['is missing', '200 W']],
  ['heating.maxVoltage', 0, ['was 0', '1000 V']],
  ['heating.maxSensorTemperature', 37, ['was 37', 'above the start temperature (37 °C)']],
  ['heating.maxSensorTemperature', 101, ['101', '100 °C']],
  ['heating.maxSensorTemperature', 353.15, ['did you mean 80 °C (353.15 K)?']],
  ['heating.maxPower', 20, ['kind, power, duration, maxVoltage, maxSensorTemperature']],
  ['heating.ramp', 5, ['not a known key']],
];

const OF_VOLTAGE: Case[] = [
  ['heating.voltage', 0, ['was 0', 'a voltage from 0.01 to 500 V']],
  ['heating.voltage', -15, ['-15', '500 V']],
  ['heating.voltage', 15_000, ['500 V', 'did you mean 15 (15000 mV)?']],
  ['heating.voltage', undefined, ['is missing', '500 V']],
  ['heating.duration', 0, ['was 0', 'from 0.1']],
  ['heating.maxPower', 50, ['kind, voltage, duration']],
];

describe.each([
  ['temperature', OF_TEMPERATURE],
  ['power', OF_POWER],
  ['voltage', OF_VOLTAGE],
] as const)('a field in a problem driven by %s', (kind, cases) => {
  test.each(cases)('%s = %o', (field, value, parts, path = field) => {
    const error = errorOf(withField(DRIVEN[kind], field, value));
    expect(error.code).toBe('invalid-input');
    expect(error.path).toBe(path);
    expectOneSentence(error.message, path);
    for (const part of parts) expect(error.message).toContain(part);
  });
});

test.each([
  ['tip-temperature', VALID],
  ['temperature', DRIVEN.temperature],
  ['voltage', DRIVEN.voltage],
])('needle, sleeve and thermocouple must lie in a stated region: %s', (_, problem) => {
  const sensor = errorOf({
    ...problem,
    domain: SHALLOW,
    electrode: { ...VALID.electrode, sensor: { z: 6e-3 } },
  });
  expect(sensor.path).toBe('electrode.sensor.z');
  expect(sensor.message).toContain('domain.above, 0.006 m');

  const insulation = { thickness: 0.2e-3, material: steel };
  const domain = { ...SHALLOW, radius: 1e-3 };
  expect(() => checkProblem({ ...problem, domain })).not.toThrow();
  const sleeve = errorOf({ ...problem, domain, electrode: { ...VALID.electrode, insulation } });
  expect(sleeve.path).toBe('domain.radius');
  expect(sleeve.message).toContain('(0.0011176 m, the sleeve included)');
});

test.each<[string, object, string, string]>([
  ['ends in the wrong order', { where: { kind: 'slab', zMin: 2e-3, zMax: 1e-3 } }, 'where.zMax', '0.002 m'],
  ['radii in the wrong order', { where: { kind: 'tube', rMin: 2e-3, rMax: 1e-3 } }, 'where.rMax', '0.002 m'],
  ['a misspelt end', { where: { kind: 'slab', zmin: 1e-3 } }, 'where.zmin', 'zMin'],
  ['a radius in mm', { where: { kind: 'sphere', z: 0, radius: 5 } }, 'where.radius', '5e-3 (5 mm)'],
  [
    'blood in a sphere',
    { where: { kind: 'sphere', z: 0, radius: 5e-3 }, flow: { coefficient: 100 } },
    'flow',
    'sphere',
  ],
  [
    'blood that flows at the needle',
    { where: { kind: 'slab', zMin: 5e-3 }, flow: { coefficient: 100 } },
    'where',
    'clear of the needle',
  ],
  [
    'a law without values',
    { tissue: { ...VALID.tissue, specificHeat: { kind: 'table', temperature: [], value: [] } } },
    'tissue.specificHeat.temperature',
    'at least one',
  ],
])('a region with %s is refused', (_, change, path, word) => {
  const region = { where: { kind: 'slab', zMax: -1e-3 }, tissue: VALID.tissue, ...change };
  const error = errorOf(withField(VALID, 'regions', [region]));
  expect(error.code).toBe('invalid-input');
  expect(error.path).toBe(`regions[0].${path}`);
  expect(error.message).toContain(word);
  expectOneSentence(error.message, `regions[0].${path}`);
});

test('a sphere after blood that flows is refused', () => {
  const { tissue } = VALID;
  const vessel = { where: { kind: 'tube', rMin: 3e-3 }, tissue, flow: { coefficient: 100 } };
  const sphere = { where: { kind: 'sphere', z: 0, radius: 4e-3 }, tissue };
  expect(() => checkProblem(withField(VALID, 'regions', [sphere, vessel]))).not.toThrow();
  const error = errorOf(withField(VALID, 'regions', [vessel, sphere]));
  expect(error.path).toBe('regions[1]');
  expectOneSentence(error.message, 'regions[1]');
});

test.each<[string, object, string]>([
  ['a range with one end', { low: 1 }, 'high'],
  ['a range upside down', { low: 2000, high: 1000 }, 'high'],
  ['a value outside its range', { low: 1000, high: 1100, value: 900 }, 'value'],
  ['no source', { sources: [] }, 'sources'],
])('evidence with %s is refused', (_, change, path) => {
  const source = { author: 'Nobody', title: 'A test', grade: 'A' };
  const evidence = { density: { grade: 'A', sources: [source], ...change } };
  const problem = withField(VALID, 'regions', [
    { where: { kind: 'slab', zMax: -1e-3 }, tissue: { ...VALID.tissue, evidence } },
  ]);
  const error = errorOf(problem);
  expect(error.path).toBe(`regions[0].tissue.evidence.density.${path}`);
  expectOneSentence(error.message, error.path);
});

const RF = { kind: 'temperature', target: 70, duration: 60 } as const;
const schedule = (...stages: object[]): object => ({ kind: 'schedule', stages });

test.each<[what: string, field: string, value: unknown, path: string, words: string]>([
  ['a schedule without stages', 'heating', schedule(), 'heating.stages', 'at least one stage with heat'],
  ['only pauses', 'heating', schedule({ kind: 'off', duration: 5 }), 'heating.stages', 'with heat'],
  [
    'a held tip among RF stages',
    'heating',
    schedule(RF, { kind: 'tip-temperature', target: 70, duration: 60 }),
    'heating.stages[0].kind',
    "'tip-temperature' or 'off'",
  ],
  [
    'a schedule in a schedule',
    'heating',
    schedule(schedule(RF)),
    'heating.stages[0].kind',
    "'pulsed' or 'off'",
  ],
  [
    'a shift of the first stage',
    'heating',
    schedule({ ...RF, shift: 1e-3 }),
    'heating.stages[0].shift',
    'left out',
  ],
  [
    'a shift of a held tip',
    'heating',
    schedule(
      { kind: 'tip-temperature', target: 70, duration: 60 },
      { kind: 'tip-temperature', target: 70, duration: 60, shift: 1e-3 },
    ),
    'heating.stages[1].shift',
    'left out where the tip is held',
  ],
  ['a shift in mm', 'heating', schedule(RF, { ...RF, shift: 5 }), 'heating.stages[1].shift', '0.05 m'],
  [
    'a cold stage',
    'heating',
    schedule(RF, { ...RF, target: 30 }),
    'heating.stages[1].target',
    'above the start',
  ],
  ['a long ramp', 'heating', schedule({ ...RF, ramp: 70 }), 'heating.stages[0].ramp', '60 s'],
  [
    'pulses without a pause',
    'heating',
    { kind: 'pulsed', duration: 60, pulseWidth: 0.05, pulseRate: 20 },
    'heating.pulseWidth',
    '(0.05 s)',
  ],
  [
    'a time shorter than a pulse and its pause',
    'heating',
    { kind: 'pulsed', duration: 0.3 },
    'heating.duration',
    '(0.5 s)',
  ],
  [
    'a roll-off below one',
    'heating',
    { kind: 'voltage', voltage: 20, duration: 60, rollOff: 0.5 },
    'heating.rollOff',
    '1.05',
  ],
  ['a coolant in a solid', 'electrode.cooling', { temperature: 15 }, 'electrode.body.kind', "'tube'"],
  ['a hot coolant', 'electrode.cooling', { temperature: 80 }, 'electrode.cooling.temperature', '44 °C'],
  [
    'kinetics without a branch',
    'tissue.perfusionResponse',
    { kind: 'stops-when-coagulated', kinetics: { branches: [] } },
    'tissue.perfusionResponse.kinetics.branches',
    'at least one branch',
  ],
  [
    'a flow below zero',
    'tissue.perfusionResponse',
    { kind: 'follows-temperature', factor: { kind: 'linear', value: 1, coefficient: -0.5, reference: 37 } },
    'tissue.perfusionResponse.factor.coefficient',
    'keeps the law positive',
  ],
  ['a needle half out', 'needleAfterwards', 'gone', 'needleAfterwards', "'in-place' or 'withdrawn'"],
])('%s', (_, field, value, path, words) => {
  const error = errorOf(withField(VALID, field, value));
  expect(error.code).toBe('invalid-input');
  expect(error.path).toBe(path);
  expectOneSentence(error.message, path);
  expect(error.message).toContain(words);
});

test('a needle that a shift takes out of the computed region', () => {
  const problem = { ...VALID, domain: { radius: 0.02, below: 0.01, above: 0.02 } };
  const error = (shift: number): LesionModelError =>
    errorOf({ ...problem, heating: schedule(RF, { ...RF, shift }) });
  expect(error(-0.012).path).toBe('heating.stages[1].shift');
  expect(error(0.016).path).toBe('heating.stages[1].shift');
  expect(() => checkProblem({ ...problem, heating: schedule(RF, { ...RF, shift: 0.005 }) })).not.toThrow();
});

test.each([null, undefined, 5, 'problem', true, Symbol('x'), () => 0])('%o is no problem', (value) => {
  const error = errorOf(value);
  expect(error.code).toBe('invalid-input');
  expect(error.message).toMatch(/^The problem must be a record with electrode, tissue and heating/);
});

test('a misspelt key is named before the missing one that it leaves', () => {
  const { heating } = VALID;
  const error = errorOf({ ...VALID, heating: { kind: heating.kind, target: 80, durations: 90 } });
  expect(error.path).toBe('heating.durations');
  expect(error.message).toContain('did you mean duration?');
});
