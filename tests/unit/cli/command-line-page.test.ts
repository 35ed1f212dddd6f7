// Every line of docs/command-line.md runs as it stands, in its order.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli } from '../../../src/cli/run-cli.js';

const page = readFileSync('docs/command-line.md', 'utf8');
const LINES = [...page.matchAll(/^rf-lesion .*$/gm)].map(([line]) => line);

const home = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'rf-lesion-'));
cpSync('examples/problems/schedule.json', join(folder, 'problem.json'));
cpSync('examples/problems/cooled.json', join(folder, 'other.json'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Words of a line whose quoted words hold spaces; names of files are those of the folder. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)]
    .map(([, quoted, plain]) => quoted ?? plain ?? '')
    .map((word) =>
      /^[a-z]+\.[a-z]+$/.test(word) && !word.startsWith('tissues.') ? join(folder, word) : word,
    )
    .slice(1);

test('has a line for every command', () => {
  const commands = new Set(LINES.map((line) => line.split(' ')[1]));
  expect([...commands].sort()).toEqual([
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

test.each(LINES)('%s', async (line) => {
  let [stdout, stderr] = ['', ''];
  const io = {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  };
  const code = await runCli(wordsOf(line), io);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  if (!line.includes('plot')) expect(stdout).not.toBe('');
  expect(process.cwd()).toBe(home);
});
