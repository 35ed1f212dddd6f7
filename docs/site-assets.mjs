// Completes the site that typedoc wrote: adds the fonts of the formulas, and fails when a formula was not rendered.
import { cpSync, readFileSync, readdirSync } from 'node:fs';

cpSync('node_modules/katex/dist/fonts', 'site/assets/fonts', {
  recursive: true,
  filter: (path) => !/\.(ttf|woff)$/.test(path),
});

const broken = readdirSync('site', { recursive: true }).filter(
  (file) => file.endsWith('.html') && /katex-error|\$\$/.test(readFileSync(`site/${file}`, 'utf8')),
);
if (broken.length > 0) {
  console.error(`A formula was not rendered in: ${broken.join(', ')}`);
  process.exitCode = 1;
}
