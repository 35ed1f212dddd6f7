import { expect, test } from 'vitest';
import { colourAt, drawColourBar, INFERNO } from '../../examples/colours.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

test('a colour lies between its neighbours on the map', () => {
  const map = ['#000000', '#804020', '#ffffff'];
  expect([0, 0.25, 0.5, 1].map((part) => colourAt(map, part))).toEqual([
    'rgb(0,0,0)',
    'rgb(64,32,16)',
    'rgb(128,64,32)',
    'rgb(255,255,255)',
  ]);
});

test('the map rises in lightness, so that it reads in grey', () => {
  const lightness = INFERNO.map((_, k) => {
    const [r = 0, g = 0, b = 0] = [...colourAt(INFERNO, k / (INFERNO.length - 1)).matchAll(/\d+/g)].map(
      Number,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  });
  expect(lightness).toEqual(lightness.toSorted((a, b) => a - b));
});

test('a colour bar has a tick at every ten degrees in its range', () => {
  const bar = drawColourBar(400, 37, 82.6);
  expect(unclosedTags(bar)).toEqual([]);
  expect(missingNumbers(bar)).toEqual([]);
  expect([...bar.matchAll(/>(\d+) °C</g)].map(([, T]) => Number(T))).toEqual([40, 50, 60, 70, 80]);
});
