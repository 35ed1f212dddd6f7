import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PAGE, referencesPage } from '../../docs/references-page.js';
import { sourceFiles } from '../house/source-files.js';
import { PAGES } from './pages.js';

/** The DOIs that a text names. */
const doisIn = (text: string): readonly string[] =>
  [...text.matchAll(/\b10\.\d{4,5}\/[^\s,;'"`[\]<>$]+/g)].map(([doi]) => tidied(doi));

/** Without the marks that follow it: a bracket belongs to it where its partner does. */
function tidied(doi: string): string {
  const bare = doi.replace(/[.:*]+$/, '');
  const opened = bare.split('(').length;
  return bare.endsWith(')') && bare.split(')').length > opened ? tidied(bare.slice(0, -1)) : bare;
}

const page = readFileSync(PAGE, 'utf8');
const listed = new Set(doisIn(page).map((doi) => doi.toLowerCase()));

test('the page of references is what the code makes: npm run references', async () => {
  expect(page).toBe(await referencesPage());
});

describe('every DOI has its entry', () => {
  const texts = [...sourceFiles('src'), ...sourceFiles('examples')].map(
    ({ path, text }) => [path, text] as const,
  );

  test.each([...texts, ...PAGES].filter(([, text]) => doisIn(text).length > 0))('in %s', (_, text) => {
    expect(doisIn(text).filter((doi) => !listed.has(doi.toLowerCase()))).toEqual([]);
  });

  test('and one is read with its brackets, and without the marks after it', () => {
    expect(doisIn('(doi:10.1016/0360-3016(84)90379-1).')).toEqual(['10.1016/0360-3016(84)90379-1']);
    expect(doisIn('[doi:10.1155/2015/893136](https://doi.org/10.1155/2015/893136)')).toEqual([
      '10.1155/2015/893136',
      '10.1155/2015/893136',
    ]);
  });
});
