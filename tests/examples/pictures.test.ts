import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pictures } from '../../examples/pictures.js';
import { expectShown } from './shown-picture.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

const page = readFileSync('docs/files-and-pictures.md', 'utf8');

test.each(Object.entries(pictures))('%s is small and well formed', (_, picture) => {
  expect(Buffer.byteLength(picture)).toBeLessThan(200_000);
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
});

test.each(['generator', 'growth', 'comparison', 'chart'])(
  '%s is the one in the page: cp out/picture-*.svg docs/images/',
  (name) => {
    expect(readFileSync(`docs/images/picture-${name}.svg`, 'utf8')).toBe(pictures[name]);
    expect(page).toContain(`images/picture-${name}.svg`);
  },
);

test('the gallery names it', () => {
  expectShown('pictures', { finding: [] });
});
