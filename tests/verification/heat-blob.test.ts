// A blob of heat on the axis of perfused tissue that nothing bounds: from T_a + A e^(−ρ²/2s²) on, ρ the distance from its
// centre, it spreads like the Green's function of the bioheat equation,
//   T = T_a + A (s²/(s² + 2αt))^(3/2) e^(−ρ²/2(s² + 2αt)) e^(−βt),   β = ω ρ_b c_b/ρc.
// It lies below the needle, of which the grid has none, and so far from the boundary that it never gets there.
import { test } from 'vitest';
import { faceConductances } from '../../src/numerics/face-conductance.js';
import { gridOf, uniformEdges } from '../support/bench-grids.js';
import { claim, DERIVED } from '../support/claims.js';
import { balanceOf, runHeat } from '../support/heat-run.js';

const [BODY, RISE, SIZE, FAR] = [37, 40, 1e-3, 12e-3];
const [K, HEAT_PER_VOLUME, PERFUSION] = [0.49, 1090 * 3421, 0.01 * 1050 * 3617];
const [ALPHA, BETA] = [K / HEAT_PER_VOLUME, PERFUSION / HEAT_PER_VOLUME];
const TIME = 10;

/** Rise at a squared distance from the centre. */
function exactly(squared: number, time: number): number {
  const spread = SIZE ** 2 + 2 * ALPHA * time;
  return RISE * (SIZE ** 2 / spread) ** 1.5 * Math.exp(-squared / (2 * spread) - BETA * time);
}

/** Largest error, and how much more heat is left than should be, relative to what was there. */
function solve(cells: number, count: number): { error: number; heat: number } {
  const grid = gridOf(uniformEdges(0, FAR, cells), uniformEdges(-2 * FAR, 0, 2 * cells), FAR);
  const squared = Float64Array.from({ length: grid.size }, (_, c) => {
    const j = Math.floor(c / grid.nr);
    return grid.r[c - j * grid.nr]! ** 2 + (grid.z[j]! + FAR) ** 2;
  });
  const start = squared.map((x) => BODY + exactly(x, 0));
  const balance = balanceOf(grid, { conductivity: K, heatPerVolume: HEAT_PER_VOLUME, perfusion: PERFUSION });
  const T = runHeat({
    grid,
    balance,
    conductances: faceConductances(grid, balance.conductivity),
    start,
    reference: BODY,
    boundary: BODY,
    surface: BODY,
    steps: [{ dt: TIME / count, count }],
  });
  const held = (field: Float64Array): number =>
    field.reduce((sum, x, c) => sum + balance.capacity[c]! * (x - BODY), 0);
  return {
    error: T.reduce((worst, x, c) => Math.max(worst, Math.abs(x - BODY - exactly(squared[c]!, TIME))), 0),
    heat: held(T) / held(start) / Math.exp(-BETA * TIME) - 1,
  };
}

test('second order in the spacing, on the axis and everywhere', () => {
  const errors = [24, 48, 96].map((cells) => solve(cells, 2 * cells).error);
  claim(
    {
      id: 'heat-blob/spreading',
      kind: 'exact solutions',
      claim: 'Gaussian blob of 40 °C on the axis, spreading in unbounded perfused tissue for 10 s',
      definition: 'Free-space Green’s function of ρc ∂T/∂t = k ΔT − ω ρ_b c_b (T − T_a)',
      source: DERIVED,
      grids: '0.5, 0.25 and 0.125 mm, steps as fine as the cells; the blob’s size is 1 mm',
      unit: '°C',
    },
    { kind: 'order', errors, expected: 2, accepted: [1.9, 2.1], below: 0.02 },
  );
});

test('its heat goes into blood and nowhere else', () => {
  claim(
    {
      id: 'heat-blob/heat',
      kind: 'conservation',
      claim: 'Heat of the blob decays as e^(−βt): perfusion takes all that is lost',
      definition: 'Σ C (T − T_a) against its first value times e^(−βt)',
      source: DERIVED,
      grids: '0.5 and 0.25 mm, 200 steps, which leave 2e-9',
      unit: '%',
    },
    { kind: 'worst', errors: [24, 48].map((cells) => solve(cells, 200).heat), below: 1e-6 },
  );
});
