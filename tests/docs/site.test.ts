// The parts of what completes the site; on the whole site they run in `npm run docs`.
import { describe, expect, test } from 'vitest';
import { brokenLinks } from '../../docs/site/links.js';
import { declarationsIn, sourcePage } from '../../docs/site/source-pages.js';

describe('broken links', () => {
  const site = (pages: Readonly<Record<string, string>>, ...others: string[]): readonly string[] =>
    brokenLinks(new Map(Object.entries(pages)), new Set([...Object.keys(pages), ...others]));

  test('there are none where every link leads somewhere', () => {
    const pages = {
      'index.html':
        '<a href="documents/A.html#b-c">A</a><img src="media/a%20b.svg"><a href="https://doi.org/1">',
      'documents/A.html': '<h2 id="b-c">B C</h2><a href="../index.html">up</a><a href="#b-c">here</a>',
    };
    expect(site(pages, 'media/a b.svg')).toEqual([]);
  });

  test('a missing file, anchor and picture are found', () => {
    const pages = {
      'index.html': '<a class="x" href="B.html">B</a><a href="A.html#c">C</a><img alt="" src="a.svg">',
      'A.html': '<h2 id="b">B</h2><a href="#q&amp;a">Q</a>',
    };
    expect(site(pages)).toEqual([
      'index.html: B.html',
      'index.html: A.html#c',
      'index.html: a.svg',
      'A.html: #q&amp;a',
    ]);
  });
});

describe('pages of sources', () => {
  const text =
    'const a = 1 < 2;\n\nexport function f<T>(x: T): T;\nexport async function g() {}\n  const inner = 1;\n';

  test('know what a file declares', () => {
    expect([...declarationsIn(text)].sort()).toEqual([
      ['a', 1],
      ['f', 3],
      ['g', 4],
    ]);
    expect(
      declarationsIn('export function* steps() {}\nexport function f(): void;\nexport function f() {}\n'),
    ).toEqual(
      new Map([
        ['steps', 1],
        ['f', 2],
      ]),
    );
  });

  test('have an anchor at every line and declaration', () => {
    const page = sourcePage('src/a.ts', text, '../../');
    for (const anchor of ['L1', 'L4', 'a', 'f', 'g']) expect(page).toContain(`id="${anchor}"`);
    expect(page).toContain('a = 1 &lt; 2');
    expect(page).not.toContain('id="inner"');
    expect(page).toContain('href="../../index.html"');
  });
});
