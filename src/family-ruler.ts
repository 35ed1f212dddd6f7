import { type CompanionRuns, requireRoom } from './analysis/companions.js';
import {
  type Family,
  mapFamily,
  type Measured,
  withErrorBars,
  withoutErrorBars,
  withShapeBars,
  withoutShapeBars,
} from './analysis/error-bar.js';
import { type GridScale, gridScaleOf } from './analysis/floor.js';
import type { Border } from './lesion-estimate.js';
import type { LesionRun } from './lesion-run.js';
import { makeRuler, type Ruler } from './measure.js';
import { type LesionShape, shapeOf } from './metrics/lesion-shape.js';
import type { LesionSize } from './metrics/lesion-size.js';
import { describeCriterion } from './output/criterion-in-words.js';
import type { Criterion } from './problem/criterion.js';
import type { CheckedRun } from './run-options.js';
import type { Instant } from './ruler.js';

/** What measures lesions in a run and in all its companions at one instant, each size with its error bar. */
export interface FamilyRuler {
  size(criterion: Criterion): LesionSize<Measured>;
  border(criterion: Criterion): Border;
  shape(border: Border): LesionShape<Measured>;
  /** Of the reported run alone. */
  readonly own: Ruler;
}

/** Makes what measures lesions in a run and in its companions; without companions there are no error bars. */
export function makeFamilyRuler(
  run: LesionRun,
  companions: CompanionRuns | null,
  { checked, resolution }: CheckedRun,
  instant: Instant,
): FamilyRuler {
  const rulerOf = (one: LesionRun): Ruler => makeRuler(one, one.exposure[instant]);
  const own = rulerOf(run);
  if (companions === null) {
    return {
      own,
      size: (criterion) => withoutErrorBars(own.size(criterion)),
      border: (criterion) => ({ criterion, contours: own.contour(criterion), family: null }),
      shape: ({ criterion, contours }) => withoutShapeBars(shapeOf(own.size(criterion), contours)),
    };
  }
  const rulers: Family<Ruler> = mapFamily({ finest: run, ...companions }, rulerOf);
  const scale: GridScale = gridScaleOf(checked, resolution);
  const sizesOf = (criterion: Criterion): Family<LesionSize<number>> =>
    mapFamily(rulers, (ruler) => ruler.size(criterion));
  return {
    own,
    size(criterion): LesionSize<Measured> {
      const family = sizesOf(criterion);
      requireRoom(family.timeStep.width, family.domain.width, describeCriterion(criterion));
      return withErrorBars(family, scale);
    },
    border(criterion): Border {
      const family = mapFamily(rulers, (ruler) => ruler.contour(criterion));
      return { criterion, contours: family.finest, family };
    },
    shape({ criterion, family }): LesionShape<Measured> {
      const sizes = sizesOf(criterion);
      const shapes = mapFamily(sizes, (size, member) => shapeOf(size, family?.[member] ?? []));
      return withShapeBars(shapes, withErrorBars(sizes, scale), scale);
    },
  };
}
