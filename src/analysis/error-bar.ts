import { ellipsoidOf, type LesionShape } from '../metrics/lesion-shape.js';
import type { LesionSize } from '../metrics/lesion-size.js';
import { cellAt, floorAt, floorsOf, flowFloor, type GridScale } from './floor.js';
import { interfaceFloor } from './interface-floor.js';

/** The growth ratio of a companion: twice the excess over 1. */
export const coarserGrowth = (q: number): number => 1 + 2 * (q - 1);

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

/** Does the same to every member of a family. */
export function mapFamily<T, U>(family: Family<T>, of: (one: T, member: keyof Family<T>) => U): Family<U> {
  return {
    finest: of(family.finest, 'finest'),
    spacing: of(family.spacing, 'spacing'),
    growth: of(family.growth, 'growth'),
    timeStep: of(family.timeStep, 'timeStep'),
    domain: of(family.domain, 'domain'),
  };
}

/** Richardson's weight for a second-order term whose step was made so many times as long. */
const secondOrder = (times: number): number => 1 / (times ** 2 - 1);

/**
 * Cells at a distance d from the needle are h + d ln q long, so that the error of a growth ratio goes with the square of its logarithm.
 */
const growthWeight = (q: number): number => secondOrder(Math.log(coarserGrowth(q)) / Math.log(q));

/** An extrapolation by more than this part of the lesion's width is not trusted: the grids are too coarse for it. */
const LARGEST_EXTRAPOLATION = 0.1;

/** The cells cut off the point of a cone: this part of h, times its length over the radius. */
const POINT_FLOOR = 0.2;

/** Where along the needle the widest place is cannot be told to better than this part of the local cell. */
const WIDEST_FLOOR = 0.03;

/** A skin changes a surface by two thirds of the part by which it changes the volume. */
const SKIN_PART = 2 / 3;

/** Where a border grazes the needle, the floor along it counts so many times. */
const GRAZING = 3;

/** What an extrapolation in the spacing leaves: this part of the difference, or h/a if that is more. */
const LEFT_BY_SPACING = 0.4;

/** What one in the growth ratio leaves: this times q − 1. */
const LEFT_BY_GROWTH = 0.7;

/** Part of the difference by the growth ratio that counts for each unit of flow that stops and of (q − 1)², if that is more [s]. */
const LEFT_OF_STOP = 500;

/** How many times the difference by the time step counts, which is not extrapolated. */
const BY_TIME_STEP = 1.5;

