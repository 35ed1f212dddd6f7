import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rows } from '../../examples/modelling-choices.js';
import { expectShown } from './shown-picture.js';

const page = readFileSync('docs/modelling-choices.md', 'utf8').replaceAll(/ +/g, ' ');

test.each(rows)(
  'the page says what the example finds: $choice',
  ({ choice, width, change, voltage, impedance, energy }) => {
    const row = `| ${choice} | ${width} | ${change} | ${voltage} | ${impedance} | ${energy} |`.replaceAll(
      / +/g,
      ' ',
    );
    expect(page).toContain(row);
  },
);

test('the gallery says what it finds', () => {
  const changeOf = (name: string): string =>
    rows.find(({ choice }) => choice === name)?.change.replace('-', '') ?? 'none';
  expectShown('modelling-choices', {
    finding: [
      `takes ${changeOf('tip surface held at 80 °C')} off`,
      `conductivity ${changeOf('conductivity constant')}`,
      `sleeve of 0.05 mm ${changeOf('polyimide sleeve of 0.05 mm')}`,
    ],
  });
});
