import { describe, expect, test } from 'vitest';
import { LesionModelError } from '../../../src/errors.js';
import type { LesionEstimate } from '../../../src/lesion-estimate.js';
import { drawLesion } from '../../../src/plot.js';
import { NEEDLE } from '../../../src/plot/section.js';
import { peakTemperatureAt, temperatureAt } from '../../../src/point-values.js';
import { cooledProbe } from '../../../src/presets/electrodes.js';
import { materials } from '../../../src/presets/materials.js';
import { cannula } from '../../../src/presets/needles.js';
import { tissues } from '../../../src/presets/tissues.js';
import type { Heating } from '../../../src/problem/heating.js';
import type { Problem } from '../../../src/problem/types.js';
import { extentOfFill, insideOf, polylinesOf, scaleOf, textsOf } from './pictures.js';
import { coarse } from './plot-estimates.js';

const heating = { kind: 'temperature', target: 80, duration: 60 } as const;
const plain: Problem = {
  electrode: cannula({ gauge: 20, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating,
};
const estimate = coarse(plain);
const picture = drawLesion(estimate);

/** Middle of a needle and its lower end [pt]. */
function originOf(svg: string): readonly [number, number] {
  const { left, right, bottom } = extentOfFill(svg, NEEDLE.metal);
  return [(left + right) / 2, bottom];
}

describe('the needle', () => {
  const sleeve = { thickness: 0.1e-3, material: materials.polyimide };
  const needles = {
    flat: plain.electrode,
    round: cannula({ gauge: 18, tipLength: 10e-3, tipShape: 'hemisphere' }),
    pointed: cannula({ gauge: 16, tipLength: 4e-3, tipShape: { kind: 'cone', length: 1.5e-3 } }),
    sleeved: { ...plain.electrode, insulation: sleeve },
    cooled: cooledProbe({ gauge: 18, tipLength: 4e-3, coolant: 15 }),
  } as const;

  test.each(Object.entries(needles))('is to scale: %s', (_, electrode) => {
    const svg = drawLesion(coarse({ ...plain, electrode }));
    const scale = scaleOf(svg);
    const { left, right, top, bottom } = extentOfFill(svg, NEEDLE.metal);
    expect((right - left) / scale).toBeCloseTo(2e3 * electrode.radius, 1);
    expect((bottom - top) / scale).toBeCloseTo(1e3 * electrode.tipLength, 1);
    const insulated = extentOfFill(svg, electrode.insulation ? NEEDLE.sleeve : NEEDLE.shaft);
    const outer = electrode.radius + (electrode.insulation?.thickness ?? 0);
    expect((insulated.right - insulated.left) / scale).toBeCloseTo(2e3 * outer, 1);
    expect(insulated.bottom).toBeCloseTo(top, 1);
  });

  test('has its sensor where it is', () => {
    const [, y] = originOf(picture);
    const [, cx, cy] = /<circle cx="([\d.]+)" cy="([\d.]+)"/.exec(picture)!.map(Number);
    expect(cx).toBeCloseTo(originOf(picture)[0], 1);
    expect((y - cy!) / scaleOf(picture)).toBeCloseTo(1e3 * plain.electrode.sensor.z, 1);
  });

  test('is gone from the end of a run that withdraws it, and shown where it was before', () => {
    const withdrawn = coarse({ ...plain, needleAfterwards: 'withdrawn' });
    expect(drawLesion(withdrawn)).toContain(NEEDLE.metal);
    expect(drawLesion(withdrawn, { field: 'final' })).not.toContain(NEEDLE.metal);
    expect(drawLesion(withdrawn, { field: 'final' })).toContain('tip, now withdrawn');
    const stages = [heating, { ...heating, shift: 5e-3 }] as const;
    expect(drawLesion(coarse({ ...plain, heating: { kind: 'schedule', stages } }))).toContain('>tip before<');
    expect(picture).not.toContain('tip before');
  });
});

describe('an isotherm', () => {
  /** Temperatures written on lines of a picture and those of the field in the middle of the words. */
  function read(svg: string, field: (r: number, z: number) => number): (readonly [number, number])[] {
    const [x0, y0] = originOf(svg);
    const scale = scaleOf(svg);
    const labels = textsOf(svg).filter(({ words }) => / °C$/.test(words));
    const turned = labels.filter(({ turn }) => turn !== 0);
    return turned.map(({ words, x, y, size, turn }) => {
      const angle = (turn * Math.PI) / 180;
      const [cx, cy] = [x + 0.36 * size * Math.sin(angle), y - 0.36 * size * Math.cos(angle)];
      const [r, z] = [Math.abs(cx - x0) / scale, (y0 - cy) / scale];
      return [parseFloat(words), field(1e-3 * r, 1e-3 * z)];
    });
  }

  test.each(['column', 'slide'] as const)('has its temperature written on it, on a %s', (size) => {
    const labels = read(drawLesion(estimate, { size }), (r, z) => peakTemperatureAt(estimate.run, { r, z }));
    expect(labels.map(([T]) => T).sort()).toEqual([43, 45, 50, 55, 60]);
    for (const [T, found] of labels) expect(Math.abs(found - T)).toBeLessThan(0.25);
  });

  test('is that of the end where that is asked for', () => {
    const labels = read(drawLesion(estimate, { field: 'final' }), (r, z) =>
      temperatureAt(estimate.run, { r, z }),
    );
    expect(labels.map(([T]) => T)).toContain(40);
    for (const [T, found] of labels) expect(Math.abs(found - T)).toBeLessThan(0.25);
  });
});

test('left and right are mirror images', () => {
  const [middle] = originOf(picture);
  const lines = polylinesOf(insideOf(picture));
  const key = (line: readonly (readonly [number, number])[], sign: 1 | -1): string =>
    line.map(([x, y]) => `${Math.round(20 * sign * (x - middle))},${Math.round(20 * y)}`).join(' ');
  expect(lines.length).toBeGreaterThan(60);
  expect(lines.map((line) => key(line, 1)).sort()).toEqual(lines.map((line) => key(line, -1)).sort());
});

test.each([0, 2])('other tissue has its edge where it is, the needle withdrawn by %d mm', (shift) => {
  const stages = [
    { ...heating, duration: 10 },
    { ...heating, duration: 10, shift: 1e-3 * shift },
  ] as const;
  const regions = [
    { where: { kind: 'slab', zMax: -1.5e-3 }, tissue: tissues.fat },
    { where: { kind: 'tube', rMin: 2e-3 }, tissue: tissues.csf },
    { where: { kind: 'sphere', z: -3e-3, radius: 1e-3 }, tissue: tissues.csf },
  ] as const;
  const svg = drawLesion(coarse({ ...plain, regions, heating: { kind: 'schedule', stages } }));
  const [x0, y0] = originOf(svg);
  const inMm = polylinesOf(
    insideOf(svg)
      .split('\n')
      .find((line) => line.includes('stroke="#fff"'))!,
  ).map((line) => line.map(([x, y]) => [(x - x0) / scaleOf(svg), (y0 - y) / scaleOf(svg)] as const));
  const [slab, tube, sphere] = inMm;
  for (const [, z] of slab!) expect(z).toBeCloseTo(-1.5 - shift, 1);
  for (const [r] of tube!) expect(r).toBeCloseTo(2, 1);
  for (const [r, z] of sphere!) expect(Math.hypot(r, z + 3 + shift)).toBeCloseTo(1, 1);
  expect(svg).toContain('>edge of other tissue<');
  expect(picture).not.toContain('other tissue');
});

/** Strokes that are bands: translucent. */
const bandsOf = (svg: string): number[] =>
  [...svg.matchAll(/stroke-width="([\d.]+)"[^>]*stroke-opacity/g)].map(([, width]) => Number(width));

test('the error band of the width is as broad as its bar', () => {
  const [first] = bandsOf(picture);
  expect(first! / scaleOf(picture)).toBeCloseTo(1e3 * estimate.width.numericalError!, 2);
});

test('without a bar there is no band', () => {
  const width = { ...estimate.width, numericalError: null };
  const without = { ...estimate, width, lesions: [], reversibleZone: null };
  expect(bandsOf(drawLesion(without))).toEqual([]);
});

test('the border is as wide as the lesion', () => {
  const [middle] = originOf(picture);
  const half = 500 * estimate.width.value * scaleOf(picture);
  const reach = polylinesOf(insideOf(picture).split('stroke-opacity')[1]!.split('\n')[0]!).map((line) =>
    Math.max(...line.map(([x]) => x - middle)),
  );
  expect(Math.max(...reach) / half).toBeCloseTo(1, 1);
});

test('where nothing was reached, there are no lines and no sizes', () => {
  const mild = drawLesion(coarse({ ...plain, heating: { kind: 'temperature', target: 42, duration: 20 } }));
  expect(mild).toContain('No lesion.');
  expect(mild).not.toContain('(numerical)');
  expect(mild).toContain('>–<');
});

test('names what it shows, in °C and mm', () => {
  const words = textsOf(picture).map((one) => one.words);
  expect(words).toContain('RF current, 80 °C at the sensor for 60 s');
  expect(words.some((one) => /^50 °C: [\d.]+ ± [\d.]+ mm \(numerical\)$/.test(one))).toBe(true);
  expect(words).toEqual(
    expect.arrayContaining(['width (mm)', 'length (mm)', 'CEM43 240 min', 'reversible, 43 °C']),
  );
  expect(textsOf(drawLesion(estimate, { title: 'My <title>' }))[0]!.words).toBe('My <title>');
});

describe('what cannot be drawn', () => {
  const empty = { data: new Float64Array(), shape: [0, 0] } as const;
  const { run } = estimate;

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

  test.each([
    ['run.temperature.data', { ...estimate, run: { ...run, temperature: empty } }],
    ['run.temperature.data', { ...estimate, run: undefined }],
    ['run.temperature.data', null],
    ['run.exposure.final.peakTemperature.data', { ...estimate, run: { ...run, exposure: undefined } }],
  ])('names the missing field %s', (path, broken) => {
    const error = errorOf(() => drawLesion(broken as LesionEstimate));
    expect(error.code).toBe('invalid-input');
    expect(error.path).toBe(path);
    expect(error.message).toContain(path);
  });

  test.each([
    ['size', { size: 'poster' }],
    ['field', { field: 'mean' }],
    ['colours', { colours: 'jet' }],
    ['title', { title: 3 }],
  ])('names the option %s', (path, options) => {
    expect(errorOf(() => drawLesion(estimate, options as object)).path).toBe(path);
  });
});

test('a heating of any kind has a title of its own', () => {
  const kinds: readonly Heating[] = [
    { kind: 'power', power: 2, duration: 10 },
    { kind: 'pulsed', duration: 10 },
  ];
  const titles = kinds.map((one) => textsOf(drawLesion(coarse({ ...plain, heating: one })))[0]!.words);
  expect(titles[0]).toBe('RF current of 2 W for 10 s');
  expect(titles[1]).toContain('Pulsed RF, 45 V');
});
