import { expect, test } from 'vitest';
import type { Curves, Method, Point } from '../../bench/compare/time-to-error.js';
import { frontier, performanceFigure } from '../../docs/performance-figure.js';
import { missingNumbers, unclosedTags } from '../examples/svg-faults.js';

const point = (by: Method, error: number, time: number): Point => ({
  by,
  choice: '',
  coarseness: [1],
  size: 1,
  error,
  bar: null,
  time,
});

/** In every way awkward: an error of 0, one beyond 2 %, times below 1 ms and above 10 s, choices that are of no use. */
const AWKWARD: Curves = {
  held: {
    task: 'held tip',
    points: [
      point('bare', 0.04, 0.5),
      point('bare', 0.002, 5),
      point('bare', 0.003, 6),
      point('barred', 0, 300),
      point('barred', 0.01, 8),
    ],
  },
  rf: {
    task: 'RF current',
    points: [
      point('fe', 0.001, 20_000),
      point('fe', 0.0005, 900),
      point('fe', 0.006, 50),
      point('fe', 0.007, 60),
    ],
  },
};
const EMPTY: Curves = { held: { task: '', points: [] }, rf: { task: '', points: [] } };
const WITHOUT_FE: Curves = { held: AWKWARD.held, rf: AWKWARD.held };
const ALL = [AWKWARD, WITHOUT_FE, EMPTY];

