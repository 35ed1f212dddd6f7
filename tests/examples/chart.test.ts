import { describe, expect, test } from 'vitest';
import {
  axisFor,
  drawAxes,
  drawCurve,
  drawKey,
  drawMeasured,
  drawSteps,
  type Panel,
  xIn,
  yIn,
} from '../../examples/chart.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

describe('an axis for values', () => {
  test.each([
    [[37, 70.2], { from: 30, to: 80, step: 10 }],
    [[0, 1.44], { from: 0, to: 1.5, step: 0.5 }],
    [[0, 19800], { from: 0, to: 20000, step: 5000 }],
    [[5, 5], { from: 5, to: 5.5, step: 0.5 }],
  ])('%j is %j', (values, { from, to, step }) => {
    const axis = axisFor('', values);
    expect(axis.from).toBeCloseTo(from, 9);
    expect(axis.to).toBeCloseTo(to, 9);
    expect(axis.step).toBeCloseTo(step, 9);
  });
});

const panel: Panel = {
  ...{ x: 50, y: 10, width: 100, height: 200 },
  across: { label: 'time (s)', from: 0, to: 10, step: 5 },
  up: { label: 'power (W)', from: 0, to: 4, step: 2 },
};

describe('a panel', () => {
  test('has its origin in the lower left corner', () => {
    expect([xIn(panel, 0), yIn(panel, 0)]).toEqual([50, 210]);
    expect([xIn(panel, 10), yIn(panel, 4)]).toEqual([150, 10]);
  });

  test('names its lower axis only where it is the lowest', () => {
    expect(drawAxes(panel, true)).toContain('time (s)');
    expect(drawAxes(panel, false)).not.toContain('time (s)');
    expect(drawAxes(panel, false)).toContain('power (W)');
  });

  test('draws steps that hold from the point before', () => {
    const steps = drawSteps(panel, [
      [0, NaN],
      [5, 4],
      [10, 0],
    ]);
    expect(steps).toContain('d="M50,10V10H100V210H150"');
  });

  test('is well formed with all that can be in it', () => {
    const parts = [
      drawAxes(panel, true),
      drawCurve(panel, [
        [0, 0],
        [10, 4],
      ]),
      drawMeasured(panel, 5, { value: 2, numericalError: 0.5 }, { marker: 'square' }),
      drawMeasured(panel, 5, { value: 2, numericalError: null }),
      drawKey(panel, [{ name: 'one', dash: '3 2' }]),
    ].join('\n');
    expect(unclosedTags(parts)).toEqual([]);
    expect(missingNumbers(parts)).toEqual([]);
  });

  test('draws an error bar of its length', () => {
    const bar = drawMeasured(panel, 5, { value: 2, numericalError: 0.5 });
    expect(bar).toContain('M100,135V85');
  });
});
