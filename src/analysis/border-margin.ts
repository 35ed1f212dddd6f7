import type { Border } from '../lesion-estimate.js';
import type { LesionRun } from '../lesion-run.js';
import { makeBorderDistance } from '../metrics/border-distance.js';
import { checkProblem } from '../problem/check.js';
import { mapFamily, type Measured, sized } from './error-bar.js';
import { floorAt, floorsOf, gridScaleOf } from './floor.js';
import { hasBoiled } from './warnings.js';

/** Distance to a region's border with its error bar, negative inside [m]. */
export type BorderMargin = (r: number, z: number) => Measured;

/**
 * Makes the distance to a border: extrapolated point by point from the borders of the run and its companions, like a size.
 *
 * @returns A function of a point (r, z) [m]. Infinity where there is no region; its bar is infinite where only some of the
 * runs have one.
 */
export function makeBorderMargin({ contours, family }: Border, run: LesionRun): BorderMargin {
  if (family === null) {
    const distance = makeBorderDistance(contours);
    return (r, z) => ({ value: distance(r, z), numericalError: null });
  }
  const distances = mapFamily(family, makeBorderDistance);
  const counts = Object.values(mapFamily(family, ({ length }) => length)) as number[];
  if (counts.some((count) => count === 0)) {
    const isNowhere = counts.every((count) => count === 0);
    return (r, z) => ({ value: distances.finest(r, z), numericalError: isNowhere ? 0 : Infinity });
  }
  const scale = gridScaleOf(checkProblem(run.problem), run.resolution, hasBoiled(run));
  const floors = floorsOf(scale);
  const outermost = Math.max(...contours.map(({ r }) => r.reduce((most, x) => Math.max(most, x))));
  const lowest = Math.min(...contours.map(({ z }) => z.reduce((least, x) => Math.min(least, x))));
  const highest = Math.max(...contours.map(({ z }) => z.reduce((most, x) => Math.max(most, x))));
  const proximal = Math.abs(highest - run.grid.tipLength);
  const floor = Math.max(
    floorAt(floors.side, Math.max(outermost - scale.radius, 0), scale),
    floorAt(floors.end, Math.abs(lowest), scale),
    floorAt(floors.shaft, proximal, scale, Math.min(scale.radius, scale.straight)),
  );
  return (r, z) =>
    sized(
      mapFamily(distances, (distance) => distance(r, z)),
      floor,
      2 * outermost,
      scale,
    );
}
