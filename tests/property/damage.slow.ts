import { test } from 'vitest';
import { expectDamageProperties } from '../support/damage-properties.js';
import { randomCoupledProblems } from '../support/random-coupled.js';
import { randomProblems } from '../support/random-problems.js';

test('300 random problems: by every rule hotter or longer is never smaller; isotherms lie within each other', () => {
  randomProblems(150, 23).forEach(expectDamageProperties);
  randomCoupledProblems(150, 24).forEach(expectDamageProperties);
});
