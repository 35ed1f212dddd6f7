/**
 * How wide is the lesion of a 22 G cannula with a 5 mm tip, controlled at 80 °C for 90 s in muscle? Prints the answer and
 * draws it.
 */
import { cannula, estimateLesion, formatEstimate, type LesionEstimate, tissues } from 'rf-lesion';
import { drawTemperature } from './draw-temperature.js';
import { writePicture } from './write-picture.js';

export const lesion: LesionEstimate = estimateLesion({
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'temperature', target: 80, ramp: 10, duration: 90 },
});

export const picture: string = drawTemperature(lesion, { needle: '22 G cannula', tissue: 'muscle' });

console.log(formatEstimate(lesion));
writePicture('first-lesion', picture);
