// Where a better conductor begins at the very border of the insulation, the flux there grows like ρ^(λ−1) with
//   λ = (2/π) atan √(σ_below/σ_above) < 1/2,
// the size of a lesion converges like h^(2λ) only, and the bar has to say so.
import { test } from 'vitest';
import {
  cannula,
  estimateLesion,
  type LesionSize,
  measureLesion,
  type Problem,
  simulate,
  type Tissue,
} from '../../src/index.js';
import { claim } from '../support/claims.js';

const tissue = (sigma: number): Tissue => ({
  thermalConductivity: 0.5,
  density: 1060,
  specificHeat: 3600,
  electricalConductivity: { kind: 'linear', value: sigma, coefficient: 0.02, reference: 37, cap: 100 },
  perfusionRate: 0,
});
const TIP = 5e-3;
const CRITERION = { kind: 'peak-temperature', threshold: 50 } as const;
const SIZES = ['width', 'length', 'volume', 'distalReach', 'proximalReach'] as const;

/** Conductivities below and above the border of the insulation [S/m]. */
test.each([
  [0.15, 2],
  [0.04, 0.45],
  [0.45, 0.75],
  [2, 0.04],
])('%f S/m below %f S/m: a run of a third of the spacing lies within the bar', (below, above) => {
  const problem: Problem = {
    electrode: cannula({ gauge: 22, tipLength: TIP }),
    tissue: tissue(below),
    regions: [{ where: { kind: 'slab', zMin: TIP }, tissue: tissue(above) }],
    heating: { kind: 'temperature', target: 80, duration: 40, ramp: 5 },
    coolDown: 5,
  };
  const estimate = estimateLesion(problem, { resolution: 'draft', criteria: [] });
  const { spacing, growthRatio, timeStep } = estimate.run.resolution;
  const resolution = { spacing: spacing / 3, growthRatio: 1 + (growthRatio - 1) / 3, timeStep: timeStep / 2 };
  const finer: LesionSize<number> = measureLesion(
    simulate(problem, { resolution, criteria: [CRITERION] }),
    CRITERION,
  );
  for (const size of SIZES) {
    const { value, numericalError } = estimate[size];
    claim(
      {
        id: 'regions-edge/bars',
        kind: 'measuring',
        claim:
          'Another tissue begins where the insulation does: bars hold a finer run; error as a part of the bar',
        definition: 'Five sizes at `draft`, conductivities from 1 : 13 to 50 : 1, RF current',
        source: 'this package, a third of the spacing',
        unit: '',
      },
      { kind: 'worst', errors: [(value - finer[size]) / (numericalError ?? 0)], below: 1 },
    );
  }
});
