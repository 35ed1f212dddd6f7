import { describe, expect, test } from 'vitest';
import { boxBetween, isInside, meet } from '../../../src/plot/boxes.js';
import { colourAt, COLOUR_MAPS, contrast, inkOn } from '../../../src/plot/colours.js';
import { type Point, simplified } from '../../../src/plot/lines.js';
import { escapeText, fitText, textWidth, wrapText } from '../../../src/plot/text.js';
import { inDegrees, inMillimetres } from '../../../src/plot/words.js';

describe('words', () => {
  test.each([
    ['Hello', 2278],
    ['50 °C', 2512],
    ['WAVE', 2945],
  ])('%s are as wide as Helvetica has them', (words, width) => {
    expect(textWidth(words, 1000)).toBeCloseTo(width, 6);
    expect(textWidth(words, 1000, true)).toBeGreaterThan(width);
  });

  test('are cut short where there is no room, and only there', () => {
    expect(fitText('short', 10, 100)).toBe('short');
    const cut = fitText('much too long for so little room', 10, 60);
    expect(cut).toMatch(/^much.*…$/);
    expect(textWidth(cut, 10)).toBeLessThanOrEqual(60);
  });

  test('are wrapped without losing one', () => {
    const lines = wrapText('one two three four five six seven', 10, 60);
    expect(lines.join(' ')).toBe('one two three four five six seven');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(60);
  });

  test('are not parted between a number and its unit', () => {
    expect(wrapText('a tip of 5 mm; 80 °C for 90 s', 10, 45)).toEqual([
      'a tip of',
      '5 mm;',
      '80 °C for',
      '90 s',
    ]);
  });

  test('are escaped', () => {
    expect(escapeText('a < b & "c" > d\u0007\ud800')).toBe('a &lt; b &amp; &quot;c&quot; &gt; d\ufffd\ufffd');
  });
});

test.each([
  [{ value: 7.503e-3, numericalError: 0.0161e-3 }, '7.50 ± 0.02'],
  [{ value: 7.503e-3, numericalError: 0.0181e-3 }, '7.50 ± 0.03'], // 0.003 was rounded away
  [{ value: 7.503e-3, numericalError: null }, '7.50'],
])('%j is written without losing any of its bar', (length, words) => {
  expect(inMillimetres(length)).toBe(words);
});

test('a temperature is written to the tenth', () => {
  expect(inDegrees({ value: 82.61, numericalError: 0.42 })).toBe('82.6 ± 0.5');
});

describe('boxes', () => {
  const box = boxBetween(0, 0, 10, 4);

  test.each([
    [boxBetween(9, 3, 12, 6), true],
    [boxBetween(11, 0, 12, 4), false],
    [{ x: 12, y: 6, width: 10, height: 1, turn: 45 }, true],
    [{ x: 13, y: 2, width: 10, height: 1, turn: 90 }, false],
    [{ x: 13, y: 2, width: 10, height: 1, turn: 0 }, true],
  ])('%j meets one: %s', (other, does) => {
    expect(meet(box, other)).toBe(does);
    expect(meet(other, box)).toBe(does);
  });

  test('lie inside another or not', () => {
    expect(isInside(boxBetween(1, 1, 9, 3), box)).toBe(true);
    expect(isInside({ ...boxBetween(1, 1, 9, 3), turn: 90 }, box)).toBe(false);
  });
});

describe('a line', () => {
  const circle = Array.from({ length: 721 }, (_, k): Point => {
    const angle = (k * Math.PI) / 360;
    return [100 * Math.cos(angle), 100 * Math.sin(angle)];
  });

  test('loses most of its points and none of its shape', () => {
    const few = simplified(circle, 0.06);
    expect(few.length).toBeLessThan(150);
    expect(few.length).toBeGreaterThan(20);
    few.slice(1).forEach(([x, y], k) => {
      const [x0, y0] = few[k]!;
      expect(100 - Math.hypot((x + x0) / 2, (y + y0) / 2)).toBeLessThan(0.07);
    });
  });

  test('keeps its ends and its corners', () => {
    const corner: Point[] = [
      [0, 0],
      [5, 0],
      [10, 0],
      [10, 5],
      [10, 10],
    ];
    expect(simplified(corner)).toEqual([corner[0], corner[2], corner[4]]);
  });
});

describe.each(COLOUR_MAPS)('the colours of %s', (map) => {
  const colours = Array.from({ length: 64 }, (_, k) => colourAt(map, (k + 0.5) / 64));

  test('rise in lightness, so that they read in grey', () => {
    const onBlack = colours.map((colour) => contrast(colour, '#000000'));
    expect(onBlack).toEqual(onBlack.toSorted((a, b) => a - b));
  });

  test('have an ink that reads on each of them', () => {
    const worst = Math.min(...colours.map((colour) => contrast(inkOn(colour), colour)));
    expect(worst).toBeGreaterThan(4.5);
  });
});

test('contrast goes from 1 to 21', () => {
  expect(contrast('#777777', '#777777')).toBe(1);
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 9);
});
