// The twin in C: compiled where there is a compiler, held to the same temperatures, and measured by its own clock.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LesionRun, Resolution } from 'rf-lesion';
import { runConduction, twinTask } from './conduction.js';

/** Temperatures that differ by less are the same work [K]. */
const SAME = 1e-9;

/** A program that runs the task and says how long it took. */
export interface Twin {
  /** CPU time of one task [ms]. */
  measure(repeats: number): number;
  /** Largest difference between its temperatures and ours at the end [K]. */
  readonly off: number;
}

const COMPILER = process.env.CC ?? 'gcc';
const hasCompiler = (): boolean => spawnSync(COMPILER, ['--version']).status === 0;

/** Compiles the twin into a folder; null where there is no compiler. */
export function makeTwin(folder: string, resolution: Resolution): Twin | null {
  if (!hasCompiler()) return null;
  const [program, task, state] = ['twin', 'task', 'state'].map((name) => join(folder, name));
  execFileSync(COMPILER, ['-O3', '-march=native', '-o', program!, 'bench/compare/twin.c', '-lm']);
  writeFileSync(task!, twinTask(resolution));
  const run = (repeats: number): string =>
    execFileSync(program!, [task!, String(repeats), state!], { encoding: 'utf8' });
  run(1);
  const off = differenceFrom(runConduction(resolution), readFileSync(state!));
  if (!(off < SAME)) throw new Error(`The twin in C is off by ${off} K: it does not do the same work.`);
  return { off, measure: (repeats) => Number(run(repeats).split(' ')[0]) };
}

function differenceFrom({ temperature, grid, state }: LesionRun, bytes: Buffer): number {
  const doubles = new Float64Array(bytes.buffer, bytes.byteOffset, grid.size);
  const inverseRoot = (c: number): number => (temperature.data[c]! - 37) / state.v[c]!;
  return state.v.reduce((most, v, c) => {
    const off = Math.abs(doubles[c]! - v) * (v === 0 ? 0 : Math.abs(inverseRoot(c)));
    return Math.max(most, off);
  }, 0);
}
