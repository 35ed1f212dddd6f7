import { borderField, borderScale } from './damage-field.js';
import { LesionModelError } from './errors.js';
import type { LesionRun, ScalarField, Snapshot } from './lesion-run.js';
import { makeSampler, type NeedlePoint, type Sampler } from './metrics/sample.js';
import { lowestOf } from './physics/damage-rate.js';
import { checkProblem } from './problem/check.js';
import { checkCriterion } from './problem/check-criterion.js';
import { checkInstant } from './problem/options.js';
import { type Criterion, ruleOf } from './problem/criterion.js';
import { switchOffTime } from './problem/heating.js';
import { ISO_RANGE } from './problem/validity.js';
import { type Instant, recordOf, surfaceOf, viewOf } from './ruler.js';

/** What reads a field of a run, kept for as long as the field is: whoever reads one point reads more. */
const samplers = new WeakMap<object, Sampler>();

function once(field: object, make: () => Sampler): Sampler {
  const known = samplers.get(field) ?? make();
  samplers.set(field, known);
  return known;
}

function samplerOf(
  run: Pick<LesionRun, 'grid' | 'contact' | 'interfaces' | 'isWithdrawn'>,
  field: ScalarField,
  held: number | null,
  isPeak = false,
): Sampler {
  return once(field, () =>
    makeSampler(run.grid, field.data, surfaceOf(run, field.data, held, isPeak), run.interfaces),
  );
}

/**
 * Temperature at a point of tissue [°C], between the cells by cubic interpolation.
 *
 * @param point - In needle coordinates, about the needle where it is at that time [m].
 * @param time - One of the run's `snapshotTimes`, or left out for the end of the run [s].
 * @throws {@link LesionModelError} 'invalid-input' for a point outside tissue or a time that was not kept.
 */
export function temperatureAt(run: LesionRun, point: NeedlePoint, time?: number): number {
  const last: Snapshot = {
    time: run.time,
    temperature: run.temperature,
    tipTemperature: run.tipTemperature,
    stage: run.stages.length,
  };
  const kept = time === undefined ? last : run.snapshots.find((snapshot) => snapshot.time === time);
  if (!kept) {
    const times = run.snapshots.map((snapshot) => snapshot.time).join(', ') || 'none';
    throw new LesionModelError(
      'invalid-input',
      `time must be one of the run's snapshotTimes (${times}), but was ${String(time)}.`,
      'time',
    );
  }
  const stage = run.stages[kept.stage];
  const isOver = stage === undefined || time === undefined;
  const { grid, contact, interfaces } = isOver ? run : stage;
  const view = { grid, contact, interfaces, isWithdrawn: isOver && run.isWithdrawn };
  return samplerOf(view, kept.temperature, kept.tipTemperature)(point);
}

/**
 * Highest temperature that a point of tissue has had by an instant [°C], between the cells by cubic interpolation.
 *
 * @param point - In needle coordinates [m].
 * @throws {@link LesionModelError} 'invalid-input' for a point outside tissue.
 */
export function peakTemperatureAt(run: LesionRun, point: NeedlePoint, instant: Instant = 'final'): number {
  checkInstant(instant);
  const view = viewOf(run, instant);
  const { peaks, tipPeakTemperature } = view.exposure;
  return Math.max(...peaks.map((peak) => samplerOf(view, peak, tipPeakTemperature, true)(point)));
}

/**
 * Damage at a point of tissue by a criterion's rule, whatever its threshold, between the cells by cubic interpolation: the
 * highest temperature [°C], equivalent minutes at 43 °C [min], Ω, or the dead part of the cells.
 *
 * @param point - In needle coordinates [m].
 * @returns Infinity where the ISO form of CEM43 has no limit, above 57 °C.
 * @throws {@link LesionModelError} 'invalid-input' for a point outside tissue; 'criterion-not-tracked'.
 */
export function damageAt(
  run: LesionRun,
  criterion: Criterion,
  point: NeedlePoint,
  instant: Instant = 'final',
): number {
  checkInstant(instant);
  const rule = ruleOf(checkCriterion(criterion, checkProblem(run.problem)));
  if (rule === null) return peakTemperatureAt(run, point, instant);
  const view = viewOf(run, instant);
  const record = recordOf(view.exposure, rule);
  const lowest = lowestOf(rule);
  const highest = lowest > -Infinity ? peakTemperatureAt(run, point, instant) : Infinity;
  if (record.state.kind === 'iso' && highest > ISO_RANGE.to) return Infinity;
  if (highest < lowest) return 0;
  const scale = borderScale(rule, switchOffTime(run.problem.heating));
  const sampler = once(record, () => {
    const { field, held } = borderField(view.grid, record, scale);
    return makeSampler(view.grid, field, surfaceOf(view, field, held, true), view.interfaces);
  });
  return scale.damage(sampler(point));
}
