// The rule of docs/error-bar.md, term by term, on made-up sizes whose differences all differ.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Family, type GridScale, withErrorBars } from '../../../src/analysis/error-bar.js';
import type { LesionSize } from '../../../src/metrics/lesion-size.js';

const [a, h, q] = [0.4e-3, 0.1e-3, 1.2];
const FLAT: GridScale = {
  resolution: { spacing: h, growthRatio: q, timeStep: 0.5 },
  radius: a,
  end: 'flat',
  coneLength: 0,
  isDriven: false,
};

const FINEST: LesionSize<number> = {
  width: 4e-3,
  length: 7e-3,
  volume: 60e-9,
  distalReach: 1.2e-3,
  proximalReach: 0.8e-3,
  widestAt: 2.4e-3,
};

/** All sizes times one factor for each run. */
function familyOf(
  spacing: number,
  growth: number,
  timeStep: number,
  domain: number,
): Family<LesionSize<number>> {
  const times = (factor: number): LesionSize<number> => {
    const { width, length, volume, distalReach, proximalReach, widestAt } = FINEST;
    return {
      width: factor * width,
      length: factor * length,
      volume: factor * volume,
      distalReach: factor * distalReach,
      proximalReach: factor * proximalReach,
      widestAt: factor * widestAt,
    };
  };
  return {
    finest: FINEST,
    spacing: times(spacing),
    growth: times(growth),
    timeStep: times(timeStep),
    domain: times(domain),
  };
}

const SAME = familyOf(1, 1, 1, 1);

/** The floor of the rule for a border at a distance from the wall. */
const floor = (distance: number): number =>
  (0.05 * h ** 2) / a + (0.01 * (h + (q - 1) * distance) ** 2) / (a + distance);

test('value and bar: every companion counts with its own weight', () => {
  const { width } = withErrorBars(familyOf(0.99, 1.004, 1.0045, 1.0052), FLAT);
  expect(width.value / 4e-3).toBeCloseTo(1 + (0.01 - 0.004) / 3, 12);
  const differences = (h / a) * 0.01 + (q - 1) * 0.004 + 0.0005 + 0.0007;
  expect(width.numericalError).toBeCloseTo(4e-3 * differences + floor(2e-3 - a), 12);
});

test('an extrapolation by more than a tenth of the width is not done; the bar holds the whole differences', () => {
  const { width } = withErrorBars(familyOf(0.6, 1, 1, 1), FLAT);
  expect(width.value).toBe(4e-3);
  expect(width.numericalError).toBeCloseTo(4e-3 * 0.4 + floor(2e-3 - a), 12);
});

test('a conical end is never extrapolated: the bar holds the whole differences', () => {
  const scale: GridScale = { ...FLAT, end: 'cone', coneLength: 0.6e-3 };
  const { width } = withErrorBars(familyOf(0.99, 1.004, 1.004, 1.004), scale);
  expect(width.value).toBe(4e-3);
  expect(width.numericalError).toBeCloseTo(4e-3 * 0.014 + floor(2e-3 - a), 12);
});

describe('the floor, where all runs agree', () => {
  test.each([
    { end: 'flat', coneLength: 0, isDriven: false, factor: 1, corner: [0, 0, 0] },
    { end: 'hemisphere', coneLength: 0, isDriven: false, factor: 2.5, corner: [0, 0, 0] },
    { end: 'cone', coneLength: 0.6e-3, isDriven: false, factor: 2.5, corner: [0, 0, 0] },
    { end: 'flat', coneLength: 0, isDriven: true, factor: 1, corner: [0.04, 0.13, 0.17] },
    { end: 'hemisphere', coneLength: 0, isDriven: true, factor: 2.5, corner: [0.22, 0.3, 0.22] },
    { end: 'cone', coneLength: 0.6e-3, isDriven: true, factor: 2.5, corner: [0.22, 0.3, 0.22] },
  ] as const)('of a $end end, RF current: $isDriven', ({ end, coneLength, isDriven, factor, corner }) => {
    const size = withErrorBars(SAME, { ...FLAT, end, coneLength, isDriven });
    const [atSide, atEnd, atShaft] = corner;
    const point = (0.15 * h * coneLength) / a;
    const distal = factor * floor(1.2e-3) + point + atEnd * h;
    const proximal = 0.5 * floor(0.8e-3) + atShaft * h;
    const side = floor(2e-3 - a);
    expect(size.width.numericalError).toBeCloseTo(side + atSide * h, 12);
    expect(size.distalReach.numericalError).toBeCloseTo(distal, 12);
    expect(size.proximalReach.numericalError).toBeCloseTo(proximal, 12);
    expect(size.length.numericalError).toBeCloseTo(Math.hypot(distal, proximal), 12);
    const skin = Math.PI * 4e-3 * 7e-3;
    expect(size.volume.numericalError! / ((side + (atSide * h) / 2) * skin)).toBeCloseTo(1, 12);
    expect(size.widestAt.numericalError).toBeCloseTo(0.03 * (h + (0.2 * 7e-3) / 2), 12);
  });
});

test('the page of the error bar states these numbers', () => {
  const page = readFileSync('docs/error-bar.md', 'utf8').replaceAll(/\s+/g, ' ');
  expect(page).toContain(
    '0.04 beside the tip, 0.13 at the end, 0.17 along the shaft; rounded end: 0.22, 0.3 and 0.22',
  );
  expect(page).toContain('$0.15\\,h$ times');
  expect(page).toContain('$0.05\\,h^2/a + 0.01\\,');
});

test('empty in one companion: no extrapolation, and the spread of all runs, on both sides of the value', () => {
  const zero = { width: 0, length: 0, volume: 0, distalReach: 0, proximalReach: 0, widestAt: 0 };
  const { width } = withErrorBars({ ...familyOf(0.9, 1.2, 1, 1), domain: zero }, FLAT);
  expect(width.value).toBe(4e-3);
  expect(width.numericalError).toBeCloseTo(1.2 * 4e-3, 12);
});
