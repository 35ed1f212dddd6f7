/**
 * Pulsed RF: pulses of 20 ms twice a second for 120 s by a 22 G cannula with a 5 mm tip, the voltage lowered so that the sensor
 * stays at 42 °C. How hot does tissue get within a pulse, and how strong is the field about the needle?
 */
import {
  cannula,
  estimateLesion,
  FIELD_STRENGTH_DISTANCES,
  type LesionEstimate,
  type Measured,
  tissues,
} from 'rf-lesion';
import { drawPulses } from './draw-pulses.js';
import { writePicture } from './write-picture.js';

export const lesion: LesionEstimate = estimateLesion({
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'pulsed', duration: 120 },
  coolDown: 0, // so that the run ends with the last pulse
});

const pulse = lesion.stages[0]?.pulse;
if (!pulse) throw new Error('There are no pulses.');

const { voltage, sensor, hottest, field } = pulse;
const measured = ({ value, numericalError }: Measured, unit: string, scale = 1): string =>
  `${(scale * value).toFixed(2)} ± ${(scale * (numericalError ?? NaN)).toFixed(2)} ${unit}`;
const inKilovolts = (one: Measured | undefined): string => (one ? measured(one, 'kV/m', 1e-3) : '–');

/** What the pulses come to at the end. */
export const summary: Readonly<Record<string, string>> = {
  'voltage while a pulse is on': measured(voltage, 'V'),
  'sensor, mean': measured(sensor.mean, '°C'),
  'sensor, within a pulse': measured(sensor.peak, '°C'),
  'hottest tissue, mean': measured(hottest.mean, '°C'),
  'hottest tissue, within a pulse': measured(hottest.peak, '°C'),
};

/** Strength of the field while a pulse is on, rms. */
export const rows: readonly Readonly<Record<string, string>>[] = FIELD_STRENGTH_DISTANCES.map(
  (distance, k) => ({
    distance: `${1e3 * distance} mm`,
    'beside the tip': inKilovolts(field.besideTip[k]),
    'ahead of the end': inKilovolts(field.aheadOfEnd[k]),
  }),
);

export const picture: string = drawPulses(lesion, { needle: '22 G cannula', tissue: 'muscle' });

console.table(summary);
console.table(rows);
writePicture('pulsed-rf', picture);
