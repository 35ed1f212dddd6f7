// Several peaks: a thick needle and a short ramp overheat the tissue at the tip before the thermocouple has followed.
import { expect, test } from 'vitest';
import { cannula, measureLesion, type Problem, simulate } from '../../src/index.js';
import { coupledFeProblem } from '../support/coupled-problem.js';

const problem: Problem = {
  electrode: { ...cannula({ gauge: 19, tipLength: 6e-3, tipShape: 'hemisphere' }) },
  tissue: coupledFeProblem.tissue,
  heating: { kind: 'temperature', target: 85, ramp: 2, duration: 40 },
};
const run = simulate(problem);

test('the highest temperature is the highest of all stretches, each of which has its own', () => {
  for (const { peaks, peakTemperature } of Object.values(run.exposure)) {
    expect(peaks).toHaveLength(3);
    const highest = peakTemperature.data.map((_, c) => Math.max(...peaks.map(({ data }) => data[c]!)));
    expect(peakTemperature.data).toEqual(highest);
  }
  const [early, , late] = run.exposure.final.peaks.map(({ data }) => data);
  // Near the tip it was hottest early, and the last stretch does not remember; further out it was hottest late.
  const differences = early!.map((T, c) => (run.grid.isTissue[c] === 1 ? T - late![c]! : 0));
  expect(Math.max(...differences)).toBeGreaterThan(2);
  expect(Math.min(...differences)).toBeLessThan(-2);
});

test('a reach where early and late peaks meet is that of a much finer grid', () => {
  const fine = simulate(problem, { resolution: { spacing: 0.04e-3, growthRatio: 1.07, timeStep: 0.5 } });
  for (const threshold of [70, 72, 74, 76, 78]) {
    const [ours, theirs] = [run, fine].map((one) =>
      measureLesion(one, { kind: 'peak-temperature', threshold }),
    );
    expect(Math.abs(ours!.distalReach - theirs!.distalReach), `${threshold} °C`).toBeLessThan(6e-6);
  }
});
