import { borderScale, continueOutwards } from './damage-field.js';
import { LesionModelError } from './errors.js';
import type { LesionRun, ScalarField, Snapshot } from './lesion-run.js';
import { type NeedlePoint, sampleField } from './metrics/sample.js';
import { ISO_RANGE } from './physics/damage-rate.js';
import { checkProblem } from './problem/check.js';
import { checkCriterion } from './problem/check-criterion.js';
import { type Criterion, ruleOf } from './problem/criterion.js';
import { type Instant, recordOf, surfaceOf } from './ruler.js';

/**
 * Temperature at a point of tissue [°C], between the cells by cubic interpolation.
 *
 * @param point - In needle coordinates [m].
 * @param time - One of the run's `snapshotTimes`, or left out for the end of the run [s].
 * @throws {@link LesionModelError} 'invalid-input' for a point outside tissue or a time that was not kept.
 */
export function temperatureAt(run: LesionRun, point: NeedlePoint, time?: number): number {
  const isHeld = run.contact === null && run.time <= run.problem.heating.duration;
  const tipTemperature = isHeld ? run.history.sensorTemperature.at(-1)! : null;
  const last: Snapshot = { time: run.time, temperature: run.temperature, tipTemperature };
  const kept = time === undefined ? last : run.snapshots.find((snapshot) => snapshot.time === time);
  if (!kept) {
    const times = run.snapshots.map((snapshot) => snapshot.time).join(', ') || 'none';
    throw new LesionModelError(
      'invalid-input',
      `time must be one of the run's snapshotTimes (${times}), but was ${String(time)}.`,
      'time',
    );
  }
  return sampleField(
    run.grid,
    kept.temperature.data,
    surfaceOf(run, kept.temperature.data, kept.tipTemperature),
    point,
  );
}

/**
 * Highest temperature that a point of tissue has had by an instant [°C], between the cells by cubic interpolation.
 *
 * @param point - In needle coordinates [m].
 * @throws {@link LesionModelError} 'invalid-input' for a point outside tissue.
 */
export function peakTemperatureAt(run: LesionRun, point: NeedlePoint, instant: Instant = 'final'): number {
  const { peaks, tipPeakTemperature } = run.exposure[instant];
  const sample = ({ data }: ScalarField): number =>
    sampleField(run.grid, data, surfaceOf(run, data, tipPeakTemperature), point);
  return Math.max(...peaks.map(sample));
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
  const rule = ruleOf(checkCriterion(criterion, checkProblem(run.problem)));
  if (rule === null) return peakTemperatureAt(run, point, instant);
  const { state, tip } = recordOf(run.exposure[instant], rule);
  if (state.kind === 'iso') {
    const highest = peakTemperatureAt(run, point, instant);
    if (highest > ISO_RANGE.to) return Infinity;
    if (highest <= ISO_RANGE.from) return 0;
  }
  const scale = borderScale(rule, run.problem.heating.duration);
  const field = continueOutwards(run.grid, scale.field(state));
  const held = tip === null ? null : scale.field(tip)[0]!;
  return scale.damage(sampleField(run.grid, field, surfaceOf(run, field, held), point));
}
