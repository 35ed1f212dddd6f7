/**
 * How does a lesion get into Python? Writes the fields of one run for NumPy, the surface of the lesion for VTK, the history for a
 * spreadsheet and the whole answer as JSON into the folder out/. examples/read_fields.py reads them, measures the lesion by itself and
 * prints its numbers beside those of the library.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cannula, estimateLesion, type LesionEstimate, tissues } from 'rf-lesion';
import { estimateJson, fieldsNpz, historyCsv, surfaceVtp } from 'rf-lesion/output';
import { drawLesion } from 'rf-lesion/plot';
import { writePicture } from './write-picture.js';

export const lesion: LesionEstimate = estimateLesion({
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'temperature', target: 80, ramp: 10, duration: 90 },
});

/** By name. */
export const files: Readonly<Record<string, string | Uint8Array>> = {
  'fields.npz': fieldsNpz(lesion.run),
  'lesion.vtp': surfaceVtp(lesion.border),
  'history.csv': historyCsv(lesion),
  'lesion.json': estimateJson(lesion),
};

export const picture: string = drawLesion(lesion, { title: 'What the files hold' });

const folder = new URL('../out/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, content] of Object.entries(files)) {
  writeFileSync(fileURLToPath(new URL(name, folder)), content);
  console.log(`${name}: ${Math.ceil(Buffer.byteLength(content) / 1024)} kB`);
}
writePicture('fields-for-python', picture);
console.log('python3 examples/read_fields.py reads them');
