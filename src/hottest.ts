import type { CompanionRuns } from './analysis/companions.js';
import { type Family, mapFamily, type Measured, spreadOf } from './analysis/error-bar.js';
import { distanceFromNeedle } from './grid/needle-profile.js';
import type { HottestPoint } from './lesion-estimate.js';
import type { LesionRun } from './lesion-run.js';

interface Found {
  readonly temperature: number;
  readonly distance: number;
  readonly r: number;
  readonly z: number;
}

/** The top of the parabola through three points, the middle one the highest; the point itself where there is none. */
function top(x: readonly number[], y: readonly number[]): { readonly x: number; readonly y: number } {
  const [x0, x1, x2] = x as [number, number, number];
  const [y0, y1, y2] = y as [number, number, number];
  const [a, b] = [(y1 - y0) / (x1 - x0), (y2 - y1) / (x2 - x1)];
  const bend = (b - a) / (x2 - x0);
  if (!(bend < 0)) return { x: x1, y: y1 };
  const at = (x0 + x1) / 2 - a / (2 * bend);
  const inside = Math.min(Math.max(at, x0), x2);
  return { x: inside, y: y0 + a * (inside - x0) + bend * (inside - x0) * (inside - x1) };
}

/** Where tissue was hottest in a run, between the cells by parabolas. */
function hottestIn({ grid, exposure }: LesionRun): Found {
  const { nr, r, z, isTissue } = grid;
  const { data: T } = exposure.final.peakTemperature;
  let c = -1;
  for (let k = 0; k < T.length; k++) if (isTissue[k] === 1 && (c < 0 || T[k]! > T[c]!)) c = k;
  const [i, j] = [c % nr, Math.floor(c / nr)];
  const along = (coordinate: Float64Array, k: number, stride: number): { x: number; y: number } => {
    const hasBoth =
      k > 0 && k < coordinate.length - 1 && isTissue[c - stride] === 1 && isTissue[c + stride] === 1;
    if (!hasBoth) return { x: coordinate[k]!, y: T[c]! };
    return top([...coordinate.subarray(k - 1, k + 2)], [T[c - stride]!, T[c]!, T[c + stride]!]);
  };
  const [across, up] = [along(r, i, 1), along(z, j, nr)];
  const place = { r: across.x, z: up.x };
  return {
    temperature: across.y + up.y - T[c]!,
    distance: distanceFromNeedle(grid.profile, place.r, place.z),
    ...place,
  };
}

/** Where tissue was hottest, with twice the spread of all runs as its bar; the place to the size of its cell at least. */
export function findHottest(run: LesionRun, companions: CompanionRuns | null): HottestPoint {
  const own = hottestIn(run);
  const found: Family<Found> | null = companions
    ? mapFamily({ finest: run, ...companions }, hottestIn)
    : null;
  const cell = run.resolution.spacing + (run.resolution.growthRatio - 1) * own.distance;
  const measured = (key: 'temperature' | 'distance'): Measured => {
    if (!found) return { value: own[key], numericalError: null };
    const { value, numericalError } = spreadOf(mapFamily(found, (one) => one[key]));
    return { value, numericalError: 2 * numericalError + (key === 'distance' ? cell / 2 : 0) };
  };
  return { temperature: measured('temperature'), distance: measured('distance'), r: own.r, z: own.z };
}
