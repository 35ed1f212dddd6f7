import { expect, test } from 'vitest';
import {
  cannula,
  estimateLesion,
  LesionModelError,
  type Problem,
  procedures,
  tissues,
  type Warning,
} from '../../../src/index.js';
import { unverifiedParameters } from '../../../src/analysis/caveats.js';

const BASE: Problem = {
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'tip-temperature', target: 70, duration: 5, ramp: 1 },
  coolDown: 1,
};
const quick = { resolution: 'draft', errorBar: false, criteria: [] } as const;
const caveats = (problem: Problem): Warning[] =>
  estimateLesion(problem, quick).warnings.filter(({ code }) => code === 'unverified-parameter');

test('numbers that are all cited bring no caveat', () => {
  expect(caveats(BASE)).toEqual([]);
});

test('a number from memory is named with its path, wherever its tissue is', () => {
  expect(caveats({ ...BASE, tissue: tissues.nerve }).map(({ path }) => path)).toEqual([
    'tissue.electricalConductivity',
  ]);
  const regions = [{ where: { kind: 'slab', zMax: -1e-3 }, tissue: tissues.dura }] as const;
  const [only] = caveats({ ...BASE, regions });
  expect(only?.path).toBe('regions[0].tissue.electricalConductivity');
  expect(only?.message).toMatch(
    /^regions\[0\]\.tissue\.electricalConductivity is from memory and not verified.*\.$/,
  );
});

test('a number that the user has put in its place brings none', () => {
  expect(caveats({ ...BASE, tissue: { ...tissues.nerve, electricalConductivity: 0.2 } })).toEqual([]);
});

test('what a problem itself calls unverified is named once', () => {
  const about = {
    name: 'x',
    unverified: { 'heating.target': 'As remembered', 'tissue.electricalConductivity': 'Same' },
  };
  const found = caveats({ ...BASE, tissue: tissues.nerve, about });
  expect(found.map(({ path }) => path)).toEqual(['heating.target', 'tissue.electricalConductivity']);
  expect(found[0]?.message).toBe('heating.target is from memory and not verified: As remembered.');
});

test('what a procedure has from memory is named until another number is there', () => {
  const { cordotomy } = procedures.unverified;
  const paths = (problem: Problem): (string | undefined)[] =>
    unverifiedParameters(problem).map(({ path }) => path);
  const all = ['heating.target', 'heating.duration', 'tissue.electricalConductivity'];
  expect(paths(cordotomy)).toEqual(all);
  expect(paths({ ...cordotomy, heating: { ...cordotomy.heating, target: 71 } })).toEqual(all.slice(1));
  const tissue = { ...cordotomy.tissue, electricalConductivity: 0.2 };
  expect(paths({ ...cordotomy, tissue })).toEqual(all.slice(0, 2));
  const { values, ...about } = cordotomy.about;
  expect(values).toBeDefined();
  expect(paths({ ...cordotomy, heating: { ...cordotomy.heating, target: 71 }, about })).toEqual(all);
});

test('a note from memory does not say so twice', () => {
  const messages = unverifiedParameters(procedures.unverified.cordotomy).map(({ message }) => message);
  expect(messages).toEqual([
    'heating.target is from memory and not verified: 70 to 80 °C.',
    'heating.duration is from memory and not verified: 30 to 60 s.',
    'tissue.electricalConductivity is from memory and not verified.',
  ]);
});

test('blood that flows about the needle brings a warning', () => {
  const regions = [
    { where: { kind: 'tube', rMin: 3e-3 }, tissue: tissues.blood, flow: { coefficient: 500 } },
  ] as const;
  const { warnings } = estimateLesion({ ...BASE, regions }, quick);
  expect(warnings.map(({ code }) => code)).toContain('vessel-bound');
});

test('a strict estimate refuses either', () => {
  expect(() => estimateLesion({ ...BASE, tissue: tissues.nerve }, { ...quick, strict: true })).toThrow(
    LesionModelError,
  );
});
