// Every block of TypeScript in the README and the docs compiles, runs, and prints what its comments say.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { firstUnsaid, modulesOf } from './code-modules.js';
import { BLOCKS, blocksOf } from './pages.js';

const home = process.cwd();
/** Inside the project, where the package's own name is known. */
const folder = resolve('out/doc-blocks');
/** Where blocks write their files. */
const place = mkdtempSync(join(tmpdir(), 'rf-lesion-'));

const MODULES = modulesOf(BLOCKS).map((module, k) => ({ ...module, file: join(folder, `block-${k}.ts`) }));

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../tsconfig.json', include: ['*.ts'] }),
  );
  for (const { file, text } of MODULES) writeFileSync(file, text);
  process.chdir(place);
});
afterAll(() => {
  process.chdir(home);
  rmSync(place, { recursive: true });
});

/** What the compiler finds wrong with files, as 'page:line: message'. */
function faultsOf(files: readonly string[]): readonly string[] {
  const { config } = ts.readConfigFile(join(home, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const compilerOptions = {
    ...config.compilerOptions,
    isolatedDeclarations: false,
    declaration: false,
    typeRoots: [join(home, 'node_modules/@types')],
  };
  const { options } = ts.parseJsonConfigFileContent({ compilerOptions, files }, ts.sys, home);
  return ts.getPreEmitDiagnostics(ts.createProgram([...files], options)).map(({ file, messageText }) => {
    const at = MODULES.find((module) => module.file === file?.fileName)?.at ?? file?.fileName;
    return `${at}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

test('every block of TypeScript compiles', { timeout: 120_000 }, () => {
  expect(MODULES.length).toBeGreaterThan(10);
  expect(faultsOf(MODULES.map(({ file }) => file))).toEqual([]);
});

test.each(MODULES)('$at runs and prints what it says', async ({ file, said }) => {
  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...words: unknown[]) => {
    printed.push(format(...words));
  });
  await import(file).finally(() => {
    log.mockRestore();
  });
  expect({ unsaid: firstUnsaid(said, printed), printed }).toMatchObject({ unsaid: undefined });
});

test.each(BLOCKS.filter(({ info }) => info === 'json'))('$page:$line is JSON', ({ text }) => {
  expect(() => JSON.parse(text) as unknown).not.toThrow();
});

describe('a page that errs is caught', () => {
  const [first, second] = modulesOf(
    blocksOf(
      'page.md',
      '# A\n\n```ts\nconst a = 1;\nconsole.log(a); // 1\n```\n\n```ts continued\nlog(a);\n```\n',
    ),
  );

  test('a block stands on its own, or goes on', () => {
    expect(first).toMatchObject({ at: 'page.md:3', said: ['1'] });
    expect(second?.text).toContain('const a = 1;\nconsole.log(a); // 1\nlog(a);\n');
    expect(second?.said).toEqual([]);
  });

  test('what was not printed is found', () => {
    expect(firstUnsaid(['7.5…', 'b'], ['a', '7.52', 'b'])).toBeUndefined();
    expect(firstUnsaid(['7.5…'], ['7.42'])).toBe('7.5…');
    expect(firstUnsaid(['a.c'], ['abc'])).toBe('a.c');
    expect(firstUnsaid(['b', 'a'], ['a', 'b'])).toBe('a');
  });
});
