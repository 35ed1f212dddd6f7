import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGE, presetPage } from '../../../docs/preset-tables.js';

test('the page of presets is what the presets make: npm run presets', async () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(await presetPage());
});
