import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STUDY_MODES } from '../studies/modes.js';
import { codeOf, hashOfNumerics } from '../studies/sources-hash.js';
import { type StoredStudy, STORED_STUDY } from '../studies/study-record.js';

const stored = JSON.parse(readFileSync(STORED_STUDY, 'utf8')) as StoredStudy;

test('the error bar was studied with these numerics: npm run study', () => {
  expect(stored.sources).toBe(hashOfNumerics());
});

test('all modes were studied, with all their problems', () => {
  const counts = stored.modes.map(({ mode, problems, seed }) => [mode, problems, seed]);
  expect(counts).toEqual(Object.entries(STUDY_MODES).map(([mode, { count, seed }]) => [mode, count, seed]));
});

test('comments and types do not change what is hashed, code does', () => {
  const code = codeOf('/** Half. */\nexport const half = (x: number): number => x / 2; // exact\n');
  expect(codeOf('export const half = (x: number): number => x / 2;\n')).toBe(code);
  expect(codeOf('export const half = (x: number): number => x / 3;\n')).not.toBe(code);
});
