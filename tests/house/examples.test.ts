import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.js';

test.each(sourceFiles('examples').map(({ path }) => path))('%s is run by a test', (path) => {
  expect(existsSync(`tests/${path.replace(/\.ts$/, '.test.ts')}`)).toBe(true);
});
