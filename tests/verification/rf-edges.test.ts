// RF current about each kind of end and border: what halving the spacing changes. The current is infinite at the rim of a
// flat end and where the bare tip ends, and the heat made at the tip is shared with the needle; done wrong, each leaves
// an error of first order, or one that differs from grid to grid, several times as large as the limits here.
import { expect, test } from 'vitest';
import { cannula, materials, measureLesion, type Problem, simulate } from '../../src/index.js';
import { claim } from '../support/claims.js';
import { coupledFeProblem } from '../support/coupled-problem.js';

const needle = cannula({ gauge: 22, tipLength: 5e-3 });
const sleeve = { thickness: 0.05e-3, material: materials.polyimide };

const NEEDLES = {
  'flat end, ideal film': needle,
  'flat end, sleeve': { ...needle, insulation: sleeve },
  'rounded end, ideal film': { ...needle, tipShape: 'hemisphere' },
  'rounded end, sleeve': { ...needle, tipShape: 'hemisphere', insulation: sleeve },
} as const;

const HALVED = {
  definition: 'Flat and rounded ends, a sleeve and an ideal film; 80 °C for 20 s',
  source: 'this package, finer',
  grids: '0.12 and 0.06 mm',
  unit: '%',
};

test.each(Object.entries(NEEDLES))('%s', (_, electrode) => {
  const problem: Problem = {
    electrode,
    tissue: coupledFeProblem.tissue,
    heating: { kind: 'temperature', target: 80, duration: 20, ramp: 10 },
    coolDown: 0,
    domain: { radius: 12e-3, below: 12e-3, above: 17e-3 },
  };
  const [coarse, fine] = [0.12e-3, 0.06e-3].map((spacing) => {
    const run = simulate(problem, { resolution: { spacing, growthRatio: 1.07, timeStep: 0.5 } });
    const size = measureLesion(run, { kind: 'peak-temperature', threshold: 50 });
    return { impedance: run.history.impedance![0]!, energy: run.history.energy.at(-1)!, size };
  });
  claim(
    {
      ...HALVED,
      id: 'rf-edges/impedance',
      kind: 'fields',
      claim: 'Impedance of four kinds of tip: what halving the cells changes',
    },
    { kind: 'worst', errors: [coarse!.impedance / fine!.impedance - 1], below: 0.8e-3 },
  );
  claim(
    {
      ...HALVED,
      id: 'rf-edges/energy',
      kind: 'fields',
      claim: 'Energy at four kinds of tip: what halving the cells changes',
    },
    { kind: 'worst', errors: [coarse!.energy / fine!.energy - 1], below: 2.5e-3 },
  );
  const limits = { width: 1.8e-3, distalReach: 1e-3, proximalReach: 1e-3 } as const;
  for (const key of ['width', 'distalReach', 'proximalReach'] as const) {
    const change = Math.abs(coarse!.size[key] - fine!.size[key]) / fine!.size.width;
    expect(change, key).toBeLessThan(limits[key]);
  }
});
