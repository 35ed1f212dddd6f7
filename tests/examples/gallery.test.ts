import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LARGEST_PICTURE, looseNumbers, partAbout } from './shown-picture.js';

const HELPERS = /^(?:draw-.*|chart|colours|millimetres|named-borders|picture|section|write-picture)\.ts$/;

const page = readFileSync('docs/examples.md', 'utf8');
const names = readdirSync('examples')
  .filter((file) => file.endsWith('.ts') && !HELPERS.test(file))
  .map((file) => file.replace(/\.ts$/, ''));
const shown = readdirSync('docs/images').filter((file) => file.startsWith('example-'));

test.each(names)('%s is in the gallery, and its test holds what is said of it', (name) => {
  expect(partAbout(name)).not.toBe('');
  expect(readFileSync(`tests/examples/${name}.test.ts`, 'utf8')).toContain(`expectShown('${name}'`);
});

test('the gallery has no example that is not there', () => {
  const commands = [...page.matchAll(/^npx tsx examples\/(.*)\.ts$/gm)].map(([, name]) => name);
  expect(commands.toSorted()).toEqual(names.toSorted());
});

test.each(shown)('%s is in the page, and small', (file) => {
  expect(page).toContain(`src="images/${file}"`);
  expect(statSync(`docs/images/${file}`).size).toBeLessThan(LARGEST_PICTURE);
});

test('every picture of the page is there and has words for those who cannot see it', () => {
  const pictures = [...page.matchAll(/<img src="images\/([^"]*)"[^>]*alt="([^"]*)"/g)];
  expect(pictures).toHaveLength(page.match(/<img /g)?.length ?? 0);
  for (const [, file = '', words = ''] of pictures) {
    expect(statSync(`docs/images/${file}`).isFile()).toBe(true);
    expect(words.length).toBeGreaterThan(20);
  }
});

test('a number that nothing computes is found', () => {
  const part = 'It is 7.50 mm wide. ```sh npx 1.5 ``` <img alt="2.5"> And 9.25 mm long.';
  expect(looseNumbers(part, ['7.50 mm'])).toEqual(['9.25']);
});
