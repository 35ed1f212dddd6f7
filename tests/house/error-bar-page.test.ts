import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorBarFigure } from '../../docs/error-bar-figure.js';
import { errorBarPage, FIGURE, PAGE } from '../../docs/error-bar-page.js';
import { missingNumbers, unclosedTags } from '../examples/svg-faults.js';
import { type StoredStudy, STORED_STUDY } from '../studies/study-record.js';

const stored = JSON.parse(readFileSync(STORED_STUDY, 'utf8')) as StoredStudy;
const page = readFileSync(PAGE, 'utf8');

test('page and picture are what the stored study makes: npm run study', async () => {
  expect(await errorBarPage(page, stored)).toBe(page);
  expect(readFileSync(FIGURE, 'utf8')).toBe(errorBarFigure(stored));
});

test('what is outside the marks stays, and a page without them is refused', async () => {
  const text = '# One\n\n<!-- study: begin -->\n\nold\n\n<!-- study: end -->\n\nTwo\n';
  const made = await errorBarPage(text, stored);
  expect(made).toMatch(/^# One\n/);
  expect(made).toMatch(/\nTwo\n$/);
  expect(made).not.toContain('old');
  await expect(errorBarPage('# One\n', stored)).rejects.toThrow('must have the marks');
});

test('every mode and the part that its bars hold is in the page', () => {
  const cells = page.replaceAll(/ +/g, ' ');
  for (const { title, rows } of stored.modes) {
    expect(cells).toContain(`### ${title.charAt(0).toUpperCase()}${title.slice(1)}`);
    for (const { group, size, resolution, compared, held } of rows) {
      const name = group === '' ? size : `${group}: ${size}`;
      const part = `${(100 * held).toFixed(1)} %`;
      expect(cells).toContain(`| ${name} | ${resolution} | ${compared} | ${part} |`);
    }
  }
});

test('the picture is small, well formed, and has no number that is none', () => {
  const picture = errorBarFigure(stored);
  expect(Buffer.byteLength(picture)).toBeLessThan(60_000);
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
});
