/**
 * How much does each hotter cycle add to a lesion? Three cycles of 60, 65 and 70 °C, 60 s each with pauses of 30 s, by the needle and
 * in the nerve of `procedures.trigeminalStaged`. That procedure has the two cycles that a source states; these three are chosen to
 * show growth. Prints the lesion after each stage and draws what the generator shows.
 */
import { estimateLesion, type LesionEstimate, procedures, type Stage } from 'rf-lesion';
import { drawHistory, nameStage } from './draw-history.js';
import { inMillimetres } from './millimetres.js';
import { writePicture } from './write-picture.js';

const { electrode, tissue } = procedures.trigeminalStaged;
const cycle = (target: number): Stage => ({ kind: 'temperature', target, duration: 60 });
const pause: Stage = { kind: 'off', duration: 30 };
const stages = [cycle(60), pause, cycle(65), pause, cycle(70)];

export const lesion: LesionEstimate = estimateLesion({
  electrode,
  tissue,
  heating: { kind: 'schedule', stages },
});

/** The lesion so far, after each stage, in mm. */
export const rows: readonly Readonly<Record<string, string>>[] = lesion.stages.map(({ end, size }, k) => ({
  stage: stages[k] ? nameStage(stages[k]) : '',
  until: `${end} s`,
  width: inMillimetres(size.width),
  length: inMillimetres(size.length),
}));

export const picture: string = drawHistory(lesion, { needle: '22 G cannula', tissue: 'nerve' });

console.table(rows);
writePicture('trigeminal-staged', picture);
