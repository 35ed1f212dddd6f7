import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import contents from '../../docs/site/contents.json';

const listed = Object.entries(contents).flatMap(([group, pages]) => pages.map((page) => ({ page, group })));

test('every page of the docs is in the contents, once', () => {
  const pages = readdirSync('docs').filter((file) => file.endsWith('.md'));
  expect(listed.map(({ page }) => `${page}.md`).sort()).toEqual(pages.sort());
});

test.each(listed)('$page has a title, and stands in its group', ({ page, group }) => {
  const text = readFileSync(`docs/${page}.md`, 'utf8');
  expect(text).toMatch(new RegExp(`^---\\ntitle: \\S.*\\ngroup: ${group}\\n---\\n`));
});
