import { describe, expect, test } from 'vitest';
import {
  cannula,
  electrodes,
  formatParameterRange,
  LesionModelError,
  type ParameterRange,
  parameterRange,
  parameterRangeAsync,
  type Problem,
  tissues,
} from '../../../src/index.js';
import { numbersWithoutRange, uncertainParameters } from '../../../src/questions/uncertain-parameters.js';

const { muscle } = tissues;
const SOURCE = { author: 'Nobody', title: 'A range for a test', grade: 'D' } as const;
const plain = {
  thermalConductivity: muscle.thermalConductivity,
  density: muscle.density,
  specificHeat: muscle.specificHeat,
  electricalConductivity: muscle.electricalConductivity,
  perfusionRate: muscle.perfusionRate,
};

const problem: Problem = {
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: {
    ...plain,
    evidence: {
      thermalConductivity: { grade: 'A', sources: [SOURCE], low: 0.4, high: 0.6 },
      perfusionRate: { grade: 'D', sources: [SOURCE], low: 0, high: 0.01 },
    },
  },
  heating: { kind: 'tip-temperature', target: 80, duration: 20, ramp: 5 },
  coolDown: 2,
};
const draft = { resolution: 'draft', errorBar: false } as const;
const pathsOf = (one: Problem): string[] => uncertainParameters(one).map(({ path }) => path);

describe('the range of a lesion', () => {
  const range = parameterRange(problem, draft);
  const W = range.estimate.width.value;

  test('runs each number to both ends of its range, the largest swing first', () => {
    expect(range.effects.map(({ path }) => path)).toEqual([
      'tissue.thermalConductivity',
      'tissue.perfusionRate',
    ]);
    for (const { atLow, atHigh, swing } of range.effects) {
      expect(swing).toBe(Math.abs(atHigh.width.value - atLow.width.value));
    }
    const [first, second] = range.effects;
    expect(first!.swing).toBeGreaterThan(second!.swing);
    expect(second!.atHigh.width.value).toBeLessThan(second!.atLow.width.value); // blood cools
  });

  test('is what changing the numbers by hand gives', () => {
    const byHand = parameterRange({ ...problem, tissue: { ...plain, thermalConductivity: 0.6 } }, draft);
    expect(byHand.effects).toEqual([]);
    expect(range.effects[0]!.atHigh.width).toEqual(byHand.estimate.width);
  });

  test('holds the lesion and all runs of its extremes, and adds independent sides by their squares', () => {
    const side = (sign: 1 | -1): number =>
      Math.hypot(
        ...range.effects.map(({ atLow, atHigh }) =>
          Math.max(sign * (atLow.width.value - W), sign * (atHigh.width.value - W), 0),
        ),
      );
    expect(range.interval.high).toBeCloseTo(W + side(1), 12);
    expect(range.interval.low).toBeCloseTo(W - side(-1), 12);
    expect(range.extremes.low).toBeGreaterThanOrEqual(range.interval.low);
    expect(range.extremes.high).toBeLessThanOrEqual(range.interval.high);
  });

  test('names what nobody has a range for', () => {
    expect(range.withoutRange).toEqual([
      'tissue.density',
      'tissue.specificHeat',
      'tissue.electricalConductivity',
    ]);
    expect(numbersWithoutRange(problem)).toEqual(range.withoutRange);
  });

  test('prints as a table with its interval', () => {
    const text = formatParameterRange(range);
    expect(text).toContain('tissue.perfusionRate');
    expect(text).toContain('0 to 0.01');
    expect(text).toContain('without a known range, and not varied: tissue.density');
    expect(text).not.toMatch(/NaN|undefined/);
    const isBarred = range.estimate.width.numericalError !== null;
    expect(text.split('\n')[0]?.includes('(numerical)')).toBe(isBarred);
    const other = parameterRange(problem, { ...draft, errorBar: !isBarred });
    expect(formatParameterRange(other).split('\n')[0]?.includes('(numerical)')).toBe(!isBarred);
  });

  test('of another size is ordered by that one', () => {
    const byVolume = parameterRange(problem, { ...draft, size: 'volume' });
    expect(byVolume.interval.high).toBeGreaterThan(byVolume.estimate.volume.value);
    expect(formatParameterRange(byVolume)).toContain('mm³');
  });

  test('reports progress that never goes back, and stops with what is complete', async () => {
    const seen: number[] = [];
    const controller = new AbortController();
    const stopped: ParameterRange = await parameterRangeAsync(problem, {
      ...draft,
      signal: controller.signal,
      onProgress: ({ fraction }) => {
        seen.push(fraction);
        if (fraction > 0.7) controller.abort();
      },
    });
    expect(seen.every((fraction, k) => k === 0 || fraction >= seen[k - 1]!)).toBe(true);
    expect(stopped.status).toBe('stopped');
    expect(stopped.effects.map(({ path }) => path)).toEqual(['tissue.thermalConductivity']);
    expect(formatParameterRange(stopped)).toContain('stopped');
  });

  test('an end without an answer is listed, and nothing else is lost', () => {
    const evidence = {
      ...problem.tissue.evidence,
      density: { grade: 'A', sources: [SOURCE], low: 1, high: 2000 },
    } as const;
    const withBadEnd = parameterRange({ ...problem, tissue: { ...problem.tissue, evidence } }, draft);
    expect(withBadEnd.failed.map(({ path, value }) => [path, value])).toEqual([['tissue.density', 1]]);
    expect(withBadEnd.effects).toEqual(range.effects);
    expect(formatParameterRange(withBadEnd)).toContain('without an answer at tissue.density = 1');
  });

  test.each([null, undefined, {}, 'x', { ...problem, regions: [null] }, { ...problem, tissue: undefined }])(
    'refuses %o like an estimate',
    async (bad) => {
      expect(() => parameterRange(bad as Problem, draft)).toThrow(LesionModelError);
      await expect(parameterRangeAsync(bad as Problem, draft)).rejects.toThrow(LesionModelError);
    },
  );

  test('refuses what is no size', () => {
    expect(() => parameterRange(problem, { ...draft, size: 'depth' as 'width' })).toThrow(LesionModelError);
  });
});

