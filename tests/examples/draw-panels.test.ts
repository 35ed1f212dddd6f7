import { expect, test } from 'vitest';
import { drawPanels } from '../../examples/draw-panels.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

const series = ['one', 'two'].map((name, k) => ({
  name,
  points: [0, 1, 2].map(
    (x) => [x, { value: 1e-3 * (x + k), numericalError: k === 0 ? null : 0.5e-3 }] as const,
  ),
}));

test('panels share the axis across, and each has its own upwards, from zero', () => {
  const picture = drawPanels(
    [
      { label: 'height (mm)', series },
      { label: 'depth (mm)', series },
    ],
    {
      ...{ title: 'Two panels', subtitle: 'with bars', key: 'which' },
      across: { label: 'time (s)', from: 0, to: 2, step: 1 },
      places: [[1, 'here']],
    },
  );
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  for (const [words, count] of [
    ['>time (s)<', 2],
    ['>height (mm)<', 1],
    ['>depth (mm)<', 1],
    ['>one<', 1],
    ['>two<', 1],
    ['>here<', 2],
    ['<circle', 6],
  ] as const) {
    expect(picture.split(words).length - 1, words).toBe(count);
  }
});
