import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inMillimetres } from '../../examples/millimetres.js';
import { lesions, picture, rows } from '../../examples/surroundings.js';
import { expectShown } from './shown-picture.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

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

test('the gallery says what it finds, and shows its picture', () => {
  const widthOf = (name: string): string[] =>
    lesions
      .filter(({ surrounding }) => surrounding === name)
      .map(({ lesion: { width } }) => `${inMillimetres(width)} mm`);
  const names = [
    'cortical bone',
    'muscle',
    'muscle, cortical bone 2 mm beside the needle',
    'muscle, CSF 1 mm beside the needle',
  ];
  const finding = names.flatMap(widthOf);
  expect(finding).toHaveLength(names.length);
  expectShown('surroundings', { picture, finding });
});

test('the picture is well formed, and has a dot for each surrounding', () => {
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  expect(picture.match(/<circle/g)).toHaveLength(rows.length);
  for (const { surrounding } of rows) expect(picture).toContain(`>${surrounding}<`);
});
