import { describe, expect, test } from 'vitest';
import { landOn, planSteps } from '../../../src/numerics/step-plan.js';

const rounded = (x: number): number => Number(x.toPrecision(12));

describe('planSteps', () => {
  test('doubles after the same number of steps, up to the longest, then goes in equal steps', () => {
    const groups = planSteps(0, 10, { first: 0.1, longest: 1, stepsPerLength: 8 });
    expect(groups.map(({ dt, count, end }) => [dt, count, end].map(rounded))).toEqual([
      [0.1, 8, 0.8],
      [0.2, 8, 2.4],
      [0.4, 8, 5.6],
      [0.88, 5, 10],
    ]);
  });

  test('a length is begun only when time is left for another one like it', () => {
    const groups = planSteps(0, 8, { first: 0.1, longest: 1, stepsPerLength: 8 });
    expect(groups.map(({ end }) => rounded(end))).toEqual([0.8, 2.4, 8]);
  });

  test('round-off does not cost a step', () => {
    expect(2.1 / 0.3).toBeGreaterThan(7);
    const [only] = planSteps(0, 2.1, { first: 0.3, longest: 0.3, stepsPerLength: 8 });
    expect(only).toMatchObject({ count: 7, end: 2.1 });
  });
});

test('landOn stops at every time inside, in whatever order they come', () => {
  const [group] = planSteps(0, 4, { first: 0.5, longest: 0.5, stepsPerLength: 8 });
  const groups = landOn([group!], [3, 1.2, 4, 9, 1.2]);
  expect(groups.map(({ start, end, count }) => [start, end, count])).toEqual([
    [0, 1.2, 3],
    [1.2, 3, 4],
    [3, 4, 2],
  ]);
  for (const { start, end, dt, count } of groups) expect(dt * count).toBeCloseTo(end - start, 12);
});
