// Impedance of a needle without its shaft, between those of spheroids of revolution in an open medium,
//   R = ln((c + f)/(c − f))/(8π σ f),   f² = c² − a²,   c half of its length, a its radius;   for f → 0 that of a sphere.
// A body inside another has the higher impedance, so that a spheroid about the bare tip is below it. The shaft, which carries no
// current, only adds to it. A spheroid inside the tip is above it but for that: a sanity bound, approximate by a few per cent.
import { expect, test } from 'vitest';
import { cannula, type Problem, simulate } from '../../src/index.js';
import { claim, DERIVED } from '../support/claims.js';
import { coupledFeProblem } from '../support/coupled-problem.js';

const SIGMA = 0.45;

function spheroid(c: number, a: number): number {
  const f = Math.sqrt(c ** 2 - a ** 2);
  return Math.log((c + f) / (c - f)) / (8 * Math.PI * SIGMA * f);
}

/** The highest impedance of a spheroid that passes through the edges of a cylinder. */
function about(length: number, radius: number): number {
  let highest = 0;
  for (let n = 1; n < 400; n++) {
    const a = radius * (1 + 0.005 * n);
    const c = length / 2 / Math.sqrt(1 - (radius / a) ** 2);
    if (c > a) highest = Math.max(highest, spheroid(c, a));
  }
  return highest;
}

const needles: [string, Problem['electrode']][] = ([18, 20, 22] as const).flatMap((gauge) =>
  [4e-3, 10e-3].map((tipLength): [string, Problem['electrode']] => [
    `${gauge} G, ${tipLength * 1e3} mm`,
    cannula({ gauge, tipLength }),
  ]),
);

test('the sphere is the spheroid of no length', () => {
  expect(spheroid(1e-3 * (1 + 1e-8), 1e-3)).toBeCloseTo(1 / (4 * Math.PI * SIGMA * 1e-3), 4);
});

test.each(needles)('%s: between two spheroids', (_, electrode) => {
  const problem: Problem = {
    electrode,
    tissue: { ...coupledFeProblem.tissue, electricalConductivity: SIGMA },
    heating: { kind: 'voltage', voltage: 1, duration: 1 },
    coolDown: 0,
  };
  const impedance = simulate(problem).history.impedance![0]!;
  const inside = spheroid(electrode.tipLength / 2, electrode.radius);
  expect(impedance).toBeGreaterThan(about(electrode.tipLength, electrode.radius));
  expect(impedance).toBeLessThan(inside);
  claim(
    {
      id: 'electrode-impedance/spheroids',
      kind: 'fields',
      claim:
        'Impedance of six needles, above that of a spheroid about the tip and below that of one inside it; how far from the latter',
      definition:
        'R = ln((c + f)/(c − f))/(8πσf), f² = c² − a², of a prolate spheroid in an open medium; the upper bound leaves out the shaft and is approximate',
      source: DERIVED,
      grids: 'the preset of `standard`; 18, 20 and 22 G, tips of 4 and 10 mm',
      unit: '%',
    },
    { kind: 'worst', errors: [impedance / inside - 1], below: 0.15 },
  );
});
