import type { LesionGrowth } from './lesion-estimate.js';
import type { LesionRun } from './lesion-run.js';
import { makeRuler } from './measure.js';
import { makeFieldLines } from './metrics/field-lines.js';
import { type Criterion, keyOfRule, ruleOf } from './problem/criterion.js';
import type { CheckedRun, Progress } from './run-options.js';
import { type ExposureSample, sampleExposure, shaped } from './run-state.js';

/** Moments at which the lesion is measured, from the start of heating and after switch-off. */
const SAMPLES = { heating: 13, cooling: 3 } as const;

/** Moments that lie closer at the beginning, where things change fastest [s]. */
function growthTimes({ checked: { switchOff, endTime } }: CheckedRun): number[] {
  const coolDown = endTime - switchOff;
  const spread = (count: number, length: number): number[] =>
    Array.from({ length: count }, (_, k) => length * ((k + 1) / count) ** 2);
  return [
    ...spread(SAMPLES.heating, switchOff),
    ...spread(coolDown > 0 ? SAMPLES.cooling : 0, coolDown).map((t) => switchOff + t),
  ];
}

/** Of a time that steps were to land on [s]. */
const ROUND_OFF = 1e-6;

/**
 * Watches a run for the growth of one lesion; it changes nothing of the run.
 *
 * @returns The run, and what tissue had been through after the first steps that end at or after the moments of interest.
 */
export function* watchGrowth(
  steps: Generator<Progress, LesionRun>,
  run: CheckedRun,
  criterion: Criterion,
): Generator<Progress, { run: LesionRun; samples: readonly ExposureSample[] }> {
  const times = growthTimes(run);
  const rule = ruleOf(criterion);
  const isOfInterest = run.rules.map((one) => rule !== null && keyOfRule(one) === keyOfRule(rule));
  const samples: ExposureSample[] = [];
  let k = 0;
  for (;;) {
    const next = steps.next();
    if (next.done === true) return { run: next.value, samples };
    const { time, state } = next.value;
    if (time >= (times[k] ?? Infinity) - ROUND_OFF) {
      const sample = sampleExposure(run.rules, state, (index) => isOfInterest[index] === true);
      const counted = rule === null ? sample.time : state.damage.time; // damage waits for a few steps
      if (counted > (samples.at(-1)?.time ?? 0)) samples.push({ ...sample, time: counted });
      while (time >= (times[k] ?? Infinity) - ROUND_OFF) k++;
    }
    yield next.value;
  }
}

/** Width and length at each sample. */
export function measureGrowth(
  run: LesionRun,
  samples: readonly ExposureSample[],
  criterion: Criterion,
): LesionGrowth {
  const lay = makeFieldLines(run.grid, run.interfaces);
  const sizes = samples.map((sample) => makeRuler(run, shaped(run.grid, sample), lay).extent(criterion));
  return {
    time: Float64Array.from([0, ...samples.map(({ time }) => time)]),
    width: Float64Array.from([0, ...sizes.map(({ width }) => width)]),
    length: Float64Array.from([0, ...sizes.map(({ length }) => length)]),
  };
}
