// What a user would pick instead, side by side with this package in one run: `npm run bench:compare`. Contenders take turns, each
// measured by the CPU clock of its own process; a tool that is not installed is skipped with a word.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { estimateLesion, type Resolution } from 'rf-lesion';
import { median, medianRatio } from '../measure.js';
import { TASK, TRUE_WIDTH } from '../tasks.js';
import { readTask, runConduction, SHAPES, twinTask } from './conduction.js';
import { solveNaively } from './naive.js';
import { makeOwnSteps, makeSparseDirect, OWN_STEPS } from './splu.js';
import { measureCurves, timeTo } from './time-to-error.js';
import { makeTwin } from './twin.js';

const ROUNDS = 9;

/** Calls before the first round, so that the compiler has done its work. */
const WARM_UP = 6;

/** One way to do the work: its CPU time [ms]. */
type Contender = () => number;

/** Two ways to do the same, ours over theirs. */
interface Comparison {
  readonly name: string;
  readonly ours: number | null;
  readonly theirs: number | null;
  /** Median over the rounds. */
  readonly ratio: number | null;
  readonly note: string;
}

function timed(run: () => void, calls: number): Contender {
  return () => {
    const start = process.cpuUsage();
    for (let k = 0; k < calls; k++) run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e3 / calls;
  };
}

function compare(name: string, ours: Contender, theirs: Contender | null, note: string): Comparison {
  if (theirs === null) return { name, ours: null, theirs: null, ratio: null, note: `skipped: ${note}` };
  for (let k = 0; k < WARM_UP; k++) ours();
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const order = round % 2 === 0 ? [0, 1] : [1, 0];
    for (const k of order) times[k]!.push(k === 0 ? ours() : theirs());
  }
  const [own, other] = times;
  return { name, ours: median(own), theirs: median(other), ratio: medianRatio(own, other), note };
}

function againstC(folder: string, shape: keyof typeof SHAPES, calls: number): Comparison {
  const resolution = SHAPES[shape];
  const twin = makeTwin(folder, resolution);
  const { grid, steps } = runConduction(resolution);
  const words = `${grid.nr} × ${grid.nz} cells, ${steps} steps, two damage rules`;
  return compare(
    `conduction, 90 s, ${shape} grid: ours / C -O3 -march=native`,
    timed(() => runConduction(resolution), calls),
    twin && ((): number => twin.measure(calls)),
    twin ? `${words}; temperatures equal to ${twin.off.toExponential(0)} K` : 'gcc is not installed',
  );
}

function againstScipy(folder: string, shape: keyof typeof SHAPES, withDamage: boolean): Comparison {
  const direct = makeSparseDirect(folder, SHAPES[shape]);
  const own = makeOwnSteps(readTask(twinTask(SHAPES[shape])));
  const other = makeOwnSteps(readTask(twinTask(SHAPES[shape === 'small' ? 'large' : 'small'])));
  other.run(withDamage); // two instances of the step are alive, as in a program
  const step = timed(() => own.run(withDamage), 2);
  return compare(
    `ADI step${withDamage ? ' with two damage rules' : ''} / scipy splu Crank–Nicolson step, ${own.cells} cells`,
    () => step() / OWN_STEPS,
    direct && ((): number => direct.measure(1)),
    direct ? `temperatures after 100 s equal to ${direct.off.toFixed(3)} K` : 'scipy is not installed',
  );
}

/** Ours, coarsest first. */
const COARSE: readonly Resolution[] = [
  { spacing: 0.3e-3, growthRatio: 1.4, timeStep: 2 },
  { spacing: 0.2e-3, growthRatio: 1.3, timeStep: 2 },
  { spacing: 0.15e-3, growthRatio: 1.25, timeStep: 1 },
];
const ENOUGH = 0.01;

function againstNaive(): Comparison {
  const errorOf = (width: number): number => Math.abs(width / TRUE_WIDTH - 1);
  const own = (resolution: Resolution): { width: number } => {
    const { width } = estimateLesion(TASK, { resolution, errorBar: false, criteria: [] });
    return { width: width.value };
  };
  const ours = COARSE.find((resolution) => errorOf(own(resolution).width) < ENOUGH)!;
  const parts = [1, 2, 3, 4, 5, 6].find((count) => errorOf(solveNaively(count).width) < ENOUGH)!;
  const { cells, steps, width } = solveNaively(parts);
  const words = `theirs ${cells} cells, ${steps} steps, ${(100 * errorOf(width)).toFixed(2)} %`;
  return compare(
    'held tip to 1 %: ours / explicit Euler on a uniform grid',
    timed(() => own(ours), 5),
    timed(() => solveNaively(parts), 1),
    `${words}; ours ${(100 * errorOf(own(ours).width)).toFixed(2)} %`,
  );
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'rf-lesion-compare-'));
  const results = [
    againstC(folder, 'small', 5),
    againstC(folder, 'large', 2),
    againstScipy(folder, 'small', false),
    againstScipy(folder, 'large', false),
    againstScipy(folder, 'small', true),
    againstScipy(folder, 'large', true),
    againstNaive(),
  ];
  rmSync(folder, { recursive: true });
  const curves = measureCurves();
  for (const { name, ours, theirs, ratio, note } of results) {
    const numbers =
      ratio === null
        ? '–'
        : `${ratio.toFixed(3)}  (${ours!.toPrecision(3)} ms against ${theirs!.toPrecision(3)} ms)`;
    console.log(`${name}\n  ${numbers}; ${note}`);
  }
  console.log('\nHeld tip, CPU time to a true error of the width:');
  for (const { by, choice, size, error, bar, time } of curves) {
    const shown = bar === null ? '' : ` ± ${(100 * bar).toFixed(3)} %`;
    const numbers = `${String(size).padStart(6)}  ${(100 * error).toFixed(3)} %${shown.padEnd(11)}  ${time.toFixed(1)} ms`;
    console.log(`  ${by.padEnd(30)}${choice.padEnd(22)}${numbers}`);
  }
  for (const error of [0.01, 0.003, 0.001, 0.0003]) {
    const [bare, barred, fe] = [
      'rf-lesion, without error bar',
      'rf-lesion, with error bar',
      'FreeFem++, P2',
    ].map((by) => timeTo(error, by, curves));
    const words = (ms: number | null | undefined): string => (ms == null ? '–' : `${ms.toFixed(0)} ms`);
    console.log(`  to ${100 * error} %: ${words(bare)}, with bar ${words(barred)}, FreeFem++ ${words(fe)}`);
  }
  mkdirSync('out', { recursive: true });
  const record = {
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    machine: cpus()[0]?.model ?? 'unknown',
    node: process.version,
    results,
    curves,
  };
  writeFileSync('out/bench-compare.json', `${JSON.stringify(record, null, 2)}\n`);
}

main();
