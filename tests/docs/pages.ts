import { readdirSync, readFileSync } from 'node:fs';

/** Every page that a reader may copy from, by path. */
export const PAGES: ReadonlyMap<string, string> = new Map(
  [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    ...readdirSync('docs')
      .filter((file) => file.endsWith('.md'))
      .map((file) => `docs/${file}`),
  ].map((path) => [path, readFileSync(path, 'utf8')]),
);

/** A fenced block of a page. */
export interface Block {
  readonly page: string;
  /** Of the opening fence, from 1. */
  readonly line: number;
  /** What follows the fence, as in 'ts continued'. */
  readonly info: string;
  readonly text: string;
}

/** The fenced blocks of a page, in order. */
export function blocksOf(page: string, markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```([^\n`]*)\n([\s\S]*?)^```$/gm)].map(
    ({ index, 1: info = '', 2: text = '' }) => ({
      page,
      line: markdown.slice(0, index).split('\n').length,
      info: info.trim(),
      text,
    }),
  );
}

export const BLOCKS: readonly Block[] = [...PAGES].flatMap(([page, markdown]) => blocksOf(page, markdown));
