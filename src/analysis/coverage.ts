import type { Border, LesionEstimate } from '../lesion-estimate.js';
import type { LesionRun } from '../lesion-run.js';
import { makeBorderDistance } from '../metrics/border-distance.js';
import { makePath, nearestWay, type Path, stretchesWithin } from '../metrics/path.js';
import { checkNerve, checkStructure, type Nerve, type Structure } from '../problem/structure.js';
import { type BorderMargin, makeBorderMargin } from './border-margin.js';
import type { Measured } from './error-bar.js';

/** How much of a nerve a region covers. */
export interface Coverage {
  /** Of the parts whose whole thickness lies in the region [m]. */
  readonly length: Measured;
  /** Of the nerve's length. */
  readonly fraction: Measured;
  /** Longest stretch without a covered part [m]. */
  readonly longestGap: Measured;
  /** The covered stretches, by the way along the nerve [m]. */
  readonly covered: readonly (readonly [from: number, to: number])[];
}

/** What happens to a nerve. */
export interface NerveCoverage {
  /** Of the nerve's path [m]. */
  readonly length: number;
  /** By the headline's lesion. */
  readonly lesion: Coverage;
  /** By what is warm enough for a block that passes, the lesion included; null where the estimate has no such zone. */
  readonly reversibleZone: Coverage | null;
}

/** How far a structure is from a lesion. */
export interface Margin {
  /** Least distance from the border of the headline's lesion, negative where the structure reaches into it [m]. */
  readonly lesion: Measured;
  /** The same of what is warm enough for a block that passes. */
  readonly reversibleZone: Measured | null;
}

type Stretches = Coverage['covered'];

function lengthOf(stretches: Stretches): number {
  return stretches.reduce((sum, [from, to]) => sum + (to - from), 0);
}

function longestGapOf(stretches: Stretches, length: number): number {
  const starts = [0, ...stretches.map(([, to]) => to)];
  const ends = [...stretches.map(([from]) => from), length];
  return starts.reduce((most, start, n) => Math.max(most, (ends[n] ?? start) - start), 0);
}

/** Coverage by one border: of a ball as thick as the nerve that is drawn along its path. */
function coverageBy(marginAt: BorderMargin, path: Path, radius: number): Coverage {
  const within = (bars: number): Stretches =>
    stretchesWithin((way) => {
      const { r, z } = path.at(way);
      const { value, numericalError } = marginAt(r, z);
      const far = value + radius + (bars === 0 ? 0 : bars * (numericalError ?? 0));
      return Number.isNaN(far) ? -Infinity : far; // nothing there, give or take everything
    }, path.length);
  const covered = within(0);
  const { numericalError } = marginAt(path.at(0).r, path.at(0).z);
  const measured = (of: (stretches: Stretches) => number): Measured => {
    const value = of(covered);
    if (numericalError === null) return { value, numericalError };
    const others = [most, least].map((stretches) => Math.abs(of(stretches) - value));
    return { value, numericalError: Math.max(...others) };
  };
  const [most, least] = numericalError === null ? [covered, covered] : [within(-1), within(1)];
  return {
    length: measured(lengthOf),
    fraction: measured((stretches) => lengthOf(stretches) / path.length),
    longestGap: measured((stretches) => longestGapOf(stretches, path.length)),
    covered,
  };
}

/**
 * How much of a nerve the lesion of an estimate covers, and how much the zone about it.
 *
 * ```text
 * covered = the part of the middle line that is at least the nerve's radius inside the border
 * ```
 *
 * @param nerve - In needle coordinates: see {@link pointToNeedle} for one in an image's.
 * @remarks A part of the nerve counts as covered when its whole thickness lies in the region: where the distance from its middle
 * line to the border is at least its radius. The needle counts as lesion. Each bar is what the border's own bar does to
 * the figure, so a nerve that grazes the border has a wide one.
 * @throws {@link LesionModelError} 'invalid-input' with a path below 'nerve'.
 */
export function measureCoverage(
  { border, reversibleZone, run }: Pick<LesionEstimate, 'border' | 'reversibleZone' | 'run'>,
  nerve: Nerve,
): NerveCoverage {
  const { path: points, radius } = checkNerve(nerve);
  const path = makePath(points);
  const by = (one: Border): Coverage => coverageBy(makeBorderMargin(one, run), path, radius);
  return {
    length: path.length,
    lesion: by(border),
    reversibleZone: reversibleZone === null ? null : by(reversibleZone.border),
  };
}

/** Distance from one border to a structure. */
function marginTo(structure: Structure, border: Border, run: LesionRun): Measured {
  const marginAt = makeBorderMargin(border, run);
  const closer = ({ value, numericalError }: Measured, radius: number): Measured => ({
    value: value - radius,
    numericalError,
  });
  switch (structure.kind) {
    case 'point': {
      const [x, y, z] = structure.at;
      return marginAt(Math.hypot(x, y), z);
    }
    case 'sphere': {
      const [x, y, z] = structure.center;
      return closer(marginAt(Math.hypot(x, y), z), structure.radius);
    }
    case 'polyline': {
      const path = makePath(structure.path);
      // Looked for on the reported run's border; the companions' move it by much less than they move the distance.
      const distance = makeBorderDistance(border.contours);
      const way = nearestWay((at) => {
        const { r, z } = path.at(at);
        return distance(r, z);
      }, path.length);
      const { r, z } = path.at(way);
      return closer(marginAt(r, z), structure.radius ?? 0);
    }
  }
}

/**
 * How far a structure stays from the lesion of an estimate, and from the zone about it.
 *
 * @param structure - In needle coordinates: see {@link pointToNeedle} for one in an image's.
 * @returns Infinity where there is no lesion.
 * @throws {@link LesionModelError} 'invalid-input' with a path below 'structure'.
 */
export function measureMargin(
  { border, reversibleZone, run }: Pick<LesionEstimate, 'border' | 'reversibleZone' | 'run'>,
  structure: Structure,
): Margin {
  const checked = checkStructure(structure);
  return {
    lesion: marginTo(checked, border, run),
    reversibleZone: reversibleZone === null ? null : marginTo(checked, reversibleZone.border, run),
  };
}
