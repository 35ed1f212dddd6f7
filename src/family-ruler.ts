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
import { hasBoiled } from './analysis/warnings.js';
import type { Border } from './lesion-estimate.js';
import type { LesionRun } from './lesion-run.js';
import { makeRuler, type Ruler } from './measure.js';
import { type LesionShape, shapeOf } from './metrics/lesion-shape.js';
import type { LesionSize } from './metrics/lesion-size.js';
import { describeCriterion } from './output/criterion-in-words.js';
import { kinksOf } from './physics/damage-rate.js';
import type { Criterion } from './problem/criterion.js';
import type { CheckedRun } from './run-options.js';
import { type Instant, viewOf } from './ruler.js';

/** What measures lesions in a run and in all its companions at one instant, each size with its error bar. */
export interface FamilyRuler {
  size(criterion: Criterion): LesionSize<Measured>;
  border(criterion: Criterion): Border;
  shape(border: Border): LesionShape<Measured>;
  /** Of the reported run alone. */
  readonly own: Ruler;
}

/**
 * To which part of the local cell a border can be placed where the rate has a kink: anywhere with kinetics of several branches;
 * with CEM43, whose slope no more than doubles, where the border has been close to the kink.
 */
const CREASE = { arrhenius: 0.08, cem43: 0.02 } as const;

/** How close [K]: the ISO form, which remembers that 43 °C has been passed, is creased further off. */
const CREASE_REACH = { 'sapareto-dewey': 6, iso: 8 } as const;

/** To which part of the local cell a border can be placed where its field has a crease; 0 without one. */
function creaseOf(criterion: Criterion, ruler: Ruler): number {
  if (criterion.kind !== 'cem43' && criterion.kind !== 'arrhenius') return 0;
  const kinks = kinksOf(criterion);
  if (kinks.length === 0 || criterion.kind === 'arrhenius') return kinks.length > 0 ? CREASE.arrhenius : 0;
  const [lowest, highest] = ruler.borderTemperatures(criterion);
  const reach = CREASE_REACH[criterion.rule ?? 'sapareto-dewey'];
  const isNear = kinks.some((T) => T > lowest - reach && T < highest + reach);
  return isNear ? CREASE.cem43 : 0;
}

/** Makes what measures lesions in a run and in its companions; without companions there are no error bars. */
export function makeFamilyRuler(
  run: LesionRun,
  companions: CompanionRuns | null,
  { checked, resolution }: CheckedRun,
  when: Instant | { readonly stage: number },
): FamilyRuler {
  const rulerOf = (one: LesionRun): Ruler => {
    const view = viewOf(one, when);
    return makeRuler(view, view.exposure);
  };
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
  const scale: GridScale = gridScaleOf(checked, resolution, hasBoiled(run));
  const measured = new Map<Criterion, Family<LesionSize<number>>>();
  const sizesOf = (criterion: Criterion): Family<LesionSize<number>> => {
    const known = measured.get(criterion) ?? mapFamily(rulers, (ruler) => ruler.size(criterion));
    measured.set(criterion, known);
    return known;
  };
  return {
    own,
    size(criterion): LesionSize<Measured> {
      const family = sizesOf(criterion);
      requireRoom(family.timeStep.width, family.domain.width, describeCriterion(criterion), scale);
      return withErrorBars(family, scale, creaseOf(criterion, own));
    },
    border(criterion): Border {
      const family = mapFamily(rulers, (ruler) => ruler.contour(criterion));
      return { criterion, contours: family.finest, family };
    },
    shape({ criterion, family }): LesionShape<Measured> {
      const sizes = sizesOf(criterion);
      const shapes = mapFamily(sizes, (size, member) => shapeOf(size, family?.[member] ?? []));
      const size = withErrorBars(sizes, scale, creaseOf(criterion, own));
      return withShapeBars(shapes, size, scale);
    },
  };
}
