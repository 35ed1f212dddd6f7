import type { DrivenState, RunOutcome, RunState } from './lesion-run.js';
import type { LimitReason } from './physics/generator.js';
import type { CheckedStage, StageHeating } from './problem/checked.js';

/** A temperature that is missed by more at the end of its stage was not reached [K]. */
const REACHED = 0.5;

/** Stretches of time are divided at these parts of the way from ramp to the stage's end, by the logarithm. */
const PARTS = [1 / 3, 2 / 3] as const;

/** The lag of a ramp that is shorter is counted as this part of the heating. */
const SHORTEST_LAG = 0.05;

/**
 * When new stretches of time begin: tissue that the current overheats, while the thermocouple lags behind, is past its
 * peak in one of the first, and what is hottest at the end is so in the last; and every stage has its own [s].
 */
export function stretchesOf(stages: readonly CheckedStage[]): readonly number[] {
  return stages.flatMap(({ heating, start, end }, k) => {
    const own = heating.kind === 'off' || k === 0 ? [] : [start];
    const hasLimit = 'maxSensorTemperature' in heating && heating.maxSensorTemperature < Infinity;
    if (heating.kind !== 'temperature' && !hasLimit) return own;
    const duration = end - start;
    const ramp = heating.kind === 'temperature' ? heating.ramp : 0;
    const lag = Math.max(ramp, SHORTEST_LAG * duration);
    const parts = PARTS.map(
      (part) => start + Math.exp((1 - part) * Math.log(lag) + part * Math.log(duration)),
    );
    return [...own, ...parts.filter((time) => time < end)];
  });
}

/** Keeps a limit that has come into force; null: none is. */
export function keepLimit(
  old: DrivenState['limit'],
  reason: LimitReason | null,
  time: number,
): DrivenState['limit'] {
  if (reason === null) return null;
  // The power stops for good at a roll-off, whatever had limited it before.
  if (reason === 'roll-off' && old?.reason !== 'roll-off') return { reason, since: time };
  return old ?? { reason, since: time };
}

/** What became of a stage: limited if the target was missed at its end, or if the power had to stop. */
export function outcomeOf(
  heating: StageHeating,
  { end }: Pick<CheckedStage, 'end'>,
  { driven, history, time, steps }: RunState,
): RunOutcome {
  const limit = driven?.limit ?? null;
  if (limit?.reason === 'roll-off') return { kind: 'limited', reason: 'roll-off', time: limit.since };
  if (heating.kind !== 'temperature') return { kind: 'completed' };
  const missed = history.sensorTemperature[steps]! < heating.target - REACHED && time >= end;
  if (!missed) return { kind: 'completed' };
  return { kind: 'limited', reason: limit?.reason ?? 'control', time: limit?.since ?? end };
}
