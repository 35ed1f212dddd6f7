import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { citedRow, picture, rows } from '../../examples/damage-rules.js';
import { inMillimetres } from '../../examples/millimetres.js';
import { expectShown } from './shown-picture.js';
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

test('the gallery says what it finds, and shows its picture', () => {
  const found = rows.map(({ width }) => width).filter(({ value }) => value > 0);
  const [least, ...others] = found.toSorted((a, b) => a.value - b.value);
  const finding = [least, others.at(-1)].flatMap((one) => (one ? [`${inMillimetres(one)} mm`] : []));
  expect(finding).toHaveLength(2);
  expectShown('damage-rules', { picture, finding });
});
