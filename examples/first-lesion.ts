/**
 * How wide is the lesion of a 22 G cannula with a 5 mm tip, controlled at 80 °C for 90 s in muscle? Prints the answer and
 * draws it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cannula, estimateLesion, formatEstimate, type LesionEstimate, tissues } from 'rf-lesion';
import { drawTemperature } from './draw-temperature.js';

export const lesion: LesionEstimate = estimateLesion({
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'temperature', target: 80, ramp: 10, duration: 90 },
});

export const picture: string = drawTemperature(lesion, { needle: '22 G cannula', tissue: 'muscle' });

const folder = fileURLToPath(new URL('../out/', import.meta.url));
const path = join(folder, 'first-lesion.svg');
mkdirSync(folder, { recursive: true });
writeFileSync(path, picture);

console.log(formatEstimate(lesion));
console.log(`\npicture: ${relative(process.cwd(), path)}`);
