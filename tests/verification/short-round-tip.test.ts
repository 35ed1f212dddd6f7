// A rounded end with hardly any straight part: the wall bends within reach of the insulation's edge, whose own solution
// holds on a straight wall only.
import { test } from 'vitest';
import { estimateLesion } from '../../src/estimate.js';
import { claim } from '../support/claims.js';
import { feProblem } from '../support/problems.js';

const RADIUS = 1e-3;

test.each([1.1, 1.2, 2])(
  'a hemispherical tip of %f radii: at standard the bars of all sizes hold the fine answer',
  (ratio) => {
    const electrode = { ...feProblem.electrode, radius: RADIUS, tipLength: ratio * RADIUS };
    const problem = { ...feProblem, electrode: { ...electrode, tipShape: 'hemisphere' as const } };
    const fine = estimateLesion(problem, { resolution: 'fine' });
    const standard = estimateLesion(problem);
    for (const key of ['width', 'length', 'volume', 'distalReach', 'proximalReach'] as const) {
      const difference = Math.abs(standard[key].value - fine[key].value);
      claim(
        {
          id: 'short-round-tip/bars',
          kind: 'measuring',
          claim:
            'A rounded tip of 1.1 to 2 radii: bars of all sizes at `standard` hold the fine answer; error as a part of the bars',
          definition: 'Five sizes, a held tip',
          source: 'this package at `fine`',
          unit: '',
        },
        {
          kind: 'worst',
          errors: [difference / (standard[key].numericalError! + fine[key].numericalError!)],
          below: 1,
        },
      );
    }
  },
);
