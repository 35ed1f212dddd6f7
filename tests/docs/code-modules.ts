import type { Block } from './pages.js';

/** A block of code of a page, as a module that compiles by itself. */
export interface CodeModule {
  /** As in 'docs/physics.md:12'. */
  readonly at: string;
  readonly text: string;
  /** What its own lines say that they print, in order. */
  readonly said: readonly string[];
}

/** What the lines of a block say that they print: what follows `//` after a call of console.log. */
const saidIn = (text: string): readonly string[] =>
  [...text.matchAll(/^\s*(?:if \(.*?\) )?console\.log\(.*\); \/\/ (.+)$/gm)].map(([, words = '']) => words);

/** Whether something was printed that a page says; '…' stands for any characters. */
function isAsSaid(said: string, printed: string): boolean {
  const pattern = said
    .split('…')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('.*');
  return new RegExp(`^${pattern}$`).test(printed);
}

/** The first of the lines said that was not printed, in their order; undefined when all were. */
export function firstUnsaid(said: readonly string[], printed: readonly string[]): string | undefined {
  let from = 0;
  for (const words of said) {
    const found = printed.findIndex((line, k) => k >= from && isAsSaid(words, line));
    if (found < 0) return words;
    from = found + 1;
  }
  return undefined;
}

/** The TypeScript blocks of pages as modules: one marked `ts continued` goes on from those before it. */
export function modulesOf(blocks: readonly Block[]): readonly CodeModule[] {
  const modules: CodeModule[] = [];
  const before = new Map<string, string>();
  for (const { page, line, info, text } of blocks) {
    if (!/^ts\b/.test(info)) continue;
    const whole = info === 'ts continued' ? `${before.get(page) ?? ''}${text}` : text;
    before.set(page, whole);
    modules.push({ at: `${page}:${line}`, text: `${whole}export {};\n`, said: saidIn(text) });
  }
  return modules;
}
