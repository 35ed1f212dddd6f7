/**
 * How much wider is a lesion because coagulated tissue is no longer perfused? A 22 G cannula with a 5 mm tip, 80 °C for 180 s,
 * in muscle at rest and with ten times its perfusion, with every response of the blood to heat.
 */
import { cannula, estimateLesion, type PerfusionResponse, type TemperatureLaw, tissues } from 'rf-lesion';
import { drawLesions, type LesionSide } from './draw-lesions.js';
import { inMillimetres } from './millimetres.js';
import { writePicture } from './write-picture.js';

/**
 * Perfusion of muscle by Lang, Erdmann and Seebass 1999, 0.45 + 3.55 exp(−(T − 45)²/12) up to 45 °C and 4 above [kg/(m³·s)], as
 * read in public code that names them, relative to its value in the cold.
 */
const temperature = Array.from({ length: 15 }, (_, k) => 31 + k);
const flow = (T: number): number => (0.45 + 3.55 * Math.exp(-((T - 45) ** 2) / 12)) / 0.45;
const factor: TemperatureLaw = { kind: 'table', temperature, value: temperature.map(flow) };

const RESPONSES: Readonly<Record<string, PerfusionResponse>> = {
  constant: { kind: 'constant' },
  'stops where coagulated': { kind: 'stops-when-coagulated' },
  'rises with heat': { kind: 'follows-temperature', factor },
  'rises, then stops': { kind: 'stops-when-coagulated', factor },
};

function lesionsAt(name: string, times: number, responses: readonly string[]): LesionSide {
  const lesions = responses.map((response) => {
    const perfusionRate = times * tissues.muscle.perfusionRate;
    const perfusionResponse = RESPONSES[response] ?? { kind: 'constant' };
    const estimate = estimateLesion({
      electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
      tissue: { ...tissues.muscle, perfusionRate, perfusionResponse },
      heating: { kind: 'temperature', target: 80, duration: 180 },
    });
    return { name: response, estimate };
  });
  return { name, lesions };
}

export const sides: readonly [LesionSide, LesionSide] = [
  lesionsAt('at rest', 1, Object.keys(RESPONSES)),
  lesionsAt('ten times as much blood', 10, ['constant', 'stops where coagulated']),
];

/** Width and length in mm. */
export const rows: readonly Readonly<Record<string, string>>[] = sides.flatMap(({ name, lesions }) =>
  lesions.map(({ name: response, estimate: { width, length } }) => {
    return { perfusion: name, response, width: inMillimetres(width), length: inMillimetres(length) };
  }),
);

export const picture: string = drawLesions(...sides, { needle: '22 G cannula', tissue: 'muscle' });

console.table(rows);
writePicture('perfusion', picture);
