import type { LesionEstimate, PulseResult } from '../lesion-estimate.js';
import { stagesOf } from '../problem/heating.js';
import { describeStage } from './heating-in-words.js';
import { inColumns, printMeasured } from './measured-in-words.js';

/** A time without the noise of adding [s]. */
const tidy = (time: number): number => Number(time.toPrecision(6));

/** The stages of a schedule one below the other, with the lesion after each; empty for a single heating. */
export function formatStages({ run: { problem }, stages }: LesionEstimate): string[] {
  const { heating } = problem;
  if (heating.kind !== 'schedule') return [];
  const told = stagesOf(heating);
  const rows = stages.map(({ start, end, outcome, size }, k) => {
    const ended =
      outcome.kind === 'limited' ? `${outcome.reason} since ${outcome.time.toFixed(1)} s` : 'completed';
    const stage = told[k];
    return [
      stage ? describeStage(stage) : '',
      `${tidy(start)}–${tidy(end)} s`,
      printMeasured(size.width, 1e3),
      printMeasured(size.length, 1e3),
      ended,
    ];
  });
  return [inColumns([['stage', 'time', 'width mm', 'length mm', 'outcome'], ...rows])];
}

/** What pulses did at the end of their stage, in words. */
function describePulse({ voltage, pulseWidth, sensor, hottest, field }: PulseResult): string[] {
  const strengths = (values: PulseResult['field']['besideTip']): string =>
    values.map((one) => printMeasured(one, 1e-3)).join(', ');
  if (voltage.value === 0) return ['no pulses at the end: the sensor is at its limit without any'];
  return [
    `pulses at the end: ${printMeasured(voltage, 1)} V (rms) for ${printMeasured(pulseWidth, 1e3)} ms`,
    `sensor ${printMeasured(sensor.mean, 1)} °C, ${printMeasured(sensor.peak, 1)} °C within a pulse`,
    `hottest tissue ${printMeasured(hottest.mean, 1)} °C, ${printMeasured(hottest.peak, 1)} °C within a pulse`,
    `field in kV/m (rms) at 0.1, 0.5, 1 and 2 mm: beside the tip ${strengths(field.besideTip)}; ahead of the end ${strengths(field.aheadOfEnd)}`,
  ];
}

/** What the pulses of an estimate did, for every stage with pulses. */
export function formatPulses({ stages }: LesionEstimate): string[] {
  return stages.flatMap(({ pulse }) => (pulse ? describePulse(pulse) : []));
}