describe('what is varied', () => {
  test('a number that the user has put in place of the preset’s is known, and its evidence is for another', () => {
    const own = { ...problem, tissue: { ...tissues.muscle, perfusionRate: 0.002 } };
    expect(pathsOf({ ...problem, tissue: tissues.muscle })).toContain('tissue.perfusionRate');
    expect(pathsOf(own)).not.toContain('tissue.perfusionRate');
    expect(numbersWithoutRange(own)).toContain('tissue.perfusionRate');
  });

  test('a law keeps its course, a slope its value at 37 °C', () => {
    const all = uncertainParameters({ ...problem, tissue: tissues.muscle });
    const changed = (path: string, value: number): Problem['tissue'] =>
      all.find((one) => one.path === path)!.changedTo(value).tissue;
    expect(changed('tissue.electricalConductivity', 0.5).electricalConductivity).toEqual({
      kind: 'linear',
      value: 0.5,
      coefficient: 0.02,
      reference: 37,
      cap: 100,
    });
    expect(changed('tissue.electricalConductivitySlope', 0.013).electricalConductivity).toMatchObject({
      value: 0.4459,
      coefficient: 0.013,
      cap: 100,
    });
    expect(changed('tissue.thermalConductivitySlope', 0.0025).thermalConductivity).toEqual({
      kind: 'linear',
      value: 0.49497,
      coefficient: 0.0025,
      reference: 37,
    });
  });

  test('a table is scaled', () => {
    const table = { kind: 'table', temperature: [37, 80], value: [0.5, 0.6] } as const;
    const evidence = { thermalConductivity: { grade: 'A', sources: [SOURCE], low: 0.25, high: 1 } } as const;
    const [only] = uncertainParameters({
      ...problem,
      tissue: { ...plain, thermalConductivity: table, evidence },
    });
    expect(only!.value).toBe(0.5);
    expect(only!.changedTo(1).tissue.thermalConductivity).toEqual({ ...table, value: [1, 1.2] });
  });

  test('coolant and regions count', () => {
    const regions = [{ where: { kind: 'slab', zMax: -1e-3 }, tissue: tissues.muscle }] as const;
    const paths = pathsOf({ ...problem, electrode: electrodes.cooled18G4mm, regions });
    expect(paths).toContain('electrode.cooling.temperature');
    expect(paths).toContain('regions[0].tissue.thermalConductivity');
    const one = uncertainParameters({ ...problem, regions }).find(({ path }) =>
      path.startsWith('regions[0]'),
    )!;
    expect(one.changedTo(1).regions![0]!.tissue).not.toEqual(tissues.muscle);
    expect(one.changedTo(1).tissue).toEqual(problem.tissue);
  });
});
