import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Curve, Method, Point } from '../../bench/compare/time-to-error.js';
import { cheapestTo } from '../../bench/compare/time-to-error.js';
import {
  FIGURE,
  PAGE,
  performancePage,
  STORED_BENCH,
  type StoredBench,
} from '../../docs/performance-page.js';
import { performanceFigure } from '../../docs/performance-figure.js';

const stored = JSON.parse(readFileSync(STORED_BENCH, 'utf8')) as StoredBench;
const page = readFileSync(PAGE, 'utf8');

const point = (by: Method, error: number, time: number, coarseness: number): Point => ({
  by,
  choice: '',
  coarseness: [coarseness],
  size: 1,
  error,
  bar: null,
  time,
});
const CURVE: Curve = {
  task: 'one',
  points: [
    point('fe', 0.01, 10, 4),
    point('fe', 0.0005, 20, 3), // by chance
    point('fe', 0.004, 40, 2),
    point('fe', 0.0004, 80, 1),
    point('bare', 0, 0.5, 1),
  ],
};

test('page and picture are what the stored figures make: npm run bench:page', async () => {
  expect(await performancePage(page, stored)).toBe(page);
  expect(readFileSync(FIGURE, 'utf8')).toBe(performanceFigure(stored.beside.curves));
});

test('the cheapest choice to an error, and the cheapest that is not right by chance', () => {
  expect(cheapestTo(0.001, 'fe', CURVE, false)?.time).toBe(20);
  expect(cheapestTo(0.001, 'fe', CURVE, true)?.time).toBe(80);
  expect(cheapestTo(0.02, 'fe', CURVE, true)?.time).toBe(10);
  expect(cheapestTo(0.0001, 'fe', CURVE, false)).toBeNull();
});
