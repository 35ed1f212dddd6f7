// The commands beside estimate and run, and what all of them share: progress, Ctrl-C, files.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cannula, type Problem, type Receipt, tissues } from 'rf-lesion';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { writeWhole } from '../../../src/cli/files.js';
import { makeProgressBar } from '../../../src/cli/progress-bar.js';
import { runCli } from '../../../src/cli/run-cli.js';
import type { CliOutput } from '../../../src/cli/session.js';

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs words; `interrupt` is called with what Ctrl-C would do, as soon as something listens. */
async function run(
  words: string[],
  interrupt: (stop: () => void) => void = () => undefined,
): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const io: CliOutput = {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    once: (_, listener) => interrupt(listener),
    off: () => undefined,
  };
  return { code: await runCli(words, io), ...written };
}

const PROBLEM: Problem = {
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'temperature', target: 80, duration: 90 },
};
const NEEDLE = ['--gauge', '22', '--tip', '5 mm', '--tissue', 'muscle'];
const DRAFT = ['--resolution', 'draft'];

let folder = '';
const place = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rf-lesion-'));
  await writeFile(place('problem.json'), JSON.stringify(PROBLEM));
  const shorter = { ...PROBLEM, heating: { ...PROBLEM.heating, duration: 60 } };
  await writeFile(place('shorter.json'), JSON.stringify(shorter));
});
afterAll(() => rm(folder, { recursive: true }));

