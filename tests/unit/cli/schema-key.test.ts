import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cannula, tissues } from 'rf-lesion';
import { expect, test } from 'vitest';
import { runCli } from '../../../src/cli/run-cli.js';

const PROBLEM = {
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'tip-temperature', target: 80, duration: 20 },
};

async function run(content: object): Promise<{ code: number; stdout: string; stderr: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'rf-lesion-'));
  const file = join(folder, 'problem.json');
  await writeFile(file, JSON.stringify(content));
  let [stdout, stderr] = ['', ''];
  const code = await runCli(['run', file, '--resolution', 'draft', '--json'], {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  });
  await rm(folder, { recursive: true });
  return { code, stdout, stderr };
}

test('a file may name its schema, which is no part of the problem', async () => {
  const { code, stdout, stderr } = await run({
    $schema: './node_modules/rf-lesion/dist/schema.json',
    ...PROBLEM,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).not.toContain('$schema');
});

test('any other value of the key, and the key anywhere else, is refused', async () => {
  expect((await run({ $schema: 5, ...PROBLEM })).stderr).toContain('$schema is not a known key');
  const { code, stderr } = await run({ ...PROBLEM, heating: { ...PROBLEM.heating, $schema: 'x' } });
  expect(code).toBe(2);
  expect(stderr).toContain('heating.$schema is not a known key');
});
