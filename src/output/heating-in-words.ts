import { pulsesOf } from '../problem/defaults.js';
import type { Heating, Stage } from '../problem/heating.js';

function aim(stage: Stage): string {
  switch (stage.kind) {
    case 'temperature':
      return `RF current, ${stage.target} °C at the sensor`;
    case 'tip-temperature':
      return `tip surface held at ${stage.target} °C`;
    case 'power':
      return `RF current of ${stage.power} W`;
    case 'voltage':
      return `RF current at ${stage.voltage} V`;
    case 'pulsed': {
      const { voltage, pulseWidth, pulseRate, maxSensorTemperature } = pulsesOf(stage);
      const pulses = `${Number((1e3 * pulseWidth).toPrecision(6))} ms at ${pulseRate} Hz`;
      return `pulsed RF, ${voltage} V, ${pulses}, at most ${maxSensorTemperature} °C at the sensor`;
    }
    case 'off':
      return 'no current';
  }
}

/** What the needle is told in one stage: 'RF current, 80 °C at the sensor for 90 s'. */
export function describeStage(stage: Stage): string {
  const { shift = 0, duration } = stage;
  const moved = `needle ${shift > 0 ? 'withdrawn' : 'advanced'} by ${Number((1e3 * Math.abs(shift)).toPrecision(6))} mm, `;
  return `${shift === 0 ? '' : moved}${aim(stage)} for ${duration} s`;
}

/** What the needle is told, for a title: 'RF current, 80 °C at the sensor for 90 s', or the number of stages. */
export function describeHeating(heating: Heating): string {
  if (heating.kind !== 'schedule') return describeStage(heating);
  const { stages } = heating;
  const time = stages.reduce((sum, { duration }) => sum + duration, 0);
  return `${stages.length} ${stages.length === 1 ? 'stage' : 'stages'} in ${time} s`;
}
