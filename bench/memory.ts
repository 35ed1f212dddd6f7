import { isBuilt, runFresh } from './child.js';

/** What a run keeps in memory, what it leaves behind, and what its loop allocates. */
export interface Memory {
  /** Most that is alive in a run on the large grid, per cell [bytes]; with the error bar the runs before are alive as well. */
  readonly perCell: Readonly<Record<'held' | 'rf' | 'rfWithBar', number>>;
  /** What each of ten thousand answers leaves behind [bytes]. */
  readonly leftPerRun: number;
  /** What one step of the loop allocates on a small and on a large grid, in the middle [bytes]: arrays, and all else. */
  readonly perStep: Readonly<
    Record<'held' | 'rf', Readonly<Record<'arrays' | 'others', readonly [number, number]>>>
  >;
}

/** Alive after all garbage has been collected. */
const ALIVE = `
const alive = () => { gc(); const { heapUsed, arrayBuffers } = process.memoryUsage(); return heapUsed + arrayBuffers; };
const { estimateLesion, simulateSteps } = await entry('index');
`;

/** Looked at every so many steps. */
const PEAK = `${ALIVE}
const resolution = { spacing: 0.025e-3, growthRatio: 1.05, timeStep: 2 };
const peakOf = (problem, errorBar) => {
  estimateLesion(problem, { errorBar });
  const before = alive();
  let [most, calls] = [0, 0];
  const onProgress = () => { if (calls++ % 40 === 0) most = Math.max(most, alive() - before); };
  const { run } = estimateLesion(problem, { resolution, errorBar, onProgress });
  return Math.max(most, alive() - before) / run.grid.size;
};
console.log(JSON.stringify({ held: peakOf(tasks.held, false), rf: peakOf(tasks.rf, false), rfWithBar: peakOf(tasks.rf, true) }));
`;

/** Of many small answers that all differ. */
const LEFT = `${ALIVE}
const resolution = { spacing: 0.5e-3, growthRatio: 1.6, timeStep: 4 };
const solve = (k) => estimateLesion(
  { ...tasks.held, heating: { ...tasks.held.heating, target: 60 + (k % 1000) / 50 } }, { resolution, errorBar: false });
for (let k = 0; k < 1000; k++) solve(k);
const before = alive();
for (let k = 0; k < 10000; k++) solve(k);
console.log(JSON.stringify((alive() - before) / 10000));
`;

/** Nothing is collected in between: the nursery is large. */
const STEP = `
const { simulateSteps } = await entry('index');
const perStep = (problem, spacing, growthRatio) => {
  const run = () => {
    const [arrays, others] = [[], []];
    const steps = simulateSteps(problem, { resolution: { spacing, growthRatio, timeStep: 0.5 } });
    let before = process.memoryUsage();
    for (;;) {
      const next = steps.next();
      const now = process.memoryUsage();
      if (next.done) break;
      arrays.push(now.arrayBuffers - before.arrayBuffers);
      others.push(now.heapUsed - before.heapUsed);
      before = process.memoryUsage();
    }
    const middle = (values) => values.sort((a, b) => a - b)[values.length >> 1];
    return { arrays: middle(arrays), others: middle(others) };
  };
  run();
  return run();
};
const of = (problem) => {
  const [small, large] = [perStep(problem, 0.1e-3, 1.2), perStep(problem, 0.05e-3, 1.1)];
  return { arrays: [small.arrays, large.arrays], others: [small.others, large.others] };
};
console.log(JSON.stringify({ held: of(tasks.held), rf: of(tasks.rf) }));
`;

/** Measures memory in processes of their own; null when the package has not been built. */
export function measureMemory(): Memory | null {
  if (!isBuilt()) return null;
  const collecting = ['--expose-gc'];
  return {
    perCell: runFresh(PEAK, collecting) as Memory['perCell'],
    leftPerRun: runFresh(LEFT, collecting) as number,
    perStep: runFresh(STEP, ['--min-semi-space-size=256', '--max-semi-space-size=512']) as Memory['perStep'],
  };
}
