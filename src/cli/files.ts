import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { LesionModelError } from 'rf-lesion';

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * What a JSON file holds.
 *
 * @param what - What it must be, as in 'a problem'.
 * @param parse - Reads the text; throws if it is not JSON.
 */
export async function readJson(
  file: string,
  what: string,
  parse: (text: string) => unknown = JSON.parse,
): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new LesionModelError('invalid-input', `${file} cannot be read: ${reasonOf(error)}.`);
  });
  try {
    return parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new LesionModelError(
      'invalid-input',
      `${file} must be ${what} in JSON, but is not JSON: ${reasonOf(error)}.`,
    );
  }
}

/** Writes a whole file or none: under another name beside it first. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}.part`;
  try {
    await writeFile(draft, content);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw new LesionModelError('invalid-input', `${file} cannot be written: ${reasonOf(error)}.`);
  }
}
