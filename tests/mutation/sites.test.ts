import { expect, test } from 'vitest';
import { seeded } from '../support/random-problems.js';
import { draw } from './draw.js';
import { mutated, sitesOf } from './sites.js';

const sites = (text: string): ReturnType<typeof sitesOf> =>
  sitesOf({ path: 'src/grid/any.ts', text }, () => 0);

/** The changes of a text, each as the text it makes. */
const changes = (text: string): string[] => sites(text).mutants.map((mutant) => mutated(text, mutant));

test.each([
  ['f(a + b);', ['f(a - b);']],
  ['f(a < b && c);', ['f(a < b || c);', 'f(a <= b && c);']],
  ['f(a ?? b);', ['f(a);']],
  ['f(-a, !b);', ['f(a, !b);', 'f(-a, b);']],
  ['f(Math.min(a, b));', ['f(Math.max(a, b));']],
  [
    'f(a[k + 1], a[1], 2.5);',
    ['f(a[k - 1], a[1], 2.5);', 'f(a[k + 2], a[1], 2.5);', 'f(a[k + 1], a[1], 2.75);'],
  ],
  ['sum += a;', ['sum -= a;']],
  [
    'for (;;) { if (a) continue; f(); }',
    ['for (;;) { if (true) continue; f(); }', 'for (;;) { if (a) ; f(); }'],
  ],
  [
    'function f() { if (a) { return b; } return c; }',
    ['function f() { if (true) { return b; } return c; }', 'function f() { if (a) { ; } return c; }'],
  ],
  ['f(a ? b : c, true);', ['f(true ? b : c, true);', 'f(a ? b : c, false);']],
])('changes %s', (text, expected) => {
  expect(changes(text)).toEqual(expected);
});

test.each([
  ["f('a', `a ${b - c}`);", 'texts'],
  ["f('a' + b);", 'joined text'],
  ['let a: 1 | 2;', 'types'],
  ['throw new Error(f(a, 1 + 2));', 'thrown errors'],
  ["import { a } from 'b';", 'imports and exports'],
  ['for (;;i++) f();', 'what a loop counts by'],
  ['f(a[0], a[1]);', 'indices 0 and 1'],
])('leaves %s alone, and says so', (text, kind) => {
  const { mutants, excluded } = sites(text);
  expect(mutants).toEqual([]);
  expect([...excluded.keys()]).toContain(kind);
});

test('draws of each folder as many as its part of all is', () => {
  const some = (folder: string, count: number): ReturnType<typeof sites>['mutants'] =>
    sitesOf({ path: `src/${folder}/any.ts`, text: 'f(-a);'.repeat(count) }, () => 0).mutants;
  const drawn = draw([...some('grid', 300), ...some('metrics', 100)], 40, seeded(1));
  expect(drawn.filter(({ file }) => file.includes('grid'))).toHaveLength(30);
  expect(new Set(drawn).size).toBe(40);
});
