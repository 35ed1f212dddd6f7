// Every line of a shell block in the README and the docs runs: those of the command as they stand, in their order, the others by what
// they name.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.js';
import { BLOCKS } from './pages.js';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** Commands of the blocks of a page, without their comments. */
const LINES = BLOCKS.filter(({ info }) => info === 'sh').flatMap(({ page, text }) =>
  text
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '')
    .flatMap((line) => line.split(' && '))
    .map((line) => ({ page, line })),
);
const OWN = LINES.filter(({ line }) => /^(npx )?rf-lesion /.test(line));
const OTHERS = LINES.filter((line) => !OWN.includes(line));

const home = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'rf-lesion-'));

/** Words of a line, of which a quoted one may hold spaces. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

describe('lines of the command', () => {
  beforeAll(() => {
    cpSync('examples/problems/schedule.json', join(folder, 'problem.json'));
    cpSync('examples/problems/cooled.json', join(folder, 'other.json'));
    process.chdir(folder);
  });
  afterAll(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  });

  test.each(OWN)('$page: $line', async ({ line }) => {
    let [stdout, stderr] = ['', ''];
    const io = {
      stdout: { write: (text: string) => (stdout += text) },
      stderr: { write: (text: string) => (stderr += text) },
    };
    const code = await runCli(wordsOf(line.replace(/^npx /, '')).slice(1), io);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    if (!line.includes('plot')) expect(stdout).not.toBe('');
  });
});

test('docs/command-line.md has a line for every command', () => {
  const commands = OWN.filter(({ page }) => page === 'docs/command-line.md').map(
    ({ line }) => line.split(' ')[1],
  );
  expect([...new Set(commands)].sort()).toEqual([
    'chart',
    'compare',
    'estimate',
    'export',
    'plot',
    'presets',
    'replay',
    'run',
  ]);
});

/** What keeps a line that is not run here from being run; undefined for nothing. */
function faultOf(line: string): string | undefined {
  const [program = '', ...words] = wordsOf(line);
  const script = program === 'npm' && words[0] === 'run' ? words[1] : undefined;
  if (script !== undefined) return script in scripts ? undefined : `no script ${script}`;
  if (['npm ci', 'npm test', 'npm install rf-lesion'].includes(line)) return undefined;
  const file = words.find((word) => word.includes('/'));
  if (!['npx', 'python3', 'cp', 'bash'].includes(program)) return `an unknown program, ${program}`;
  return file === undefined || file.includes('*') || existsSync(file) ? undefined : `no file ${file}`;
}

test.each(OTHERS)('$page: $line names what is there', ({ line }) => {
  expect(faultOf(line)).toBeUndefined();
});

test('a line that errs is caught', () => {
  expect(faultOf('npm run nothing')).toBe('no script nothing');
  expect(faultOf('npx tsx examples/nothing.ts')).toBe('no file examples/nothing.ts');
  expect(faultOf('frobnicate')).toBe('an unknown program, frobnicate');
});
