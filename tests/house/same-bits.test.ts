import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.js';

/** Powers other than squares: their last bit is the engine's own, and is not the same on Node 20 and 24. */
const POWER = /\*\*\s*(?!2\b)[\w(]|Math\.pow/;

/** Code without comments. */
const codeOf = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

const powersIn = (text: string): string[] =>
  codeOf(text)
    .split('\n')
    .filter((line) => POWER.test(line));

/** A power of two, which is exact everywhere. */
const EXACT = ['const PART = 2 ** -40;'];

test.each(sourceFiles('src').map(({ path, text }) => [path, text]))(
  '%s has no power but squares',
  (_, text) => {
    expect(powersIn(text).filter((line) => !EXACT.includes(line.trim()))).toEqual([]);
  },
);

test('a power would be found', () => {
  expect(powersIn('const a = x ** 3;\nconst b = x ** 2; // x ** 5\nMath.pow(x, 2);')).toHaveLength(2);
});
