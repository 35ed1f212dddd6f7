/**
 * A long strip by one needle: a 22 G cannula with a 5 mm tip heats at 80 °C for 60 s and is withdrawn along its axis by 5 mm,
 * three times. Prints the union of the lesions after each stage and draws it.
 */
import { cannula, estimateLesion, type LesionEstimate, type Stage, tissues } from 'rf-lesion';
import { drawStrip } from './draw-strip.js';
import { inMillimetres } from './millimetres.js';
import { writePicture } from './write-picture.js';

const heat: Stage = { kind: 'temperature', target: 80, duration: 60 };
const withdrawn: Stage = { ...heat, shift: 5e-3 };

export const lesion: LesionEstimate = estimateLesion({
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'schedule', stages: [heat, withdrawn, withdrawn, withdrawn] },
});

/** The union of all lesions so far, after each stage, in mm. */
export const rows: readonly Readonly<Record<string, string>>[] = lesion.stages.map(
  ({ position, size }, k) => ({
    stage: String(k + 1),
    withdrawn: `${(1e3 * position).toFixed(0)} mm`,
    width: inMillimetres(size.width),
    length: inMillimetres(size.length),
  }),
);

export const picture: string = drawStrip(lesion, { needle: '22 G cannula', tissue: 'muscle' });

console.table(rows);
writePicture('palisade-strip', picture);
