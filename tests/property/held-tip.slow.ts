import { test } from 'vitest';
import { expectHeldTipProperties } from '../support/held-tip-properties.js';
import { randomProblems } from '../support/random-problems.js';

test('2000 random problems: finite, within the maximum principle, in balance, monotone', () => {
  randomProblems(2000, 3).forEach(expectHeldTipProperties);
});
