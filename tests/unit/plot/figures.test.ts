import { describe, expect, test } from 'vitest';
import {
  drawComparison,
  drawGenerator,
  drawGrowth,
  drawLesion,
  drawLesionChart,
  type LesionPoint,
  type PlotSize,
} from '../../../src/plot.js';
import { NEEDLE } from '../../../src/plot/section.js';
import { missingNumbers, unclosedTags } from '../../examples/svg-faults.js';
import { seeded } from '../../support/random-problems.js';
import { extentOfFill, outside, overlaps, textsOf } from './pictures.js';
import { coarse, TEN } from './plot-estimates.js';

/** [bytes] */
const LARGEST = 200_000;

/** Smallest letters of a column, and of a slide [pt]. */
const SMALLEST = { column: 6, slide: 12 } as const;

const TITLE = 'A & B <of> "C", as long as a title may well be that somebody gives a picture in a hurry';

function faultsOf(svg: string, size: PlotSize): string[] {
  const texts = textsOf(svg);
  const small = texts.filter((one) => one.size < SMALLEST[size]).map(({ words }) => `small: ${words}`);
  const [bytes, tags] = [Buffer.byteLength(svg), svg.match(/<text /g)?.length ?? 0];
  return [
    ...overlaps(texts).map((one) => `overlap: ${one}`),
    ...outside(svg, texts).map((one) => `outside: ${one}`),
    ...small,
    ...unclosedTags(svg),
    ...missingNumbers(svg),
    ...(bytes > LARGEST ? [`${bytes} bytes`] : []),
    ...(texts.length === tags ? [] : [`${tags - texts.length} texts were not read`]),
    ...(/^<svg [^>]*role="img"[^>]*font-family="Helvetica/.test(svg) ? [] : ['no role or font']),
    ...(/<title>[^<]+<\/title>\n<desc>[^<]+<\/desc>/.test(svg) ? [] : ['no title or description']),
  ];
}

/** Temperatures on lines that cover a part of the needle. */
function onNeedle(svg: string): string[] {
  const parts = [NEEDLE.metal, NEEDLE.shaft].map((fill) => extentOfFill(svg, fill));
  const isIn = ([x, y]: readonly [number, number]): boolean =>
    parts.some(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom);
  return textsOf(svg)
    .filter(({ turn, inner }) => turn !== 0 && inner.some(isIn))
    .map(({ words }) => words);
}

const estimates = TEN.map(coarse);

describe.each(['column', 'slide'] as const)('on a %s', (size) => {
  test.each(estimates.map((estimate, k) => [k, estimate] as const))(
    'problem %d has figures without a fault',
    (k, estimate) => {
      const other = estimates[(k + 1) % estimates.length]!;
      const title = k % 2 === 0 ? { title: TITLE } : {};
      const options = { size, ...title };
      const figures = {
        peak: drawLesion(estimate, options),
        final: drawLesion(estimate, { ...options, field: 'final', colours: 'viridis' }),
        generator: drawGenerator(estimate, options),
        growth: drawGrowth(estimate, options),
        comparison: drawComparison(
          { name: 'this one, by a long name that needs room', estimate },
          { name: 'that one', estimate: other },
          { ...options, colours: 'cividis' },
        ),
      };
      const faults = Object.entries(figures).flatMap(([name, svg]) =>
        faultsOf(svg, size).map((fault) => `${name}: ${fault}`),
      );
      expect(faults).toEqual([]);
      expect(onNeedle(figures.peak)).toEqual([]);
    },
  );

  test.each(Array.from({ length: 10 }, (_, k) => k))('random chart %d has no fault', (seed) => {
    const random = seeded(seed);
    const temperatures = Array.from({ length: 1 + seed }, () => Math.round(45 + 50 * random()));
    const points = temperatures.flatMap((temperature): LesionPoint[] =>
      Array.from({ length: 1 + Math.floor(5 * random()) }, () => ({
        temperature,
        duration: Math.round(300 * random()),
        width: 10e-3 * random() ** 2,
        numericalError: random() < 0.3 ? null : 0.5e-3 * random(),
      })),
    );
    expect(faultsOf(drawLesionChart(points, { size }), size)).toEqual([]);
  });
});

test('a picture is the same every time', () => {
  const [estimate] = estimates;
  expect(drawLesion(estimate!) === drawLesion(estimate!)).toBe(true);
});

describe('the check of figures', () => {
  const svg = (body: string): string => `<svg viewBox="0 0 100 50">${body}</svg>`;
  const text = (x: number, y: number, more = ''): string =>
    `<text x="${x}" y="${y}" font-size="8"${more}>words</text>`;

  test.each([
    [text(10, 20) + text(30, 22), ['words | words']],
    [text(10, 20) + text(10, 30), []],
    [text(10, 20) + '<text transform="translate(20,30) rotate(-90)" font-size="8">up</text>', ['words | up']],
    [text(10, 20) + '<text transform="translate(45,30) rotate(-90)" font-size="8">up</text>', []],
  ])('finds what overlaps: %s', (body, found) => {
    expect(overlaps(textsOf(svg(body)))).toEqual(found);
  });

  test('finds what leaves the picture', () => {
    const body = svg(
      text(90, 20) + text(5, 30, ' text-anchor="end"') + text(50, 30, ' text-anchor="middle"'),
    );
    expect(outside(body, textsOf(body))).toEqual(['words', 'words']);
  });
});
