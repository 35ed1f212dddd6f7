import { describe, expect, test } from 'vitest';
import { cannula, estimateLesion, LesionModelError, type Problem, tissues } from '../../../src/index.js';

const BASE: Problem = {
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'tip-temperature', target: 80, duration: 30, ramp: 5 },
  coolDown: 5,
};
const bare = { resolution: 'draft', errorBar: false, criteria: [] } as const;
const codesOf = (problem: Problem, options: object = bare): string[] =>
  estimateLesion(problem, options).warnings.map(({ code }) => code);

test('a sound problem brings no warning', () => {
  expect(codesOf(BASE)).toEqual([]);
  expect(codesOf(BASE, { resolution: 'draft', criteria: [] })).toEqual([]);
});

describe('a grid too coarse for the lesion', () => {
  const thin: Problem = {
    ...BASE,
    heating: { ...BASE.heating, kind: 'tip-temperature', target: 51, duration: 5, ramp: 1 },
  };

  test('without bars: fewer than two cells beyond the wall', () => {
    const { warnings } = estimateLesion(thin, {
      ...bare,
      resolution: { spacing: 0.3e-3, growthRatio: 1.3, timeStep: 1 },
    });
    expect(warnings.map(({ code }) => code)).toContain('under-resolved');
    expect(warnings.find(({ code }) => code === 'under-resolved')?.message).toMatch(/\d\.\d cells thick/);
  });

  test('with bars: one of more than 5 % of the width', () => {
    const resolution = { spacing: 0.6e-3, growthRatio: 2, timeStep: 4 };
    const { warnings, width } = estimateLesion(BASE, { resolution, criteria: [] });
    expect((width.numericalError ?? 0) / width.value).toBeGreaterThan(0.05);
    expect(warnings.find(({ code }) => code === 'under-resolved')?.message).toMatch(
      /bar is \d+ % of the width/,
    );
  });
});

describe('a domain too small for the heat', () => {
  const domain = { radius: 3e-3, below: 3e-3, above: 8e-3 };

  test('is told by how much its boundary has warmed', () => {
    const { warnings } = estimateLesion({ ...BASE, domain }, bare);
    expect(warnings.find(({ code }) => code === 'domain-too-small')?.message).toMatch(
      /warmed by \d\.\d °C, \d+ %/,
    );
  });

  test('is an error where warnings are', () => {
    expect(() => estimateLesion({ ...BASE, domain }, { ...bare, strict: true })).toThrow(
      expect.objectContaining({
        name: 'LesionModelError',
        code: 'strict',
        path: 'domain',
      }) as LesionModelError,
    );
  });
});
