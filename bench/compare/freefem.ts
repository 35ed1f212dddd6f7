// FreeFem++ on the same held tip: time to a true error, for its meshes and steps.
import { spawnSync } from 'node:child_process';

/** A mesh and a step. */
export interface FeChoice {
  /** Cells along each border, in proportion. */
  readonly fine: number;
  /** [s] */
  readonly dt: number;
}

/** From coarse to fine: steps and mesh that go together. */
export const FE_CHOICES: readonly FeChoice[] = [
  { fine: 0.6, dt: 2 },
  { fine: 0.8, dt: 2 },
  { fine: 1, dt: 2 },
  { fine: 1, dt: 1 },
  { fine: 1.25, dt: 1 },
  { fine: 1.5, dt: 1 },
  { fine: 2, dt: 0.5 },
  { fine: 2, dt: 0.25 },
];

export interface FeAnswer {
  /** Of the peak isotherm of 50 °C [m]. */
  readonly width: number;
  /** Degrees of freedom. */
  readonly size: number;
  /** CPU time of the script, without the start of the program [ms]. */
  readonly time: number;
}

const PROGRAM = process.env.FREEFEM ?? 'FreeFem++';
export const hasFreeFem = (): boolean => spawnSync(PROGRAM, ['-h']).error === undefined;

/** Runs `held-tip.edp` once. */
export function solveWithFreeFem({ fine, dt }: FeChoice): FeAnswer {
  const words = ['-nw', '-v', '0', 'bench/compare/held-tip.edp', '-fine', String(fine), '-dt', String(dt)];
  const { stdout } = spawnSync(PROGRAM, words, { encoding: 'utf8' });
  const [, width, size, seconds] = /result (\S+) (\S+) (\S+)/.exec(stdout) ?? [];
  if (seconds === undefined) throw new Error(`FreeFem++ gave no result: ${stdout.slice(-200)}`);
  return { width: Number(width), size: Number(size), time: 1e3 * Number(seconds) };
}
