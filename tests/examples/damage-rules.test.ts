import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { citedRow, picture, rows } from '../../examples/damage-rules.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

const page = readFileSync('docs/damage-rules.md', 'utf8').replaceAll(/ +/g, ' ');

test.each(rows)('the page says what the example finds: $rule', (row) => {
  expect(page).toContain(citedRow(row).replaceAll(/ +/g, ' '));
});

test('the picture is small, well formed, and says every rule', () => {
  expect(existsSync('out/damage-rules.svg')).toBe(true);
  expect(Buffer.byteLength(picture)).toBeLessThan(200_000);
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  for (const name of ['liver coagulation', 'CEM43 (ISO) 240 min', '60 °C', "three-state, O'Neill"]) {
    expect(picture).toContain(name);
  }
});
