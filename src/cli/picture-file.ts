import { LesionModelError } from 'rf-lesion';
import { writeWhole } from './files.js';
import type { Session } from './session.js';

/** Dots for each point of the picture: 300 to an inch. */
const SCALE = 300 / 72;

/** Draws SVG as PNG where the package that can is installed. */
async function toPng(svg: string): Promise<Uint8Array> {
  const found = await import('@resvg/resvg-js').catch(() => null);
  if (found === null) {
    const message = 'A PNG needs another package: npm install @resvg/resvg-js, or write an SVG.';
    throw new LesionModelError('invalid-input', message, '--out');
  }
  return new found.Resvg(svg, { fitTo: { mode: 'zoom', value: SCALE } }).render().asPng();
}

/** Writes a picture to a file, as SVG or PNG by its name, or as SVG to stdout. */
export async function writePicture(svg: string, file: string | undefined, { io }: Session): Promise<void> {
  if (file === undefined) io.stdout.write(`${svg}\n`);
  else if (file.endsWith('.svg')) await writeWhole(file, svg);
  else if (file.endsWith('.png')) await writeWhole(file, await toPng(svg));
  else {
    const message = `--out must be a file that ends with .svg or .png, but was '${file}'.`;
    throw new LesionModelError('invalid-input', message, '--out');
  }
}
