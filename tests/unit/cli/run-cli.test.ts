import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cannula, tissues } from 'rf-lesion';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../../src/cli/run-cli.js';

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command line on words, or on a line whose quoted words hold spaces. */
async function run(line: string | string[]): Promise<Outcome> {
  const words =
    typeof line === 'string' ? [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2] ?? '') : line;
  const written = { stdout: '', stderr: '' };
  const writer = (name: keyof typeof written) => ({ write: (text: string) => (written[name] += text) });
  const code = await runCli(words, { stdout: writer('stdout'), stderr: writer('stderr') });
  return { code, ...written };
}

const QUICK =
  'estimate --gauge 22 --tip "5 mm" --temperature "80 degC" --time "90 s" --tissue muscle --resolution draft';
/** The same without a temperature. */
const BARE = QUICK.replace(/ --temperature "[^"]*"/, '');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rf-lesion-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function runFile(content: unknown, ...options: string[]): Promise<Outcome> {
  const file = join(await mkdtemp(join(folder, 'of-')), 'problem.json'); // its own: some run side by side
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return run(['run', file, ...options]);
}

const PROBLEM = {
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'temperature', target: 80, duration: 90 },
};

interface Answer {
  width: { value: number; numericalError: number };
  receipt: { problem: { heating: unknown } };
}
const answerOf = ({ stdout }: Outcome): Answer => JSON.parse(stdout) as Answer;

describe('an answer', () => {
  test('is a table that states its units, its model and what its errors are', async () => {
    const { code, stdout, stderr } = await run(QUICK);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const part of [
      'width',
      'length',
      'volume',
      'mm³',
      '37 °C',
      'numerical error alone',
      '45 °C',
      '60 °C',
    ]) {
      expect(stdout).toContain(part);
    }
    expect(stdout.startsWith('model temperature, tissue muscle, start at 37 °C\n')).toBe(true);
    expect(stdout.endsWith('\n')).toBe(true);
  });

  test('ends with what the generator showed, where a current flows', async () => {
    const { stdout } = await run(QUICK);
    const number = '([\\d.]+)';
    const line = new RegExp(
      `\ngenerator at switch-off: ${number} V, ${number} Ω, ${number} W, ${number} J delivered\n$`,
    );
    const [voltage, impedance, power, energy] = (line.exec(stdout) ?? []).slice(1).map(Number);
    expect(voltage! ** 2 / impedance!).toBeCloseTo(power!, 2);
    expect(energy! / power!).toBeGreaterThan(60);
    expect((await run(`${QUICK} --model tip-temperature`)).stdout).not.toContain('generator');
  });

  test('states its model, its file and its start temperature', async () => {
    const heating = { kind: 'power', power: 1, duration: 10 };
    const { code, stdout } = await runFile(
      { ...PROBLEM, heating, startTemperature: 22.5 },
      '--resolution',
      'draft',
    );
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe('model power, tissue of problem.json, start at 22.5 °C');
  });

  test('from the held tip is smaller than from RF current', async () => {
    const [held, driven] = await Promise.all([
      run(`${QUICK} --json --model tip-temperature`),
      run(`${QUICK} --json`),
    ]);
    expect(answerOf(held).width.value).toBeLessThan(0.7 * answerOf(driven).width.value);
  });

  test.each([
    ['power --power "2 W"', { kind: 'power', power: 2, duration: 90 }],
    ['voltage --voltage "15 V"', { kind: 'voltage', voltage: 15, duration: 90 }],
    [
      'pulsed --voltage "40 V" --pulse-width "10 ms" --pulse-rate "4 /s"',
      {
        kind: 'pulsed',
        voltage: 40,
        pulseWidth: 0.01,
        pulseRate: 4,
        duration: 90,
        maxSensorTemperature: 80,
      },
    ],
  ])('of every kind of RF current: %s', async (options, heating) => {
    const command = options.startsWith('pulsed') ? QUICK : BARE;
    const outcome = await run(`${command} --json --model ${options}`);
    expect(outcome.stderr).toBe('');
    expect(answerOf(outcome).receipt.problem.heating).toEqual(heating);
  });

  test('of pulses says how hot they are and how strong the field is', async () => {
    const { stdout } = await run(`${BARE} --model pulsed`);
    expect(stdout).toContain('pulsed RF, 45 V, 20 ms at 2 Hz, at most 42 °C at the sensor for 90 s');
    expect(stdout).toMatch(/pulses at the end: [\d.]+ ± [\d.]+ V \(rms\) for 20\.0* ± 0\.0* ms/);
    expect(stdout).toMatch(/hottest tissue [\d.]+ ± [\d.]+ °C, 4[\d.]+ ± [\d.]+ °C within a pulse/);
    expect(stdout).toContain('field in kV/m (rms) at 0.1, 0.5, 1 and 2 mm: beside the tip');
  });

  test('of a schedule has a row for each stage', async () => {
    const stages = [
      { kind: 'temperature', target: 60, duration: 20 },
      { kind: 'off', duration: 5 },
      { kind: 'temperature', target: 70, duration: 20, shift: 2e-3 },
    ];
    const { code, stdout } = await runFile(
      { ...PROBLEM, heating: { kind: 'schedule', stages } },
      '--resolution',
      'draft',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('3 stages in 45 s');
    for (const line of [
      /RF current, 60 °C at the sensor for 20 s +0–20 s +[\d.]+ ± .*completed/,
      /no current for 5 s +20–25 s .*completed/,
      /needle withdrawn by 2 mm, RF current, 70 °C at the sensor for 20 s +25–45 s .*completed/,
    ]) {
      expect(stdout).toMatch(line);
    }
  });

  test('is the same from options, from a file, and with other units', async () => {
    const answers = await Promise.all([
      run(`${QUICK} --json`),
      run(`${QUICK} --json --ramp "10 s" --start "310.15 K" --model temperature`),
      run(`${QUICK.replace('5 mm', '0.5 cm').replace('90 s', '1.5 min').replace('80 degC', '80 °C')} --json`),
      runFile(PROBLEM, '--resolution', 'draft', '--json'),
      runFile(`\uFEFF${JSON.stringify(PROBLEM)}`, '--resolution', 'draft', '--json'),
    ]);
    const widths = answers.map((answer) => answerOf(answer).width.value);
    expect(new Set(widths).size).toBe(1);
    expect(widths[0]).toBeGreaterThan(6e-3);
    expect(widths[0]).toBeLessThan(9e-3);
  });
});

