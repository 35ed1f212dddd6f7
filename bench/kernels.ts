import { accumulateRate, makeRateTable } from '../src/numerics/rate-table.js';
import { makeAdiStep } from '../src/numerics/step-adi.js';
import { accumulatePeak } from '../src/run-state.js';
import { type Contender, measureInTurns, median, medianRatio } from './measure.js';

/** Rows and columns of cells: about the 20 000 that stay in the second-level cache. */
const SHAPE = { nr: 100, nz: 200 } as const;

/** Calls per round. */
const CALLS = 100;

export interface KernelCosts {
  readonly cells: number;
  /** Of one time step, per cell [ns]. */
  readonly step: number;
  /** Of one time step with the peak temperature, per cell [ns]. */
  readonly stepWithPeak: number;
  /** Of a[i] = b[i] + s·c[i], per element [ns]. */
  readonly triad: number;
  /** Of counting one damage rule, per cell [ns]. */
  readonly damage: number;
  readonly damageOverStep: number;
  readonly stepOverTriad: number;
  readonly stepWithPeakOverTriad: number;
}

/** Smooth positive numbers that no two cells share. */
function conductances(n: number, phase: number): Float64Array {
  return Float64Array.from({ length: n }, (_, c) => 1 + 0.5 * Math.sin(0.37 * c + phase));
}

/** Time steps of a heated block, with and without its peak temperature. */
function stepContenders(nr: number, nz: number): { step: Contender; stepWithPeak: Contender } {
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
  const step = (): void => {
    adi.sweepZ(v, b, g);
    adi.sweepR(v, b, g);
  };
  const stepWithPeak = (): void => {
    step();
    accumulatePeak(v, inverseRootCapacity, 37, peak);
  };
  return { step: { calls: CALLS, run: step }, stepWithPeak: { calls: CALLS, run: stepWithPeak } };
}

/** Damage by one rule about a needle: hot and changing near it, cool and nearly at rest further out. */
function damageContender(nr: number, nz: number): Contender {
  const table = makeRateTable((T) => Math.exp(0.6 * (T - 50)), -10, 150, 16, []);
  const n = nr * nz;
  const before = Float64Array.from({ length: n }, (_, c) => 37 + 43 * Math.exp((-6 * (c % nr)) / nr));
  const after = before.map((T) => T + 0.01 * (T - 37));
  const sum = new Float64Array(n);
  return { calls: CALLS, run: () => accumulateRate(table, before, after, 0.5, sum) };
}

function triad(a: Float64Array, b: Float64Array, c: Float64Array, s: number): void {
  for (let i = 0; i < a.length; i++) a[i] = b[i]! + s * c[i]!;
}

function triadContender(n: number): Contender {
  const a = new Float64Array(n);
  const b = conductances(n, 6);
  const c = conductances(n, 7);
  return { calls: CALLS, run: () => triad(a, b, c, 0.5) };
}

/** Measures the time step's inner loops against the plainest loop over as many numbers. */
export function measureKernels(): KernelCosts {
  const { nr, nz } = SHAPE;
  const n = nr * nz;
  const other = stepContenders(nr - 10, nz + 20);
  const times = measureInTurns({
    ...stepContenders(nr, nz),
    triad: triadContender(n),
    damage: damageContender(nr, nz),
    otherStep: { ...other.stepWithPeak, calls: 10 },
    otherTriad: { ...triadContender(n + 100), calls: 10 },
  });
  const perCell = (milliseconds: readonly number[]): number => (1e6 * median(milliseconds)) / n;
  return {
    cells: n,
    step: perCell(times.step),
    stepWithPeak: perCell(times.stepWithPeak),
    triad: perCell(times.triad),
    damage: perCell(times.damage),
    damageOverStep: medianRatio(times.damage, times.step),
    stepOverTriad: medianRatio(times.step, times.triad),
    stepWithPeakOverTriad: medianRatio(times.stepWithPeak, times.triad),
  };
}