/** Corners of the box of every text [px], the letters 0.6 of their size wide. */
function boxes(svg: string): { words: string; x: [number, number]; y: [number, number] }[] {
  const upright = svg.replaceAll(/<g transform="rotate.*?<\/g>/g, '');
  const texts = upright.matchAll(
    /<text x="([\d.-]+)" y="([\d.-]+)" font-size="(\d+)" text-anchor="(\w+)"[^>]*>([^<]*)/g,
  );
  return [...texts].map(([, x, y, size, anchor, words = '']) => {
    const length = 0.6 * Number(size) * words.length;
    const left = Number(x) - { start: 0, middle: length / 2, end: length }[anchor as 'start'];
    return {
      words,
      x: [left, left + length],
      y: [Number(y) - Number(size), Number(y) + 0.25 * Number(size)],
    };
  });
}

/** The stairs of a picture, each as its corners. */
function stairs(svg: string): (readonly [number, number])[][] {
  return [...svg.matchAll(/<path d="M([\d.]+),([\d.]+)((?:[HV][\d.]+)+)" fill="none" stroke-width="2"/g)].map(
    ([, x, y, rest = '']) => {
      let at: readonly [number, number] = [Number(x), Number(y)];
      const steps = [...rest.matchAll(/([HV])([\d.]+)/g)].map(([, way, to]) => {
        at = way === 'H' ? [Number(to), at[1]] : [at[0], Number(to)];
        return at;
      });
      return [[Number(x), Number(y)], ...steps];
    },
  );
}

const placesOf = (svg: string, by: string): string[] =>
  [...svg.matchAll(new RegExp(`<g class="${by}"[^>]*>(.*?)</g>`, 'g'))].map(([, mark = '']) => mark);

test('well formed, small, and no number is missing', () => {
  for (const curves of ALL) {
    const svg = performanceFigure(curves);
    expect(unclosedTags(svg)).toEqual([]);
    expect(missingNumbers(svg)).toEqual([]);
    expect(Buffer.byteLength(svg)).toBeLessThan(40_000);
  }
});

test('every choice is drawn once, in a place of its own', () => {
  const svg = performanceFigure(AWKWARD);
  for (const [by, count] of Object.entries({ bare: 3, barred: 2, fe: 4 })) {
    expect(placesOf(svg, by)).toHaveLength(count);
    expect(new Set(placesOf(svg, by)).size).toBe(count);
  }
});

test('filled marks are those that nothing beats', () => {
  const own = AWKWARD.rf.points;
  expect(frontier(own)).toEqual([own[1], own[2]]);
  const svg = performanceFigure(AWKWARD);
  expect(svg.match(/<g class="fe" fill="#555"/g)).toHaveLength(2);
  expect(svg.match(/<g class="fe" fill="#fff"/g)).toHaveLength(2);
});

test('stairs never rise to the right, and reach the edge of the panel', () => {
  const found = stairs(performanceFigure(AWKWARD));
  expect(found).toHaveLength(3);
  for (const corners of found) {
    for (const [k, [x, y]] of corners.slice(1).entries()) {
      expect(x).toBeGreaterThanOrEqual(corners[k]![0]);
      expect(y).toBeGreaterThanOrEqual(corners[k]![1]);
    }
  }
  const ends = found.map((corners) => corners.at(-1)![0]);
  expect(new Set(ends).size).toBe(2);
});

test('every filled mark is a corner of the stairs', () => {
  const svg = performanceFigure({ ...EMPTY, held: AWKWARD.held });
  const corners = stairs(svg).flat().map(String);
  const filled = [...svg.matchAll(/<g class="bare" fill="#c0741a"><circle cx="([\d.]+)" cy="([\d.]+)"/g)];
  expect(filled).toHaveLength(2);
  for (const [, x, y] of filled) expect(corners).toContain(`${Number(x)},${Number(y)}`);
});

test('an error of 0 is drawn at the left edge, over its number', () => {
  const svg = performanceFigure({ ...EMPTY, held: { task: '', points: [point('bare', 0, 10)] } });
  const tick = /<text x="([\d.]+)"[^>]*>≤ 0.001</.exec(svg)?.[1];
  const mark = /<g class="bare"[^>]*><circle cx="([\d.]+)"/.exec(svg)?.[1];
  expect(Number(mark)).toBe(Number(tick));
});

test('all marks are inside their panels', () => {
  const svg = performanceFigure(AWKWARD);
  const frames = [...svg.matchAll(/<path d="M([\d.]+),([\d.]+)h([\d.]+)v([\d.]+)h-/g)].map((found) =>
    found.slice(1).map(Number),
  );
  expect(frames).toHaveLength(2);
  const bare = [...svg.matchAll(/<g class="bare"[^>]*><circle cx="([\d.]+)" cy="([\d.]+)"/g)];
  const fe = [...svg.matchAll(/<g class="fe"[^>]*><path d="M([\d.]+),([\d.]+)l/g)];
  for (const [k, found] of [bare, fe].entries()) {
    const [left = NaN, top = NaN, width = NaN, height = NaN] = frames[k]!;
    expect(found).not.toEqual([]);
    for (const [, x, y] of found) {
      expect(Number(x)).toBeGreaterThanOrEqual(left);
      expect(Number(x)).toBeLessThan(left + width);
      expect(Number(y)).toBeGreaterThanOrEqual(top - 5);
      expect(Number(y)).toBeLessThan(top + height);
    }
  }
});

test('all words are inside, large enough, and clear of each other', () => {
  for (const curves of ALL) {
    const svg = performanceFigure(curves);
    const [, width, height] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).map(Number);
    const found = boxes(svg);
    expect(found.length).toBeGreaterThan(12);
    for (const { words, x, y } of found) {
      expect(x[0], words).toBeGreaterThanOrEqual(0);
      expect(x[1], words).toBeLessThanOrEqual(width!);
      expect(y[0], words).toBeGreaterThanOrEqual(0);
      expect(y[1], words).toBeLessThanOrEqual(height!);
    }
    const touching = found.flatMap((one, k) =>
      found
        .slice(k + 1)
        .filter((other) => one.x[0] < other.x[1] && other.x[0] < one.x[1])
        .filter((other) => one.y[0] < other.y[1] && other.y[0] < one.y[1])
        .map((other) => `${one.words} / ${other.words}`),
    );
    expect(touching).toEqual([]);
    for (const [, size] of svg.matchAll(/font-size="(\d+)"/g))
      expect(Number(size)).toBeGreaterThanOrEqual(11);
  }
});

test('who has no choices is not in the key', () => {
  expect(performanceFigure(AWKWARD)).toContain('FreeFem++');
  expect(performanceFigure(WITHOUT_FE)).not.toContain('FreeFem++');
});
