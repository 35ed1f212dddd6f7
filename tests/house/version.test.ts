import { readFileSync } from 'node:fs';
import { VERSION } from 'rf-lesion';
import { expect, test } from 'vitest';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };

test('the citation names the version of the package', () => {
  const [, cited] = /^version: (.*)$/m.exec(readFileSync('CITATION.cff', 'utf8')) ?? [];
  expect(cited).toBe(version);
});

test('the library tells the version of the package', () => {
  expect(VERSION).toBe(version);
});
