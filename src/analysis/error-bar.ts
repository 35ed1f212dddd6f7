import type { LesionSize } from '../metrics/lesion-size.js';
import type { Resolution } from '../problem/types.js';

/** A number with its discretisation error bar, both in the same unit. */
export interface Measured {
  readonly value: number;
  /** Half width of the bar about `value`; null when none was asked for. It says nothing about unknown tissue. */
  readonly numericalError: number | null;
}

/** One size of a lesion as it comes out of the run that is reported and of its companions. */
export interface Family<T> {
  /** Spacing h, growth ratio q, time step Δt. */
  readonly finest: T;
  /** 2h, q, Δt. */
  readonly spacing: T;
  /** h, 1 + 2(q − 1), Δt. */
  readonly growth: T;
  /** 2h, q, 2Δt. */
  readonly timeStep: T;
  /** 2h, q, Δt, larger domain. */
  readonly domain: T;
}

/** What the bar needs to know about the grid. */
export interface GridScale {
  readonly resolution: Resolution;
  /** Of the needle [m]. */
  readonly radius: number;
  /** Of the needle. */
  readonly end: 'flat' | 'hemisphere';
}

/** Richardson's weight for a second-order term whose step was doubled. */
const SECOND_ORDER = 1 / 3;

/** An extrapolation by more than this part of the size is not trusted: the grids are too coarse for it. */
const LARGEST_EXTRAPOLATION = 0.1;

/** Parts of h²/a and of (local cell)²/(distance from the axis) that no companion shows. */
const WALL_FLOOR = 0.05;
const LOCAL_FLOOR = 0.01;

/** The floor of the distal reach is larger by these factors: few cells lie across the needle's end. */
const END_FLOOR = { flat: 2, hemisphere: 3 } as const;

/** Where along the needle the widest place is cannot be told to better than this part of the local cell. */
const WIDEST_FLOOR = 0.1;

/** Error that is left even where all companions agree by chance, for a border at a distance from the wall [m]. */
function floorAt(
  distance: number,
  { resolution: { spacing: h, growthRatio: q }, radius: a }: GridScale,
): number {
  const cell = h + (q - 1) * distance;
  return (WALL_FLOOR * h ** 2) / a + (LOCAL_FLOOR * cell ** 2) / (a + distance);
}

/** Changes from the reported run to its companions. */
interface Differences {
  readonly spacing: number;
  readonly growth: number;
  readonly timeStep: number;
  readonly domain: number;
}

function differences({ finest, spacing, growth, timeStep, domain }: Family<number>): Differences {
  return {
    spacing: finest - spacing,
    growth: finest - growth,
    timeStep: timeStep - spacing,
    domain: domain - spacing,
  };
}

/**
 * The value as it was computed, with its bar.
 *
 * ```text
 * bar = (h/a)|W − W_2h| + (q − 1)|W − W_q| + |W_2Δt − W_2h| + |W_domain − W_2h| + floor
 * ```
 */
function asComputed(family: Family<number>, floor: number, { resolution, radius }: GridScale): Measured {
  const d = differences(family);
  const bySpacing = (resolution.spacing / radius) * Math.abs(d.spacing);
  const byGrowth = (resolution.growthRatio - 1) * Math.abs(d.growth);
  const numericalError = bySpacing + byGrowth + Math.abs(d.timeStep) + Math.abs(d.domain) + floor;
  return { value: family.finest, numericalError };
}

/**
 * The value extrapolated in spacing and growth ratio, both of second order, with the same bar.
 *
 * ```text
 * value = W + (W − W_2h)/3 + (W − W_q)/3
 * ```
 */
function extrapolated(family: Family<number>, floor: number, scale: GridScale): Measured {
  const d = differences(family);
  const correction = SECOND_ORDER * (d.spacing + d.growth);
  const plain = asComputed(family, floor, scale);
  if (Math.abs(correction) <= LARGEST_EXTRAPOLATION * Math.abs(family.finest)) {
    return { value: family.finest + correction, numericalError: plain.numericalError };
  }
  return {
    value: family.finest,
    numericalError: plain.numericalError! + Math.abs(d.spacing) + Math.abs(d.growth),
  };
}

/** The value as it was computed; the bar is the largest difference between any two runs. */
function undecided(family: Family<number>): Measured {
  const all = Object.values(family) as number[];
  return { value: family.finest, numericalError: Math.max(...all) - Math.min(...all) };
}

/**
 * Sizes with their error bars, from one run and its companions.
 *
 * @remarks Width and volume are extrapolated; the reaches are not, since their observed order is not clean. A region
 * that is empty in any of the runs gets the spread of all as its bar.
 */
export function withErrorBars(family: Family<LesionSize<number>>, scale: GridScale): LesionSize<Measured> {
  const pick = (key: keyof LesionSize<number>): Family<number> => ({
    finest: family.finest[key],
    spacing: family.spacing[key],
    growth: family.growth[key],
    timeStep: family.timeStep[key],
    domain: family.domain[key],
  });
  const keys = ['width', 'length', 'volume', 'distalReach', 'proximalReach', 'widestAt'] as const;
  if (Object.values(pick('width')).some((width) => width === 0)) {
    const [width, length, volume, distalReach, proximalReach, widestAt] = keys.map((key) =>
      undecided(pick(key)),
    );
    return {
      width: width!,
      length: length!,
      volume: volume!,
      distalReach: distalReach!,
      proximalReach: proximalReach!,
      widestAt: widestAt!,
    };
  }

  const { finest } = family;
  const beside = finest.width / 2 - scale.radius;
  const sideFloor = floorAt(beside, scale);
  const distalFloor = END_FLOOR[scale.end] * floorAt(Math.abs(finest.distalReach), scale);
  const distalReach = asComputed(pick('distalReach'), distalFloor, scale);
  const proximalReach = asComputed(
    pick('proximalReach'),
    floorAt(Math.abs(finest.proximalReach), scale),
    scale,
  );
  const middleCell = scale.resolution.spacing + ((scale.resolution.growthRatio - 1) * finest.length) / 2;
  const spread = undecided(pick('widestAt'));
  return {
    width: extrapolated(pick('width'), sideFloor, scale),
    length: {
      value: finest.length,
      numericalError: distalReach.numericalError! + proximalReach.numericalError!,
    },
    volume: extrapolated(pick('volume'), sideFloor * Math.PI * finest.width * finest.length, scale),
    distalReach,
    proximalReach,
    widestAt: { value: spread.value, numericalError: spread.numericalError! + WIDEST_FLOOR * middleCell },
  };
}

/** Sizes without error bars. */
export function withoutErrorBars({
  width,
  length,
  volume,
  distalReach,
  proximalReach,
  widestAt,
}: LesionSize<number>): LesionSize<Measured> {
  const bare = (value: number): Measured => ({ value, numericalError: null });
  return {
    width: bare(width),
    length: bare(length),
    volume: bare(volume),
    distalReach: bare(distalReach),
    proximalReach: bare(proximalReach),
    widestAt: bare(widestAt),
  };
}
