import type { LesionSize } from '../metrics/lesion-size.js';
import type { Resolution } from '../problem/types.js';

/** A number with its discretisation error bar, both in the same unit. */
export interface Measured {
  readonly value: number;
  /** Half width of the bar about `value`; null when none was asked for. It says nothing about unknown tissue. */
  readonly numericalError: number | null;
}

/** A number whose bar is known. */
interface Barred extends Measured {
  readonly numericalError: number;
}

/** One size of a lesion as it comes out of the run that is reported and of its companions. */
export interface Family<T> {
  /** Spacing h, growth ratio q, time step Δt. */
  readonly finest: T;
  /** 2h, q, Δt. */
  readonly spacing: T;
  /** h, 1 + 2(q − 1), Δt. */
  readonly growth: T;
  /** h, 1 + 2(q − 1), 2Δt. */
  readonly timeStep: T;
  /** h, 1 + 2(q − 1), 2Δt, larger domain. */
  readonly domain: T;
}

/** What the bar needs to know about the grid. */
export interface GridScale {
  readonly resolution: Resolution;
  /** Of the needle [m]. */
  readonly radius: number;
  /** Of the needle. */
  readonly end: 'flat' | 'hemisphere' | 'cone';
  /** Of a conical end, else 0 [m]. */
  readonly coneLength: number;
  /** RF current, the needle being part of the medium; else the tip's surface is held. */
  readonly isDriven: boolean;
}

/** Richardson's weight for a second-order term whose step was doubled. */
const SECOND_ORDER = 1 / 3;

/** An extrapolation by more than this part of the lesion's width is not trusted: the grids are too coarse for it. */
const LARGEST_EXTRAPOLATION = 0.1;

/** Parts of h²/a and of (local cell)²/(distance from the axis) that no companion shows. */
const WALL_FLOOR = 0.05;
const LOCAL_FLOOR = 0.01;

/** At the needle's end the floor is larger by these factors: a rounded end cuts the cells differently on each grid. */
const END_FLOOR = { flat: 1, hemisphere: 2.5, cone: 2.5 } as const;

/** The cells cut off the point of a cone: this part of h, times its length over the radius. */
const POINT_FLOOR = 0.15;

/** Along the shaft, where the border meets the wall at a right angle, the floor is smaller by this factor. */
const SHAFT_FLOOR = 0.5;

/**
 * Where RF current heats tissue an error of first order stays, from the corners that metal, sleeve and tissue form and
 * from the cut cells of a rounded end: these parts of h beside the tip, at its end and along the shaft.
 */
const CORNER_FLOOR = {
  flat: { side: 0.04, end: 0.13, shaft: 0.17 },
  hemisphere: { side: 0.22, end: 0.3, shaft: 0.22 },
  cone: { side: 0.22, end: 0.3, shaft: 0.22 },
} as const;

/** Where along the needle the widest place is cannot be told to better than this part of the local cell. */
const WIDEST_FLOOR = 0.03;

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
    timeStep: timeStep - growth,
    domain: domain - timeStep,
  };
}

/**
 * A size with its bar, from the run and its companions; extrapolated in spacing and growth ratio, both of second order.
 *
 * ```text
 * value = W + (W − W_2h)/3 + (W − W_q)/3
 * bar   = (h/a)|W − W_2h| + (q − 1)|W − W_q| + |W_2Δt − W_q| + |W_domain − W_2Δt| + floor
 * ```
 *
 * @param typical - What an extrapolation is small against, in the size's own unit.
 * @remarks The weights h/a and q − 1 are the order of what an extrapolation leaves. One that is not small is not done;
 * the bar then holds the whole differences.
 */
function sized(
  family: Family<number>,
  floor: number,
  typical: number,
  { resolution, radius, end }: GridScale,
): Barred {
  const d = differences(family);
  const correction = SECOND_ORDER * (d.spacing + d.growth);
  // The cells cut a cone's point off, more of it the larger they are: no order there.
  const trusted = end !== 'cone' && Math.abs(correction) <= LARGEST_EXTRAPOLATION * typical;
  const bySpacing = (trusted ? resolution.spacing / radius : 1) * Math.abs(d.spacing);
  const byGrowth = (trusted ? resolution.growthRatio - 1 : 1) * Math.abs(d.growth);
  return {
    value: family.finest + (trusted ? correction : 0),
    numericalError: bySpacing + byGrowth + Math.abs(d.timeStep) + Math.abs(d.domain) + floor,
  };
}

/** The value as it was computed; the bar is the largest difference between any two runs. */
function undecided(family: Family<number>): Barred {
  const all = Object.values(family) as number[];
  return { value: family.finest, numericalError: Math.max(...all) - Math.min(...all) };
}

/**
 * Sizes with their error bars, from one run and its companions.
 *
 * @remarks A region that is empty in any of the runs gets the spread of all as its bar, and no extrapolation.
 */
export function withErrorBars(family: Family<LesionSize<number>>, scale: GridScale): LesionSize<Measured> {
  const pick = (key: keyof LesionSize<number>): Family<number> => ({
    finest: family.finest[key],
    spacing: family.spacing[key],
    growth: family.growth[key],
    timeStep: family.timeStep[key],
    domain: family.domain[key],
  });
  const { width, length, volume, distalReach, proximalReach } = family.finest;
  if (Object.values(family).some((size: LesionSize<number>) => size.width === 0)) {
    return mapSizes((key) => undecided(pick(key)));
  }

  const corner = CORNER_FLOOR[scale.end];
  const h = scale.isDriven ? scale.resolution.spacing : 0;
  const side = floorAt(width / 2 - scale.radius, scale);
  const point = (POINT_FLOOR * scale.resolution.spacing * scale.coneLength) / scale.radius;
  const end = point + corner.end * h + END_FLOOR[scale.end] * floorAt(Math.abs(distalReach), scale);
  const shaft = corner.shaft * h + SHAFT_FLOOR * floorAt(Math.abs(proximalReach), scale);
  const { spacing, growthRatio } = scale.resolution;
  const middleCell = spacing + ((growthRatio - 1) * length) / 2;
  const widest = undecided(pick('widestAt'));
  const distal = sized(pick('distalReach'), end, width, scale);
  const proximal = sized(pick('proximalReach'), shaft, width, scale);
  return {
    width: sized(pick('width'), side + corner.side * h, width, scale),
    length: {
      value: sized(pick('length'), 0, width, scale).value,
      numericalError: Math.hypot(distal.numericalError, proximal.numericalError),
    },
    volume: sized(pick('volume'), (side + (corner.side * h) / 2) * Math.PI * width * length, volume, scale),
    distalReach: distal,
    proximalReach: proximal,
    widestAt: { value: widest.value, numericalError: widest.numericalError + WIDEST_FLOOR * middleCell },
  };
}

/** Sizes without error bars. */
export function withoutErrorBars(size: LesionSize<number>): LesionSize<Measured> {
  return mapSizes((key) => ({ value: size[key], numericalError: null }));
}

function mapSizes(of: (key: keyof LesionSize<number>) => Measured): LesionSize<Measured> {
  return {
    width: of('width'),
    length: of('length'),
    volume: of('volume'),
    distalReach: of('distalReach'),
    proximalReach: of('proximalReach'),
    widestAt: of('widestAt'),
  };
}
