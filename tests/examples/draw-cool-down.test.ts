import { expect, test } from 'vitest';
import { drawCoolDown } from '../../examples/draw-cool-down.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

test('a drawn cool-down is well formed and names its curves and axes', () => {
  const points = [
    [0, 70],
    [10, 58],
    [30, 50],
  ] as const;
  const picture = drawCoolDown([{ name: 'beside the tip', points, dash: '7 4' }], {
    title: 'Cooling',
    subtitle: '90 s',
  });
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  for (const words of [
    'beside the tip',
    'time since switch-off (s)',
    'temperature (°C)',
    'stroke-dasharray="7 4"',
  ]) {
    expect(picture).toContain(words);
  }
});
