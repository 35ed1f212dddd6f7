// A manufactured solution in which everything changes with temperature: k and c by different laws, perfusion, and a source
// that is whatever keeps the solution going. In a cylinder −L < z < 0, r < R with walls at T_a:
//   T = T_a + (A + B e^(−λt)) φ,   φ = (1 − r²/R²) sin(−πz/L),   Q = ρ c(T) ∂T/∂t − ∇·(k(T) ∇T) + ω ρ_b c_b (T − T_a)
import { test } from 'vitest';
import { conductancesOf, faceGeometry } from '../../src/numerics/face-conductance.js';
import { tissueLaw } from '../../src/physics/tissue-law.js';
import { gridOf, uniformEdges } from '../support/bench-grids.js';
import { claim, DERIVED } from '../support/claims.js';
import { balanceOf, runChangingHeat } from '../support/heat-run.js';

const [R, L] = [4e-3, 6e-3];
const [K, K_SLOPE, DENSITY, HEAT, HEAT_SLOPE, PERFUSION] = [0.5, 0.01, 1000, 3700, 0.004, 4e4];
const [BODY, A, B, DECAY] = [37, 15, 40, 0.05];

const law = (value: number, coefficient: number) =>
  ({ kind: 'linear', value, coefficient, reference: BODY }) as const;

/** Shape of the rise at a place, its Laplacian and the square of its gradient. */
function shape(r: number, z: number): { phi: number; laplacian: number; squared: number } {
  const [S, C] = [Math.sin((-Math.PI * z) / L), Math.cos((-Math.PI * z) / L)];
  const across = 1 - (r / R) ** 2;
  const phi = across * S;
  return {
    phi,
    laplacian: (-4 / R ** 2) * S - (Math.PI / L) ** 2 * phi,
    squared: ((2 * r * S) / R ** 2) ** 2 + ((across * C * Math.PI) / L) ** 2,
  };
}

function solve(cells: number, time: number, count: number): { T: Float64Array; exact: Float64Array } {
  const grid = gridOf(uniformEdges(0, R, cells), uniformEdges(-L, 0, cells), R);
  const shapes = Array.from({ length: grid.size }, (_, c) =>
    shape(grid.r[c % grid.nr]!, grid.z[Math.floor(c / grid.nr)]!),
  );
  const rise = (t: number): number => A + B * Math.exp(-DECAY * t);
  const source = (t: number): Float64Array =>
    Float64Array.from(shapes, ({ phi, laplacian, squared }, c) => {
      const a = rise(t);
      const theta = a * phi;
      const change = -DECAY * B * Math.exp(-DECAY * t) * phi;
      const conduction = K * ((1 + K_SLOPE * theta) * a * laplacian + K_SLOPE * a ** 2 * squared);
      const Q = DENSITY * HEAT * (1 + HEAT_SLOPE * theta) * change - conduction + PERFUSION * theta;
      return Q * grid.volume[c]!;
    });
  const at = (t: number): Float64Array => Float64Array.from(shapes, ({ phi }) => BODY + rise(t) * phi);
  const balance = balanceOf(grid, {
    conductivity: K,
    heatPerVolume: DENSITY * HEAT,
    density: DENSITY,
    perfusion: PERFUSION,
  });
  const geometry = faceGeometry(grid);
  const T = runChangingHeat({
    grid,
    geometry,
    balance,
    conductances: conductancesOf(grid, geometry, balance.conductivity),
    thermalConductivity: tissueLaw(law(K, K_SLOPE)),
    specificHeat: tissueLaw(law(HEAT, HEAT_SLOPE)),
    start: at(0),
    reference: BODY,
    boundary: BODY,
    surface: BODY,
    power: (_, middle) => source(middle),
    steps: [{ dt: time / count, count }],
  });
  return { T, exact: at(time) };
}

const distance = (a: Float64Array, b: Float64Array): number =>
  a.reduce((worst, x, c) => Math.max(worst, Math.abs(x - b[c]!)), 0);

const STATEMENT = {
  definition: 'ρ c(T) ∂T/∂t = ∇·(k(T) ∇T) − ω ρ_b c_b (T − T_a) + Q, k +1 %/K, c +0.4 %/K, Q made for it',
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
      ...STATEMENT,
      id: 'manufactured-laws/space',
      kind: 'exact solutions',
      claim: 'Manufactured solution with k(T), c(T), perfusion and a source: order in space',
      grids: '12², 24², 48² and 96² cells, 200 steps',
    },
    { kind: 'order', errors, expected: 2, accepted: [1.9, 2.1], from: 1, below: 0.008 },
  );
});

test('second order in time', () => {
  const fine = solve(16, 20, 2560).T;
  const errors = [20, 40, 80, 160].map((count) => distance(solve(16, 20, count).T, fine));
  claim(
    {
      ...STATEMENT,
      id: 'manufactured-laws/time',
      kind: 'time',
      claim: 'Manufactured solution with k(T), c(T), perfusion and a source: order in time',
      grids: '16² cells, 20 to 160 steps against 2560',
    },
    { kind: 'order', errors, expected: 2, accepted: [1.9, 2.1], from: 1, below: 1e-4 },
  );
});
