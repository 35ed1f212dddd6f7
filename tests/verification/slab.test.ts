// A slab −L < z < 0 of perfused tissue at T_a, whose upper face jumps to T_s at time zero. With m² = β/α, β = ω ρ_b c_b/ρc:
//   (T − T_a)/(T_s − T_a) = sinh(m x)/sinh(m L) + (2/L) Σ (−1)ⁿ κ/(m² + κ²) e^(−(ακ² + β)t) sin(κx),   κ = nπ/L,  x = z + L
import { describe, expect, test } from 'vitest';
import { faceConductances } from '../../src/numerics/face-conductance.js';
import { gridOf, uniformEdges } from '../support/bench-grids.js';
import { claim, DERIVED } from '../support/claims.js';
import { balanceOf, runHeat, startingSteps } from '../support/heat-run.js';

const [L, BODY, SURFACE] = [8e-3, 37, 80];
const [K, HEAT_PER_VOLUME] = [0.49, 1090 * 3421];
const ALPHA = K / HEAT_PER_VOLUME;
const TERMS = 200; // the last one is below e^(−800) at 10 s

function exactly(x: number, time: number, beta: number): number {
  const m = Math.sqrt(beta / ALPHA);
  let rise = m > 0 ? Math.sinh(m * x) / Math.sinh(m * L) : x / L;
  for (let n = 1; n <= TERMS; n++) {
    const kappa = (n * Math.PI) / L;
    const decay = Math.exp(-(ALPHA * kappa ** 2 + beta) * time);
    rise += ((2 / L) * (-1) ** n * kappa * decay * Math.sin(kappa * x)) / (m ** 2 + kappa ** 2);
  }
  return BODY + (SURFACE - BODY) * rise;
}

/** Largest error of a column of n cells. */
function errorOf(n: number, time: number, perfusion: number): number {
  const grid = gridOf(Float64Array.of(0, 1e-3), uniformEdges(-L, 0, n), 1e-3);
  const balance = balanceOf(grid, { conductivity: K, heatPerVolume: HEAT_PER_VOLUME, perfusion });
  const conductances = faceConductances(grid, balance.conductivity);
  conductances.outerR.fill(0);
  const top = grid.size - 1; // held like a needle's end
  conductances.wallZ[top] = conductances.outerZ[top]!;
  conductances.outerZ[top] = 0;
  const T = runHeat({
    grid,
    balance,
    conductances,
    start: new Float64Array(grid.size).fill(BODY),
    reference: BODY,
    boundary: BODY,
    surface: SURFACE,
    steps: startingSteps(time, 5e-4, time / 800),
  });
  const beta = perfusion / HEAT_PER_VOLUME;
  return T.reduce(
    (worst, value, j) => Math.max(worst, Math.abs(value - exactly(grid.z[j]! + L, time, beta))),
    0,
  );
}

const PERFUSION = 0.01 * 1050 * 3617; // [W/(m³·K)]

describe.each([0, PERFUSION])('perfusion %d W/(m³·K)', (perfusion) => {
  test.each([10, 60])('after %d s: second order in the spacing', (time) => {
    claim(
      {
        id: 'slab/transient',
        kind: 'exact solutions',
        claim: 'Slab whose face jumps to 80 °C, with and without perfusion, after 10 and 60 s',
        definition: 'ρc ∂T/∂t = k ∂²T/∂z² − ω ρ_b c_b (T − T_a); steady sinh and a Fourier series',
        source: DERIVED,
        grids: '32, 64, 128 and 256 cells on 8 mm',
        unit: '°C',
      },
      {
        kind: 'order',
        errors: [32, 64, 128, 256].map((n) => errorOf(n, time, perfusion)),
        expected: 2,
        accepted: [1.9, 2.1],
        below: 2e-3,
      },
    );
  });
});

test('the series is the jump at first, and the two parts of the steady solution at last', () => {
  for (const x of [1e-3, 4e-3, 7e-3]) {
    expect(Math.abs(exactly(x, 1, 0.01) - BODY)).toBeLessThan(SURFACE - BODY);
    expect(exactly(x, 1e4, 0)).toBeCloseTo(BODY + ((SURFACE - BODY) * x) / L, 9);
  }
  expect(exactly(1e-3, 0.5, 0.01)).toBeCloseTo(BODY, 9); // 13 diffusion lengths away
});
