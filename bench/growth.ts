import { type LesionRun, type Problem, type Resolution, simulate } from 'rf-lesion';
import { measureInTurns, median, medianRatio } from './measure.js';
import { COUPLED_TASK, GRIDS, OTHER_TASK, TASK } from './tasks.js';

export interface Growth {
  /** Cost of a run per cell and step on the small and on the large grid [ns]. */
  readonly small: { readonly cells: number; readonly perCellAndStep: number };
  readonly large: { readonly cells: number; readonly perCellAndStep: number };
  /** Large over small. */
  readonly ratio: number;
}

/** Measures how the cost per cell and step grows with the number of cells. */
export function measureGrowth(): Growth {
  const run = (size: keyof typeof GRIDS): LesionRun => simulate(TASK, { resolution: GRIDS[size] });
  const sizes = { small: run('small'), large: run('large') };
  simulate(OTHER_TASK, { resolution: GRIDS.small });
  const times = measureInTurns(
    { small: { calls: 12, run: () => run('small') }, large: { calls: 1, run: () => run('large') } },
    9,
  );
  const perCellAndStep = (size: 'small' | 'large'): number[] =>
    times[size].map((ms) => (1e6 * ms) / (sizes[size].grid.size * sizes[size].steps));
  const of = (size: 'small' | 'large'): Growth['small'] => ({
    cells: sizes[size].grid.size,
    perCellAndStep: median(perCellAndStep(size)),
  });
  return {
    small: of('small'),
    large: of('large'),
    ratio: medianRatio(perCellAndStep('large'), perCellAndStep('small')),
  };
}

/** What a longer heating costs, with RF current on one grid. */
export interface LongerRun {
  /** Of heating [s]. */
  readonly duration: number;
  readonly ticks: number;
  /** CPU time of the run [ms]. */
  readonly time: number;
}

const DURATIONS = [30, 60, 120, 240, 480] as const;
const ON_ONE_GRID: Resolution = { spacing: 0.1e-3, growthRatio: 1.2, timeStep: 0.5 };

/** Measures how the cost grows with the time that is simulated. */
export function measureLongerRuns(): LongerRun[] {
  const heatedFor = (duration: number): Problem => ({
    ...COUPLED_TASK,
    heating: { kind: 'temperature', target: 80, ramp: 10, duration },
  });
  const run = (duration: number): LesionRun =>
    simulate(heatedFor(duration), { resolution: ON_ONE_GRID, criteria: [] });
  const contenders = DURATIONS.map((duration) => [duration, { calls: 1, run: () => run(duration) }] as const);
  const times = measureInTurns(Object.fromEntries(contenders), 9);
  return DURATIONS.map((duration) => ({
    duration,
    ticks: run(duration).steps,
    time: median(times[duration]!),
  }));
}
