// ∇·(σ ∇V) = −f below the public door: the faces and the solver, with exact data on the boundary.
//   coaxial:      R = ln(b/a)/(2πσL), two layers in series: the sum of both
//   manufactured: V = cos(πz/2L)(1 − r²/R²), σ = σ₀(1 + α r²/R² − β z/L), or σ(T) = σ₀(1 + b (T − T_a)) of a field
//                 T = T_a + A (1 − r²/R²)(1 + z/L)
import { describe, expect, test } from 'vitest';
import type { AxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import { faceConductances } from '../../src/numerics/face-conductance.js';
import { makeConjugateGradients } from '../../src/numerics/pcg.js';
import { tissueLaw } from '../../src/physics/tissue-law.js';
import { gridOf, uniformEdges } from '../support/bench-grids.js';
import { claim, DERIVED } from '../support/claims.js';

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
  const coaxial = {
    id: 'field-solver/coaxial',
    kind: 'fields',
    claim: 'Resistance between coaxial cylinders, of one medium and of two at 1 : 200',
    definition: 'R = Σ ln(r₂/r₁)/(2πσL)',
    source: DERIVED,
    grids: '5 cells across',
    unit: '%',
  } as const;

  test('one medium: exact on any grid', () => {
    const { current } = solve(grid, new Float64Array(grid.size).fill(0.45), none, closed);
    expect(1 / current).toBeCloseTo(Math.log(b / a) / (2 * Math.PI * 0.45 * length), 7);
    const expected = Math.log(b / a) / (2 * Math.PI * 0.45 * length);
    claim(coaxial, { kind: 'round-off', errors: [1 / current / expected - 1], below: 1e-10 });
  });

  test('two layers, 1 : 200: the sum of both', () => {
    const sigma = Float64Array.from({ length: grid.size }, (_, c) =>
      grid.r[c % grid.nr]! < 2e-3 ? 0.01 : 2,
    );
    const { current } = solve(grid, sigma, none, closed);
    const expected = (Math.log(2e-3 / a) / 0.01 + Math.log(b / 2e-3) / 2) / (2 * Math.PI * length);
    claim(coaxial, { kind: 'round-off', errors: [1 / current / expected - 1], below: 1e-10 });
  });
});

interface Manufactured {
  readonly sigma: number;
  /** Of σ, in r and in z. */
  readonly gradient: readonly [number, number];
}

/** Largest errors of V = cos(kz)(1 − r²/R²) on four grids, for σ and its gradient at a place. */
function errorsOf(R: number, L: number, medium: (r: number, z: number) => Manufactured): number[] {
  const k = Math.PI / (2 * L);
  return [24, 48, 96, 192].map((n) => {
    const grid = gridOf(uniformEdges(0, R, n), uniformEdges(-L, 0, n), R);
    const at = (f: (r: number, z: number) => number): Float64Array =>
      Float64Array.from({ length: grid.size }, (_, c) => f(grid.r[c % n]!, grid.z[Math.floor(c / n)]!));
    const source = at((r, z) => {
      const { sigma, gradient } = medium(r, z);
      const [C, S] = [Math.cos(k * z), Math.sin(k * z)];
      const shape = 1 - (r / R) ** 2;
      const laplacian = (-4 / R ** 2) * C - k ** 2 * C * shape;
      return -(sigma * laplacian + gradient[0] * ((-2 * r) / R ** 2) * C + gradient[1] * (-k * S * shape));
    }).map((f, c) => f * grid.volume[c]!);
    const sigma = at((r, z) => medium(r, z).sigma);
    const { V } = solve(grid, sigma, source, { bottom: true, top: false });
    const exact = at((r, z) => Math.cos(k * z) * (1 - (r / R) ** 2));
    return V.reduce((worst, x, c) => Math.max(worst, Math.abs(x - exact[c]!)), 0);
  });
}

const manufactured = {
  kind: 'fields',
  source: DERIVED,
  grids: '24², 48², 96² and 192² cells',
  unit: 'V',
} as const;
const SECOND = { kind: 'order', expected: 2, accepted: [1.9, 2.1], from: 1, below: 1e-4 } as const;

test('manufactured potential in a conductivity that varies in r and z: second order', () => {
  const [R, L, s0, alpha, beta] = [4e-3, 6e-3, 0.4, 0.8, 0.6];
  const errors = errorsOf(R, L, (r, z) => ({
    sigma: s0 * (1 + alpha * (r / R) ** 2 - (beta * z) / L),
    gradient: [(2 * s0 * alpha * r) / R ** 2, (-s0 * beta) / L],
  }));
  claim(
    {
      ...manufactured,
      id: 'field-solver/place',
      claim: 'Manufactured potential of 1 V where σ depends on the place',
      definition: '∇·(σ(r, z) ∇V) = −f, f made for V = cos(πz/2L)(1 − r²/R²)',
    },
    { ...SECOND, errors },
  );
});

test('manufactured potential in a conductivity that follows a temperature field: second order', () => {
  const [R, L, rise] = [4e-3, 6e-3, 60];
  const law = tissueLaw({ kind: 'linear', value: 0.45, coefficient: 0.02, reference: 37, cap: 100 });
  const errors = errorsOf(R, L, (r, z) => {
    const slope = 0.45 * 0.02 * rise;
    return {
      sigma: law.at(37 + rise * (1 - (r / R) ** 2) * (1 + z / L)),
      gradient: [slope * ((-2 * r) / R ** 2) * (1 + z / L), (slope * (1 - (r / R) ** 2)) / L],
    };
  });
  claim(
    {
      ...manufactured,
      id: 'field-solver/temperature',
      claim: 'Manufactured potential of 1 V where σ follows temperature, from 37 to 97 °C',
      definition: '∇·(σ(T) ∇V) = −f, σ +2 %/K, T given in r and z, f made for V = cos(πz/2L)(1 − r²/R²)',
    },
    { ...SECOND, errors },
  );
});
