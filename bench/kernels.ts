import { lesionContour, measureLesion, simulate } from 'rf-lesion';
import { makeConjugateGradients } from '../src/numerics/pcg.js';
import { accumulateRate, makeRateTable } from '../src/numerics/rate-table.js';
import { makeAdiStep } from '../src/numerics/step-adi.js';
import { STEPS_PER_COUNT } from '../src/run-damage.js';
import { accumulatePeak } from '../src/run-state.js';
import { type Contender, measureInTurns, median, medianRatio } from './measure.js';
import { GRIDS, TASK } from './tasks.js';

/** Rows and columns of cells; the last are about the 20 000 that stay in the second-level cache. */
const SHAPES = [
  { nr: 15, nz: 36 },
  { nr: 27, nz: 68 },
  { nr: 52, nz: 128 },
  { nr: 100, nz: 200 },
] as const;

/** Cells in all calls of a round. */
const CELLS_PER_ROUND = 2e6;

const KERNELS = ['step', 'sweepR', 'sweepZ', 'peak', 'damage', 'factor', 'iteration', 'triad'] as const;
type Kernel = (typeof KERNELS)[number];

/** What the inner loops cost on one grid. */
export interface KernelCosts {
  readonly cells: number;
  /** Per cell [ns]. */
  readonly perCell: Readonly<Record<Kernel, number>>;
  readonly stepOverTriad: number;
  /** A step with two damage rules, which are counted once for several steps. */
  readonly stepWithDamageOverTriad: number;
  readonly damageOverStep: number;
}

/** What each is. */
export const KERNEL_WORDS: Readonly<Record<Kernel, string>> = {
  step: 'ADI time step',
  sweepR: 'of it, tridiagonal lines along r',
  sweepZ: 'of it, tridiagonal lines along z',
  peak: 'highest temperature',
  damage: 'one damage rule, counted once',
  factor: 'factor of the field, MIC(0)',
  iteration: 'one iteration of the field',
  triad: 'triad a = b + s·c',
};

/** Smooth positive numbers that no two cells share. */
function conductances(n: number, phase: number): Float64Array {
  return Float64Array.from({ length: n }, (_, c) => 1 + 0.5 * Math.sin(0.37 * c + phase));
}

type Runs = Readonly<Record<string, () => void>>;

/** Time steps of a heated block, whole and in parts, and its peak temperature. */
function stepRuns(nr: number, nz: number): Runs {
  const n = nr * nz;
  const inverseRootCapacity = conductances(n, 1);
  const alongR = conductances(n, 2).map((G, c) => (c % nr === nr - 1 ? 0 : G));
  const alongZ = conductances(n, 3).map((G, c) => (c >= n - nr ? 0 : G));
  const lossR = conductances(n, 4);
  const lossZ = conductances(n, 5);
  const adi = makeAdiStep({ nr, nz, inverseRootCapacity, alongR, alongZ, lossR, lossZ });
  const v = new Float64Array(n).fill(1);
  const b = new Float64Array(n).fill(0.01);
  const g = new Float64Array(n);
  const peak = new Float64Array(n);
  adi.setHalfStep(0.1);
  adi.restart(v, b, g);
  return {
    step: () => {
      adi.sweepZ(v, b, g);
      adi.sweepR(v, b, g);
    },
    sweepR: () => adi.sweepR(v, b, g),
    sweepZ: () => adi.sweepZ(v, b, g),
    peak: () => accumulatePeak(v, inverseRootCapacity, 37, peak),
  };
}

/** Damage by one rule about a needle: hot and changing near it, cool and nearly at rest further out. */
function damageRuns(nr: number, nz: number): Runs {
  const table = makeRateTable((T) => Math.exp(0.6 * (T - 50)), -10, 150, 16, []);
  const n = nr * nz;
  const before = Float64Array.from({ length: n }, (_, c) => 37 + 43 * Math.exp((-6 * (c % nr)) / nr));
  const after = before.map((T) => T + 0.01 * (T - 37));
  const sum = new Float64Array(n);
  return { damage: () => accumulateRate(table, before, after, 0.5, sum) };
}

/** As many iterations as a field from scratch needs here, so that their own cost is what is seen. */
const TIGHT = 1e-9;

