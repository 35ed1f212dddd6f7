import { expect, test } from 'vitest';
import { seeded } from '../../support/random-problems.js';
import { LesionModelError } from '../../../src/errors.js';
import { MEASURES } from '../../../src/units/dimensions.js';
import { type Dimension, parseQuantity } from '../../../src/units.js';
import { broken, DIMENSIONS, pick, randomQuantity, readIndependently } from '../../support/unit-strings.js';

const STRINGS = 50_000;

/** Of the value, or of the absolute temperature. */
const ROUND_OFF = 1e-12;

/** What the library makes of a text: a number, or the one error. */
function outcomeOf(text: string, dimension: Dimension): number | LesionModelError {
  try {
    return parseQuantity(text, dimension, 'field');
  } catch (error) {
    if (error instanceof LesionModelError) return error;
    throw error;
  }
}

function isNear(value: number, expected: number, dimension: Dimension): boolean {
  const scale = dimension === 'temperature' ? Math.abs(expected) + 273.15 : Math.abs(expected);
  return Math.abs(value - expected) <= ROUND_OFF * scale;
}

/** What is wrong with the reading of a text whose value is known; null when nothing is. */
function faultOf(text: string, dimension: Dimension, expected: number): string | null {
  const outcome = outcomeOf(text, dimension);
  const { min, max } = MEASURES[dimension];
  const is = `${dimension} '${text}' is ${expected}, but gave ${String(outcome)}`;
  if (typeof outcome === 'number') return isNear(outcome, expected, dimension) ? null : is;
  const isOutside = expected < min || expected > max;
  return isOutside || isNear(min, expected, dimension) || isNear(max, expected, dimension) ? null : is;
}

test(`${STRINGS} quantities in all ways of writing them are what they say`, () => {
  const random = seeded(1);
  const faults: string[] = [];
  let read = 0;
  for (let k = 0; k < STRINGS; k++) {
    const dimension = pick(random, DIMENSIONS);
    const text = randomQuantity(random, dimension);
    const expected = readIndependently(text, dimension);
    const fault =
      expected === null ? `the test cannot read ${dimension} '${text}'` : faultOf(text, dimension, expected);
    if (fault !== null) faults.push(fault);
    else if (typeof outcomeOf(text, dimension) === 'number') read++;
  }
  expect(faults.slice(0, 10)).toEqual([]);
  expect(read).toBeGreaterThan(0.6 * STRINGS);
});

test(`${STRINGS} quantities with slips give the one error, or what they now say`, () => {
  const random = seeded(2);
  const faults: string[] = [];
  let read = 0;
  let refused = 0;
  for (let k = 0; k < STRINGS; k++) {
    const dimension = pick(random, DIMENSIONS);
    const text = broken(
      random,
      randomQuantity(random, pick(random, random() < 0.9 ? [dimension] : DIMENSIONS)),
    );
    const outcome = outcomeOf(text, dimension);
    if (typeof outcome !== 'number') {
      refused++;
      const { code, path, message } = outcome;
      const isSound = code === 'invalid-input' && path === 'field' && /^field must be .*[.?]$/s.test(message);
      if (!isSound) faults.push(`'${text}' has the error ${message}`);
      continue;
    }
    read++;
    const expected = readIndependently(text, dimension);
    if (expected === null || !isNear(outcome, expected, dimension)) {
      faults.push(`${dimension} '${text}' is ${String(expected)}, but gave ${outcome}`);
    }
  }
  expect(faults.slice(0, 10)).toEqual([]);
  expect(Math.min(read, refused)).toBeGreaterThan(0.15 * STRINGS);
});
