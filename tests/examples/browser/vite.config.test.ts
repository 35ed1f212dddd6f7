import { resolve } from 'node:path';
import { resolveConfig } from 'vite';
import { expect, test } from 'vitest';

test('the page is built from its own folder into one that is not kept, for any folder of a site', async () => {
  const configFile = 'examples/browser/vite.config.ts';
  const { root, base, build } = await resolveConfig({ configFile }, 'build');
  expect(resolve(root)).toBe(resolve('examples/browser'));
  expect(resolve(root, build.outDir)).toBe(resolve('out/browser'));
  expect(base).toBe('./');
});
