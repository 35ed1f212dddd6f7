import { describe, expect, test } from 'vitest';
import { breachOf, roomOf } from './rooms.js';
import { importsOf, sourceFiles } from './source-files.js';

const LONGEST_FILE = 300; // lines
const VAGUE_NAME = /(^|[/-])(utils?|helpers?|core|common|misc)(?=[/.-]|$)/;

const files = sourceFiles('src');

describe('the house', () => {
  test('has imports that point down only', () => {
    const imports = files.flatMap(importsOf);
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.map(breachOf).filter((breach) => breach !== undefined)).toEqual([]);
  });

  test('has a room for every file', () => {
    expect(files.map(({ path }) => path).filter((path) => roomOf(path) === undefined)).toEqual([]);
  });

  test('has no file that is too long', () => {
    const long = files
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > LONGEST_FILE)
      .map(({ path, lines }) => `${path} has ${lines} lines, at most ${LONGEST_FILE} are allowed`);
    expect(long).toEqual([]);
  });

  test('has no room for what has no name', () => {
    expect(files.map(({ path }) => path).filter((path) => VAGUE_NAME.test(path))).toEqual([]);
  });
});

/** Breaches of a file with this text. */
function breaches(path: string, text: string): (string | undefined)[] {
  return importsOf({ path, text }).map(breachOf);
}

describe('the check of imports', () => {
  test.each([
    ['src/numerics/a.ts', "import { b } from '../physics/b.js';", 'numerics must not know physics'],
    ['src/numerics/a.ts', "import { b } from '../problem/b.js';", 'numerics must not know problem'],
    ['src/problem/a.ts', "export { b } from '../physics/b.js';", 'problem must not know physics'],
    ['src/simulate.ts', "import { b } from './metrics/b.js';", 'simulate must not know metrics'],
    ['src/run-model.ts', "import '../src/presets/b.js';", 'simulate must not know presets'],
    ['src/metrics/a.ts', "import { b } from '../numerics/b.js';", 'metrics must not know numerics'],
    ['src/output/a.ts', "import { b } from '../presets/b.js';", 'output must not know presets'],
    ['src/output/a.ts', "import { type B, c } from '../estimate.js';", 'output must not know estimate'],
    ['src/measure.ts', "import { b } from './analysis/b.js';", 'measure must not know analysis'],
    ['src/grid/a.ts', "const b = await import('../problem/b.js');", 'grid must not know problem'],
    ['src/grid/a.ts', "import { b } from '../utils/b.js';", 'has no room in the house'],
    ['src/measure.ts', "import type { Unit } from 'mathjs';", "must not import 'mathjs'"],
    ['src/units.ts', "export { unit } from 'mathjs/number';", "must not import 'mathjs/number'"],
    ['src/problem/a.ts', "import { b } from '../units/b.js';", 'problem must not know units'],
    [
      'src/output/csv.ts',
      "import { writeFile } from 'node:fs/promises';",
      "must not import 'node:fs/promises'",
    ],
    ['src/plot/a.ts', "import { b } from '../estimate.js';", 'plot must not know estimate'],
    ['src/plot/a.ts', "import { b } from '../physics/b.js';", 'plot must not know physics'],
    ['src/index.ts', "export { b } from './plot.js';", 'index must not know plot'],
    ['src/output/a.ts', "import { b } from 'd3-contour';", "must not import 'd3-contour'"],
    ['src/problem/a.ts', "import * as z from 'zod/mini';", "must not import 'zod/mini'"],
  ])('finds the fault in %s: %s', (path, text, fault) => {
    const [breach] = breaches(path, `\n${text}`);
    expect(breach).toContain(`${path}:2`);
    expect(breach).toContain(fault);
  });

  test.each([
    ['src/physics/a.ts', "import { b } from '../problem/b.js';"],
    ['src/output/a.ts', "import type { B } from '../estimate.js';"],
    ['src/output/a.ts', "import { type B, type C } from '../presets/b.js';"],
    ['src/simulate.ts', "import { b } from './run-model.js';"],
    ['src/measure.ts', "import { b } from './metrics/b.js';"],
    ['src/units/a.ts', "import { b } from 'mathjs/number';"],
    ['src/units/a.ts', "import { b } from '../presets/b.js';"],
    ['src/cli/a.ts', "const { b } = await import('rf-lesion/units');"],
    ['src/output/ndarray.ts', "import ndarray from 'ndarray';"],
  ])('finds none in %s: %s', (path, text) => {
    expect(breaches(path, text)).toEqual([undefined]);
  });

  test.each(['src/utils/a.ts', 'src/numerics/helpers.ts', 'src/core.ts', 'src/grid/grid-utils.ts'])(
    'takes %s for a name that says nothing',
    (path) => {
      expect(path).toMatch(VAGUE_NAME);
    },
  );
});
