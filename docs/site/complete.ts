// Completes the site that typedoc wrote: fonts of the formulas, room in tables, pages of the source files that are linked to. Fails
// when a formula was not rendered or an internal link or anchor leads nowhere.
import { appendFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import { brokenLinks } from './links.js';
import { sourcePage } from './source-pages.js';

const SITE = 'site';

/** Files under a folder, as paths from it. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

cpSync('node_modules/katex/dist/fonts', `${SITE}/assets/fonts`, {
  recursive: true,
  filter: (path) => !/\.(ttf|woff)$/.test(path),
});

appendFileSync(
  `${SITE}/assets/custom.css`,
  `
.tsd-typography table { display: block; overflow-x: auto; font-size: 0.82rem; }
.tsd-typography th, .tsd-typography td { padding: 0.2rem 0.5rem; }
.tsd-typography td { min-width: 3.5rem; }
.tsd-typography .katex-display { overflow-x: auto; overflow-y: hidden; }
.tsd-typography img { max-width: 100%; height: auto; }
`,
);

/** Source files that pages may link to, by their text: typedoc copies a linked file under another name. */
const sources = new Map(
  ['src', 'examples', 'tests', 'bench', 'docs', 'packaging', '.ci']
    .flatMap((folder) => filesIn(folder).map((file) => join(folder, file)))
    .filter((path) => /\.(m?ts|py|edp)$/.test(path))
    .map((path) => [readFileSync(path, 'utf8'), path]),
);

/** Paths of the copies that typedoc made of source files. */
const copies = new Map(
  filesIn(`${SITE}/media`).flatMap((name): [string, string][] => {
    const path = sources.get(readFileSync(`${SITE}/media/${name}`, 'utf8'));
    return path === undefined ? [] : [[name, path]];
  }),
);

const linked = new Set<string>();

/** A link from a page of the site to the page of a source file. */
function linkTo(path: string, anchor: string, page: string): string {
  linked.add(path);
  return `href="${relative(dirname(page), `source/${path}.html`)}${anchor}"`;
}

/** A page with its links to source files, and with numbers that stay with their bars. */
function completed(page: string, html: string): string {
  return html
    .replaceAll(/(\d) ± (\d)/g, '$1\u00a0±\u00a0$2')
    .replaceAll(/href="source:([^"#]+)(#L\d+)?"/g, (_, path: string, anchor = '') =>
      linkTo(path, String(anchor), page),
    )
    .replaceAll(
      /href="(?:\.\.\/)*media\/([^"#]+)"((?:[^>](?!href))*)>(?:<code>([\w$]+)<\/code>)?/g,
      (whole, name: string, rest: string, declared?: string) => {
        const path = copies.get(name);
        if (path === undefined) return whole;
        const anchor = declared === undefined ? '' : `#${declared}`;
        const shown = declared === undefined ? '' : `<code>${declared}</code>`;
        return `${linkTo(path, anchor, page)}${rest}>${shown}`;
      },
    );
}

for (const page of filesIn(SITE).filter((file) => file.endsWith('.html'))) {
  const html = readFileSync(`${SITE}/${page}`, 'utf8');
  writeFileSync(`${SITE}/${page}`, completed(page, html));
}
for (const path of linked) {
  const page = `${SITE}/source/${path}.html`;
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, sourcePage(path, readFileSync(path, 'utf8'), `${relative(dirname(page), SITE)}/`));
}
for (const name of copies.keys()) rmSync(`${SITE}/media/${name}`);

const files = filesIn(SITE);
const pages = new Map(
  files
    .filter((file) => file.endsWith('.html'))
    .map((file) => [file, readFileSync(`${SITE}/${file}`, 'utf8')]),
);
const unrendered = [...pages]
  .filter(([file, html]) => !file.startsWith('source/') && /katex-error|\$\$/.test(html))
  .map(([file]) => `${file}: a formula was not rendered`);
const faults = [...unrendered, ...brokenLinks(pages, new Set(files)).map((link) => `${link} leads nowhere`)];
const formulas = [...pages.values()].reduce((sum, html) => sum + html.split('<math ').length - 1, 0);
console.log(
  `site: ${pages.size} pages, ${linked.size} source files, ${formulas} formulas, ${faults.length} faults`,
);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exitCode = 1;
}
