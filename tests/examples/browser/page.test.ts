import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { cannula, estimateLesion, type EstimateOptions, type Measured, tissues } from 'rf-lesion';
import { build, preview, type PreviewServer } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const isMissing = !existsSync(executablePath);
if (isMissing)
  console.warn(`The page is not tested: there is no Chromium at ${executablePath} (see CHROMIUM).`);

const START_HASH = '#temperature=80&time=90&tip=5&gauge=22&tissue=muscle';

/** Much longer than it takes, as all tests run at the same time [ms]. */
const SLOW = 60_000;

/** A draft is within this of the answer, and one degree more or less is beyond it [mm]. */
const NEAR = 0.05;

/** Width of the lesion of the page's first settings, at a temperature, as Node computes it. */
function widthInNode(target: number, options: EstimateOptions = {}): Measured {
  return estimateLesion(
    {
      electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
      tissue: tissues.muscle,
      heating: { kind: 'temperature', target, ramp: 10, duration: 90 },
    },
    options,
  ).width;
}

describe.skipIf(isMissing)('the page in Chromium', { timeout: SLOW }, () => {
  let folder = '';
  const troubles: string[] = [];
  let server: PreviewServer;
  let browser: Browser;
  let origin = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rf-lesion-page-'));
    const shared = {
      configFile: 'examples/browser/vite.config.ts',
      logLevel: 'error',
      build: { outDir: folder },
    } as const;
    await build(shared);
    server = await preview({ ...shared, preview: { host: '127.0.0.1' } });
    origin = server.resolvedUrls?.local[0] ?? '';
    browser = await chromium.launch({
      executablePath,
      headless: true,
      args: [
        ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ],
    });
  }, SLOW);

  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(troubles.splice(0)).toEqual([]);
  });

  /** Opens the page, and notes whatever it complains of and whatever it asks of another site. */
  async function open(hash = '', viewport = { width: 1280, height: 900 }): Promise<Page> {
    const page = await browser.newPage({ viewport });
    page.on('pageerror', ({ message }) => troubles.push(message));
    page.on('console', (said) => {
      if (said.type() === 'error' || said.type() === 'warning') troubles.push(said.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
        troubles.push(request.url());
    });
    await page.goto(origin + hash);
    return page;
  }

  const answered = (page: Page): Promise<void> => page.locator('#answer[aria-busy=false]').waitFor();

  /** The width that is shown when all is computed, in mm, as text. */
  async function shownWidth(page: Page): Promise<{ value: string; error: string }> {
    await answered(page);
    const words = await page.locator('#width').innerText();
    const [, value = '', error = ''] = /^([\d.]+)\u202f±\u202f([\d.]+)\u202fmm$/.exec(words) ?? [];
    return { value, error };
  }

  function expectWidth({ value, error }: { value: string; error: string }, width: Measured): void {
    expect(value).toBe((1e3 * width.value).toFixed(2));
    expect(Number(error)).toBeGreaterThanOrEqual(1e3 * width.numericalError!);
    expect(Number(error)).toBeLessThan(NEAR);
  }

  test('shows the answer that Node gives, and follows its sliders', async () => {
    const page = await open();
    const first = await shownWidth(page);
    expectWidth(first, widthInNode(80));
    expect(new URL(page.url()).hash).toBe(START_HASH);
    expect(await page.locator('#picture > svg').count()).toBe(1);
    expect(await page.locator('#picture > svg').textContent()).toContain(
      `50 °C: ${first.value} ± ${first.error} mm`,
    );

    const slider = page.getByLabel('Set temperature');
    for (let k = 0; k < 5; k++) await slider.press('ArrowRight');
    expect(await page.locator('output[for=temperature]').innerText()).toBe('85\u202f°C');
    const second = await shownWidth(page);
    expectWidth(second, widthInNode(85));
    expect(Number(second.value)).toBeGreaterThan(Number(first.value) + NEAR);
  });

  test('never shows an answer to other settings while it is slid', async () => {
    const page = await open();
    await page.locator('#sizes:not(.stale)').waitFor();
    await page.evaluate(`
      window.shown = [];
      const sizes = document.querySelector('#sizes');
      new MutationObserver(() => {
        if (sizes.matches('.stale')) return;
        window.shown.push([document.querySelector('#temperature').value, document.querySelector('#width').textContent]);
      }).observe(document.querySelector('#answer'), { subtree: true, childList: true, attributes: true });
    `);
    const slider = page.getByLabel('Set temperature');
    for (let k = 0; k < 5; k++) await slider.press('ArrowRight', { delay: 150 }); // time for a draft, at times
    for (const target of ['60', '95', '50', '74', '90']) await slider.fill(target);
    expectWidth(await shownWidth(page), widthInNode(90));
    const shown: [string, string][] = await page.evaluate('window.shown');
    for (const [target, width] of new Map(shown.map(([target, words]) => [target, parseFloat(words)]))) {
      const there = 1e3 * widthInNode(Number(target), { resolution: 'draft', errorBar: false }).value;
      expect(Math.abs(width - there), `at ${target} °C`).toBeLessThan(NEAR);
    }
  });

  test('keeps its settings in the address, from which another page takes them', async () => {
    const page = await open();
    await page.getByLabel('Time').fill('60');
    await page.getByLabel('Bare tip').fill('7.5');
    await page.getByLabel('Needle').selectOption('20 G');
    await page.getByLabel('Tissue').selectOption('liver');
    const width = await shownWidth(page);
    const { hash } = new URL(page.url());
    expect(hash).toBe('#temperature=80&time=60&tip=7.5&gauge=20&tissue=liver');

    const other = await open(hash);
    expect(await shownWidth(other)).toEqual(width);
    const labels = ['Set temperature', 'Time', 'Bare tip', 'Needle', 'Tissue'];
    const values = await Promise.all(labels.map((label) => other.getByLabel(label).inputValue()));
    expect(values).toEqual(['80', '60', '7.5', '20', 'liver']);
  });

  test('says what is wrong with an address, until something is set, and fits into any width', async () => {
    const bad = START_HASH.replace('80', '120');
    const page = await open(bad, { width: 360, height: 740 });
    const expectFit = async (): Promise<void> => {
      for (const width of [320, 820, 1280, 360]) {
        await page.setViewportSize({ width, height: 740 });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      }
    };
    const alert = page.getByRole('alert');
    expect(await alert.innerText()).toContain('temperature must be 45 to 95 °C, but is “120”.');
    await answered(page);
    expect(await page.getByLabel('Set temperature').inputValue()).toBe('80');
    expect(new URL(page.url()).hash).toBe(bad);
    await expectFit();

    await page.getByLabel('Tissue').selectOption('nerve');
    expect(await alert.count()).toBe(0); // hidden
    await answered(page);
    expect(new URL(page.url()).hash).toBe(START_HASH.replace('muscle', 'nerve'));
    expect(await page.locator('#warnings').innerText()).toContain('not verified');
    await expectFit();
  });

  test('has addresses that work in any folder, and says once what it is not', () => {
    const text = readFileSync(join(folder, 'index.html'), 'utf8');
    const addresses = [...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.filter((address) => !/^(\.\/|data:)/.test(address ?? ''))).toEqual([]);
    expect(text.match(/not a medical device/g)).toHaveLength(1);
  });
});