describe('presets', () => {
  test('are listed by kind and in all', async () => {
    const { stdout: all } = await run(['presets']);
    const { stdout: some } = await run(['presets', 'list', 'tissues']);
    expect(all.split('\n').length).toBeGreaterThan(60);
    expect(some.split('\n').filter((name) => name !== '')).toEqual(
      Object.keys(tissues).map((name) => `tissues.${name}`),
    );
    expect(JSON.parse((await run(['presets', 'list', 'tissues', '--json'])).stdout)).toHaveLength(
      Object.keys(tissues).length,
    );
  });

  test('of every kind are shown', async () => {
    for (const name of (await run(['presets'])).stdout.trim().split('\n')) {
      const { code, stdout, stderr } = await run(['presets', 'show', name]);
      expect({ code, stderr }, name).toEqual({ code: 0, stderr: '' });
      expect(stdout, name).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test('show numbers with units, and what they rest on', async () => {
    const { stdout } = await run(['presets', 'show', 'tissues.muscle']);
    expect(stdout).toMatch(/^density +1090\.4 {2}kg\/m³$/m);
    expect(stdout).toMatch(/^ {2}density: grade A \[1\]$/m);
    expect(stdout).toMatch(/^ {2}\[1\] Hasgall/m);
    const { stdout: json } = await run(['presets', 'show', 'tissues.muscle', '--json']);
    expect(JSON.parse(json)).toMatchObject({ density: tissues.muscle.density });
  });

  test.each([
    [['presets', 'show', 'tissues.mucsle'], "did you mean 'tissues.muscle'?"],
    [['presets', 'list', 'tissue'], "did you mean 'tissues'?"],
  ])('%j is refused with a suggestion', async (words, question) => {
    const { code, stdout, stderr } = await run(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(question);
  });
});

describe('a receipt', () => {
  test('is written, repeated and found the same', async () => {
    const file = place('receipt.json');
    expect((await run(['run', place('problem.json'), ...DRAFT, '--receipt', file])).code).toBe(0);
    expect(await run(['replay', file])).toEqual({ code: 0, stdout: 'The same, bit for bit.\n', stderr: '' });
  });

  test('is found in an answer in JSON, and a run that comes out otherwise has an exit code of its own', async () => {
    const { stdout } = await run(['run', place('problem.json'), ...DRAFT, '--json']);
    const answer = JSON.parse(stdout) as { receipt: Receipt };
    await writeFile(place('answer.json'), stdout);
    expect((await run(['replay', place('answer.json')])).code).toBe(0);
    const checksums = { ...answer.receipt.checksums, history: '00000000' };
    await writeFile(place('other.json'), JSON.stringify({ ...answer.receipt, checksums, version: '0.0.1' }));
    const { code, stdout: words } = await run(['replay', place('other.json')]);
    expect(code).toBe(3);
    expect(words).toMatch(/^Different: history\. The receipt is of version 0\.0\.1, this is \d/);
  });

  test('that is none is refused', async () => {
    const { code, stderr } = await run(['replay', place('problem.json')]);
    expect(code).toBe(2);
    expect(stderr).toContain('receipt must be the receipt of an estimate');
  });
});

test('compare puts two problems side by side, with the difference and its bar', async () => {
  const { code, stdout } = await run(['compare', place('shorter.json'), place('problem.json'), ...DRAFT]);
  expect(code).toBe(0);
  const [, one, two, three] = /50 °C +width mm +(\S+ ± \S+) +(\S+ ± \S+) +(\S+ ± \S+)/.exec(stdout) ?? [];
  const parts = [one, two, three].map((words) => words!.split(' ± ').map(Number));
  expect(parts[1]![0]! - parts[0]![0]!).toBeCloseTo(parts[2]![0]!, 2);
  expect(parts[0]![1]! + parts[1]![1]!).toBeCloseTo(parts[2]![1]!, 2);
});

describe('chart', () => {
  test('is a table of widths that grow with temperature and time', async () => {
    const words = [
      'chart',
      ...NEEDLE,
      '--temperature',
      '70 degC',
      '80 degC',
      '--time',
      '60 s',
      '90 s',
      ...DRAFT,
    ];
    const { code, stdout } = await run(words);
    expect(code).toBe(0);
    const [a, b, c, d] = [...stdout.matchAll(/(\S+) ± \S+/g)].map(([, width]) => Number(width)) as [
      number,
      number,
      number,
      number,
    ];
    expect(a < b && a < c && b < d && c < d).toBe(true);
  });

  test.each([
    [['chart', ...NEEDLE, '--time', '60 s'], "--temperature must be one or more of the kind of '80 degC'"],
    [['chart', ...NEEDLE, '--temperature', '80 C', '--time', '60 s'], "did you mean '80 degC'?"],
    [['chart'], 'Example:'],
  ])('%j is refused', async (words, sentence) => {
    const { code, stdout, stderr } = await run(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
  });
});

describe('plot and export', () => {
  test('name their files in JSON, and print a picture in it', async () => {
    const out = place('lesion.svg');
    const words = ['plot', place('problem.json'), ...DRAFT, '--json'];
    expect(JSON.parse((await run([...words, '--out', out])).stdout)).toEqual({ file: out });
    const { svg } = JSON.parse((await run(words)).stdout) as { svg: string };
    expect(svg).toBe(await readFile(out, 'utf8'));
    const files = [place('sizes.csv'), place('fields.npz')];
    expect(
      JSON.parse((await run(['export', place('problem.json'), ...files, ...DRAFT, '--json'])).stdout),
    ).toEqual(files);
  });

  test('draw a PNG where the renderer is installed', async () => {
    const out = place('lesion.png');
    expect((await run(['plot', place('problem.json'), ...DRAFT, '--out', out])).code).toBe(0);
    expect((await readFile(out)).subarray(1, 4).toString()).toBe('PNG');
  });

  test.each([
    [
      ['plot', 'problem.json', '--out', 'lesion.gif'],
      "must be a file that ends with .svg or .png, but was 'lesion.gif'",
    ],
    [['plot', 'problem.json', '--figure', 'lesions'], "did you mean 'lesion'?"],
    [['export', 'problem.json', 'fields.npy'], "did you mean '.npz'?"],
    [
      ['export', 'problem.json', 'a.nii', '--target', '1 2'],
      "--target must be three numbers in mm such as '12 -3.5 40', but was '1 2'.",
    ],
    [['export', 'problem.json', 'a.nii', '--spacing', '0'], '--spacing must be a length'],
    [
      ['export', 'problem.json', 'a.csv', '--table', 'sizes'],
      '--table must be one of lesions, history, field',
    ],
  ])('%j is refused in one sentence', async (words, sentence) => {
    const { code, stdout, stderr } = await run([
      ...words.map((word) => (word === 'problem.json' ? place(word) : word)),
      ...DRAFT,
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('Ctrl-C', () => {
  test('stops a run, prints what was complete, says so, and has an exit code of its own', async () => {
    const { code, stdout, stderr } = await run(
      ['run', place('problem.json'), '--resolution', 'fine'],
      (stop) => setTimeout(stop, 30),
    );
    expect({ code, stderr }).toEqual({ code: 130, stderr: 'Stopped: what was complete by then is kept.\n' });
    expect(stdout).toMatch(/^stopped at [\d.]+ s$/m);
  });

  test('keeps the widths of a chart that were complete', async () => {
    let calls = 0;
    const stopTheSecond = (stop: () => void): void => {
      calls += 1;
      if (calls === 2) stop();
    };
    const words = [
      'chart',
      ...NEEDLE,
      '--temperature',
      '70 degC',
      '--time',
      '60 s',
      '90 s',
      '120 s',
      ...DRAFT,
    ];
    const { code, stdout } = await run(words, stopTheSecond);
    expect(code).toBe(130);
    expect(stdout).toMatch(/70 degC +\d\S+ ± \S+ +– +–\n/);
  });
});

describe('the bar of progress', () => {
  const drawn = (isTTY: boolean, at: number): string => {
    let text = '';
    let now = 0;
    const bar = makeProgressBar(
      { stdout: { write: () => 0 }, stderr: { isTTY, write: (part) => (text += part) } },
      () => now,
    );
    now = at;
    bar.show(0.5);
    bar.clear();
    return text;
  };

  test('comes after half a second, on a terminal alone, and goes', () => {
    expect(drawn(true, 499)).toBe('');
    expect(drawn(false, 10_000)).toBe('');
    expect(drawn(true, 501)).toMatch(/^\r█{15}░{15} 50 %\r +\r$/);
  });
});

describe('files', () => {
  test('are whole', async () => {
    await writeWhole(place('whole.txt'), 'whole');
    expect(await readFile(place('whole.txt'), 'utf8')).toBe('whole');
  });

  test.each([
    ['in no folder', 'nowhere/receipt.json'],
    ['in the place of a folder', 'taken'],
  ])(
    'that cannot be written %s are told in one sentence, and nothing is left half-written',
    async (_, name) => {
      await mkdir(place('taken'), { recursive: true });
      const before = await readdir(folder);
      const { code, stderr } = await run(['run', place('problem.json'), ...DRAFT, '--receipt', place(name)]);
      expect(code).toBe(2);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toContain('cannot be written');
      expect(await readdir(folder)).toEqual(before);
    },
  );
});

describe('an error on a terminal', () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each([
    ['', '\u001B[31m'],
    ['1', 'A preset'],
  ])('NO_COLOR=%j', async (noColor, start) => {
    vi.stubEnv('NO_COLOR', noColor);
    let stderr = '';
    const io = {
      stdout: { write: () => 0 },
      stderr: { isTTY: true, write: (text: string) => (stderr += text) },
    };
    expect(await runCli(['presets', 'show', 'none'], io)).toBe(2);
    expect(stderr.startsWith(start)).toBe(true);
  });
});

test('every command has a real example in its help', async () => {
  const commands = (await run(['--help'])).stdout.matchAll(/^ {2}(\w+)(?: \[options\])?(?: <.*>)? {2,}/gm);
  const names = [...commands].map(([, name]) => name!).filter((name) => name !== 'help');
  expect(names.length).toBeGreaterThanOrEqual(6);
  for (const name of names) {
    if (name === 'presets') continue; // its own commands have
    expect((await run([name, '--help'])).stdout, name).toMatch(/\nExample:\n {2}rf-lesion /);
  }
  expect((await run(['--help'])).stdout).toContain('Exit codes: 0 done');
});
