import { expect, test } from 'vitest';
import { estimateLesion } from '../../src/index.js';
import { expectModeHolds } from '../support/mode-properties.js';
import { MODES, randomModeProblems } from '../support/random-modes.js';

test.each(MODES)(
  '%s: 10 random problems are finite, in balance, within limits, with full records',
  (mode) => {
    expectModeHolds(mode, 10, 31);
  },
);

test.each(MODES)('%s: 2 random problems have an answer with error bars', (mode) => {
  for (const problem of randomModeProblems(mode, 2, 47)) {
    const said = JSON.stringify(problem.heating);
    const { width, volume, stages, hottest } = estimateLesion(problem, { resolution: 'draft' });
    const measured = [
      width,
      volume,
      hottest.temperature,
      hottest.distance,
      ...stages.map(({ size }) => size.width),
    ];
    for (const { value, numericalError } of measured) {
      expect(Number.isFinite(value) && value >= 0, said).toBe(true);
      expect(Number.isFinite(numericalError) && numericalError! >= 0, said).toBe(true);
    }
  }
});
