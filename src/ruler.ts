import { borderField, type BorderScale, borderScale } from './damage-field.js';
import { LesionModelError } from './errors.js';
import type { DamageRecord, Exposure, LesionRun, ScalarField } from './lesion-run.js';
import { type FieldLines, type LayLines, makeFieldLines } from './metrics/field-lines.js';
import { combineLines, shiftLines } from './metrics/line-curves.js';
import { contactSurface, heldSurface, type SurfaceField } from './metrics/surface-field.js';
import { lowestOf } from './physics/damage-rate.js';
import { type Criterion, type DamageRule, keyOfRule, ruleOf, thresholdOf } from './problem/criterion.js';
import { lastHeatOf, switchOffTime } from './problem/heating.js';
import { ISO_RANGE } from './problem/validity.js';

/** End of heating, or end of the cool-down. */
export type Instant = 'atSwitchOff' | 'final';

/**
 * What the surface of the needle has, by what the run knows of it.
 *
 * @param isOfBefore - Whether the field is of the time with the needle in place, as a peak or damage is.
 */
export function surfaceOf(
  { grid, contact, isWithdrawn }: Pick<LesionRun, 'grid' | 'contact' | 'isWithdrawn'>,
  field: Float64Array,
  held: number | null,
  isOfBefore = false,
): SurfaceField {
  if (!contact) return heldSurface(grid, held);
  if (!isWithdrawn || isOfBefore) return contactSurface(grid, field, contact);
  const none = (weights: Float64Array): Float64Array => new Float64Array(weights.length);
  return contactSurface(grid, field, { beside: none(contact.beside), end: none(contact.end) });
}

/** What a run is measured by at one time: its cells as they were about the needle, and what tissue had been through. */
export interface RunView extends Pick<
  LesionRun,
  'grid' | 'contact' | 'interfaces' | 'problem' | 'isWithdrawn'
> {
  readonly exposure: Exposure;
}

/** A run at an instant, or at the end of a stage. */
export function viewOf(run: LesionRun, when: Instant | { readonly stage: number }): RunView {
  const { problem } = run;
  if (typeof when === 'object') {
    const { grid, contact, interfaces, exposure } = run.stages[when.stage]!;
    return { problem, grid, contact, interfaces, exposure, isWithdrawn: false };
  }
  const stage = when === 'atSwitchOff' ? run.stages[lastHeatOf(problem.heating)] : undefined;
  const { grid, contact, interfaces } = stage ?? run;
  const exposure = run.exposure[when];
  return {
    problem,
    grid,
    contact,
    interfaces,
    exposure,
    isWithdrawn: stage === undefined && run.isWithdrawn,
  };
}

/** A region as lines through a field, or the largest of several, and the level that it has reached. */
interface Region {
  readonly lines: FieldLines;
  readonly level: number;
}

/** The regions of one instant of a run; lines are laid once for all criteria that share a field. */
export interface Regions {
  /** @throws {@link LesionModelError} 'criterion-not-tracked'. */
  of(criterion: Criterion): Region;
  /** Lines of the highest temperature. */
  peak(): FieldLines;
}

/** The damage by a rule, as a run has counted it. */
export function recordOf({ damage }: Pick<Exposure, 'damage'>, rule: DamageRule): DamageRecord {
  const record = damage.find((one) => keyOfRule(one.rule) === keyOfRule(rule));
  if (record) return record;
  const message = `The run kept no count of the damage by this ${rule.kind} rule: name it in the option criteria of the run.`;
  throw new LesionModelError('criterion-not-tracked', message, 'criterion');
}

/** A crease this much off the threshold plays no part in a size [K]. */
const CREASE_REACH = 10;

/** Whether an earlier peak is higher than the last one anywhere near a temperature. */
function isHigherNear(
  { isTissue }: LesionRun['grid'],
  { data: earlier }: ScalarField,
  { data: last }: ScalarField,
  T: number,
): boolean {
  for (let c = 0; c < last.length; c++) {
    const [before, since] = [earlier[c]!, last[c]!];
    if (before > since && since < T + CREASE_REACH && before > T - CREASE_REACH && isTissue[c] === 1)
      return true;
  }
  return false;
}

/**
 * Makes what finds the regions of one instant of a run.
 *
 * @param lay - {@link makeFieldLines} of the run's grid.
 */
export function makeRegions(
  run: Pick<LesionRun, 'grid' | 'contact' | 'interfaces' | 'problem' | 'isWithdrawn'>,
  exposure: Omit<Exposure, 'peakTemperature'>,
  lay: LayLines = makeFieldLines(run.grid, run.interfaces),
): Regions {
  const { peaks, tipPeakTemperature } = exposure;
  const last = peaks.at(-1)!;
  const laid = new Map<unknown, FieldLines>();
  const once = (key: unknown, make: () => FieldLines): FieldLines => {
    const known = laid.get(key) ?? make();
    laid.set(key, known);
    return known;
  };
  const peakLines = (peak: ScalarField): FieldLines =>
    once(peak, () => lay(peak.data, surfaceOf(run, peak.data, tipPeakTemperature, true)));
  const peakLinesNear = (threshold: number): FieldLines[] =>
    peaks.filter((peak) => peak === last || isHigherNear(run.grid, peak, last, threshold)).map(peakLines);
  const duration = switchOffTime(run.problem.heating);
  const damageLines = (rule: DamageRule, scale: BorderScale, level: number): FieldLines =>
    once(`${keyOfRule(rule)} ${level}`, () => {
      const { field, held } = borderField(run.grid, recordOf(exposure, rule), scale, level);
      return lay(field, surfaceOf(run, field, held, true));
    });
  return {
    peak: () => combineLines('largest', peaks.map(peakLines)),
    of(criterion): Region {
      const rule = ruleOf(criterion);
      const threshold = thresholdOf(criterion);
      if (rule === null)
        return { lines: combineLines('largest', peakLinesNear(threshold)), level: threshold };
      const scale = borderScale(rule, duration);
      const level = scale.level(threshold);
      const lowest = lowestOf(rule);
      const all = damageLines(rule, scale, level);
      const counted =
        lowest > -Infinity
          ? combineLines('smallest', [
              all,
              shiftLines(combineLines('largest', peaks.map(peakLines)), level - lowest),
            ])
          : all;
      if (rule.kind !== 'cem43' || rule.rule !== 'iso') return { lines: counted, level };
      // Where the dose is unlimited, tissue is part of the lesion whatever the sum.
      const unlimited = peakLinesNear(ISO_RANGE.to).map((lines) => shiftLines(lines, level - ISO_RANGE.to));
      return { lines: combineLines('largest', [counted, ...unlimited]), level };
    },
  };
}
