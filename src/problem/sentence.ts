import { LesionModelError } from '../errors.js';
import type { Limit } from './limits.js';
import { unitHint } from './unit-hint.js';

/** Longest piece of the caller's text that a message repeats. */
const LONGEST = 40;

/** A value of any kind, as a message names it. */
export function show(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `'${value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value}'`;
    case 'bigint':
      return `${String(value)}n`;
    case 'symbol':
      return 'a symbol';
    case 'function':
      return 'a function';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? 'a list' : 'a record';
    default:
      return String(value);
  }
}

/** Words as in `a, b or c`. */
export function enumerate(words: readonly string[], conjunction: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.slice(-1).join('')}`;
}

/** What a value must be and what it was, as the part of a sentence that follows the name of the field. */
export function mustBe(requirement: string, value: unknown): string {
  return `must be ${requirement}, but ${value === undefined ? 'is missing' : `was ${show(value)}`}`;
}

/** What a number must be. */
function describeLimit({ quantity, min, max, unit, exclusiveMin, also }: Limit): string {
  const article = /^[aeiou]/.test(quantity) ? 'an' : 'a';
  const range = exclusiveMin === true ? `above ${min} and at most ${max}` : `from ${min} to ${max}`;
  return `${article} ${quantity} ${range} ${unit}`.trimEnd() + (also === undefined ? '' : ` and ${also}`);
}

/** Like {@link mustBe} for a number with a limit, with a guess when the number looks like one in another unit. */
export function mustBeWithin(
  limit: Limit,
  value: unknown,
  requirement: string = describeLimit(limit),
): string {
  const hint = typeof value === 'number' ? unitHint(limit, value) : null;
  return mustBe(requirement, value) + (hint === null ? '' : `: did you mean ${hint}?`);
}

/** An error of one sentence: the field, then what was wrong with it. */
export function invalidInput(path: string, fault: string): LesionModelError {
  const end = fault.endsWith('?') ? '' : '.';
  return new LesionModelError('invalid-input', `${path === '' ? 'The problem' : path} ${fault}${end}`, path);
}
