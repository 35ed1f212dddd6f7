import { expect, test } from 'vitest';
import { BOILING_BAND, LATENT_HEAT, specificHeatIn } from '../../../src/physics/vaporisation.js';
import { checkProblem } from '../../../src/problem/check.js';
import { feProblem } from '../../support/problems.js';

test('tissue with water takes its latent heat in the band, and is light beyond it', () => {
  const tissue = { ...feProblem.tissue, density: 1000, specificHeat: 3600, waterContent: 700 };
  const law = specificHeatIn(checkProblem({ ...feProblem, tissue }), {
    count: 1,
    mediumOf: new Int32Array(1),
    cut: new Map(),
  });
  const { from, to } = BOILING_BAND;
  expect(law.at(0, 60)).toBe(3600);
  expect(law.integral(0, from, to)).toBeCloseTo(3600 * (to - from) + 0.7 * LATENT_HEAT, 6);
  expect(law.at(0, to + 1)).toBeCloseTo(440, 12); // 4.4·10⁵ J/(m³·K) of wet tissue
});