/** What must be on stderr; the words of the line when they are not those of `QUICK` with one option changed. */
const BAD_OPTIONS: [option: string, value: string, sentence: string][] = [
  ['gauge', '30', 'gauge must be one of 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, but was 30.'],
  ['gauge', 'thin', "--gauge must be a needle gauge such as 22, but was 'thin'."],
  ['gauge', '0x16', "but was '0x16'."],
  ['tip', '5', "--tip must be a length such as '5 mm', but was '5'."],
  [
    'tip',
    '5 m',
    'electrode.tipLength must be a length from 0.0005 to 0.1 m, but was 5: did you mean 5e-3 (5 mm)?',
  ],
  [
    'temperature',
    '80 C',
    "--temperature must be a temperature such as '80 degC', but was '80 C': did you mean '80 degC'?",
  ],
  [
    'temperature',
    '30 degC',
    'heating.target must be a temperature above the start temperature (37 °C) and at most 100 °C, but was 30.',
  ],
  [
    'time',
    '5 s',
    'heating.ramp (10 s by default) must not exceed heating.duration, which is 5 s: give a shorter ramp.',
  ],
  ['time', '1e9 s', 'heating.duration must be a time from 0.1 to 7200 s, but was 1000000000.'],
  ['tissue', 'grey_matter', "liverComsol, liverGoSmart, but was 'grey_matter': did you mean 'greyMatter'?"],
  ['tissue', 'toString', '--tissue must be one of muscle, fat, nerve'],
  ['resolution', 'coarse', "but was 'coarse'."],
];

function expectRefusal({ code, stdout, stderr }: Outcome, sentence: string): void {
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/^ {2,}at /m);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
}

