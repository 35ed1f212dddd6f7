import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** No picture of the gallery is larger [bytes]. */
export const LARGEST_PICTURE = 150_000;

/** What an example finds, as the gallery says it. */
export interface Shown {
  /** Left out where the gallery shows none. */
  readonly picture?: string;
  /** Words of the gallery that are computed. */
  readonly finding: readonly string[];
}

/** The part of docs/examples.md about an example, in single spaces. */
export function partAbout(name: string): string {
  const parts = readFileSync('docs/examples.md', 'utf8').split(/^## /m);
  const part = parts.find((text) => text.includes(`npx tsx examples/${name}.ts\n`));
  return part?.replaceAll(/\s+/g, ' ') ?? '';
}

/** The numbers with a decimal point in a part of the gallery that no computed words account for. */
export function looseNumbers(part: string, finding: readonly string[]): readonly string[] {
  const prose = part.replaceAll(/```.*?```|<img [^>]*>/g, ' ');
  const rest = finding.reduce((text, words) => text.replaceAll(words, ' '), prose);
  return rest.match(/\d+\.\d+/g) ?? [];
}

/**
 * That the gallery says what an example finds and shows the picture that it makes: after a change
 * `cp out/<name>.svg docs/images/example-<name>.svg`.
 */
export function expectShown(name: string, { picture, finding }: Shown): void {
  const part = partAbout(name);
  for (const words of finding) expect(part).toContain(words);
  expect(looseNumbers(part, finding)).toEqual([]);
  const file = `docs/images/example-${name}.svg`;
  if (picture === undefined) expect(existsSync(file)).toBe(false);
  else {
    expect(part).toContain(`<img src="images/example-${name}.svg"`);
    expect(readFileSync(file, 'utf8') === picture, `${file} is what the example makes`).toBe(true);
  }
}
