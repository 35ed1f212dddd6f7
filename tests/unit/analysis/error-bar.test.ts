// The rule of docs/error-bar.md, term by term, on made-up sizes whose differences all differ.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Family, mapFamily, withErrorBars } from '../../../src/analysis/error-bar.js';
import type { GridScale } from '../../../src/analysis/floor.js';
import type { LesionSize } from '../../../src/metrics/lesion-size.js';

const [a, h, q] = [0.4e-3, 0.1e-3, 1.2];
const FLAT: GridScale = {
  resolution: { spacing: h, growthRatio: q, timeStep: 0.5 },
  radius: a,
  end: 'flat',
  coneLength: 0,
  straight: 5e-3,
  isDriven: false,
  isCooled: false,
  stoppedFlow: 0,
  diffusivity: 1.3e-7,
  hasBoiled: false,
  edgeExponent: 0.5,
  regions: [],
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

/** Parts of h²/a, (local cell)²/(distance from the axis), h²/(h + d) and h. */
type Parts = readonly [wall: number, local: number, near: number, far: number];

/** The floor of the rule for a border at a distance, unless said otherwise beside a held tip. */
const floor = (
  distance: number,
  [wall, local, near, far]: Parts = [0.035, 0.007, 0, 0],
  length = a,
): number =>
  (wall * h ** 2) / length +
  (local * (h + (q - 1) * distance) ** 2) / (a + distance) +
  (near * h ** 2) / (h + distance) +
  far * h;

/** Weight of an extrapolation in the growth ratio: its error goes with the square of the logarithm. */
const growthWeight = 1 / ((Math.log(1.4) / Math.log(1.2)) ** 2 - 1);

test('value and bar: every companion counts with its own weight', () => {
  const { width } = withErrorBars(familyOf(0.99, 1.004, 1.0045, 1.0052), FLAT);
  expect(width.value / 4e-3).toBeCloseTo(1 + 0.01 / 3 - growthWeight * 0.004, 12);
  const differences = 0.4 * 0.01 + 0.7 * (q - 1) * 0.004 + 1.5 * 0.0005 + 0.0007;
  expect(width.numericalError).toBeCloseTo(4e-3 * differences + floor(2e-3 - a), 12);
});

test('about a thin needle the difference by the spacing counts more', () => {
  const scale: GridScale = { ...FLAT, radius: 0.2e-3 };
  const [alone, same] = [familyOf(0.99, 1, 1, 1), SAME].map((family) => withErrorBars(family, scale).width);
  expect(alone!.numericalError! - same!.numericalError!).toBeCloseTo((h / 0.2e-3) * 0.01 * 4e-3, 12);
});

test('an error that goes with the square of ln q is extrapolated away', () => {
  const exact = 4e-3;
  const at = (ratio: number): LesionSize<number> => ({
    ...FINEST,
    width: exact * (1 + 0.02 * Math.log(ratio) ** 2),
  });
  const coarse = at(1.4);
  const family = { finest: at(1.2), spacing: at(1.2), growth: coarse, timeStep: coarse, domain: coarse };
  expect(withErrorBars(family, FLAT).width.value / exact).toBeCloseTo(1, 12);
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
  expect(width.numericalError).toBeCloseTo(4e-3 * 0.014 + floor(2e-3 - a, [0.05, 0.01, 0, 0]), 12);
});

describe('where an extrapolation says little', () => {
  const family = familyOf(0.99, 1.004, 1.0045, 1.0052);
  const barOf = (scale: GridScale): number =>
    withErrorBars(family, scale).width.numericalError! - withErrorBars(SAME, scale).width.numericalError!;

  test('cold metal: it is done, and three quarters of the differences are left', () => {
    const scale: GridScale = { ...FLAT, isDriven: true, isCooled: true };
    expect(withErrorBars(family, scale).width.value).toBe(withErrorBars(family, FLAT).width.value);
    expect(barOf(scale)).toBeCloseTo(4e-3 * (0.75 * 0.014 + 1.5 * 0.0005 + 0.0007), 12);
  });

  test('dry tissue: it is not done, and all differences count twice', () => {
    const scale: GridScale = { ...FLAT, isDriven: true, hasBoiled: true };
    expect(withErrorBars(family, scale).width.value).toBe(4e-3);
    expect(barOf(scale)).toBeCloseTo(4e-3 * 2 * (0.014 + 1.5 * 0.0005 + 0.0007), 12);
  });
});

test('where blood stops, the difference by the growth ratio counts with the flow, and so does a floor', () => {
  const scale: GridScale = { ...FLAT, stoppedFlow: 0.03, diffusivity: 1.3e-7 };
  const [alone, same] = [familyOf(1, 1.004, 1.004, 1.004), SAME].map((one) => withErrorBars(one, scale));
  const left = alone!.width.numericalError! - same!.width.numericalError!;
  expect(left).toBeCloseTo(4e-3 * 500 * 0.03 * (q - 1) ** 2 * 0.004, 12);
  const plain = withErrorBars(SAME, FLAT);
  const more = (key: keyof LesionSize<number>): number =>
    same![key].numericalError! - plain[key].numericalError!;
  const stopped = (distance: number): number => (0.03 * (h + (q - 1) * distance) ** 3) / 1.3e-7;
  expect(more('width')).toBeCloseTo(0.1 * stopped(2e-3 - a), 12);
  expect(more('distalReach')).toBeCloseTo(0.025 * stopped(1.2e-3), 12);
  expect(more('proximalReach')).toBeCloseTo(0.025 * stopped(0.8e-3), 12);
  expect(more('volume')).toBeCloseTo(0.025 * stopped(2e-3 - a) * Math.PI * 4e-3 * 7e-3, 18);
});

/** Beside the tip, at its end, along the shaft, and of a volume's skin. */
const FLOORS = {
  held: {
    side: [0.035, 0.007, 0, 0],
    end: [0.05, 0.01, 0, 0],
    shaft: [0.0375, 0.0075, 0, 0],
    skin: [0.035, 0.007, 0, 0],
  },
  heldRound: {
    side: [0.035, 0.007, 0, 0],
    end: [0.125, 0.025, 0, 0],
    shaft: [0.0375, 0.0075, 0, 0],
    skin: [0.035, 0.007, 0, 0],
  },
  heldPointed: {
    side: [0.05, 0.01, 0, 0],
    end: [0.125, 0.025, 0, 0],
    shaft: [0.0375, 0.0075, 0, 0],
    skin: [0.05, 0.01, 0, 0],
  },
  driven: {
    side: [0.045, 0.018, 0.13, 0.0035],
    end: [0, 0.005, 0.2, 0.008],
    shaft: [0, 0.005, 0.23, 0.01],
    skin: [0, 0.005, 0.15, 0.005],
  },
  drivenRound: {
    side: [0.045, 0.018, 0.13, 0.013],
    end: [0, 0.005, 0.32, 0.018],
    shaft: [0, 0.005, 0.23, 0.01],
    skin: [0, 0.005, 0.15, 0.005],
  },
  drivenPointed: {
    side: [0.05, 0.02, 0.15, 0.4],
    end: [0, 0.005, 0.32, 0.1],
    shaft: [0, 0.005, 0.23, 0.35],
    skin: [0, 0.005, 0.15, 0.25],
  },
} as const satisfies Record<string, Record<string, Parts>>;

describe('the floor, where all runs agree', () => {
  test.each([
    { end: 'flat', coneLength: 0, isDriven: false, floors: 'held' },
    { end: 'hemisphere', coneLength: 0, isDriven: false, floors: 'heldRound' },
    { end: 'cone', coneLength: 0.6e-3, isDriven: false, floors: 'heldPointed' },
    { end: 'flat', coneLength: 0, isDriven: true, floors: 'driven' },
    { end: 'hemisphere', coneLength: 0, isDriven: true, floors: 'drivenRound' },
    { end: 'cone', coneLength: 0.6e-3, isDriven: true, floors: 'drivenPointed' },
  ] as const)('of a $end end, RF current: $isDriven', ({ end, coneLength, isDriven, floors }) => {
    const size = withErrorBars(SAME, { ...FLAT, end, coneLength, isDriven });
    const parts = FLOORS[floors];
    const distal = (0.2 * h * coneLength) / a + floor(1.2e-3, parts.end);
    const proximal = floor(0.8e-3, parts.shaft);
    expect(size.width.numericalError).toBeCloseTo(floor(2e-3 - a, parts.side), 12);
    expect(size.distalReach.numericalError).toBeCloseTo(distal, 12);
    expect(size.proximalReach.numericalError).toBeCloseTo(proximal, 12);
    expect(size.length.numericalError).toBeCloseTo(Math.hypot(distal, proximal), 12);
    const skin = floor(2e-3 - a, parts.skin) * Math.PI * 4e-3 * 7e-3;
    expect(size.volume.numericalError! / skin).toBeCloseTo(1, 12);
    expect(size.widestAt.numericalError).toBeCloseTo(0.03 * (h + (0.2 * 7e-3) / 2), 12);
  });

  test('along the shaft it is that of the straight part, where that is shorter than the radius', () => {
    const { proximalReach } = withErrorBars(SAME, { ...FLAT, straight: 0.1e-3 });
    expect(proximalReach.numericalError).toBeCloseTo(floor(0.8e-3, FLOORS.held.shaft, 0.1e-3), 12);
  });
});

test('the page of the error bar states these numbers', () => {
  const page = readFileSync('docs/error-bar.md', 'utf8').replaceAll(/ +/g, ' ');
  const row = (name: string, parts: Parts): string =>
    `| ${name} | ${parts.map((x) => x || '–').join(' | ')} |`;
  const { held, heldRound, heldPointed, driven, drivenRound, drivenPointed } = FLOORS;
  for (const [name, parts] of [
    ['held tip: beside it, volume', held.side],
    ['held tip: at a flat end', held.end],
    ['held tip: at a rounded or pointed end', heldRound.end],
    ['held tip, pointed end: beside it, volume', heldPointed.side],
    ['held tip: along the shaft', held.shaft],
    ['RF: beside the tip, flat end', driven.side],
    ['RF: beside the tip, rounded end', drivenRound.side],
    ['RF: at a flat end', driven.end],
    ['RF: at a rounded end', drivenRound.end],
    ['RF: along the shaft', driven.shaft],
    ['RF: volume', driven.skin],
    ['RF, pointed end: beside the tip', drivenPointed.side],
    ['RF, pointed end: at the end', drivenPointed.end],
    ['RF, pointed end: along the shaft', drivenPointed.shaft],
    ['RF, pointed end: volume', drivenPointed.skin],
  ] as const) {
    expect(page).toContain(row(name, parts));
  }
  expect(page).toContain('$0.2\\,h$ times');
});

test('empty in one companion: no extrapolation, and the spread of all runs, on both sides of the value', () => {
  const zero = { width: 0, length: 0, volume: 0, distalReach: 0, proximalReach: 0, widestAt: 0 };
  const { width } = withErrorBars({ ...familyOf(0.9, 1.2, 1, 1), domain: zero }, FLAT);
  expect(width.value).toBe(4e-3);
  expect(width.numericalError).toBeCloseTo(1.2 * 4e-3, 12);
});

describe('borders that are hard to place', () => {
  const cell = (distance: number): number => h + (q - 1) * distance;

  test('across a crease: that part of the local cell more, the width on both sides', () => {
    const [plain, creased] = [0, 0.08].map((crease) => withErrorBars(SAME, FLAT, crease));
    const more = (key: keyof LesionSize<number>): number =>
      creased![key].numericalError! - plain![key].numericalError!;
    expect(more('width')).toBeCloseTo(2 * 0.08 * cell(2e-3 - a), 12);
    expect(more('distalReach')).toBeCloseTo(0.08 * cell(1.2e-3), 12);
    expect(more('proximalReach')).toBeCloseTo(0.08 * cell(0.8e-3), 12);
    expect(more('volume')).toBeCloseTo(0.04 * cell(2e-3 - a) * Math.PI * 4e-3 * 7e-3, 18);
  });

  test('along the bare tip: whole differences, and three times the floor', () => {
    const grazing = mapFamily(familyOf(0.99, 1.004, 1, 1), (size) => ({
      ...size,
      proximalReach: size.proximalReach - 1.2e-3,
    }));
    const { proximalReach } = withErrorBars(grazing, FLAT);
    const expected = 0.8e-3 * (0.01 + 0.004 + 1.5 * 0.004) + 3 * floor(0.4e-3, [0.0375, 0.0075, 0, 0]);
    expect(proximalReach.numericalError).toBeCloseTo(expected, 12);
  });

  test('a lesion thinner than a cell about a driven needle: the spread of all runs on top', () => {
    const thin = mapFamily(familyOf(0.99, 1.004, 1, 1), (size) => ({ ...size, width: 0.21 * size.width }));
    const [driven, held] = [true, false].map((isDriven) => withErrorBars(thin, { ...FLAT, isDriven }).width);
    const spread = 0.21 * 4e-3 * 0.014;
    const floors = floor(0.42e-3 - a, [0.045, 0.018, 0.13, 0.0035]) - floor(0.42e-3 - a);
    expect(driven!.numericalError! - held!.numericalError!).toBeCloseTo(spread + floors, 12);
  });
});
