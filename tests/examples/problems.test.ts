import { readdirSync, readFileSync } from 'node:fs';
import { cannula, electrodes, type Problem, tissues } from 'rf-lesion';
import { describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.js';

const FOLDER = 'examples/problems';

/** What a file leads to on the command line, and whether all went well. */
async function run(name: string, ...options: string[]): Promise<{ code: number; stdout: string }> {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const words = ['run', `${FOLDER}/${name}.json`, '--resolution', 'draft', ...options];
  const code = await runCli(words, {
    stdout: { write: (text) => stdout.push(text) },
    stderr: { write: (text) => stderr.push(text) },
  });
  expect(stderr).toEqual([]);
  return { code, stdout: stdout.join('') };
}

interface Measured {
  value: number;
}

/** The part of an answer in JSON that is looked at here. */
interface Answer {
  width: Measured;
  length: Measured;
  outcome: { kind: string; reason?: string };
  warnings: { code: string }[];
  hottest: { temperature: Measured; distance: Measured };
  stages: {
    kind: string;
    position: number;
    size: { width: Measured };
    pulse: { voltage: Measured } | null;
  }[];
}

async function answerOf(name: string): Promise<Answer> {
  const { code, stdout } = await run(name, '--json');
  expect(code).toBe(0);
  return JSON.parse(stdout) as Answer;
}

describe('a problem file', () => {
  test('schedule.json: three cycles with two pauses, each hotter than the last', async () => {
    const { stages, width } = await answerOf('schedule');
    expect(stages.map(({ kind }) => kind)).toEqual([
      'temperature',
      'off',
      'temperature',
      'off',
      'temperature',
    ]);
    expect(1e3 * stages[0]!.size.width.value).toBeCloseTo(3.9, 0);
    expect(1e3 * width.value).toBeCloseTo(6.25, 1);
  });

  test('shift.json: the lesion is 5 mm longer than from one place', async () => {
    const { stages, length } = await answerOf('shift');
    expect(stages.map(({ position }) => position)).toEqual([0, 5e-3]);
    expect(Math.abs(1e3 * length.value - 15)).toBeLessThan(0.15);
  });

  test('pulsed.json: no lesion, at a voltage that keeps the sensor at 42 °C', async () => {
    const { stages, width, warnings } = await answerOf('pulsed');
    expect(width.value).toBe(0);
    expect(Math.abs(stages[0]!.pulse!.voltage.value - 19.3)).toBeLessThan(0.3);
    expect(new Set(warnings.map(({ code }) => code))).toEqual(new Set(['nothing-reached']));
  });

  test('cooled.json: hottest away from the needle', async () => {
    const { width, hottest } = await answerOf('cooled');
    expect(Math.abs(1e3 * width.value - 12.4)).toBeLessThan(0.1);
    expect(Math.abs(hottest.temperature.value - 88.1)).toBeLessThan(1);
    expect(1e3 * hottest.distance.value).toBeGreaterThan(0.3);
  });

  test('boiling.json: the generator rolls off', async () => {
    const { outcome, warnings } = await answerOf('boiling');
    expect(outcome).toMatchObject({ kind: 'limited', reason: 'roll-off' });
    expect(warnings.map(({ code }) => code)).toContain('boiling');
  });

  test('perfusion.json: ten times the perfusion of muscle at rest, whatever happens', async () => {
    const { width } = await answerOf('perfusion');
    expect(Math.abs(1e3 * width.value - 7.13)).toBeLessThan(0.05);
  });

  test('withdrawn.json: as wide as with the needle in place', async () => {
    const { width } = await answerOf('withdrawn');
    expect(Math.abs(1e3 * width.value - 7.49)).toBeLessThan(0.05);
  });

  test.each([
    ['schedule', '5 stages in 240 s'],
    ['shift', 'needle withdrawn by 5 mm'],
    ['pulsed', '20 ms at 2 Hz'],
    ['cooled', 'hottest'],
    ['boiling', 'limited by roll-off'],
    ['perfusion', 'generator at switch-off'],
    ['withdrawn', '80 °C at the sensor for 90 s'],
    ['layers', '80 °C at the sensor for 90 s'],
  ])('%s.json prints "%s"', async (name, words) => {
    const { code, stdout } = await run(name);
    expect(code).toBe(0);
    expect(stdout).toContain(words);
  });
});

/** Without sources, numbers to twelve digits: as a file has them. */
function written(value: unknown): unknown {
  const text = JSON.stringify(value, (key, one: unknown) =>
    key === 'sources' || key === 'evidence'
      ? undefined
      : typeof one === 'number'
        ? Number(one.toPrecision(12))
        : one,
  );
  return JSON.parse(text);
}

test('layers.json: bone below and fat around make it wider and longer than muscle alone', async () => {
  const [layers, plain] = [await answerOf('layers'), await answerOf('withdrawn')];
  expect(layers.width.value).toBeGreaterThan(1.05 * plain.width.value);
  expect(layers.length.value).toBeGreaterThan(plain.length.value);
});

describe('numbers of the files are those of the presets, whose sources are cited', () => {
  test.each(readdirSync(FOLDER))('%s', (file) => {
    const { electrode, tissue, regions } = JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Problem;
    const isCooled = file === 'cooled.json';
    expect(electrode).toEqual(
      written(isCooled ? electrodes.cooled18G4mm : cannula({ gauge: 22, tipLength: 5e-3 })),
    );
    const { muscle, boneCortical, fat } = tissues;
    const times = file === 'perfusion.json' ? 10 : 1;
    expect(tissue).toMatchObject(
      written({ ...muscle, perfusionRate: times * muscle.perfusionRate }) as object,
    );
    if (file !== 'layers.json') return;
    expect(regions?.map((region) => region.tissue)).toEqual(written([boneCortical, fat]));
  });
});
