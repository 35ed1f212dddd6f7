import { LesionModelError } from './errors.js';
import type { LesionRun, ScalarField, Snapshot } from './lesion-run.js';
import { fieldLines, type FieldLines, largestLines } from './metrics/field-lines.js';
import { type LesionSize, measureRegion } from './metrics/lesion-size.js';
import { type NeedlePoint, sampleField } from './metrics/sample.js';
import { contactSurface, heldSurface, type SurfaceField } from './metrics/surface-field.js';
import { checkCriterion, checkProblem } from './problem/check.js';
import type { Criterion } from './problem/types.js';

/** End of heating, or end of the cool-down. */
export type Instant = 'atSwitchOff' | 'final';

/**
 * Measures the lesion of one run, without an error bar.
 *
 * @param instant - Default 'final'.
 * @throws {@link LesionModelError} 'invalid-input'; 'domain-too-small' when the region reaches the outer boundary.
 */
export function measureLesion(
  run: LesionRun,
  criterion: Criterion,
  instant: Instant = 'final',
): LesionSize<number> {
  const { threshold } = checkCriterion(criterion, checkProblem(run.problem));
  return makeRuler(run, instant)(threshold);
}

/** The field on the needle's surface, by what the run knows of it. */
function surfaceOf({ grid, contact }: LesionRun, field: Float64Array, held: number | null): SurfaceField {
  return contact ? contactSurface(grid, field, contact) : heldSurface(grid, held);
}

/** A crease this much off the threshold plays no part in a size [K]. */
const CREASE_REACH = 10;

/** Whether an earlier peak is higher than the last one anywhere near a temperature. */
function isHigherNear({ grid }: LesionRun, earlier: ScalarField, last: ScalarField, T: number): boolean {
  return earlier.data.some((before, c) => {
    const since = last.data[c] ?? Infinity;
    return before > since && grid.isTissue[c] === 1 && since < T + CREASE_REACH && before > T - CREASE_REACH;
  });
}

/** What measures a run at one instant, at any threshold that has been checked [°C]. */
export type Ruler = (threshold: number) => LesionSize<number>;

/** Makes what measures a run: the lines through its fields are laid once. */
export function makeRuler(run: LesionRun, instant: Instant): Ruler {
  const { grid, exposure } = run;
  const { peaks, tipPeakTemperature } = exposure[instant];
  const last = peaks.at(-1)!;
  const laid = new Map<ScalarField, FieldLines>();
  const linesOf = (peak: ScalarField): FieldLines => {
    const known = laid.get(peak);
    if (known) return known;
    const lines = fieldLines(grid, peak.data, surfaceOf(run, peak.data, tipPeakTemperature));
    laid.set(peak, lines);
    return lines;
  };
  return (threshold) => {
    const which = peaks.filter((peak) => peak === last || isHigherNear(run, peak, last, threshold));
    const lines = largestLines(which.map(linesOf));
    const { size, touchesBoundary } = measureRegion(grid, lines, threshold);
    if (touchesBoundary) {
      const reached = `The region at ${threshold} °C reaches the outer boundary of the computed region`;
      const remedy = run.problem.domain
        ? 'domain must be larger, or left out'
        : 'the threshold must lie further above the temperatures of blood and boundary and what metabolism adds';
      throw new LesionModelError('domain-too-small', `${reached}: ${remedy}.`, 'domain');
    }
    return size;
  };
}

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
