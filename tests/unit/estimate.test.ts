import { describe, expect, test } from 'vitest';
import {
  estimateLesion,
  estimateLesionAsync,
  fromJson,
  LesionModelError,
  measureLesion,
  toJson,
  formatEstimate,
} from '../../src/index.js';
import { asNdarray } from '../../src/output/ndarray.js';
import { feProblem } from '../support/problems.js';

const draft = { resolution: 'draft' } as const;
const caught = (act: () => unknown): LesionModelError => {
  try {
    act();
  } catch (error) {
    if (error instanceof LesionModelError) return error;
  }
  throw new Error('no LesionModelError was thrown');
};

describe('an estimate', () => {
  const estimate = estimateLesion(feProblem, draft);

  test('has the headline among its lesions, at 50 °C unless another is asked for', () => {
    expect(estimate.criterion).toEqual({ kind: 'peak-temperature', threshold: 50 });
    expect(estimate.width).toEqual(estimate.lesions[1]!.final.width);
    const at55 = estimateLesion(feProblem, {
      ...draft,
      criterion: { kind: 'peak-temperature', threshold: 55 },
    });
    expect(at55.width).toEqual(estimate.lesions[2]!.final.width);
  });

  test('is larger at lower thresholds and after the cool-down', () => {
    const isotherms = estimate.lesions.filter(({ criterion }) => criterion.kind === 'peak-temperature');
    const widths = isotherms.map(({ final }) => final.width.value);
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    for (const { atSwitchOff, final } of estimate.lesions)
      expect(final.width.value).toBeGreaterThanOrEqual(atSwitchOff.width.value);
  });

  test('without error bars has null ones and the values of its one run', () => {
    const bare = estimateLesion(feProblem, { ...draft, errorBar: false });
    expect(bare.width.numericalError).toBeNull();
    expect(bare.width.value).toBe(measureLesion(bare.run, bare.criterion).width);
    expect(Math.abs(bare.width.value - estimate.width.value)).toBeLessThan(
      2 * estimate.width.numericalError!,
    );
  });

  test('lists the criteria in the order asked for', () => {
    const criteria = [62, 48].map((threshold) => ({ kind: 'peak-temperature', threshold }) as const);
    expect(estimateLesion(feProblem, { ...draft, criteria }).lesions.map((one) => one.criterion)).toEqual(
      criteria,
    );
  });

  test('prints the start temperature, and each size with its bar', () => {
    const text = formatEstimate(estimate);
    expect(text).toContain('start at 37 °C');
    expect(text).toMatch(/50 °C +4\.\d+ ± 0\.\d+/);
    expect(text).toContain('(numerical)');
  });

  test('says where other tissue is', () => {
    const regions = [{ where: { kind: 'slab', zMax: -3e-3 }, tissue: feProblem.tissue }] as const;
    const text = formatEstimate(estimateLesion({ ...feProblem, regions }, { ...draft, errorBar: false }));
    expect(text.split('\n')[1]).toBe('region 1: slab from 3 mm beyond the end downwards');
  });

  test('goes through JSON and back, typed arrays and all', () => {
    expect(fromJson(toJson(estimate))).toEqual(estimate);
    expect(fromJson(toJson({ a: Infinity, b: -Infinity }))).toEqual({ a: Infinity, b: -Infinity });
  });

  test('gives its fields as n-dimensional views on the same memory', () => {
    const { temperature, grid } = estimate.run;
    const T = asNdarray(temperature);
    expect(T.shape).toEqual([grid.nz, grid.nr]);
    expect(T.data).toBe(temperature.data);
    expect(T.get(3, 5)).toBe(temperature.data[3 * grid.nr + 5]);
  });
});

describe('what can happen', () => {
  test('nothing reached: zeros, a warning, and an error when strict', () => {
    const cool = { ...feProblem, heating: { ...feProblem.heating, target: 52 } };
    const { lesions, warnings } = estimateLesion(cool, draft);
    expect(lesions[3]!.final.width).toEqual({ value: 0, numericalError: 0 });
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([
      ['nothing-reached', 'criteria[2]'],
      ['nothing-reached', 'criteria[3]'],
      ['nothing-reached', 'criteria[6]'],
    ]);
    expect(caught(() => estimateLesion(cool, { ...draft, strict: true }))).toMatchObject({
      code: 'strict',
      path: 'criteria[2]',
    });
  });

  test('a lesion that reaches the outer boundary is an error that says so', () => {
    const tight = {
      ...feProblem,
      domain: { radius: 2.2e-3, below: 2e-3, above: 8e-3 },
      boundaryTemperature: 44,
    };
    const warm = { ...tight, criterion: 44.5 };
    const criterion = { kind: 'peak-temperature', threshold: warm.criterion } as const;
    const error = caught(() => estimateLesion(tight, { ...draft, criterion }));
    expect(error).toMatchObject({ code: 'domain-too-small', path: 'domain' });
    expect(error.message).toContain('larger');
  });

  test('the domain: no size moves by more than its bar when the default one is enlarged', () => {
    const { electrode, tissue } = feProblem;
    const open = { electrode, tissue };
    for (const heating of [
      { ...feProblem.heating, duration: 15 },
      { ...feProblem.heating, target: 95, duration: 300 },
    ]) {
      const chosen = estimateLesion({ ...open, heating });
      const far = estimateLesion({ ...open, heating, domain: { radius: 0.2, below: 0.2, above: 0.2 } });
      chosen.lesions.forEach(({ final }, k) => {
        for (const key of ['width', 'length', 'volume', 'distalReach', 'proximalReach'] as const) {
          expect(Math.abs(final[key].value - far.lesions[k]!.final[key].value)).toBeLessThan(
            final[key].numericalError!,
          );
        }
      });
    }
  });
});

describe('without blocking', () => {
  test('the same digits', async () => {
    const estimate = await estimateLesionAsync(feProblem, draft);
    expect(estimate.width).toEqual(estimateLesion(feProblem, draft).width);
  });

  test('gives way to other work', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await estimateLesionAsync(feProblem);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });

  test('stopped in the main run: a value with what was complete', async () => {
    const controller = new AbortController();
    const estimate = await estimateLesionAsync(feProblem, {
      ...draft,
      signal: controller.signal,
      onProgress: ({ time }) => {
        if (time > 30) controller.abort();
      },
    });
    expect(estimate.outcome).toMatchObject({ kind: 'stopped' });
    expect(estimate.run.time).toBeGreaterThan(30);
    expect(estimate.width.value).toBeGreaterThan(1e-3);
    expect(estimate.width.numericalError).toBeNull();
  });

  test('stopped in a companion run: complete, without bars, with a warning', async () => {
    const controller = new AbortController();
    let last = 0;
    const estimate = await estimateLesionAsync(feProblem, {
      ...draft,
      signal: controller.signal,
      onProgress: ({ time }) => {
        if (time < last) controller.abort();
        last = time;
      },
    });
    expect(estimate.outcome).toEqual({ kind: 'completed' });
    expect(estimate.width.numericalError).toBeNull();
    expect(estimate.warnings.map(({ code }) => code)).toEqual(['error-bar-incomplete']);
  });

  test('bad input is a rejected promise', async () => {
    await expect(
      estimateLesionAsync({ ...feProblem, heating: { ...feProblem.heating, target: 20 } }),
    ).rejects.toThrow(LesionModelError);
  });
});
