import { readdirSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { problemJsonSchema } from '../../../packaging/problem-json-schema.js';
import { LesionModelError } from '../../../src/errors.js';
import { electrodes } from '../../../src/presets/electrodes.js';
import { cannula } from '../../../src/presets/needles.js';
import { tissues } from '../../../src/presets/tissues.js';
import { checkProblem } from '../../../src/problem/check.js';
import type { Heating } from '../../../src/problem/heating.js';
import { LIMITS } from '../../../src/problem/limits.js';
import { parse } from '../../../src/problem/parse.js';
import { problemSchema } from '../../../src/problem/schema.js';
import type { Problem, Tissue } from '../../../src/problem/types.js';
import { seeded } from '../../support/random-problems.js';

const schema = problemJsonSchema();
const validates: ValidateFunction = new Ajv({
  allErrors: false,
  strict: true,
  allowUnionTypes: true,
}).compile(schema as object);

const FOLDER = 'examples/problems';
const files = readdirSync(FOLDER).map(
  (name) => [name, JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as object] as const,
);

const MUSCLE: Tissue = {
  ...tissues.muscle,
  perfusionResponse: {
    kind: 'stops-when-coagulated',
    kinetics: {
      name: 'of a test',
      validity: { temperature: { from: 40, to: 60 }, time: {} },
      branches: [
        { to: 50, frequencyFactor: 1e-300, activationEnergy: 0.1 + 0.2 + 1e5 },
        { from: 50, frequencyFactor: 7.39e39, activationEnergy: 257e3 },
      ],
    },
    factor: { kind: 'table', temperature: [37, 50, 60], value: [1, 1 / 3, 0] },
  },
  waterContent: 700.1,
};
const HEATINGS: readonly Heating[] = [
  {
    kind: 'temperature',
    target: 70 + 0.1 + 0.2,
    duration: 60,
    control: { kind: 'pi', proportional: 1 / 3, integral: 0, interval: 0.1 },
  },
  { kind: 'tip-temperature', target: 80, duration: 90, ramp: 0.1 + 0.2 },
  { kind: 'power', power: 2, duration: 60, maxSensorTemperature: 90, maxVoltage: 60 },
  { kind: 'voltage', voltage: 15, duration: 60, rollOff: 1.5 },
  { kind: 'pulsed', voltage: 45, duration: 120, pulseRate: 2, pulseWidth: 0.02, limitBy: 'pulse-width' },
  {
    kind: 'schedule',
    stages: [
      { kind: 'temperature', target: 60, duration: 60 },
      { kind: 'off', duration: 5 },
      { kind: 'pulsed', duration: 60, shift: -1e-3 },
    ],
  },
];
const PROBLEMS: readonly Problem[] = HEATINGS.map((heating, k) => ({
  electrode:
    k % 2 === 0 && heating.kind !== 'tip-temperature'
      ? electrodes.cooled18G4mm
      : cannula({ gauge: 22, tipLength: 5e-3, tipShape: { kind: 'cone', length: 1e-3 } }),
  tissue: k % 2 === 0 ? MUSCLE : { ...tissues.muscle, perfusionRate: 1e-300 },
  regions: [{ where: { kind: 'slab', zMin: 0.1 / 3 }, tissue: tissues.muscle }],
  heating,
  startTemperature: 36.6 + 0.1 + 0.2,
  blood: { density: 1050, specificHeat: 3617 },
  domain: { radius: 0.04, below: 0.05, above: 0.05, electrical: 'grounded' },
  returnPathResistance: 1e-300,
  needleAfterwards: 'in-place',
  about: { name: 'A test', stated: {}, assumed: { 'tissue.waterContent': 'for the test' } },
}));

/** Whether a problem has the shape and the ranges that the library asks for. */
function isSound(problem: unknown): boolean {
  try {
    parse(problemSchema, problem, '');
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(LesionModelError);
    return false;
  }
}

describe('the JSON Schema of a problem', () => {
  test('says what it is, and the unit and range of every number', () => {
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      additionalProperties: false,
    });
    expect(schema.title).toMatch(/^A problem of rf-lesion \d/);
    const text = JSON.stringify(schema);
    expect(text).toContain('"description":"[m], 0.00005 to 0.005"');
    expect(text).toContain('"description":"[W/(m²·K)], above 0, at most 1000000"');
    const inProblems = Object.entries(LIMITS).filter(
      ([field]) => !/^(resolution|criterion|structure|vessel)\.|Rate|Scale|offset|initial/.test(field),
    );
    for (const [, { unit }] of inProblems) if (unit !== '') expect(text).toContain(`[${unit}]`);
    expect(text).not.toContain('"field"');
  });

  test.each(files)('%s follows it', (_, problem) => {
    expect(validates(problem)).toBe(true);
    expect(validates({ $schema: '../../dist/schema.json', ...problem })).toBe(true);
  });

  test.each(PROBLEMS.map((problem) => [problem.heating.kind, problem] as const))(
    'a problem of %s follows it',
    (_, problem) => {
      checkProblem(problem);
      expect(validates(problem)).toBe(true);
    },
  );

  test.each<[string, object]>([
    ['a misspelt key', { tisue: {} }],
    ['a length in mm', { electrode: { ...PROBLEMS[1]!.electrode, tipLength: 5 } }],
    ['a text for a number', { startTemperature: '37 °C' }],
    ['an unknown kind', { heating: { kind: 'laser', duration: 5 } }],
    ['a key of another kind', { heating: { kind: 'voltage', voltage: 15, duration: 60, target: 80 } }],
    ['a missing density', { tissue: { ...tissues.muscle, density: undefined } }],
    [
      'kinetics without branches',
      { tissue: { ...tissues.muscle, perfusionResponse: { kind: 'stops-when-coagulated', kinetics: {} } } },
    ],
    ['a sensor that is missing', { electrode: { ...PROBLEMS[1]!.electrode, sensor: null } }],
  ])('%s does not', (_, fault) => {
    const file: unknown = JSON.parse(JSON.stringify({ ...PROBLEMS[1], ...fault }));
    expect(validates(file)).toBe(false);
    expect(() => checkProblem(file)).toThrow(LesionModelError);
  });
});

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, one]) =>
    pathsOf(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

/** A copy in which one value is another; `undefined` takes it away. */
function withValue(data: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const copy = (Array.isArray(data) ? Array.from(data as unknown[]) : { ...(data as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = withValue(copy[key], rest, value);
  return copy;
}

const GARBAGE: readonly unknown[] = [
  undefined,
  null,
  true,
  '',
  'flat',
  'x',
  0,
  -1,
  1,
  0.5,
  5,
  1e-9,
  1e9,
  1e300,
  37,
  1050,
  [],
  [1],
  ['a'],
  {},
  { kind: 'flat' },
  { kind: 'linear' },
  { x: 1 },
];

test('both ways to check agree on 3000 problems with one to three mutations', () => {
  const random = seeded(11);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const sound: unknown[] = [...PROBLEMS, ...files.map(([, problem]) => problem)];
  const disagreements: string[] = [];
  let accepted = 0;
  for (let k = 0; k < 3000; k++) {
    let problem = pick(sound);
    const changes: string[] = [];
    for (let n = 1 + Math.floor(3 * random()); n > 0; n--) {
      const path = pick(pathsOf(problem));
      const old = path.reduce<unknown>(
        (inner, key) => (inner as Record<string | number, unknown>)[key],
        problem,
      );
      const isNumber = typeof old === 'number' && random() < 0.8;
      const value = isNumber ? old * 10 ** (3 * random() - 1.5) * pick([1, 1, 1, -1]) : pick(GARBAGE);
      const isKey = !isNumber && random() < 0.2 && typeof path.at(-1) === 'string';
      problem = withValue(problem, isKey ? [...path.slice(0, -1), `${String(path.at(-1))}s`] : path, value);
      changes.push(
        `${path.join('.')}${isKey ? 's' : ''} = ${value === undefined ? 'left out' : JSON.stringify(value)}`,
      );
    }
    const file: unknown = JSON.parse(JSON.stringify(problem));
    const isValid = validates(file);
    if (isValid) accepted++;
    if (isValid !== isSound(file)) disagreements.push(`${changes.join('; ')}: the schema says ${isValid}`);
    if (!isValid) expect(() => checkProblem(file)).toThrow(LesionModelError);
  }
  expect(disagreements.slice(0, 10)).toEqual([]);
  expect(accepted).toBeGreaterThan(300);
  expect(accepted).toBeLessThan(2700);
});

test.each(PROBLEMS.map((problem) => [problem.heating.kind, problem] as const))(
  'a problem of %s is the same after a journey through JSON',
  (_, problem) => {
    const back = JSON.parse(JSON.stringify(problem)) as unknown;
    expect(back).toStrictEqual(problem);
    expect(checkProblem(back)).toStrictEqual(checkProblem(problem));
  },
);
