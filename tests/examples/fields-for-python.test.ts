import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { files, lesion, picture } from '../../examples/fields-for-python.js';
import { expectShown } from './shown-picture.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

/** Straight lines between nodes of cells of up to half a millimetre, at mid-tip and not where the lesion is widest. */
const WIDTH_TOLERANCE = 0.005;
/** Whole cells: a border through cells of half a millimetre. */
const VOLUME_TOLERANCE = 0.03;

const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0;

test('the files are written as they were made', () => {
  for (const [name, content] of Object.entries(files)) {
    const written = readFileSync(`out/${name}`);
    expect(written.equals(Buffer.from(content)), name).toBe(true);
  }
});

test('the JSON says the width of the estimate', () => {
  const told = JSON.parse(files['lesion.json'] as string) as { size: { width: unknown } };
  expect(told.size.width).toEqual(lesion.width);
});

describe.skipIf(!hasNumpy)('read by Python', () => {
  const { status, stdout, stderr } = hasNumpy
    ? spawnSync('python3', ['-B', 'examples/read_fields.py'], {
        encoding: 'utf8',
        env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
      })
    : { status: null, stdout: '', stderr: '' };
  const numberAfter = (words: string): number => Number(stdout.split(words)[1]?.trim().split(' ')[0] ?? NaN);

  test('it comes to an end', () => {
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('the width at mid-tip is nearly the largest width', () => {
    const width = 1e-3 * numberAfter('width at mid-tip, NumPy:');
    expect(Math.abs(width / lesion.width.value - 1)).toBeLessThan(WIDTH_TOLERANCE);
  });

  test('the volume is that of the cells in the lesion', () => {
    const volume = 1e-9 * numberAfter('volume, NumPy:');
    expect(Math.abs(volume / lesion.volume.value - 1)).toBeLessThan(VOLUME_TOLERANCE);
  });

  test('the numbers beside it are those of the estimate', () => {
    expect(stdout).toContain(`largest width, rf-lesion: ${(1e3 * lesion.width.value).toFixed(4)} mm`);
    expect(stdout).toContain(`volume, rf-lesion: ${(1e9 * lesion.volume.value).toFixed(2)} mm³`);
  });
});

test('the picture is well formed, and the gallery shows it and says how well Python does', () => {
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  expectShown('fields-for-python', {
    picture,
    finding: [
      `within ${100 * WIDTH_TOLERANCE} % of the library's width`,
      `within ${100 * VOLUME_TOLERANCE} % of its volume`,
    ],
  });
});
