import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rows } from '../../examples/surroundings.js';

const page = readFileSync('docs/layered-tissue.md', 'utf8').replaceAll(/ +/g, ' ');

test.each(rows)(
  'the page says what the example finds: $surrounding',
  ({ surrounding, width, length, distal, voltage, impedance, hottest }) => {
    const row = `| ${surrounding} | ${width} | ${length} | ${distal} | ${voltage} | ${impedance} | ${hottest} |`;
    expect(page).toContain(row.replaceAll(/ +/g, ' '));
  },
);

test('insulating neighbours make it grow, conducting ones and flowing blood shrink it', () => {
  const widthOf = (words: string): number =>
    Number(rows.find(({ surrounding }) => surrounding.includes(words))?.width.split(' ')[0]);
  const muscle = widthOf('muscle');
  for (const insulator of ['cortical bone 2 mm beyond', 'cortical bone 2 mm beside', 'fat 2 mm']) {
    expect(widthOf(insulator)).toBeGreaterThan(1.05 * muscle);
  }
  for (const conductor of ['CSF 1 mm beyond', 'CSF 1 mm beside', 'flows'])
    expect(widthOf(conductor)).toBeLessThan(0.95 * muscle);
});
