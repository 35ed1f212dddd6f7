import { expect, test } from 'vitest';
import { fittedEdges, fittedEdgesBothEnds, gradedEdges, mappedNodes } from '../../../src/grid/grading.js';

const sizes = (edges: readonly number[]): number[] => edges.slice(1).map((x, k) => x - edges[k]!);

test('graded edges start exactly with the spacing and end exactly at the length', () => {
  const edges = gradedEdges(10, 0.1, 1.2);
  expect(edges[0]).toBe(0);
  expect(edges.at(-1)).toBe(10);
  expect(sizes(edges)[0]).toBeCloseTo(0.1, 12);
  expect(sizes(edges)[3]! / sizes(edges)[2]!).toBeCloseTo(1.2, 10);
});

test('a longer stretch has the same cells near the start', () => {
  expect(gradedEdges(30, 0.1, 1.2).slice(0, 10)).toEqual(gradedEdges(20, 0.1, 1.2).slice(0, 10));
});

test('fitted edges grow smoothly by nearly the ratio asked for', () => {
  const cells = sizes(fittedEdges(0.3555, 0.1, 1.2, 2));
  const ratios = cells.slice(1).map((size, k) => size / cells[k]!);
  expect(cells.reduce((a, b) => a + b)).toBeCloseTo(0.3555, 12);
  for (const ratio of ratios) expect(ratio).toBeCloseTo(ratios[0]!, 10);
  expect(Math.abs(ratios[0]! - 1.2)).toBeLessThan(0.05);
});

test('fitted from both ends: symmetric, even and odd numbers of cells', () => {
  for (const length of [3, 4.1, 5, 7.7, 14.9]) {
    const cells = sizes(fittedEdgesBothEnds(length, 0.1, 1.2, 2));
    cells.forEach((size, k) => {
      expect(size).toBeCloseTo(cells[cells.length - 1 - k]!, 10);
    });
    expect(Math.abs(cells[0]! / 0.1 - 1)).toBeLessThan(0.08);
  }
});

test('nodes lie at the half-integers of the map: the middle of equal cells, nearer the fine side of graded ones', () => {
  expect([...mappedNodes(Float64Array.from([0, 1, 2, 3]))]).toEqual([0.5, 1.5, 2.5]);
  const q = 1.44;
  const edges = Float64Array.from({ length: 6 }, (_, k) => (q ** k - 1) / (q - 1));
  const nodes = mappedNodes(edges);
  nodes.forEach((x, k) => {
    expect(x).toBeCloseTo((q ** (k + 0.5) - 1) / (q - 1), 10);
  });
});
