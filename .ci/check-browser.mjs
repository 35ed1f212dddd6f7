// Bundles a page that uses the packed package, opens it in headless Chromium and compares its answer with Node's.
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { installPacked, problem, widthInNode } from './packed.mjs';

/** JavaScript engines differ in the last bit of exp, log and pow, so the digits agree only this far. */
const ROUND_OFF = 1e-10;

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
if (!existsSync(executablePath)) {
  console.log('Chromium is not installed, so the browser check is skipped.');
  process.exit();
}

const folder = installPacked();
writeFileSync(
  join(folder, 'index.html'),
  '<!doctype html><title></title><script type="module" src="page.js"></script>',
);
writeFileSync(
  join(folder, 'page.js'),
  `import { cannula, estimateLesion, tissues } from 'rf-lesion';
   import * as units from 'rf-lesion/units';
   import * as views from 'rf-lesion/ndarray';
   import * as output from 'rf-lesion/output';
   import * as plot from 'rf-lesion/plot';
   window.entries = [units, views, output, plot].map((entry) => Object.keys(entry).length);
   window.width = JSON.stringify(estimateLesion(${problem}).width.value);`,
);
const shared = { root: folder, configFile: false, logLevel: 'error' };
await build(shared);
const server = await preview({ ...shared, preview: { host: '127.0.0.1' } });
const browser = await chromium.launch({
  executablePath,
  headless: true,
  args: [
    ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ],
});
try {
  const page = await browser.newPage();
  const failure = new Promise((_, reject) => page.on('pageerror', reject));
  await page.goto(server.resolvedUrls.local[0]);
  const answered = page.waitForFunction('window.width', undefined, { timeout: 120_000 });
  await Promise.race([answered, failure]);
  const width = await page.evaluate('window.width');
  const entries = await page.evaluate('window.entries');
  const widthThere = widthInNode(folder);
  const difference = Math.abs(width / widthThere - 1);
  assert.ok(difference <= ROUND_OFF, `Chromium gives ${width} m, Node ${widthThere} m`);
  assert.ok(
    entries.every((count) => count > 0),
    'an entry is empty in the browser',
  );
  console.log(`Chromium ${browser.version()}: width ${width} m, ${difference} away from Node's (relative)`);
} finally {
  await browser.close();
  await server.close();
}
