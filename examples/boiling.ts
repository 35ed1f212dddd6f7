/**
 * A constant power of 4 W until tissue boils and the generator rolls off, by a 22 G cannula with a 5 mm tip in muscle. The water
 * that can boil away, 750 kg/m³, is an assumption: no measured source is at hand. So is how conductivity falls in steam. What
 * comes out shows the course of events, and not the second at which they happen: at fine resolution the roll-off comes a
 * second earlier than here.
 */
import { cannula, estimateLesion, type LesionEstimate, tissues } from 'rf-lesion';
import { drawHistory } from './draw-history.js';
import { inMillimetres } from './millimetres.js';
import { writePicture } from './write-picture.js';

const WATER = 750; // [kg/m³]

export const lesion: LesionEstimate = estimateLesion({
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: { ...tissues.muscle, waterContent: WATER },
  heating: { kind: 'power', power: 4, duration: 30 },
});

const { outcome, history, width } = lesion;
const impedance = Array.from(history.impedance ?? []).slice(1);

/** When the generator stopped, the impedance it saw, and the lesion. */
export const summary: Readonly<Record<string, string>> = {
  'rolls off at': outcome.kind === 'limited' ? `${outcome.time.toFixed(1)} s` : 'never',
  'lowest impedance': `${Math.min(...impedance).toFixed(0)} Ω`,
  'highest impedance': `${Math.max(...impedance).toFixed(0)} Ω`,
  width: `${inMillimetres(width)} mm`,
};

export const picture: string = drawHistory(lesion, { needle: '22 G cannula', tissue: 'muscle' }, [
  'power',
  'impedance',
]);

console.table(summary);
writePicture('boiling', picture);
