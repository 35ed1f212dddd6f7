import * as v from 'valibot';
import { parse } from './parse.js';
import { record } from './schema-parts.js';
import { enumerate, invalidInput, mustBe } from './sentence.js';

const anything = v.optional(v.unknown());
const yesOrNo = v.optional(v.boolean(({ input }) => mustBe('true or false', input)));
const callback = v.optional(
  v.custom<() => void>(
    (input) => typeof input === 'function',
    ({ input }) => mustBe('a function', input),
  ),
);
const signal = v.optional(
  v.custom<AbortSignal>(
    (input) =>
      typeof input === 'object' && input !== null && typeof (input as AbortSignal).aborted === 'boolean',
    ({ input }) => mustBe('an AbortSignal', input),
  ),
);

const estimateOptions = record({
  criterion: anything,
  criteria: anything,
  reversible: anything,
  resolution: anything,
  errorBar: yesOrNo,
  strict: yesOrNo,
  onProgress: callback,
  signal,
});

const simulateOptions = record({
  resolution: anything,
  criteria: anything,
  snapshotTimes: anything,
  onProgress: callback,
  signal,
  resumeFrom: anything,
});

/**
 * Checks the options of an estimate: their names and what is not checked elsewhere.
 *
 * @throws {@link LesionModelError} 'invalid-input' with the option's name as its path.
 */
export function checkEstimateOptions(options: unknown): void {
  parse(estimateOptions, options, '');
}

/**
 * Checks the options of a run: their names and what is not checked elsewhere.
 *
 * @throws {@link LesionModelError} 'invalid-input' with the option's name as its path.
 */
export function checkSimulateOptions(options: unknown): void {
  parse(simulateOptions, options, '');
}

/**
 * Checks an instant of a run.
 *
 * @throws {@link LesionModelError} 'invalid-input' with the path 'instant'.
 */
export function checkInstant(instant: unknown): void {
  if (instant === 'atSwitchOff' || instant === 'final') return;
  throw invalidInput('instant', mustBe("'atSwitchOff' or 'final'", instant));
}

/**
 * Checks that an option is one of a few words.
 *
 * @throws {@link LesionModelError} 'invalid-input' with the option's name as its path.
 */
export function requireOneOf(value: unknown, words: readonly string[], name: string): void {
  if (typeof value === 'string' && words.includes(value)) return;
  const quoted = words.map((word) => `'${word}'`);
  throw invalidInput(name, mustBe(enumerate(quoted, 'or'), value));
}
