import type { CheckedStage, StageHeating } from './checked.js';
import { DEFAULTS, pulsesOf } from './defaults.js';
import type { Stage } from './heating.js';

const NO_LIMIT = Infinity;

/** What happens in one stage, with nothing left out. */
function completeHeating(stage: Stage): StageHeating {
  if (stage.kind === 'off') return { kind: 'off' };
  if (stage.kind === 'tip-temperature') {
    const { kind, target, ramp = DEFAULTS.ramp } = stage;
    return { kind, target, ramp };
  }
  const { rollOff = DEFAULTS.rollOff } = stage;
  switch (stage.kind) {
    case 'temperature': {
      const { kind, target, ramp = DEFAULTS.ramp, control = DEFAULTS.control } = stage;
      const { maxPower = DEFAULTS.maxPower, maxVoltage = NO_LIMIT, maxCurrent = NO_LIMIT } = stage;
      return { kind, target, ramp, limits: { maxPower, maxVoltage, maxCurrent }, control, rollOff };
    }
    case 'power': {
      const { kind, power, maxVoltage = NO_LIMIT, maxSensorTemperature = NO_LIMIT } = stage;
      const limits = { maxPower: NO_LIMIT, maxVoltage, maxCurrent: NO_LIMIT };
      return { kind, power, limits, maxSensorTemperature, rollOff };
    }
    case 'voltage':
      return { kind: stage.kind, voltage: stage.voltage, rollOff };
    case 'pulsed':
      return { kind: stage.kind, ...pulsesOf(stage), limitBy: stage.limitBy ?? 'voltage', rollOff };
  }
}

/** Lengths are sums of what the caller wrote; this takes away the noise of adding [m]. */
const tidy = (length: number): number => Number(length.toPrecision(12));

/** The stages of a run in order, with nothing left out. */
export function completeStages(stages: readonly Stage[]): CheckedStage[] {
  let [time, position] = [0, 0];
  return stages.map((stage) => {
    const start = time;
    time += stage.duration;
    position = tidy(position + (stage.shift ?? 0));
    return { heating: completeHeating(stage), start, end: time, position };
  });
}
