// A smooth manufactured solution in (r, z) with perfusion, in a cylinder −L < z < 0, r < R, its walls at T_a:
//   T = T_a + (A + B e^(−λt)) φ,  φ = J₀(j r/R) sin(πz/L),  λ = α κ² + β,  κ² = (j/R)² + (π/L)²,
// where the source that keeps A alive is Q = A (k κ² + ω ρ_b c_b) φ.
import { test } from 'vitest';
import type { AxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import { faceConductances } from '../../src/numerics/face-conductance.js';
import { gridOf, uniformEdges } from '../support/bench-grids.js';
import { claim, DERIVED } from '../support/claims.js';
import { balanceOf, runHeat } from '../support/heat-run.js';
import { besselJ0, J0_ZERO } from '../support/special-functions.js';

const [R, L] = [4e-3, 6e-3];
const [K, HEAT_PER_VOLUME, PERFUSION] = [0.5, 3.7e6, 4e4];
const KAPPA_SQUARED = (J0_ZERO / R) ** 2 + (Math.PI / L) ** 2;
const DECAY = (K * KAPPA_SQUARED + PERFUSION) / HEAT_PER_VOLUME; // [1/s]
const [A, B, TA] = [10, 30, 37];

function mode({ nr, r, z, size }: AxisymmetricGrid): Float64Array {
  return Float64Array.from({ length: size }, (_, c) => {
    const j = Math.floor(c / nr);
    return besselJ0((J0_ZERO * r[c - j * nr]!) / R) * Math.sin((-Math.PI * z[j]!) / L);
  });
}

/** Temperature after `time`, with the exact one. */
function solve(cells: number, time: number, count: number): { T: Float64Array; exact: Float64Array } {
  const grid = gridOf(uniformEdges(0, R, cells), uniformEdges(-L, 0, cells), R);
  const phi = mode(grid);
  const source = phi.map((x) => A * (K * KAPPA_SQUARED + PERFUSION) * x);
  const balance = balanceOf(grid, {
    conductivity: K,
    heatPerVolume: HEAT_PER_VOLUME,
    perfusion: PERFUSION,
    source,
  });
  const T = runHeat({
    grid,
    balance,
    conductances: faceConductances(grid, balance.conductivity),
    start: phi.map((x) => TA + (A + B) * x),
    reference: TA,
    boundary: TA,
    surface: TA,
    steps: [{ dt: time / count, count }],
  });
  return { T, exact: phi.map((x) => TA + (A + B * Math.exp(-DECAY * time)) * x) };
}

const distance = (a: Float64Array, b: Float64Array): number =>
  a.reduce((worst, x, c) => Math.max(worst, Math.abs(x - b[c]!)), 0);

const MANUFACTURED = {
  definition: 'T = T_a + (A + B e^(−λt)) J₀(j r/R) sin(πz/L), the source keeps A alive',
  source: DERIVED,
  unit: '°C',
};

test('second order in space', () => {
  const errors = [12, 24, 48, 96].map((cells) => {
    const { T, exact } = solve(cells, 10, 200);
    return distance(T, exact);
  });
  claim(
    {
      ...MANUFACTURED,
      id: 'eigenmode/space',
      kind: 'exact solutions',
      claim: 'Manufactured solution with perfusion and a source, k constant: order in space',
      grids: '12², 24², 48² and 96² cells, 200 steps',
    },
    { kind: 'order', errors, expected: 2, accepted: [1.9, 2.1], from: 1, below: 0.01 },
  );
});

test('second order in time', () => {
  const fine = solve(24, 20, 2560).T;
  const errors = [10, 20, 40, 80].map((count) => distance(solve(24, 20, count).T, fine));
  claim(
    {
      ...MANUFACTURED,
      id: 'eigenmode/time',
      kind: 'time',
      claim: 'Manufactured solution with perfusion and a source, k constant: order in time',
      grids: '24² cells, 10 to 80 steps against 2560',
    },
    { kind: 'order', errors, expected: 2, accepted: [1.9, 2.1], from: 1, below: 2e-4 },
  );
});
