// Faces of a cell that two media share: the resistance of a half, over the cell's own coefficient, is that of its strips.
import { expect, test } from 'vitest';
import type { CutCell } from '../../../src/grid/layout.js';
import { withCutCells } from '../../../src/numerics/cut-cells.js';
import type { FaceGeometry } from '../../../src/numerics/face-conductance.js';

const [NR, NZ] = [2, 2];
const K = [1, 3];
const MEAN = 2; // of the cell, which the media share evenly

const ones = (): Float64Array => new Float64Array(NR * NZ).fill(1);
const plain: FaceGeometry = {
  alongR: [ones(), ones()],
  alongZ: [ones(), ones()],
  wallR: ones(),
  wallZ: ones(),
  outerR: ones(),
  outerZ: ones(),
};

/** The first medium inside, the second above, one after the other below, side by side outside. */
const halves: CutCell['halves'] = {
  inner: [[1, 0]],
  outer: [
    [1, 0],
    [0, 1],
  ],
  below: [[0.5, 0.5]],
  above: [[0, 1]],
};
const OUTER = 1 / ((1 + 3) / 2);
const BELOW = 0.5 / 1 + 0.5 / 3;
const ABOVE = 1 / 3;

const cutAt = (c: number, own: CutCell['halves']): FaceGeometry =>
  withCutCells(plain, { cut: new Map([[c, { parts: [0.5, 0.5], halves: own }]]) }, NR, K);
const resistances = (R: Float64Array): number[] => Array.from(R, (x) => x / MEAN);
const only = (c: number, resistance: number): number[] =>
  Array.from({ length: NR * NZ }, (_, n) => (n === c ? resistance : 1 / MEAN));

test('the first cell of all, on the axis and the lower boundary', () => {
  const { alongR, alongZ, wallR, wallZ, outerR, outerZ } = cutAt(0, { ...halves, inner: [] });
  for (const R of [alongR[0], outerR]) expect(resistances(R)).toEqual(only(0, OUTER));
  for (const R of [alongZ[0], wallZ, outerZ]) expect(resistances(R)).toEqual(only(0, ABOVE));
  for (const R of [alongR[1], alongZ[1], wallR]) expect(R).toEqual(ones()); // no cell inside it or below
});

test('the last cell: its inner and lower faces are kept with the neighbours there', () => {
  const { alongR, alongZ, wallR } = cutAt(3, halves);
  expect(resistances(alongR[1])).toEqual(only(2, 1));
  expect(resistances(wallR)).toEqual(only(3, 1));
  resistances(alongZ[1]).forEach((R, c) => {
    expect(R).toBeCloseTo(only(1, BELOW)[c]!, 14);
  });
});
