import { readFileSync } from 'node:fs';
import { cannula, estimateLesion, tissues } from 'rf-lesion';
import { describe, expect, test } from 'vitest';
import {
  EXPERIMENTS,
  FIGURE,
  PAGE,
  type StoredScorecard,
  validationPage,
} from '../../docs/validation-page.js';
import { validationFigure } from '../../docs/validation-figure.js';
import { missingNumbers, unclosedTags } from '../examples/svg-faults.js';
import { hashOfNumerics } from '../studies/sources-hash.js';
import { casesOf, computed, type Experiment, FACTS } from '../validation/experiments.js';
import { STORED_SCORECARD, verdictOf } from '../validation/scorecard.js';

const stored = JSON.parse(readFileSync(STORED_SCORECARD, 'utf8')) as StoredScorecard;
const experiments = JSON.parse(readFileSync(EXPERIMENTS, 'utf8')) as Experiment[];
const page = readFileSync(PAGE, 'utf8');

test('page and picture are what the stored scores make: npm run validation', async () => {
  expect(await validationPage(page, experiments, stored)).toBe(page);
  expect(readFileSync(FIGURE, 'utf8')).toBe(validationFigure(stored.scores));
});

test('the scores are of these numerics', () => {
  expect(stored.sources).toBe(hashOfNumerics());
});

test('every record is listed, with a source, and every fact rests on one', () => {
  const ids = experiments.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, source, url } of experiments) {
    expect(page).toContain(`| ${id} `);
    expect(source.length).toBeGreaterThan(10);
    expect(url).toMatch(/^(https?:\/\/|github\.com)/);
  }
  expect(FACTS.flatMap(({ records }) => records).every((id) => ids.includes(id))).toBe(true);
});

test('a fact is met by the median, possible by the middle nine tenths, or missed', () => {
  expect(verdictOf([1, 2], [0, 0.5, 1, 1.5, 2, 2.5, 9])).toBe('met');
  expect(verdictOf([1, 2], [0, 0.5, 0.6, 0.9, 0.95, 1.1, 9])).toBe('possible');
  expect(verdictOf([1, 2], [0, 0.5, 0.6, 0.7, 0.8, 0.99, 9])).toBe('missed');
  expect(verdictOf([1, 2], [0, 2.01, 3, 4, 5, 6, 9])).toBe('missed');
});

describe.each(FACTS.map((fact, k) => ({ fact, score: stored.scores[k]!, name: fact.title })))(
  '$name',
  ({ fact, score }) => {
    test('has as many cases as are stored, none with a border as hot as the tip', () => {
      const cases = casesOf(fact);
      expect(cases).toHaveLength(score.cases);
      for (const one of cases)
        for (const { border, target } of fact.of(one)) expect(border).toBeLessThan(target);
    });

    test('comes to something within the stored range in its first and its last case', () => {
      const cases = casesOf(fact);
      for (const one of [cases[0]!, cases.at(-1)!]) {
        const found = computed(fact, one);
        if (found === null) continue;
        const { value, numericalError } = found;
        expect(numericalError).toBeGreaterThan(0);
        expect(value).toBeGreaterThanOrEqual(score.quantiles[0]! * (1 - 1e-12));
        expect(value).toBeLessThanOrEqual(score.quantiles.at(-1)! * (1 + 1e-12));
      }
    });
  },
);

test('what the page says of sizes without a set-up is what comes out', () => {
  const { lesions } = estimateLesion({
    electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
    tissue: tissues.muscle,
    heating: { kind: 'temperature', target: 80, ramp: 10, duration: 90 },
  });
  const at = (threshold: number): (typeof lesions)[number]['final'] =>
    lesions.find(
      ({ criterion }) => criterion.kind === 'peak-temperature' && criterion.threshold === threshold,
    )!.final;
  const mm = (metres: number): string => `${(1e3 * metres).toFixed(1)} mm`;
  const words = page.replaceAll(/\s+/g, ' ');
  expect(words).toContain(
    `a radius of ${mm(at(50).width.value / 2)} and ${mm(at(50).distalReach.value)} beyond`,
  );
  expect(words).toContain(`at 45 °C ${mm(at(45).distalReach.value)} beyond the end`);
});

test('the picture is small and well formed', () => {
  const picture = validationFigure(stored.scores);
  expect(Buffer.byteLength(picture)).toBeLessThan(20_000);
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
});

test('no words leave the picture', () => {
  const picture = validationFigure(stored.scores);
  const width = Number(/viewBox="0 0 (\d+)/.exec(picture)?.[1]);
  for (const [, x, size, anchor, words] of picture.matchAll(
    /<text x="([\d.]+)"[^>]*font-size="(\d+)" text-anchor="(\w+)"[^>]*>([^<]*)/g,
  )) {
    const length = 0.6 * Number(size) * words!.length;
    const left = Number(x) - (anchor === 'end' ? length : anchor === 'middle' ? length / 2 : 0);
    expect(left, words).toBeGreaterThanOrEqual(0);
    expect(left + length, words).toBeLessThanOrEqual(width);
  }
});
