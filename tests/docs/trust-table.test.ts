import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGE, withTrustTable } from '../../docs/trust-table.js';

test('the table of the README is made from what is stored: npm run readme', async () => {
  const text = readFileSync(PAGE.path, 'utf8');
  expect(await withTrustTable(text)).toBe(text);
  expect(text).not.toMatch(/undefined|NaN|Infinity/);
});
