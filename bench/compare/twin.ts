// The twin in C: compiled where there is a compiler, held to the same temperatures and damage, and measured by its own clock.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LesionRun, Resolution } from 'rf-lesion';
import type { Cost } from '../measure.js';
import { runConduction, twinTask } from './conduction.js';

/** Temperatures that differ by less are the same work [K], and damage, relative to the most anywhere. */
const SAME = { temperature: 1e-9, damage: 1e-12 } as const;

/** A program that runs the task and says how long it took. */
export interface Twin {
  readonly cost: Cost;
  /** Largest difference between its temperatures and ours at the end [K]. */
  readonly off: number;
}

const COMPILER = process.env.CC ?? 'gcc';
const hasCompiler = (): boolean => spawnSync(COMPILER, ['--version']).status === 0;

/** Compiles the twin into a folder; null where there is no compiler. */
export function makeTwin(folder: string, resolution: Resolution, repeats: number): Twin | null {
  if (!hasCompiler()) return null;
  const [program, task, state] = ['twin', 'task', 'state'].map((name) => join(folder, name));
  execFileSync(COMPILER, ['-O3', '-march=native', '-o', program!, 'bench/compare/twin.c', '-lm']);
  writeFileSync(task!, twinTask(resolution));
  const run = (): string => execFileSync(program!, [task!, String(repeats), state!], { encoding: 'utf8' });
  run();
  const bytes = readFileSync(state!);
  const off = differences(
    runConduction(resolution),
    new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8),
  );
  if (!(off.temperature < SAME.temperature && off.damage < SAME.damage)) {
    throw new Error(`The twin in C does not do the same work: it is off by ${JSON.stringify(off)}.`);
  }
  return { off: off.temperature, cost: () => Number(run().split(' ')[0]) };
}

/** Against the twin's state: √C·(T − T_ref) of all cells, then the damage by each rule. */
function differences(
  { temperature, grid: { size }, state, exposure }: LesionRun,
  theirs: Float64Array,
): { temperature: number; damage: number } {
  const inRoot = state.v.map((v, c) => (v === 0 ? 0 : Math.abs((temperature.data[c]! - 37) / v)));
  const apart = (ours: Float64Array, first: number, scale: (c: number) => number): number =>
    ours.reduce((most, x, c) => Math.max(most, Math.abs(theirs[first + c]! - x) * scale(c)), 0);
  const damage = exposure.final.damage.map((record, k) => {
    if (record.state.kind !== 'sum') throw new Error('The twin counts sums alone.');
    const { sum } = record.state;
    const most = sum.reduce((largest, x) => Math.max(largest, x), 0);
    return apart(sum, (k + 1) * size, () => 1 / most);
  });
  return { temperature: apart(state.v, 0, (c) => inRoot[c]!), damage: Math.max(...damage) };
}
