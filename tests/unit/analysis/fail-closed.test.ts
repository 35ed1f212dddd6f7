import { describe, expect, test } from 'vitest';
import { ownWarmth } from '../../../src/analysis/own-warmth.js';
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

describe('tissue that warms by itself', () => {
  const { greyMatter } = tissues;
  const grey = { ...BASE, tissue: greyMatter };

  test('does so by its metabolism, against its blood', () => {
    const { density, specificHeat, perfusionRate, metabolicHeat = 0 } = greyMatter;
    const flow = perfusionRate * 1050 * 3617;
    const steady = metabolicHeat / flow; // [K]
    const rate = flow / (density * Number(specificHeat)); // [1/s]
    expect(ownWarmth(grey, 1e6)).toBeCloseTo(steady, 12);
    expect(ownWarmth(grey, 30)).toBeCloseTo(steady * (1 - Math.exp(-30 * rate)), 12);
    const bloodless = { ...greyMatter, perfusionRate: 0 };
    expect(ownWarmth({ ...BASE, tissue: bloodless }, 30)).toBeCloseTo(
      (30 * metabolicHeat) / (density * Number(specificHeat)),
      12,
    );
    expect(ownWarmth({ ...grey, startTemperature: 40 }, 300)).toBe(0);
  });

  test('is not taken for heat at the boundary', () => {
    const heating = { kind: 'temperature', target: 45, duration: 300 } as const;
    const problem = { electrode: cannula({ gauge: 14, tipLength: 2e-3 }), tissue: greyMatter, heating };
    const { warnings, run } = estimateLesion(problem, { ...bare, criteria: [] });
    const { nr, size } = run.grid;
    expect(run.temperature.data[size - nr]).toBeGreaterThan(37.1); // it is 3 % of the highest rise
    expect(warnings.map(({ code }) => code)).not.toContain('domain-too-small');
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
