import { test } from 'vitest';
import { expectDamageProperties } from '../support/damage-properties.js';
import { randomCoupledProblems } from '../support/random-coupled.js';
import { randomProblems } from '../support/random-problems.js';

test('15 random held tips: by every rule hotter or longer is never smaller; isotherms lie within each other', () => {
  randomProblems(15, 21).forEach(expectDamageProperties);
});

test('10 random problems with RF current: the same', () => {
  randomCoupledProblems(10, 22).forEach(expectDamageProperties);
});
