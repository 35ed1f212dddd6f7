import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../out/', import.meta.url));

/** Writes an SVG picture into the folder out/, and prints where it is. */
export function writePicture(name: string, svg: string): void {
  const path = join(FOLDER, `${name}.svg`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path, svg);
  console.log(`\npicture: ${relative(process.cwd(), path)}`);
}
