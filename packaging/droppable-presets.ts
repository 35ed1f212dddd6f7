import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

/** Initial values that a bundler drops by itself. */
function isPlain(value: ts.Expression): boolean {
  return ts.isArrowFunction(value) || ts.isLiteralExpression(value);
}

/** Wraps the initial value of every constant of a file in a call that is marked as pure. */
function markPure(file: string, text: string): string {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const values = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .flatMap(({ initializer }) => (initializer && !isPlain(initializer) ? [initializer] : []));
  return values.reduceRight((changed, value) => {
    const [from, to] = [value.getStart(source), value.end];
    return `${changed.slice(0, from)}/* @__PURE__ */ (() => (${changed.slice(from, to)}))()${changed.slice(to)}`;
  }, text);
}

/**
 * Presets are made of each other by calls and spreads, which a bundler must keep: this tells it that it may drop those that
 * nobody uses.
 */
export const droppablePresets: Plugin = {
  name: 'droppable-presets',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]presets[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: markPure(path, await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};
