import { createHash } from 'node:crypto';
import ts from 'typescript';
import { roomOf } from '../house/rooms.js';
import { sourceFiles } from '../house/source-files.js';

/** Rooms whose code decides what a size and its bar are. */
const ROOMS = [
  'grid',
  'numerics',
  'physics',
  'problem',
  'simulate',
  'metrics',
  'analysis',
  'measure',
  'estimate',
];

/** Code as it is compiled, without types, comments and layout. */
export function codeOf(text: string): string {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, removeComments: true },
  });
  return outputText;
}

/** A fingerprint of the numerics' source that comments do not change. */
export function hashOfNumerics(): string {
  const hash = createHash('sha256');
  for (const { path, text } of sourceFiles('src')) {
    if (ROOMS.includes(roomOf(path) ?? '')) hash.update(`${path}\n${codeOf(text)}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}
