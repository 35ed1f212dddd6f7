import { LesionModelError } from './errors.js';
import type { Exposure, LesionRun } from './lesion-run.js';
import { type Contour, contourOf } from './metrics/contour.js';
import { type LayLines } from './metrics/field-lines.js';
import { crossingsIn, curveOf } from './metrics/line-curves.js';
import { intervalOf } from './metrics/interpolation.js';
import { type LesionShape, shapeOf } from './metrics/lesion-shape.js';
import {
  type LesionExtent,
  type LesionSize,
  measureExtent,
  measureRegion,
  reachesBoundary,
} from './metrics/lesion-size.js';
import { describeCriterion } from './output/criterion-in-words.js';
import { checkProblem } from './problem/check.js';
import { checkCriterion } from './problem/check-criterion.js';
import { checkInstant } from './problem/options.js';
import type { Criterion } from './problem/criterion.js';
import { type Instant, makeRegions, viewOf } from './ruler.js';

/**
 * Measures the lesion of one run, without an error bar.
 *
 * @param instant - Default 'final'.
 * @throws {@link LesionModelError} 'invalid-input'; 'criterion-not-tracked' for a damage rule that the run kept no count of;
 * 'domain-too-small' when the region reaches the outer boundary.
 */
export function measureLesion(
  run: LesionRun,
  criterion: Criterion,
  instant: Instant = 'final',
): LesionSize<number> {
  return rulerAt(run, instant).size(checkCriterion(criterion, checkProblem(run.problem)));
}

/**
 * The border of a run's lesion in the half plane r ≥ 0, one polyline for each piece, in order.
 *
 * @param instant - Default 'final'.
 * @throws {@link LesionModelError} as {@link measureLesion}.
 */
export function lesionContour(
  run: LesionRun,
  criterion: Criterion,
  instant: Instant = 'final',
): readonly Contour[] {
  return rulerAt(run, instant).contour(checkCriterion(criterion, checkProblem(run.problem)));
}

/**
 * How a run's lesion is shaped, without an error bar.
 *
 * @param instant - Default 'final'.
 * @throws {@link LesionModelError} as {@link measureLesion}.
 */
export function measureShape(
  run: LesionRun,
  criterion: Criterion,
  instant: Instant = 'final',
): LesionShape<number> {
  const checked = checkCriterion(criterion, checkProblem(run.problem));
  const ruler = rulerAt(run, instant);
  return shapeOf(ruler.size(checked), ruler.contour(checked));
}

function rulerAt(run: LesionRun, instant: Instant): Ruler {
  checkInstant(instant);
  const view = viewOf(run, instant);
  return makeRuler(view, view.exposure);
}

/** What measures a run at one instant, by any criterion that has been checked. */
export interface Ruler {
  /** Lowest and highest of the peak temperatures along the border, row by row [°C]. */
  borderTemperatures(criterion: Criterion): readonly [lowest: number, highest: number];
  extent(criterion: Criterion): LesionExtent;
  size(criterion: Criterion): LesionSize<number>;
  contour(criterion: Criterion): readonly Contour[];
}

/**
 * Makes what measures a run: the lines through its fields are laid once.
 *
 * @throws {@link LesionModelError} when it is used: 'criterion-not-tracked', 'domain-too-small'.
 */
export function makeRuler(
  run: Pick<LesionRun, 'grid' | 'contact' | 'interfaces' | 'problem' | 'isWithdrawn'>,
  exposure: Omit<Exposure, 'peakTemperature'>,
  lay?: LayLines,
): Ruler {
  const { grid, problem } = run;
  const regions = makeRegions(run, exposure, lay);
  const cutOff = (criterion: Criterion): LesionModelError => {
    const reached = `The region of ${describeCriterion(criterion)} reaches the outer boundary of the computed region`;
    const remedy = problem.domain
      ? 'domain must be larger, or left out'
      : 'the threshold must lie further above what tissue has by itself, or a larger domain must be stated';
    return new LesionModelError('domain-too-small', `${reached}: ${remedy}.`, 'domain');
  };
  return {
    extent(criterion): LesionExtent {
      const { lines, level } = regions.of(criterion);
      return measureExtent(grid, lines, level);
    },
    borderTemperatures(criterion): readonly [number, number] {
      const { lines, level } = regions.of(criterion);
      const peak = regions.peak();
      const found = lines.rows.flatMap((row, j) => {
        const curve = curveOf(peak.rows[j]!);
        return crossingsIn(row, level).map((r) => {
          const u = row.stretch.to(r);
          return curve(intervalOf(row.u, u), u);
        });
      });
      return [Math.min(...found), Math.max(...found)];
    },
    size(criterion): LesionSize<number> {
      const { lines, level } = regions.of(criterion);
      const { size, touchesBoundary } = measureRegion(grid, lines, level);
      if (touchesBoundary) throw cutOff(criterion);
      return size;
    },
    contour(criterion): readonly Contour[] {
      const { lines, level } = regions.of(criterion);
      if (reachesBoundary(lines, level)) throw cutOff(criterion);
      return contourOf(grid, lines, level);
    },
  };
}
