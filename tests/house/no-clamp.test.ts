import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.js';

/** A minimum or maximum of one cell of a temperature or of the state it is kept in. */
const CLAMP = /Math\.(?:min|max)\([^;]*\b(?:T|v|g|out|next|field|\w*[tT]emperature(?:\.data)?)\[/;

test('no temperature field is clamped where it is solved', () => {
  const clamped = sourceFiles('src')
    .filter(({ path }) =>
      /^src\/(numerics|physics)\/|^src\/(simulate|run-model|run-held|run-driven)\.ts$/.test(path),
    )
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, k) => (CLAMP.test(line) ? [`${path}:${k + 1} ${line.trim()}`] : [])),
    );
  expect(clamped).toEqual([]);
});

test.each([
  'v[c] = Math.max(v[c]!, 0);',
  'const T = Math.min(target, field[c]!);',
  'Math.min(state.temperature.data[c]!, 80)',
])('%s would be found', (line) => {
  expect(line).toMatch(CLAMP);
});
