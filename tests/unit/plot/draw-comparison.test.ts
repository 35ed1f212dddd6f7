import { describe, expect, test } from 'vitest';
import { LesionModelError } from '../../../src/errors.js';
import type { LesionEstimate } from '../../../src/lesion-estimate.js';
import { type ComparedLesion, drawComparison } from '../../../src/plot.js';
import { NEEDLE } from '../../../src/plot/section.js';
import { cannula } from '../../../src/presets/needles.js';
import { tissues } from '../../../src/presets/tissues.js';
import { extentOfFill, insideOf, polylinesOf, scaleOf, textsOf } from './pictures.js';
import { coarse } from './plot-estimates.js';

const compared = (name: string, gauge: 18 | 22, target: number): ComparedLesion => ({
  name,
  estimate: coarse({
    electrode: cannula({ gauge, tipLength: 5e-3 }),
    tissue: tissues.muscle,
    heating: { kind: 'temperature', target, duration: 60 },
  }),
});
const mild = compared('at 60 °C', 22, 60);
const hot = compared('at 80 °C', 18, 80);
const picture = drawComparison(mild, hot);

/** Where the axis is [pt]: the white line that parts the halves. */
const middleOf = (svg: string): number =>
  Number(/<path d="M([\d.]+),[\d.]+V[\d.]+" fill="none"/.exec(svg)![1]);

/** Lines of a picture, seen from its axis, as they are or mirrored. */
const linesOf = (svg: string, sign: 1 | -1): string[] => {
  const middle = middleOf(svg);
  return polylinesOf(insideOf(svg))
    .map((line) =>
      line.map(([x, y]) => `${Math.round(20 * sign * (x - middle))},${Math.round(20 * y)}`).join(' '),
    )
    .sort();
};

describe('two halves', () => {
  test('of one lesion are mirror images', () => {
    const same = drawComparison(hot, hot);
    expect(linesOf(same, 1).length).toBeGreaterThan(60);
    expect(linesOf(same, 1)).toEqual(linesOf(same, -1));
  });

  test('of two lesions are not, but change places with them', () => {
    expect(linesOf(picture, 1)).not.toEqual(linesOf(picture, -1));
    expect(linesOf(drawComparison(hot, mild), -1)).toEqual(linesOf(picture, 1));
  });

  test('each stay on their side', () => {
    const middle = middleOf(picture);
    const crossing = polylinesOf(insideOf(picture)).filter(
      (line) => line.some(([x]) => x > middle + 0.02) && line.some(([x]) => x < middle - 0.02),
    );
    expect(crossing).toEqual([]);
  });

  test('have their own half of a needle, on one scale', () => {
    const { left, right } = extentOfFill(picture, NEEDLE.metal);
    const middle = middleOf(picture);
    expect((middle - left) / scaleOf(picture)).toBeCloseTo(1e3 * mild.estimate.run.grid.profile.radius, 1);
    expect((right - middle) / scaleOf(picture)).toBeCloseTo(1e3 * hot.estimate.run.grid.profile.radius, 1);
  });

  test('have their sizes side by side', () => {
    const words = textsOf(picture).map((one) => one.words);
    for (const { name, estimate } of [mild, hot]) {
      expect(words.filter((word) => word === name)).toHaveLength(2); // over its half and over its sizes
      expect(words.some((word) => word.startsWith(`${(1e3 * estimate.width.value).toFixed(2)} ± `))).toBe(
        true,
      );
      expect(words.some((word) => word.startsWith(`${(1e3 * estimate.length.value).toFixed(2)} ± `))).toBe(
        true,
      );
      expect(
        words.some((word) => word.startsWith(`${estimate.hottest.temperature.value.toFixed(1)} ± `)),
      ).toBe(true);
    }
  });
});

test.each([
  ['left.estimate.run.temperature.data', { ...mild, estimate: {} as LesionEstimate }, hot],
  ['right.name', mild, { ...hot, name: undefined as unknown as string }],
  [
    'right.estimate.criterion',
    mild,
    { ...hot, estimate: { ...hot.estimate, criterion: { kind: 'cem43', minutes: 240 } } },
  ],
] as const)('names what is wrong: %s', (path, left, right) => {
  expect(() => drawComparison(left, right)).toThrow(LesionModelError);
  expect(() => drawComparison(left, right)).toThrow(path);
});
