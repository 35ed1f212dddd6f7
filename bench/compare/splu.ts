// scipy's sparse direct Crank–Nicolson step on our arrays, and our own step on the same.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Resolution } from 'rf-lesion';
import { accumulateRate, type RateTable } from '../../src/numerics/rate-table.js';
import { makeAdiStep } from '../../src/numerics/step-adi.js';
import { accumulatePeak } from '../../src/run-state.js';
import type { Cost } from '../measure.js';
import { readTask, type TaskArrays, twinTask } from './conduction.js';

/** Steps of one measurement, and their length [s]. */
const STEPS = 200;
const DT = 0.5;

/** Short steps that take up the jump: parts of a step and how many of each, one step in all. */
const START = [
  [256, 8],
  [128, 8],
  [64, 8],
  [32, 25],
] as const;
export const OWN_STEPS: number = STEPS + START.reduce((sum, [, count]) => sum + count, 0);

/** Both are of second order and differ in the step's error alone [K]. */
const SAME = 0.05;

/** Our step on the arrays of a task file, after a jump of the tip to its target. */
export interface OwnSteps {
  readonly cells: number;
  /** The whole task again, from the jump on; with two damage rules after every step, or without. */
  run(withDamage: boolean): void;
  /** Temperatures at its end, over the reference [K]. */
  temperatures(): Float64Array;
}

export function makeOwnSteps(task: TaskArrays): OwnSteps {
  const { nr, nz, s, held, rise, tables } = task;
  const { alongR, alongZ, lossR, lossZ, wallR, wallZ } = held;
  const n = nr * nz;
  const adi = makeAdiStep({ nr, nz, inverseRootCapacity: s, alongR, alongZ, lossR, lossZ });
  const room = (): Float64Array => new Float64Array(n);
  const [v, g, bR, bZ, peak, before, after] = [room(), room(), room(), room(), room(), room(), room()];
  const sums = tables.map(room);
  const rateTables = tables.map((coefficients): RateTable => ({
    from: task.table.from,
    perUnit: task.table.perDegree,
    count: coefficients.length / 4,
    coefficients,
    rate: () => NaN,
  }));
  const begin = (tau: number): void => {
    adi.setHalfStep(tau);
    for (let c = 0; c < n; c++) {
      bR[c] = tau * s[c]! * wallR[c]! * rise;
      bZ[c] = tau * s[c]! * wallZ[c]! * rise;
    }
  };
  const step = (): void => {
    adi.sweepZ(v, bZ, g);
    adi.sweepR(v, bR, g);
  };
  return {
    cells: n,
    run(withDamage): void {
      v.fill(0);
      peak.fill(37);
      for (const [parts, count] of START) {
        begin(DT / parts / 2);
        adi.restart(v, bR, g);
        for (let m = 0; m < count; m++) step();
      }
      begin(DT / 2);
      adi.restart(v, bR, g);
      for (let m = 0; m < STEPS; m++) {
        step();
        if (!withDamage) continue;
        accumulatePeak(v, s, 37, peak);
        for (let c = 0; c < n; c++) {
          before[c] = after[c]!;
          after[c] = v[c]! * s[c]! + 37;
        }
        rateTables.forEach((table, k) => accumulateRate(table, before, after, DT, sums[k]!));
      }
    },
    temperatures: () => v.map((x, c) => x * s[c]!),
  };
}

/** A sparse direct solver that is measured by its own clock. */
export interface SparseDirect {
  /** Of one step. */
  readonly cost: Cost;
  /** Largest difference between its temperatures and ours after 100 s [K]. */
  readonly off: number;
}

const hasScipy = (): boolean => spawnSync('python3', ['-c', 'import scipy']).status === 0;

/** Prepares it; null where there is no scipy. */
export function makeSparseDirect(folder: string, resolution: Resolution): SparseDirect | null {
  if (!hasScipy()) return null;
  const [task, state] = [join(folder, 'task'), join(folder, 'state')];
  const doubles = twinTask(resolution);
  writeFileSync(task, doubles);
  const run = (repeats: number): number => {
    const words = ['bench/compare/splu.py', task, String(DT), String(STEPS), String(repeats), state];
    return Number(execFileSync('python3', words, { encoding: 'utf8' }));
  };
  run(1);
  const own = makeOwnSteps(readTask(doubles));
  own.run(false);
  const bytes = readFileSync(state);
  const theirs = new Float64Array(bytes.buffer, bytes.byteOffset, own.cells);
  const off = own.temperatures().reduce((most, T, c) => Math.max(most, Math.abs(T - theirs[c]!)), 0);
  if (!(off < SAME))
    throw new Error(`The sparse direct solver is off by ${off} K: it does not solve the same.`);
  return { off, cost: () => run(1) };
}
