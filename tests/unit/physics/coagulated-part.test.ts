// The part of a cell whose vessels are open, where the border Ω = 1 crosses it.
import { expect, test } from 'vitest';
import { fillOpenPart } from '../../../src/physics/coagulated-part.js';

const [nr, nz] = [12, 9];
const grid = { nr, nz, isTissue: new Uint8Array(nr * nz).fill(1) };

function openPart(logOmega: (i: number, j: number) => number): Float64Array {
  const omega = Float64Array.from({ length: nr * nz }, (_, c) =>
    Math.exp(logOmega(c % nr, Math.floor(c / nr))),
  );
  const out = new Float64Array(nr * nz).fill(NaN);
  fillOpenPart(grid, omega, out);
  return out;
}

/** Rows and columns whose four neighbours are in the grid. */
const INNER = { i: 5, j: 4 };

test.each([-1.2, -0.5, -0.3, 0, 0.1, 0.45, 0.5, 2])(
  'a border %f cells before the middle of a cell leaves open what lies beyond it',
  (before) => {
    const wanted = Math.min(Math.max(0.5 - before, 0), 1);
    const slope = 1.5; // of ln Ω in each cell
    const c = INNER.j * nr + INNER.i;
    expect(openPart((i) => slope * (before - (i - INNER.i)))[c]).toBeCloseTo(wanted, 12);
    expect(openPart((_, j) => slope * (before - (j - INNER.j)))[c]).toBeCloseTo(wanted, 12);
  },
);

test('the open parts of a row add up to what lies beyond the border, wherever it is', () => {
  for (const border of [3.1, 4.4, 5.5, 6.93]) {
    const row = openPart((i) => 2 * (border - i)).subarray(INNER.j * nr, (INNER.j + 1) * nr);
    const open = row.reduce((sum, part) => sum + part, 0);
    expect(open).toBeCloseTo(nr - 0.5 - border, 12);
  }
});

test('far from the border a cell is open or closed as a whole, without any damage too', () => {
  const out = openPart((i) => (i < 6 ? 20 : -Infinity));
  expect([...out.subarray(0, nr)]).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
});

test('the needle beside a cell says nothing of its vessels', () => {
  const isTissue = grid.isTissue.slice();
  const c = INNER.j * nr + INNER.i;
  isTissue[c - 1] = 0;
  const omega = new Float64Array(nr * nz).fill(2);
  omega[c - 1] = 1e-30;
  const out = new Float64Array(nr * nz);
  fillOpenPart({ ...grid, isTissue }, omega, out);
  expect(out[c]).toBe(0);
});
