// Completes the site that typedoc wrote: adds the fonts of the formulas, makes room in tables, and fails when a formula was not
// rendered.
import { appendFileSync, cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';

cpSync('node_modules/katex/dist/fonts', 'site/assets/fonts', {
  recursive: true,
  filter: (path) => !/\.(ttf|woff)$/.test(path),
});

appendFileSync(
  'site/assets/custom.css',
  `
.tsd-typography table { display: block; overflow-x: auto; font-size: 0.82rem; }
.tsd-typography th, .tsd-typography td { padding: 0.2rem 0.5rem; }
.tsd-typography td { min-width: 3.5rem; }
`,
);

const pages = readdirSync('site', { recursive: true })
  .filter((file) => file.endsWith('.html'))
  .map((file) => `site/${file}`);

// A number stays with its bar.
for (const page of pages) {
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, text.replaceAll(/(\d) ± (\d)/g, '$1\u00a0±\u00a0$2'));
}

const broken = pages.filter((page) => /katex-error|\$\$/.test(readFileSync(page, 'utf8')));
if (broken.length > 0) {
  console.error(`A formula was not rendered in: ${broken.join(', ')}`);
  process.exitCode = 1;
}
