import { expect, test } from 'vitest';
import { estimateLesion, LesionModelError } from '../../src/index.js';
import { expectModeHolds } from '../support/mode-properties.js';
import { MODES, randomModeProblems } from '../support/random-modes.js';

test.each(MODES)(
  '%s: 100 random problems are finite, in balance, within limits, with full records',
  (mode) => {
    const { residual, hottest, outcomes } = expectModeHolds(mode, 100, 7);
    const ends = JSON.stringify(outcomes);
    console.log(
      `${mode}: balance open by ${residual.toExponential(1)} at most, ${hottest.toFixed(0)} °C, ends ${ends}`,
    );
  },
);

test.each(MODES)('%s: 30 random problems have an answer with error bars', (mode) => {
  for (const problem of randomModeProblems(mode, 30, 77)) {
    const answer = (): unknown => estimateLesion(problem, { resolution: 'draft' });
    try {
      answer();
    } catch (error) {
      const message = error instanceof LesionModelError ? `${error.code}: ${error.message}` : String(error);
      expect.soft(message, JSON.stringify(problem)).toBe('');
    }
  }
});
