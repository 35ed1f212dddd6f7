import { describe, expect, test } from 'vitest';
import { LesionModelError } from '../../../src/errors.js';
import type { LesionEstimate } from '../../../src/lesion-estimate.js';
import { drawGenerator, drawGrowth, drawLesionChart, type LesionPoint } from '../../../src/plot.js';
import { cannula } from '../../../src/presets/needles.js';
import { tissues } from '../../../src/presets/tissues.js';
import type { Heating } from '../../../src/problem/heating.js';
import type { Problem } from '../../../src/problem/types.js';
import { textsOf } from './pictures.js';
import { coarse } from './plot-estimates.js';

const one = { kind: 'temperature', target: 70, duration: 30 } as const;
const withHeating = (heating: Heating): Problem => ({
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating,
});
const estimate = coarse(withHeating(one));

/** The error that drawing throws. */
function errorOf(draw: () => string): LesionModelError {
  try {
    draw();
  } catch (error) {
    if (error instanceof LesionModelError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

const wordsOf = (svg: string): string[] => textsOf(svg).map(({ words }) => words);

/** Reads values off an axis up: from two of its numbers, which stand left of a panel. */
function readerOf(svg: string, from: number, to: number): (y: number) => number {
  const numbers = textsOf(svg).filter(({ words, y }) => /^[\d.]+$/.test(words) && y > from && y < to);
  const left = Math.min(...numbers.map(({ corners }) => corners[1]![0]));
  const own = numbers.filter(({ corners }) => Math.abs(corners[1]![0] - left) < 0.1);
  const [a, b] = [own[0]!, own.at(-1)!];
  const slope = (Number(b.words) - Number(a.words)) / (b.y - a.y);
  return (y) => Number(a.words) + slope * (y + 0.36 * a.size - a.y);
}

test('long numbers are cut in words', () => {
  const svg = drawGenerator(coarse(withHeating({ ...one, target: 61.123456789 })));
  expect(wordsOf(svg)).toEqual(
    expect.arrayContaining(['61.12 °C', 'RF current, 61.12 °C at the sensor for 30 s']),
  );
});

describe('what a generator shows', () => {
  test('is temperature, voltage, power, impedance and energy, from above to below', () => {
    const words = wordsOf(drawGenerator(estimate));
    const labels = words.filter((word) => /^[a-z]+ \((°C|V|W|Ω|J|s)\)$/.test(word));
    expect(new Set(labels)).toEqual(
      new Set(['sensor (°C)', 'voltage (V)', 'power (W)', 'impedance (Ω)', 'energy (J)', 'time (s)']),
    );
    expect(words).toEqual(expect.arrayContaining(['set', 'measured', '70 °C', 'off']));
  });

  test('is what is asked for', () => {
    const words = wordsOf(drawGenerator(estimate, { curves: ['energy'] }));
    expect(words).toContain('energy (J)');
    expect(words).not.toContain('power (W)');
    expect(errorOf(() => drawGenerator(estimate, { curves: ['energy', 'current' as 'power'] })).path).toBe(
      'curves[1]',
    );
  });

  test('ends with the energy that it gave', () => {
    const svg = drawGenerator(estimate, { curves: ['energy'] });
    const label = textsOf(svg).find(({ words }) => words === 'energy (J)')!;
    const last = [...svg.matchAll(/<path d="M[^"]*L[\d.]+,([\d.]+)" fill="none" stroke="#000000"/g)].at(-1)!;
    const read = readerOf(svg, label.y, Infinity);
    expect(read(Number(last[1])) / estimate.history.energy.at(-1)!).toBeCloseTo(1, 2);
  });

  test('has neither voltage nor impedance for a held tip, and no set curve for a power', () => {
    const held = wordsOf(drawGenerator(coarse(withHeating({ ...one, kind: 'tip-temperature' }))));
    expect(held).toContain('power (W)');
    expect(held).not.toContain('voltage (V)');
    const power = wordsOf(drawGenerator(coarse(withHeating({ kind: 'power', power: 1, duration: 20 }))));
    expect(power).toContain('measured');
    expect(power).not.toContain('set');
  });

  test('says since when it was held back', () => {
    const svg = drawGenerator(coarse(withHeating({ ...one, maxPower: 0.2 })));
    expect(svg).toMatch(/>maxPower at [\d.]+ s</);
  });

  test('needs a history', () => {
    const history = { ...estimate.history, time: undefined };
    expect(errorOf(() => drawGenerator({ ...estimate, history } as unknown as LesionEstimate)).path).toBe(
      'history.time',
    );
  });
});

describe('growth', () => {
  test('ends at the sizes of the lesion', () => {
    const svg = drawGrowth(estimate);
    const marks = [...svg.matchAll(/<circle cx="[\d.]+" cy="([\d.]+)"/g)].map(([, y]) => Number(y));
    const read = readerOf(svg, 0, Infinity);
    const sizes = [estimate.width, estimate.length].map(({ value }) => 1e3 * value);
    marks.map(read).forEach((size, k) => expect(size).toBeCloseTo(sizes[k]!, 1));
    expect(wordsOf(svg)).toEqual(expect.arrayContaining(['size (mm)', 'time (s)', 'width', 'length']));
  });

  test('is needed', () => {
    const growth = { ...estimate.growth, width: new Float64Array() };
    expect(errorOf(() => drawGrowth({ ...estimate, growth })).path).toBe('growth.width');
  });
});

describe('a chart of lesions', () => {
  const point = (temperature: number, duration: number, width: number): LesionPoint => ({
    ...{ temperature, duration, width, numericalError: 0.2e-3 },
  });
  const table = [point(80, 60, 7e-3), point(60, 60, 4e-3), point(80, 20, 5e-3), point(60, 120, 4.5e-3)];

  test('has a curve for each temperature, in order of time', () => {
    const svg = drawLesionChart(table);
    const curves = [...svg.matchAll(/<path d="M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)" fill="none"/g)];
    expect(curves).toHaveLength(2);
    for (const [, x0, y0, x1, y1] of curves) {
      expect(Number(x1)).toBeGreaterThan(Number(x0));
      expect(Number(y1)).toBeLessThan(Number(y0)); // wider is higher
    }
    expect(wordsOf(svg)).toEqual(expect.arrayContaining(['60 °C', '80 °C', 'width (mm)', 'time (s)']));
  });

  test('shows widths and bars to the scale of its axis', () => {
    const svg = drawLesionChart([point(80, 60, 7e-3), point(80, 90, 8e-3)]);
    const read = readerOf(svg, 0, Infinity);
    const bars = [...svg.matchAll(/<path d="M[\d.]+,([\d.]+)V([\d.]+)M/g)].map(([, a, b]) => [
      Number(a),
      Number(b),
    ]);
    expect(bars.map(([a, b]) => (read(a!) + read(b!)) / 2).map((mm) => Number(mm.toFixed(1)))).toEqual([
      7, 8,
    ]);
    for (const [a, b] of bars) expect(read(b!) - read(a!)).toBeCloseTo(0.4, 1);
  });

  test('ends a bar at the axis that would go below it', () => {
    const svg = drawLesionChart([{ temperature: 60, duration: 30, width: 1e-3, numericalError: 2e-3 }]);
    const frame = /<rect x="[\d.]+" y="([\d.]+)" width="[\d.]+" height="([\d.]+)" fill="none"/.exec(svg)!;
    const [, low, rest] = /<path d="M[\d.]+,([\d.]+)V[\d.]+(M[^"]*)"/.exec(svg)!;
    expect(Number(low)).toBeCloseTo(Number(frame[1]) + Number(frame[2]), 1);
    expect(rest!.match(/M/g)).toHaveLength(1); // one cap
  });

  test('is made of estimates as well, which say what needle it was', () => {
    const longer = coarse(withHeating({ ...one, duration: 60 }));
    const svg = drawLesionChart([longer, estimate]);
    expect(wordsOf(svg)).toEqual(expect.arrayContaining(['70 °C']));
    expect(svg).toContain('needle of 0.72 mm, bare tip 5 mm; lesion by 50 °C');
    expect(svg).toContain(`${(1e3 * longer.width.value).toFixed(2)} mm after 60 s`);
  });

  test.each([
    ['lesions', []],
    ['lesions', undefined],
    ['lesions[1].width', [table[0], { temperature: 60, duration: 20, width: NaN }]],
    ['lesions[0].duration', [{ temperature: 60, width: 1e-3 }]],
    ['lesions[1].numericalError', [table[0], { ...table[1], numericalError: -1 }]],
    ['lesions[0]', [null]],
  ])('names what is wrong: %s', (path, lesions) => {
    const error = errorOf(() => drawLesionChart(lesions as LesionPoint[]));
    expect(error.code).toBe('invalid-input');
    expect(error.path).toBe(path);
    expect(error.message).toContain(path);
  });

  test('refuses estimates that do not belong together', () => {
    const changed = (problem: Partial<Problem>): LesionEstimate => ({
      ...estimate,
      run: { ...estimate.run, problem: { ...estimate.run.problem, ...problem } },
    });
    const thicker = changed({ electrode: cannula({ gauge: 18, tipLength: 5e-3 }) });
    expect(errorOf(() => drawLesionChart([estimate, thicker])).path).toBe(
      'lesions[1].run.problem.electrode.radius',
    );
    const power = changed({ heating: { kind: 'power', power: 1, duration: 20 } });
    expect(errorOf(() => drawLesionChart([power])).path).toBe('lesions[0].run.problem.heating.kind');
    const criterion = { kind: 'cem43', minutes: 240 } as const;
    expect(errorOf(() => drawLesionChart([estimate, { ...estimate, criterion }])).path).toBe(
      'lesions[1].criterion',
    );
  });
});
