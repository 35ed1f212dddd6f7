// A conical end: cells cut its point off, so nothing is extrapolated and the bars are wide; they must hold.
import { expect, test } from 'vitest';
import { estimateLesion } from '../../src/index.js';
import { claim } from '../support/claims.js';
import { coupledFeProblem } from '../support/coupled-problem.js';
import { feProblem } from '../support/problems.js';

test.each([0.36e-3, 1.5e-3])(
  'a cone of %f m: the bar at draft and standard holds the fine value',
  (length) => {
    for (const base of [feProblem, coupledFeProblem]) {
      const electrode = { ...base.electrode, tipShape: { kind: 'cone' as const, length } };
      const problem = { ...base, electrode, heating: { ...base.heating, duration: 30 }, coolDown: 5 };
      const fine = estimateLesion(problem, { resolution: 'fine' });
      for (const resolution of ['draft', 'standard'] as const) {
        const coarse = estimateLesion(problem, { resolution });
        expect(Math.abs(coarse.energyAudit.residual)).toBeLessThan(1e-11);
        for (const key of ['width', 'length', 'volume', 'distalReach', 'proximalReach'] as const) {
          const difference = Math.abs(coarse[key].value - fine[key].value);
          claim(
            {
              id: 'cone/bars',
              kind: 'measuring',
              claim:
                'A conical end: the bar of every size at `draft` and `standard` holds the value at `fine`; error as a part of the bar',
              definition: 'Five sizes, two cones, a held tip and RF current',
              source: 'this package at `fine`',
              unit: '',
            },
            { kind: 'worst', errors: [difference / coarse[key].numericalError!], below: 1 },
          );
        }
      }
    }
  },
);

test('the more pointed the end, the shorter the reach beyond it', () => {
  const reach = (length: number): number => {
    const electrode = { ...feProblem.electrode, tipShape: { kind: 'cone' as const, length } };
    return estimateLesion({ ...feProblem, electrode }, { resolution: 'draft', errorBar: false }).distalReach
      .value;
  };
  const flat = estimateLesion(feProblem, { resolution: 'draft', errorBar: false }).distalReach.value;
  expect(reach(0.2e-3)).toBeLessThan(flat);
  expect(reach(0.8e-3)).toBeLessThan(reach(0.2e-3));
  expect(reach(2e-3)).toBeLessThan(reach(0.8e-3));
});