describe('bad input is told in one sentence on stderr, with exit code 2', () => {
  test.each(BAD_OPTIONS)('--%s "%s"', async (option, value, sentence) => {
    const outcome = await run(
      QUICK.replace(new RegExp(`--${option} (?:"[^"]*"|\\S+)`), `--${option} "${value}"`),
    );
    expectRefusal(outcome, sentence);
    expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
  });

  test.each([
    ...['rf', 'schedule', 'toString'].map((name) => [
      `${QUICK} --model ${name}`,
      `--model must be one of 'temperature' (RF current, controlled at the sensor), 'tip-temperature' (bare surface held), 'power' (RF current of constant power), 'voltage' (RF current of constant voltage), 'pulsed' (RF current in pulses), but was '${name}'.\n`,
    ]),
    [`${QUICK} --model power --power "3 W"`, '--temperature must be left out of the model power.'],
    [`${BARE} --model power`, "--power must be a power such as '5 W', but is missing."],
    [
      `${BARE} --model voltage --voltage "20 V" --ramp "5 s"`,
      '--ramp must be left out of the model voltage.',
    ],
    [`${BARE} --model voltage --voltage "20 W"`, '--voltage must be a voltage'],
    [`${QUICK} --model pulsed --pulse-width "20"`, '--pulse-width must be a time'],
    [`${QUICK} --bogus 3`, "unknown option '--bogus'"],
    [`${QUICK} more`, 'too many arguments'],
    ['estimate --gauge 22', "--tip must be a length such as '5 mm', but is missing."],
    ['estmate', "unknown command 'estmate'"],
    ['run', "missing required argument 'problem.json'"],
    ['run no-such-file.json', 'no-such-file.json cannot be read'],
  ])('%s', async (line, sentence) => {
    expectRefusal(await run(line), sentence);
  });

  test.each<[string, unknown, string]>([
    ['no JSON', '{ "electrode": ', 'is not JSON'],
    ['an empty file', '', 'is not JSON'],
    ['a list', [], 'electrode must be a record'],
    ['NaN in JSON', '{ "electrode": NaN }', 'is not JSON'],
    [
      'an unknown key',
      { ...PROBLEM, electrodes: [] },
      'electrodes is not a known key: did you mean electrode?',
    ],
    [
      'a region upside down',
      {
        ...PROBLEM,
        regions: [{ where: { kind: 'slab', zMin: 1e-3, zMax: 0 }, tissue: PROBLEM.tissue }],
      },
      'regions[0].where.zMax must be above regions[0].where.zMin (0.001 m), but was 0',
    ],
  ])('a file with %s', async (_, content, sentence) => {
    expectRefusal(await runFile(content), sentence);
  });
});

test('estimate without options shows how, with an example that works', async () => {
  const { code, stdout, stderr } = await run('estimate');
  const example = /rf-lesion (estimate --gauge .*)/.exec(stderr)?.[1] ?? '';
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(await run(`${example} --resolution draft`)).toMatchObject({ code: 0, stderr: '' });
});

test('help and version go to stdout with exit code 0', async () => {
  expect(await run('--help')).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringContaining('estimate') as unknown,
  });
  expect(await run('--version')).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as unknown,
  });
});

test('a lesion that outgrows the stated region is bad input: exit code 2', async () => {
  const domain = { radius: 0.8e-3, below: 0.4e-3, above: 5.4e-3 };
  const heating = { ...PROBLEM.heating, kind: 'tip-temperature' };
  const outcome = await runFile({ ...PROBLEM, heating, domain }, '--resolution', 'draft');
  expectRefusal(outcome, 'domain');
  expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
});

test('a failure that is not the input is of another kind: exit code 1', async () => {
  const stderr: string[] = [];
  const write = (): never => {
    throw new Error('no space left on device');
  };
  const code = await runCli(['--help'], {
    stdout: { write },
    stderr: { write: (text) => stderr.push(text) },
  });
  expect({ code, stderr }).toEqual({ code: 1, stderr: ['no space left on device\n'] });
});

describe('--compare', () => {
  test('prints every published rule with source and validity, and says where one is used beyond it', async () => {
    const { code, stdout, stderr } = await run(`${QUICK} --compare`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const part of [
      'CEM43 (ISO)',
      'Takata',
      '44–60 °C',
      "three-state, O'Neill",
      '300–900 s *',
      'COMSOL',
    ]) {
      expect(stdout).toContain(part);
    }
    expect(stdout).toContain('* used beyond what the rule is stated for');
    expect(stdout).toContain('numerical error alone');
  });

  test('goes with a file and with JSON', async () => {
    const { code, stdout } = await runFile(PROBLEM, '--resolution', 'draft', '--compare', '--json');
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { lesions: unknown[] }).lesions).toHaveLength(18);
  });
});
