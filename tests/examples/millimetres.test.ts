import { expect, test } from 'vitest';
import { inMillimetres } from '../../examples/millimetres.js';

test('a bar covers what rounding takes off', () => {
  expect(inMillimetres({ value: 7.5012e-3, numericalError: 0.0165e-3 })).toBe('7.50 ± 0.02');
  expect(inMillimetres({ value: 7.5049e-3, numericalError: 0.0165e-3 })).toBe('7.50 ± 0.03');
  expect(inMillimetres({ value: 7.5049e-3, numericalError: null })).toBe('7.50');
});
