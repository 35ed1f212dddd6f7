import type { CompanionRuns } from './analysis/companions.js';
import { mapFamily, type Measured, spreadOf } from './analysis/error-bar.js';
import { makeFamilyRuler } from './family-ruler.js';
import type { PulseResult, StageResult } from './lesion-estimate.js';
import type { LesionRun } from './lesion-run.js';
import type { LesionSize } from './metrics/lesion-size.js';
import { FIELD_STRENGTH_DISTANCES } from './physics/field-strength.js';
import type { PulseRecord } from './physics/pulse.js';
import { lastHeatOf } from './problem/heating.js';
import type { Criterion } from './problem/criterion.js';
import type { CheckedRun } from './run-options.js';

/** Error of a field that is left where all runs agree by chance: part of it, by the distance from the tip. */
const FIELD_FLOORS = { besideTip: [2e-3, 2e-3, 2e-3, 2e-3], aheadOfEnd: [2e-2, 2e-3, 2e-3, 2e-3] } as const;

/** The same of the sensor's temperature [K]. */
const SENSOR_FLOOR = 0.01;

/** At an edge of the tip temperature within a pulse is far from its limit on any grid: so many times the spread. */
const EDGE = 3;

/** The cells cut so much of this off the point of a cone that the field ahead of it is that of a shorter one. */
const CUT_OFF = 0.5;

/** Length of a cone along which it is thinner than a cell; 0 for other ends [m]. */
function pointCut({ grid: { profile }, resolution: { spacing } }: LesionRun): number {
  const { end, coneLength = 0, radius } = profile;
  return end === 'cone' ? (spacing * coneLength) / radius : 0;
}

/** The pulses at the end of a stage, with the spread of all runs as their bar. */
function pulseOf(run: LesionRun, companions: CompanionRuns | null, stage: number): PulseResult | null {
  const last = (one: LesionRun): PulseRecord | undefined => one.stages[stage]?.pulses.at(-1);
  const own = last(run);
  if (!own) return null;
  const measured = (pick: (pulse: PulseRecord) => number, floor = 0, factor = 1): Measured => {
    if (companions === null) return { value: pick(own), numericalError: null };
    const spread = spreadOf(mapFamily({ finest: run, ...companions }, (one) => pick(last(one)!)));
    return { ...spread, numericalError: factor * spread.numericalError + floor };
  };
  const cutOff = CUT_OFF * pointCut(run);
  const fields = (side: 'besideTip' | 'aheadOfEnd'): Measured[] =>
    own.field[side].map((strength, k) => {
      const part = side === 'aheadOfEnd' ? cutOff / (FIELD_STRENGTH_DISTANCES[k]! + cutOff) : 0;
      return measured(({ field }) => field[side][k]!, (FIELD_FLOORS[side][k]! + part) * strength);
    });
  return {
    voltage: measured(({ voltage }) => voltage),
    pulseWidth: measured(({ pulseWidth }) => pulseWidth),
    sensor: {
      mean: measured(({ sensor }) => sensor.mean, SENSOR_FLOOR),
      peak: measured(({ sensor }) => sensor.peak, 2 * SENSOR_FLOOR, 1.5),
    },
    hottest: {
      mean: measured(({ hottest }) => hottest.mean, 0, EDGE),
      peak: measured(({ hottest }) => hottest.peak, 0, EDGE),
      r: own.hottest.r,
      z: own.hottest.z,
    },
    field: { besideTip: fields('besideTip'), aheadOfEnd: fields('aheadOfEnd') },
  };
}

/**
 * What each stage of a run led to.
 *
 * @param atSwitchOff - The headline's lesion at switch-off, which is that of the last stage with heat.
 */
export function stageResults(
  run: LesionRun,
  companions: CompanionRuns | null,
  input: CheckedRun,
  criterion: Criterion,
  atSwitchOff: LesionSize<Measured>,
): StageResult[] {
  const lastHeat = lastHeatOf(run.problem.heating);
  return run.stages.map(({ kind, start, end, position, outcome, history }, k) => {
    const size =
      k === lastHeat ? atSwitchOff : makeFamilyRuler(run, companions, input, { stage: k }).size(criterion);
    return { kind, start, end, position, outcome, size, history, pulse: pulseOf(run, companions, k) };
  });
}
