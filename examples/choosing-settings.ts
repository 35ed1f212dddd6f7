/**
 * Which temperature, held how long, makes a lesion 8 mm wide? A 22 G cannula with a 5 mm tip in muscle at four temperatures and five
 * times, at draft resolution, since there are twenty lesions. Prints every width and the time that each temperature needs.
 */
import { cannula, estimateLesion, type LesionEstimate, type Measured, tissues } from 'rf-lesion';
import { drawLesionChart } from 'rf-lesion/plot';
import { inMillimetres } from './millimetres.js';
import { writePicture } from './write-picture.js';

/** [m] */
export const WANTED = 8e-3;
const TEMPERATURES = [70, 75, 80, 90]; // [°C]
const DURATIONS = [30, 60, 120, 180, 300]; // [s]

/** A width after a time of heating. */
export interface TimedWidth {
  /** [s] */
  readonly duration: number;
  /** [m] */
  readonly width: Measured;
}

/** All lesions at one temperature, in order of time. */
export interface Curve {
  /** [°C] */
  readonly temperature: number;
  readonly points: readonly TimedWidth[];
  /** Time that makes a lesion as wide as wanted [s]; null where none of those tried is long enough, or the shortest is too long. */
  readonly timeNeeded: number | null;
}

/**
 * The time at which widths, in order of time, reach the one wanted [s]; null where that is not between two of them. Between two
 * times the width is taken to grow by equal steps whenever the time doubles, which is how it grows nearly.
 */
export function timeNeeded(points: readonly TimedWidth[], wanted: number): number | null {
  for (const [k, { duration, width }] of points.entries()) {
    const next = points[k + 1];
    if (!next || width.value > wanted || next.width.value < wanted) continue;
    const part = (wanted - width.value) / (next.width.value - width.value);
    return duration * (next.duration / duration) ** part;
  }
  return null;
}

const lesionAt = (target: number, duration: number): LesionEstimate =>
  estimateLesion(
    {
      electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
      tissue: tissues.muscle,
      heating: { kind: 'temperature', target, ramp: 10, duration },
    },
    { resolution: 'draft', criteria: [] },
  );

const lesions = TEMPERATURES.map((target) => DURATIONS.map((duration) => lesionAt(target, duration)));

export const curves: readonly Curve[] = TEMPERATURES.map((temperature, n) => {
  const points = DURATIONS.flatMap((duration, k) => {
    const width = lesions[n]?.[k]?.width;
    return width ? [{ duration, width }] : [];
  });
  return { temperature, points, timeNeeded: timeNeeded(points, WANTED) };
});

const needed = `for ${1e3 * WANTED} mm`;

/** Widths in mm after each time, and the time needed. */
export const rows: readonly Readonly<Record<string, string>>[] = curves.map(
  ({ temperature, points, timeNeeded: time }) => ({
    temperature: `${temperature} °C`,
    ...Object.fromEntries(points.map(({ duration, width }) => [`${duration} s`, inMillimetres(width)])),
    [needed]: time === null ? '–' : `${time.toFixed(0)} s`,
  }),
);

export const picture: string = drawLesionChart(lesions.flat(), {
  title: `Which settings make a lesion ${1e3 * WANTED} mm wide?`,
});

console.table(rows);
writePicture('choosing-settings', picture);
