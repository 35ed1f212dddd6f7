import type { Measured } from './analysis/error-bar.js';
import { openRegion, smallerZone, type Warning } from './analysis/warnings.js';
import { LesionModelError } from './errors.js';
import type { FamilyRuler } from './family-ruler.js';
import type { CriterionResult, ReversibleZone } from './lesion-estimate.js';
import type { LesionSize } from './metrics/lesion-size.js';
import { describeCriterion } from './output/criterion-in-words.js';
import type { Criterion } from './problem/criterion.js';

/** A region that nobody asked for may have no end inside the computed region: it is left out, and a warning says so. */
export function unlessOpen<T>(isAskedFor: boolean, criterion: Criterion, measure: () => T): T | Warning {
  try {
    return measure();
  } catch (error) {
    const isOpen = error instanceof LesionModelError && error.code === 'domain-too-small';
    if (isAskedFor || !isOpen) throw error;
    return openRegion(criterion);
  }
}

/**
 * The zone of a reversible block about the headline's lesion; a warning where it is smaller than the lesion and nobody asked for
 * it.
 *
 * @throws {@link LesionModelError} 'invalid-input' with the path 'reversible' where somebody did.
 */
export function zoneAbout(
  headline: LesionSize<Measured>,
  result: CriterionResult,
  isAskedFor: boolean,
  ruler: FamilyRuler,
): ReversibleZone | Warning {
  const { value, numericalError } = result.final.volume;
  const { value: lesion, numericalError: bar } = headline.volume;
  const volume: Measured = {
    value: value - lesion,
    numericalError: numericalError === null || bar === null ? null : numericalError + bar,
  };
  if (volume.value < -(volume.numericalError ?? 0)) {
    if (!isAskedFor) return smallerZone(result.criterion);
    const message = `reversible must be a criterion whose region holds the lesion, but the region of ${describeCriterion(result.criterion)} is smaller.`;
    throw new LesionModelError('invalid-input', message, 'reversible');
  }
  return { ...result, volume, border: ruler.border(result.criterion) };
}
