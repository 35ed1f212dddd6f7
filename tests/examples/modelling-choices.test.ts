import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rows } from '../../examples/modelling-choices.js';

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
