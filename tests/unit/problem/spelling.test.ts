import { expect, test } from 'vitest';
import { closestWord } from '../../../src/problem/spelling.js';

const KNOWN = ['radius', 'tipLength', 'tipShape', 'z'];

test.each([
  ['radis', 'radius'],
  ['raduis', 'radius'],
  ['TIPLENGTH', 'tipLength'],
  ['tipShapes', 'tipShape'],
  ['tip', null],
  ['x', null],
  ['colour', null],
  ['', null],
])('%s stands for %s', (word, meant) => {
  expect(closestWord(word, KNOWN)).toBe(meant);
});