/** The factor of a field's matrix, and its solution from zero. */
function fieldRuns(nr: number, nz: number): { readonly runs: Runs; readonly iterations: number } {
  const n = nr * nz;
  const alongR = conductances(n, 2).map((G, c) => (c % nr === nr - 1 ? 0 : G));
  const alongZ = conductances(n, 3).map((G, c) => (c >= n - nr ? 0 : G));
  const wall = conductances(n, 4).map((G, c) => (c % nr === 0 || c % nr === nr - 1 ? G : 0));
  const diagonal = wall.map(
    (G, c) => G + alongR[c]! + alongZ[c]! + (c > 0 ? alongR[c - 1]! : 0) + (c >= nr ? alongZ[c - nr]! : 0),
  );
  const b = wall.map((G, c) => (c % nr === 0 ? G : 0));
  const gradients = makeConjugateGradients({ nr, diagonal, alongR, alongZ });
  const u = new Float64Array(n);
  const solve = (): number => {
    u.fill(0);
    return gradients.solve(b, u, TIGHT);
  };
  gradients.factor();
  const iterations = solve();
  return { runs: { factor: () => gradients.factor(), iteration: solve }, iterations };
}

function triad(a: Float64Array, b: Float64Array, c: Float64Array, s: number): void {
  for (let i = 0; i < a.length; i++) a[i] = b[i]! + s * c[i]!;
}

function triadRuns(n: number): Runs {
  const a = new Float64Array(n);
  const b = conductances(n, 6);
  const c = conductances(n, 7);
  return { triad: () => triad(a, b, c, 0.5) };
}

function measureShape(nr: number, nz: number): KernelCosts {
  const n = nr * nz;
  const { runs: field, iterations } = fieldRuns(nr, nz);
  const all = { ...stepRuns(nr, nz), ...damageRuns(nr, nz), ...field, ...triadRuns(n) } as Record<
    Kernel,
    () => void
  >;
  const others = { ...stepRuns(nr - 5, nz + 7), ...triadRuns(n + 100) }; // two instances are alive, as in a program
  for (let k = 0; k < 20; k++) Object.values(others).forEach((run) => run());
  const calls = Math.ceil(CELLS_PER_ROUND / n);
  const contender = (kernel: Kernel): Contender =>
    kernel === 'iteration'
      ? { calls: Math.ceil(calls / iterations), run: all[kernel] }
      : { calls, run: all[kernel] };
  const times = measureInTurns(
    Object.fromEntries(KERNELS.map((kernel) => [kernel, contender(kernel)])) as Record<Kernel, Contender>,
  );
  const perCell = (kernel: Kernel): number =>
    (1e6 * median(times[kernel])) / n / (kernel === 'iteration' ? iterations : 1);
  const withDamage = times.step.map(
    (step, round) => step + times.peak[round]! + (2 * times.damage[round]!) / STEPS_PER_COUNT,
  );
  return {
    cells: n,
    perCell: Object.fromEntries(KERNELS.map((kernel) => [kernel, perCell(kernel)])) as Record<Kernel, number>,
    stepOverTriad: medianRatio(times.step, times.triad),
    stepWithDamageOverTriad: medianRatio(withDamage, times.triad),
    damageOverStep: medianRatio(times.damage, times.step),
  };
}

/** Measures the inner loops on every grid against the plainest loop over as many numbers. */
export function measureKernels(): KernelCosts[] {
  return SHAPES.map(({ nr, nz }) => measureShape(nr, nz));
}

/** What measuring a finished run costs. */
export interface MeasuringCosts {
  readonly cells: number;
  /** All sizes of one lesion, and its border [ms]. */
  readonly size: number;
  readonly contour: number;
}

/** Measures the measuring of one lesion on a small and on a large grid. */
export function measureMeasuring(): MeasuringCosts[] {
  const isotherm = { kind: 'peak-temperature', threshold: 50 } as const;
  return Object.values(GRIDS).map((resolution) => {
    const run = simulate(TASK, { resolution, criteria: [] });
    const times = measureInTurns({
      size: { calls: 5, run: () => measureLesion(run, isotherm) },
      contour: { calls: 5, run: () => lesionContour(run, isotherm) },
    });
    return { cells: run.grid.size, size: median(times.size), contour: median(times.contour) };
  });
}
