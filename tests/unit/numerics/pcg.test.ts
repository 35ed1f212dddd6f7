import { lusolve } from 'mathjs';
import { describe, expect, test } from 'vitest';
import { type FivePointOperator, makeConjugateGradients } from '../../../src/numerics/pcg.js';

/** Seeded random numbers between 0 and 1 (a linear congruential generator). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (1664525 * state + 1013904223) % 2 ** 32) / 2 ** 32;
}

/** Links of very different size; `loss` towards 0 on the diagonal. */
function randomOperator(nr: number, nz: number, random: () => number, loss = 0.1): FivePointOperator {
  const n = nr * nz;
  const link = (exists: boolean): number => (exists ? 10 ** (4 * random() - 2) : 0);
  const alongR = Float64Array.from({ length: n }, (_, c) => link(c % nr < nr - 1));
  const alongZ = Float64Array.from({ length: n }, (_, c) => link(c < n - nr));
  const diagonal = Float64Array.from({ length: n }, (_, c) => {
    const [left, below] = [c > 0 ? alongR[c - 1]! : 0, c >= nr ? alongZ[c - nr]! : 0];
    return left + alongR[c]! + below + alongZ[c]! + loss * random();
  });
  return { nr, diagonal, alongR, alongZ };
}

/** The solution by elimination of the full matrix. */
function solveDense({ nr, diagonal, alongR, alongZ }: FivePointOperator, b: Float64Array): number[] {
  const matrix = Array.from(diagonal, (d, row) => {
    const entries = new Array<number>(diagonal.length).fill(0);
    entries[row] = d;
    if (row + 1 < entries.length) entries[row + 1] = -alongR[row]!;
    if (row > 0) entries[row - 1] = -alongR[row - 1]!;
    if (row + nr < entries.length) entries[row + nr] = -alongZ[row]!;
    if (row >= nr) entries[row - nr] = -alongZ[row - nr]!;
    return entries;
  });
  return lusolve(matrix, Array.from(b)).map((row) => Number((row as number[])[0]));
}

const fieldOf = (n: number, random: () => number): Float64Array =>
  Float64Array.from({ length: n }, () => random() - 0.5);

function expectSame(u: Float64Array, exact: readonly number[], tolerance: number): void {
  const scale = Math.max(...exact.map(Math.abs));
  const worst = Math.max(...exact.map((x, c) => Math.abs(u[c]! - x)));
  expect(worst / scale).toBeLessThan(tolerance);
}

describe.each([
  [5, 7],
  [7, 5],
  [2, 9],
  [9, 2],
])('a random operator on %d × %d cells', (nr, nz) => {
  const random = makeRandom(1000 * nr + nz);
  const operator = randomOperator(nr, nz, random);
  const gradients = makeConjugateGradients(operator);
  const b = fieldOf(nr * nz, random);
  gradients.factor();

  test('the solution is that of elimination, from any first guess', () => {
    const exact = solveDense(operator, b);
    for (const first of [new Float64Array(nr * nz), fieldOf(nr * nz, random)]) {
      expect(gradients.solve(b, first, 1e-13)).toBeGreaterThan(0);
      expectSame(first, exact, 1e-9);
    }
  });

  test('a first guess that is good enough is kept as it is', () => {
    const u = new Float64Array(nr * nz);
    gradients.solve(b, u, 1e-10);
    const guess = u.slice();
    expect(gradients.solve(b, u, 1e-9)).toBe(0);
    expect(u).toEqual(guess);
  });

  test('coefficients that changed are taken in', () => {
    operator.diagonal.forEach((d, c) => {
      operator.diagonal[c] = d * (1 + random());
    });
    gradients.factor();
    const u = new Float64Array(nr * nz);
    gradients.solve(b, u, 1e-13);
    expectSame(u, solveDense(operator, b), 1e-9);
  });
});

test.each([
  [30, 1],
  [1, 30],
])('on a line of %d × %d cells the factor is exact: one iteration', (nr, nz) => {
  const random = makeRandom(7);
  const operator = randomOperator(nr, nz, random);
  const gradients = makeConjugateGradients(operator);
  gradients.factor();
  const u = new Float64Array(nr * nz);
  const b = fieldOf(nr * nz, random);
  expect(gradients.solve(b, u, 1e-9)).toBe(1);
  expectSame(u, solveDense(operator, b), 1e-9);
});

test('iterations grow like the root of the cells along a side: the factor’s dropped fill-in is put back', () => {
  const iterations = [32, 128].map((n) => {
    const ones = (exists: (c: number) => boolean): Float64Array =>
      Float64Array.from({ length: n * n }, (_, c) => (exists(c) ? 1 : 0));
    const gradients = makeConjugateGradients({
      nr: n,
      diagonal: new Float64Array(n * n).fill(4), // held all around
      alongR: ones((c) => c % n < n - 1),
      alongZ: ones((c) => c < n * n - n),
    });
    gradients.factor();
    return gradients.solve(new Float64Array(n * n).fill(1), new Float64Array(n * n), 1e-8);
  });
  expect(iterations[0]).toBeLessThan(30);
  expect(iterations[1]! / iterations[0]!).toBeLessThan(3); // without it, 4
});
