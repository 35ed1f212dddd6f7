// ∇·(σ ∇V) = −f below the public door: the faces and the solver, with exact data on the boundary.
//   coaxial:      R = ln(b/a)/(2πσL), two layers in series: the sum of both
//   manufactured: V = cos(πz/2L)(1 − r²/R²), σ = σ₀(1 + α r²/R² − β z/L)
import { describe, expect, test } from 'vitest';
import type { AxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import { faceConductances } from '../../src/numerics/face-conductance.js';
import { makeConjugateGradients } from '../../src/numerics/pcg.js';
import { gridOf, uniformEdges } from '../support/bench-grids.js';
import { observedOrders } from '../support/observed-order.js';

/** Potential between walls at 1 V and an outer boundary at 0 V, with a source per cell [A]; the ends may be insulated. */
function solve(
  grid: AxisymmetricGrid,
  sigma: Float64Array,
  source: Float64Array,
  isOpen: { readonly bottom: boolean; readonly top: boolean },
): { V: Float64Array; current: number } {
  const { nr, nz, size } = grid;
  const G = faceConductances(grid, sigma);
  for (let i = 0; i < nr; i++) {
    if (!isOpen.bottom) G.outerZ[i] = 0;
    if (!isOpen.top) G.outerZ[(nz - 1) * nr + i] = 0;
  }
  const diagonal = new Float64Array(size).fill(0);
  for (let c = 0; c < size; c++) {
    diagonal[c] = diagonal[c]! + G.alongR[c]! + G.alongZ[c]! + G.wallR[c]! + G.outerR[c]! + G.outerZ[c]!;
    if (c + 1 < size) diagonal[c + 1] = diagonal[c + 1]! + G.alongR[c]!;
    if (c + nr < size) diagonal[c + nr] = diagonal[c + nr]! + G.alongZ[c]!;
  }
  diagonal.forEach((d, c) => {
    if (d === 0) diagonal[c] = 1;
  });
  const gradients = makeConjugateGradients({ nr, diagonal, alongR: G.alongR, alongZ: G.alongZ });
  gradients.factor();
  const V = new Float64Array(size);
  gradients.solve(
    source.map((f, c) => f + G.wallR[c]!),
    V,
    1e-13,
  );
  return { V, current: G.wallR.reduce((sum, g, c) => sum + g * (1 - V[c]!), 0) };
}

describe('coaxial cylinders', () => {
  const [a, b, length] = [0.5e-3, 8e-3, 2e-3];
  const edges = Float64Array.from([0, a, 0.7e-3, 1.2e-3, 2e-3, 4e-3, b]);
  const grid = gridOf(edges, uniformEdges(1e-3, 1e-3 + length, 3), a);
  const none = new Float64Array(grid.size);
  const closed = { bottom: false, top: false };

  test('one medium: exact on any grid', () => {
    const { current } = solve(grid, new Float64Array(grid.size).fill(0.45), none, closed);
    expect(1 / current).toBeCloseTo(Math.log(b / a) / (2 * Math.PI * 0.45 * length), 7);
  });

  test('two layers, 1 : 200: the sum of both', () => {
    const sigma = Float64Array.from({ length: grid.size }, (_, c) =>
      grid.r[c % grid.nr]! < 2e-3 ? 0.01 : 2,
    );
    const { current } = solve(grid, sigma, none, closed);
    const expected = (Math.log(2e-3 / a) / 0.01 + Math.log(b / 2e-3) / 2) / (2 * Math.PI * length);
    expect(Math.abs(1 / current / expected - 1)).toBeLessThan(1e-10);
  });
});

test('manufactured potential in a conductivity that varies in r and z: second order', () => {
  const [R, L, s0, alpha, beta] = [4e-3, 6e-3, 0.4, 0.8, 0.6];
  const k = Math.PI / (2 * L);
  const errors = [12, 24, 48, 96].map((n) => {
    const grid = gridOf(uniformEdges(0, R, n), uniformEdges(-L, 0, n), R);
    const at = (f: (r: number, z: number) => number): Float64Array =>
      Float64Array.from({ length: grid.size }, (_, c) => f(grid.r[c % n]!, grid.z[Math.floor(c / n)]!));
    const sigma = at((r, z) => s0 * (1 + alpha * (r / R) ** 2 - (beta * z) / L));
    const source = at((r, z) => {
      const s = s0 * (1 + alpha * (r / R) ** 2 - (beta * z) / L);
      const [C, S] = [Math.cos(k * z), Math.sin(k * z)];
      const shape = 1 - (r / R) ** 2;
      const laplacian = (-4 / R ** 2) * C - k ** 2 * C * shape;
      const gradients =
        ((2 * s0 * alpha * r) / R ** 2) * ((-2 * r) / R ** 2) * C + ((-s0 * beta) / L) * (-k * S * shape);
      return -(s * laplacian + gradients);
    }).map((f, c) => f * grid.volume[c]!);
    const { V } = solve(grid, sigma, source, { bottom: true, top: false });
    const exact = at((r, z) => Math.cos(k * z) * (1 - (r / R) ** 2));
    return V.reduce((worst, x, c) => Math.max(worst, Math.abs(x - exact[c]!)), 0);
  });
  expect(errors.at(-1)).toBeLessThan(1e-3);
  for (const order of observedOrders(errors).slice(1))
    expect(Math.abs(order - 2), errors.join(' ')).toBeLessThan(0.1);
});
