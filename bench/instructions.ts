// Instructions of one conduction task, counted by callgrind: the only figure that a noisy machine does not move.
// `npm run bench:instructions` keeps the present number to compare with.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { environment, isBuilt, scriptOf } from './child.js';

/** Tasks by which a longer script exceeds a shorter one, so that loading and compiling cancel. */
const TASKS = 20;

const script = (count: number): string =>
  scriptOf(`
const { simulate } = await entry('index');
const resolution = { spacing: 0.1e-3, growthRatio: 1.2, timeStep: 1 };
const solve = (problem) => simulate({ ...problem, coolDown: 0 }, { resolution, criteria: [{ kind: 'cem43', minutes: 240 }] });
solve(tasks.otherHeld);
for (let k = 0; k < ${count}; k++) solve(tasks.held);
`);

const PROGRAM = process.env.VALGRIND ?? 'valgrind';
const NODE = ['--single-threaded', '--predictable', '--input-type=module', '--eval'];

function instructionsOf(count: number, folder: string): number {
  const words = [
    '--tool=callgrind',
    '--smc-check=all-non-file',
    `--callgrind-out-file=${join(folder, 'out')}`,
    process.execPath,
    ...NODE,
    script(count),
  ];
  const { stderr, status } = spawnSync(PROGRAM, words, { env: environment(), encoding: 'utf8' });
  const [, found] = /Collected : (\d+)/.exec(stderr) ?? [];
  if (status !== 0 || found === undefined) throw new Error(`valgrind failed: ${stderr.slice(-300)}`);
  return Number(found);
}

/** What was counted once, by one version of Node. */
export interface Instructions {
  readonly node: string;
  readonly valgrind: string;
  /** Of one task. */
  readonly perTask: number;
}

const STORED = new URL('instructions.json', import.meta.url);

function valgrindVersion(): string | null {
  const { stdout, error } = spawnSync(PROGRAM, ['--version'], { encoding: 'utf8' });
  return error ? null : stdout.trim();
}

/** Counts; null where there is no valgrind, or no built package. */
export function countInstructions(): Instructions | null {
  const valgrind = valgrindVersion();
  if (valgrind === null || !isBuilt()) return null;
  const folder = mkdtempSync(join(tmpdir(), 'rf-lesion-callgrind-'));
  try {
    const [few, many] = [instructionsOf(TASKS, folder), instructionsOf(2 * TASKS, folder)];
    return { node: process.version, valgrind, perTask: Math.round((many - few) / TASKS) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Against the number that is stored; null where nothing can be compared: it belongs to one version of Node. */
export function overStored(now: Instructions | null): number | null {
  const stored = JSON.parse(readFileSync(STORED, 'utf8')) as Instructions;
  if (now === null || now.node !== stored.node) return null;
  return now.perTask / stored.perTask;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const now = countInstructions();
  if (now === null) throw new Error('There is no valgrind, or no built package: npm run build.');
  writeFileSync(STORED, `${JSON.stringify(now, null, 2)}\n`);
}