/** Where an extrapolation says little, the differences by which it is made count so many times: cold metal and dry tissue. */
const LITTLE_ORDER = { cooled: 0.75, boiled: 2 } as const;

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
 * value = W + (W − W_2h)/3 + w (W − W_q),   w = 1/((ln(2q − 1)/ln q)² − 1)
 * bar   = max(h/a, 0.4)|W − W_2h| + 0.7(q − 1)|W − W_q| + 1.5|W_2Δt − W_q| + |W_domain − W_2Δt| + floor
 * ```
 *
 * @param typical - What an extrapolation is small against, in the size's own unit.
 * @param isGrazing - Whether the border runs along the needle where it is measured, so that small changes move it far.
 * @remarks An extrapolation that is not small is not done; the bar then holds the whole differences.
 */
export function sized(
  family: Family<number>,
  floor: number,
  typical: number,
  { resolution, radius, end, isCooled, stoppedFlow, hasBoiled, edgeExponent }: GridScale,
  isGrazing = false,
): Barred {
  const d = differences(family);
  const { spacing: h, growthRatio: q } = resolution;
  const correction = secondOrder(2) * d.spacing + growthWeight(q) * d.growth;
  // Cells cut a cone's point off, more of it the larger they are, and the border of dry tissue: no order there.
  // So does an edge of the tip where another tissue begins: the error goes with h to twice the exponent there.
  const hasOrder = end !== 'cone' && !hasBoiled && edgeExponent === 0.5;
  const trusted = hasOrder && Math.abs(correction) <= LARGEST_EXTRAPOLATION * typical;
  const isSmall = trusted && !isGrazing && !isCooled;
  const whole = 1 / Math.expm1(2 * edgeExponent * Math.LN2); // 1 at an edge in one tissue
  const bySpacing = isSmall ? Math.max(h / radius, LEFT_BY_SPACING) : whole;
  const byGrowth = isSmall
    ? Math.min(Math.max(LEFT_BY_GROWTH * (q - 1), LEFT_OF_STOP * stoppedFlow * (q - 1) ** 2), 1)
    : 1;
  const times = hasBoiled ? LITTLE_ORDER.boiled : isCooled ? LITTLE_ORDER.cooled : 1;
  const byGrid = times * (bySpacing * Math.abs(d.spacing) + byGrowth * Math.abs(d.growth));
  const timesRest = hasBoiled ? LITTLE_ORDER.boiled : 1;
  const rest = timesRest * (BY_TIME_STEP * Math.abs(d.timeStep) + Math.abs(d.domain));
  return {
    value: family.finest + (trusted ? correction : 0),
    numericalError: byGrid + rest + floor,
  };
}

/** The value as it was computed; the bar is the largest difference between any two runs. */
export function spreadOf(family: Family<number>): Barred {
  const all = Object.values(family) as number[];
  return { value: family.finest, numericalError: Math.max(...all) - Math.min(...all) };
}

/**
 * Sizes with their error bars, from one run and its companions: each is {@link sized} with the floor of its place.
 *
 * ```text
 * value = W + (W − W_2h)/3 + w (W − W_q),   bar = Σ of what each difference leaves + floor
 * ```
 *
 * @param crease - Part of the local cell to which a border can be placed where its field has a crease.
 * @remarks A region that is empty in any of the runs gets the spread of all as its bar, and no extrapolation.
 */
export function withErrorBars(
  family: Family<LesionSize<number>>,
  scale: GridScale,
  crease = 0,
): LesionSize<Measured> {
  const pick = (key: keyof LesionSize<number>): Family<number> => mapFamily(family, (size) => size[key]);
  const { width, length, volume, distalReach, proximalReach, widestAt } = family.finest;
  if (Object.values(family).some((size: LesionSize<number>) => size.width === 0)) {
    return mapSizes((key) => spreadOf(pick(key)));
  }

  const { radius, straight, coneLength } = scale;
  const floors = floorsOf(scale);
  const beside = Math.max(width / 2 - radius, 0);
  const creased = (distance: number): number => crease * cellAt(distance, scale);
  const atSide = interfaceFloor({ r: width / 2, z: widestAt }, beside, scale);
  const side =
    floorAt(floors.side, beside, scale) + 2 * (creased(beside) + atSide) + flowFloor('side', beside, scale);
  const skin =
    floorAt(floors.skin, beside, scale) + (creased(beside) + atSide) / 2 + flowFloor('skin', beside, scale);
  const point = (POINT_FLOOR * scale.resolution.spacing * coneLength) / radius;
  const end =
    point +
    floorAt(floors.end, Math.abs(distalReach), scale) +
    creased(Math.abs(distalReach)) +
    flowFloor('end', Math.abs(distalReach), scale) +
    interfaceFloor({ r: 0, z: -distalReach }, Math.abs(distalReach), scale);
  const isGrazing = proximalReach < 0; // the border meets the bare tip, along which little changes
  const shaft =
    (isGrazing ? GRAZING : 1) *
      floorAt(floors.shaft, Math.abs(proximalReach), scale, Math.min(radius, straight)) +
    creased(Math.abs(proximalReach)) +
    flowFloor('end', Math.abs(proximalReach), scale) +
    interfaceFloor({ r: radius, z: length - distalReach }, Math.abs(proximalReach), scale);
  const { spacing, growthRatio } = scale.resolution;
  // Where current heats the needle too, a lesion thinner than a cell may be anywhere: all runs count.
  const isThin = scale.isDriven && beside < spacing;
  const spread = (key: keyof LesionSize<number>): number => (isThin ? spreadOf(pick(key)).numericalError : 0);
  const middleCell = spacing + ((growthRatio - 1) * length) / 2;
  const widest = spreadOf(pick('widestAt'));
  const distal = sized(pick('distalReach'), end + spread('distalReach'), width, scale);
  const along = shaft + spread('proximalReach');
  const proximal = sized(pick('proximalReach'), along, width, scale, isGrazing);
  const mouth = isGrazing ? (proximal.numericalError * beside) / 2 : 0; // where it runs out beside the needle
  return {
    width: sized(pick('width'), side + spread('width'), width, scale),
    length: {
      value: sized(pick('length'), 0, width, scale).value,
      numericalError: Math.hypot(distal.numericalError, proximal.numericalError),
    },
    volume: sized(
      pick('volume'),
      (skin * length + mouth) * Math.PI * width + spread('volume'),
      volume,
      scale,
    ),
    distalReach: distal,
    proximalReach: proximal,
    widestAt: { value: widest.value, numericalError: widest.numericalError + WIDEST_FLOOR * middleCell },
  };
}

const bare = (value: number): Measured => ({ value, numericalError: null });

/** Sizes without error bars. */
export function withoutErrorBars(size: LesionSize<number>): LesionSize<Measured> {
  return mapSizes((key) => bare(size[key]));
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

/**
 * The shape of a lesion with its error bars: that of the ellipsoid follows from width and length, the
 * others hold what a skin of the volume's bar would change as well.
 *
 * @param size - Of the same lesion, with its bars.
 */
export function withShapeBars(
  family: Family<LesionShape<number>>,
  { width, length, volume }: LesionSize<Measured>,
  scale: GridScale,
): LesionShape<Measured> {
  const part = ({ value, numericalError }: Measured): number =>
    value > 0 ? (numericalError ?? 0) / value : 0;
  const ellipsoid = ellipsoidOf(width.value, length.value);
  const shaped = (key: keyof LesionShape<number>): Barred => {
    const own = mapFamily(family, (shape) => shape[key]);
    if (Object.values(own).some((value) => value === 0)) return spreadOf(own);
    return sized(own, SKIN_PART * part(volume) * own.finest, own.finest, scale);
  };
  return {
    sphericity: shaped('sphericity'),
    surfaceArea: shaped('surfaceArea'),
    ellipsoidVolume: {
      value: ellipsoid,
      numericalError: ellipsoid * (2 * part(width) + part(length)),
    },
  };
}

/** A shape without error bars. */
export function withoutShapeBars({
  sphericity,
  surfaceArea,
  ellipsoidVolume,
}: LesionShape<number>): LesionShape<Measured> {
  return {
    sphericity: bare(sphericity),
    surfaceArea: bare(surfaceArea),
    ellipsoidVolume: bare(ellipsoidVolume),
  };
}
