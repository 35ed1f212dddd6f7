// The loop against the same arithmetic in C, against scipy's sparse direct solver, and against JavaScript as people write it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Criterion, measureLesion, type Resolution, simulate } from 'rf-lesion';
import { type Cost, costOf, median, medianRatio, takeTurns } from '../measure.js';
import { OTHER_TASK, TASK, TRUE_WIDTH } from '../tasks.js';
import { readTask, runConduction, SHAPES, twinTask } from './conduction.js';
import { solveNaively } from './naive.js';
import { makeOwnSteps, makeSparseDirect, OWN_STEPS } from './splu.js';
import { makeTwin } from './twin.js';

const ROUNDS = 9;

/** Two ways to do the same, and what ours costs over theirs. */
export interface Comparison {
  readonly name: string;
  /** Medians [ms CPU]; null where the other tool is missing. */
  readonly ours: number | null;
  readonly theirs: number | null;
  /** Median over the rounds. */
  readonly ratio: number | null;
  readonly note: string;
}

function compare(name: string, ours: Cost, theirs: Cost | null, note: string): Comparison {
  if (theirs === null) return { name, ours: null, theirs: null, ratio: null, note: `skipped: ${note}` };
  const times = takeTurns({ ours, theirs }, ROUNDS);
  return {
    name,
    ours: median(times.ours),
    theirs: median(times.theirs),
    ratio: medianRatio(times.ours, times.theirs),
    note,
  };
}

type Shape = keyof typeof SHAPES;

function againstC(folder: string, shape: Shape, calls: number): Comparison {
  const resolution = SHAPES[shape];
  const twin = makeTwin(folder, resolution, calls);
  const { grid, steps } = runConduction(resolution);
  const words = `${grid.nr} × ${grid.nz} cells, ${steps} steps, two damage rules`;
  return compare(
    `conduction for 90 s, ${grid.size} cells: ours / C -O3 -march=native`,
    costOf({ calls, run: () => runConduction(resolution) }),
    twin && twin.cost,
    twin ? `${words}; temperatures equal to ${twin.off.toExponential(0)} K` : 'gcc is not installed',
  );
}

function againstScipy(folder: string, shape: Shape, withDamage: boolean): Comparison {
  const direct = makeSparseDirect(folder, SHAPES[shape]);
  const own = makeOwnSteps(readTask(twinTask(SHAPES[shape])));
  const other = makeOwnSteps(readTask(twinTask(SHAPES[shape === 'small' ? 'large' : 'small'])));
  other.run(withDamage); // two instances of the step are alive, as in a program
  const run = costOf({ calls: 2, run: () => own.run(withDamage) });
  return compare(
    `ADI step${withDamage ? ' with two damage rules' : ''}, ${own.cells} cells: ours / scipy splu Crank–Nicolson step`,
    () => run() / OWN_STEPS,
    direct && direct.cost,
    direct ? `temperatures after 100 s equal to ${direct.off.toFixed(3)} K` : 'scipy is not installed',
  );
}

/** Ours, coarsest first. */
const COARSE: readonly Resolution[] = [
  { spacing: 0.4e-3, growthRatio: 1.5, timeStep: 2 },
  { spacing: 0.3e-3, growthRatio: 1.4, timeStep: 2 },
  { spacing: 0.2e-3, growthRatio: 1.3, timeStep: 2 },
  { spacing: 0.15e-3, growthRatio: 1.25, timeStep: 1 },
];
const ENOUGH = 0.01;
const WIDTH_OF: Criterion = { kind: 'peak-temperature', threshold: 50 };

/** Both find one width and nothing else. */
function againstNaive(): Comparison {
  const errorOf = (width: number): number => Math.abs(width / TRUE_WIDTH - 1);
  const own = (resolution: Resolution, problem = TASK): number =>
    measureLesion(simulate(problem, { resolution, criteria: [] }), WIDTH_OF).width;
  const ours = COARSE.find((resolution) => errorOf(own(resolution)) < ENOUGH)!;
  const parts = [1, 2, 3, 4, 5, 6].find((count) => errorOf(solveNaively(count).width) < ENOUGH)!;
  own(ours, OTHER_TASK);
  const { cells, steps, width } = solveNaively(parts);
  const words = `theirs ${cells} cells, ${steps} steps, ${(100 * errorOf(width)).toFixed(2)} %`;
  return compare(
    'width of the held tip to 1 %: ours / explicit Euler on a uniform grid',
    costOf({ calls: 10, run: () => own(ours) }),
    costOf({ calls: 1, run: () => solveNaively(parts) }),
    `${words}; ours ${(100 * errorOf(own(ours))).toFixed(2)} %`,
  );
}

/** All comparisons that need no finite elements. */
export type Comparisons = Readonly<
  Record<'c' | 'cLarge' | 'scipy' | 'scipyLarge' | 'scipyDamage' | 'scipyDamageLarge' | 'naive', Comparison>
>;

/** Makes them, one after the other. */
export function compareAll(): Comparisons {
  const folder = mkdtempSync(join(tmpdir(), 'rf-lesion-compare-'));
  try {
    return {
      c: againstC(folder, 'small', 5),
      cLarge: againstC(folder, 'large', 2),
      scipy: againstScipy(folder, 'small', false),
      scipyLarge: againstScipy(folder, 'large', false),
      scipyDamage: againstScipy(folder, 'small', true),
      scipyDamageLarge: againstScipy(folder, 'large', true),
      naive: againstNaive(),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
