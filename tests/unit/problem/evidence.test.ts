import { describe, expect, test } from 'vitest';
import { checkProblem } from '../../../src/problem/check.js';
import { type About, isStillSo, valueAt, valuesOf } from '../../../src/problem/evidence.js';
import type { Problem } from '../../../src/problem/types.js';
import { VALID } from './valid-problem.js';

const about: About = {
  name: 'A test',
  stated: { 'heating.target': [] },
  assumed: { tissue: 'Everywhere.', 'electrode.cooling': 'None.' },
  unverified: { 'electrode.sensor.z': 'From memory.' },
};
const problem: Problem = { ...VALID, about };
const noted: Problem = { ...problem, about: { ...about, values: valuesOf(problem) } };
const still = (changed: object): string[] =>
  ['heating.target', 'tissue', 'electrode.cooling', 'electrode.sensor.z'].filter((path) =>
    isStillSo({ ...noted, ...changed }, path),
  );

describe('what a problem says of itself', () => {
  test('comes with the values that it was said of, null for nothing', () => {
    const { sources, evidence, ...tissue } = VALID.tissue;
    expect([sources, evidence]).not.toContain(undefined);
    expect(valuesOf(problem)).toEqual({
      'heating.target': valueAt(problem, 'heating.target'),
      tissue,
      regions: null,
      'electrode.cooling': null,
      'electrode.sensor.z': VALID.electrode.sensor.z,
    });
  });

  test('holds as long as they do', () => {
    expect(still({})).toEqual(['heating.target', 'tissue', 'electrode.cooling', 'electrode.sensor.z']);
    expect(still({ heating: { kind: 'power', power: 5, duration: 60 } })).not.toContain('heating.target');
    const where = { kind: 'slab', zMax: -1e-3 };
    expect(still({ regions: [{ where, tissue: VALID.tissue }] })).not.toContain('tissue');
    expect(still({ regions: [] })).toContain('tissue');
    const { electrode } = VALID;
    expect(still({ electrode: { ...electrode, sensor: { z: 2e-3 }, cooling: { temperature: 15 } } })).toEqual(
      ['heating.target', 'tissue'],
    );
  });

  test('holds always where no value was kept', () => {
    expect(isStillSo({ ...problem, tissue: { ...VALID.tissue, density: 1000 } }, 'tissue')).toBe(true);
  });

  test('may keep values of any kind, by path', () => {
    expect(() => checkProblem(noted)).not.toThrow();
    expect(() => checkProblem({ ...problem, about: { ...about, values: [1] } })).toThrow(
      'about.values must be a record',
    );
  });

  test('is the same after a way through JSON', () => {
    const read = JSON.parse(JSON.stringify(noted)) as Problem;
    expect(read.about).toEqual(noted.about);
    expect(isStillSo(read, 'tissue')).toBe(true);
  });
});

test('a path leads into records and lists, and nowhere else', () => {
  const record = { a: [{ b: 1 }] };
  expect(valueAt(record, 'a[0].b')).toBe(1);
  expect(valueAt(record, 'a[1].b')).toBeUndefined();
  expect(valueAt(record, 'a[0].b.c')).toBeUndefined();
});
