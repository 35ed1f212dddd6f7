/**
 * A water-cooled 18 G probe with a 4 mm tip at 60 °C for 150 s, against the same needle without coolant. The coolant's
 * temperature is an assumption, the middle of a range of 5 to 25 °C: both ends of it are run as well. Prints sizes and the
 * hottest point of each, and draws them.
 */
import {
  cooledProbe,
  type Electrode,
  electrodes,
  estimateLesion,
  type LesionEstimate,
  tissues,
} from 'rf-lesion';
import { drawHalves } from './draw-halves.js';
import { inMillimetres } from './millimetres.js';
import { writePicture } from './write-picture.js';

const { radius, tipLength, tipShape, body, insulation, sensor } = electrodes.cooled18G4mm;
const withoutCoolant: Electrode = { radius, tipLength, tipShape, body, insulation, sensor };

const estimate = (electrode: Electrode): LesionEstimate =>
  estimateLesion({
    electrode,
    tissue: tissues.muscle,
    heating: { kind: 'temperature', target: 60, duration: 150 },
  });

export const cooled: LesionEstimate = estimate(electrodes.cooled18G4mm);
export const cold: LesionEstimate = estimate(cooledProbe({ gauge: 18, tipLength, coolant: 5 }));
export const mild: LesionEstimate = estimate(cooledProbe({ gauge: 18, tipLength, coolant: 25 }));
export const uncooled: LesionEstimate = estimate(withoutCoolant);

const lesions = { 'coolant 15 °C': cooled, '5 °C': cold, '25 °C': mild, 'no coolant': uncooled };

/** Sizes in mm, the hottest point that tissue has had, and its distance from the needle in mm. */
export const rows: readonly Readonly<Record<string, string>>[] = Object.entries(lesions).map(
  ([name, { width, length, distalReach, hottest }]) => ({
    probe: name,
    width: inMillimetres(width),
    length: inMillimetres(length),
    ahead: inMillimetres(distalReach),
    'hottest °C': `${hottest.temperature.value.toFixed(1)} ± ${(hottest.temperature.numericalError ?? 0).toFixed(1)}`,
    'away from the needle': inMillimetres(hottest.distance),
  }),
);

export const picture: string = drawHalves(
  { name: 'without coolant', estimate: uncooled },
  { name: 'coolant 15 °C; dashed: 5, 25 °C', estimate: cooled, others: [cold, mild] },
  { needle: 'Cooled 18 G probe', tissue: 'muscle' },
);

console.table(rows);
writePicture('cooled-probe', picture);
