/**
 * Three cycles of 60, 65 and 70 °C, 60 s each with pauses of 30 s, as for the trigeminal ganglion, by a 22 G cannula with a 5 mm
 * tip. There is no preset of grey or white matter yet: the tissue is muscle, and the sizes are those of muscle. Prints the
 * lesion after each stage and draws what the generator shows.
 */
import { cannula, estimateLesion, type LesionEstimate, type Stage, tissues } from 'rf-lesion';
import { drawHistory, nameStage } from './draw-history.js';
import { inMillimetres } from './millimetres.js';
import { writePicture } from './write-picture.js';

const cycle = (target: number): Stage => ({ kind: 'temperature', target, duration: 60 });
const pause: Stage = { kind: 'off', duration: 30 };
const stages = [cycle(60), pause, cycle(65), pause, cycle(70)];

export const lesion: LesionEstimate = estimateLesion({
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'schedule', stages },
});

/** The lesion so far, after each stage, in mm. */
export const rows: readonly Readonly<Record<string, string>>[] = lesion.stages.map(({ end, size }, k) => ({
  stage: stages[k] ? nameStage(stages[k]) : '',
  until: `${end} s`,
  width: inMillimetres(size.width),
  length: inMillimetres(size.length),
}));

export const picture: string = drawHistory(lesion, { needle: '22 G cannula', tissue: 'muscle' });

console.table(rows);
writePicture('trigeminal-staged', picture);
