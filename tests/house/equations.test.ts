import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PAGES } from '../docs/pages.js';
import { declarationsIn } from '../../docs/site/source-pages.js';

/** A link from a page of docs/ to a name in a source file. */
interface CodeLink {
  readonly name: string;
  readonly path: string;
}

const linksIn = (text: string): readonly CodeLink[] =>
  [...text.matchAll(/\[`([\w$]+)`\]\(\.\.\/((?:src|examples|tests|bench)\/[^)#]+)\)/g)].map(
    ([, name = '', path = '']) => ({ name, path }),
  );

/** What is wrong with a link to code; undefined for nothing. */
function faultOf({ name, path }: CodeLink): string | undefined {
  if (!existsSync(path)) return `there is no ${path}`;
  return declarationsIn(readFileSync(path, 'utf8')).has(name) ? undefined : `${path} declares no ${name}`;
}

/** The comment right above a declaration; '' for none. */
function commentOn({ name, path }: CodeLink): string {
  const text = readFileSync(path, 'utf8');
  const line = declarationsIn(text).get(name) ?? 1;
  const before = text
    .split('\n')
    .slice(0, line - 1)
    .join('\n');
  return before.endsWith('*/') ? before.slice(before.lastIndexOf('/**')) : '';
}

/** The sections of a page, from heading to heading. */
const sectionsOf = (text: string): readonly string[] => text.split(/^(?=#{1,4} )/m);

const DOCS = [...PAGES].filter(([page]) => page.startsWith('docs/'));
const MAP = PAGES.get(join('docs', 'equations.md')) ?? '';
const ROWS = MAP.split('\n').filter((line) => line.includes('](../src/'));

describe('links from the docs to the code', () => {
  test.each(DOCS.flatMap(([page, text]) => linksIn(text).map((link) => ({ page, ...link }))))(
    '$page: $name is in $path',
    (link) => {
      expect(faultOf(link)).toBeUndefined();
    },
  );

  test('every equation set apart has one in its section', () => {
    const bare = DOCS.flatMap(([page, text]) =>
      sectionsOf(text)
        .filter((section) => /^\s*\$\$/m.test(section) && linksIn(section).length === 0)
        .map((section) => `${page}: ${section.split('\n')[0] ?? ''}`),
    );
    expect(bare).toEqual([]);
  });

  test.each(ROWS)('the function comes with the equation: %s', (row) => {
    const comments = linksIn(row).map(commentOn);
    expect(comments.some((comment) => comment.includes('```text'))).toBe(true);
  });

  test('the map leads to every function that a section leads to', () => {
    const mapped = new Set(linksIn(MAP).map(({ name }) => name));
    const others = DOCS.flatMap(([, text]) =>
      sectionsOf(text)
        .filter((section) => /^\s*\$\$/m.test(section))
        .flatMap(linksIn),
    ).map(({ name }) => name);
    expect(mapped.size).toBeGreaterThan(30);
    expect(others.filter((name) => !mapped.has(name))).toEqual([]);
  });

  test('one that has rotted is caught', () => {
    expect(linksIn('see [`cem43Rate`](../src/physics/damage-rate.ts).')).toEqual([
      { name: 'cem43Rate', path: 'src/physics/damage-rate.ts' },
    ]);
    expect(faultOf({ name: 'cem43Rates', path: 'src/physics/damage-rate.ts' })).toBe(
      'src/physics/damage-rate.ts declares no cem43Rates',
    );
    expect(faultOf({ name: 'cem43Rate', path: 'src/physics/dose.ts' })).toBe(
      'there is no src/physics/dose.ts',
    );
  });
});
