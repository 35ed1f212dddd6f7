// An infinite cylinder whose surface jumps from 37 to 80 °C, in perfused and unperfused tissue.
// Transient: Laplace transform K₀(qr)/(s K₀(qa)), q² = (s + β)/α, inverted numerically.
// Steady: T = T_a + (T_s − T_a) K₀(r/L)/K₀(a/L), L = √(k/(ω ρ_b c_b)); without perfusion a logarithm.
import { test } from 'vitest';
import { gradedEdges } from '../../src/grid/grading.js';
import { interpolateCubic } from '../../src/metrics/interpolation.js';
import { faceConductances } from '../../src/numerics/face-conductance.js';
import { gridOf, uniformEdges } from '../support/bench-grids.js';
import { claim, DERIVED } from '../support/claims.js';
import { balanceOf, runHeat, startingSteps } from '../support/heat-run.js';
import { besselK0, cylinderRise } from '../support/special-functions.js';

const [RADIUS, START, SURFACE] = [0.5e-3, 37, 80];
const [K, HEAT_PER_VOLUME] = [0.49, 1090 * 3421];
const PERFUSION = 0.01 * 1050 * 3617; // [W/(m³·K)]
const PLACES = [0.7e-3, 1e-3, 2e-3, 4e-3]; // [m]

interface Case {
  readonly spacing: number;
  readonly growthRatio: number;
  readonly perfusion: number;
  readonly time: number;
  readonly far: number;
}

/** One row of cells about the cylinder, its two ends insulated: the temperature at a distance r [m] from the axis. */
function temperature({ spacing, growthRatio, perfusion, time, far }: Case): (r: number) => number {
  const outside = gradedEdges(far, spacing, growthRatio).map((x) => RADIUS + x);
  const grid = gridOf(Float64Array.from([0, ...outside]), uniformEdges(1e-3, 2e-3, 1), RADIUS);
  const balance = balanceOf(grid, { conductivity: K, heatPerVolume: HEAT_PER_VOLUME, perfusion });
  const conductances = faceConductances(grid, balance.conductivity);
  conductances.outerZ.fill(0);
  const T = runHeat({
    grid,
    balance,
    conductances,
    start: new Float64Array(grid.size).fill(START),
    reference: START,
    boundary: START,
    surface: SURFACE,
    steps: startingSteps(time, 5e-4, time / 800),
  });
  const x = [RADIUS, ...grid.r.subarray(1)].map(Math.log);
  const y = [SURFACE, ...T.subarray(1)];
  return (r) => interpolateCubic(x, y, x.findIndex((at) => at >= Math.log(r)) - 1, Math.log(r));
}

/** Worst error over the places, on three grids of which each has all cells of the one before halved. */
function errorsOnThreeGrids(
  common: Omit<Case, 'spacing' | 'growthRatio'>,
  exact: (r: number) => number,
): number[] {
  return [1, 2, 4].map((fine) => {
    const T = temperature({ ...common, spacing: 0.05e-3 / fine, growthRatio: 1.05 ** (1 / fine) });
    return Math.max(...PLACES.map((r) => Math.abs(T(r) - exact(r))));
  });
}

for (const perfusion of [0, PERFUSION]) {
  test(`transient, perfusion ${perfusion} W/(m³·K): second order in the spacing`, () => {
    for (const time of [10, 60]) {
      const exact = (r: number): number =>
        START +
        (SURFACE - START) * cylinderRise(r, RADIUS, time, K / HEAT_PER_VOLUME, perfusion / HEAT_PER_VOLUME);
      const errors = errorsOnThreeGrids({ perfusion, time, far: 40e-3 }, exact);
      claim(
        {
          id: 'cylinder/transient',
          kind: 'exact solutions',
          claim: 'Long cylinder whose surface jumps to 80 °C, with and without perfusion, after 10 and 60 s',
          definition: 'K₀(qr)/(s K₀(qa)), q² = (s + β)/α, inverted by Talbot’s method',
          source: DERIVED,
          grids: '0.05, 0.025 and 0.0125 mm; 0.7, 1, 2 and 4 mm from the axis',
          unit: '°C',
        },
        { kind: 'order', errors, expected: 2, accepted: [1.9, 2.1], below: 0.002 },
      );
    }
  });
}

test('steady with perfusion: second order in the spacing', () => {
  const L = Math.sqrt(K / PERFUSION);
  const exact = (r: number): number => START + ((SURFACE - START) * besselK0(r / L)) / besselK0(RADIUS / L);
  const errors = errorsOnThreeGrids({ perfusion: PERFUSION, time: 2000, far: 60e-3 }, exact);
  claim(
    {
      id: 'cylinder/perfused',
      kind: 'exact solutions',
      claim: 'Long cylinder at 80 °C in perfused tissue, steady',
      definition: 'T = T_a + (T_s − T_a) K₀(r/L)/K₀(a/L), L² = k/(ω ρ_b c_b)',
      source: DERIVED,
      grids: '0.05, 0.025 and 0.0125 mm',
      unit: '°C',
    },
    { kind: 'order', errors, expected: 2, accepted: [1.9, 2.1], below: 0.001 },
  );
});

test('steady without perfusion: exact on any grid, since the conductances are logarithms', () => {
  const far = 5e-3;
  const T = temperature({ spacing: 0.4e-3, growthRatio: 1.6, perfusion: 0, time: 4000, far });
  const errors = PLACES.map((r) => {
    const exact = SURFACE + ((START - SURFACE) * Math.log(r / RADIUS)) / Math.log((RADIUS + far) / RADIUS);
    return T(r) - exact;
  });
  claim(
    {
      id: 'cylinder/unperfused',
      kind: 'exact solutions',
      claim: 'Long cylinder at 80 °C without perfusion, steady: exact on any grid',
      definition: 'T falls like ln r; so do the conductances',
      source: DERIVED,
      grids: '0.4 mm, growth 1.6',
      unit: '°C',
    },
    { kind: 'round-off', errors, below: 1e-9 },
  );
});
