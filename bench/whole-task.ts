import { estimateLesion, type Problem, type ResolutionName, simulate } from 'rf-lesion';
import { type Contender, measureInTurns, median, medianRatio } from './measure.js';
import { COUPLED_TASK, GRIDS, OTHER_TASK, TASK, TRUE_COUPLED_WIDTH, TRUE_WIDTH } from './tasks.js';

const RESOLUTIONS = ['draft', 'standard', 'fine'] as const satisfies readonly ResolutionName[];

export interface TaskCosts {
  readonly resolution: ResolutionName;
  readonly cells: number;
  readonly steps: number;
  /** CPU time without an error bar [ms]. */
  readonly plain: number;
  /** CPU time with an error bar [ms]. */
  readonly withBar: number;
  readonly withBarOverPlain: number;
  /** Error of the width without extrapolation, relative. */
  readonly plainError: number;
  /** Error of the width that is reported with an error bar, relative. */
  readonly error: number;
  /** The error bar, relative. */
  readonly bar: number;
  readonly barHolds: boolean;
}

/** Measures the whole answer at one resolution: what it costs and how true it is. */
function measureTask(task: Problem, trueWidth: number, resolution: ResolutionName): TaskCosts {
  const solve = (errorBar: boolean): Contender => ({
    calls: resolution === 'fine' ? 1 : 2,
    run: () => estimateLesion(task, { resolution, errorBar }),
  });
  estimateLesion(OTHER_TASK, { resolution });
  const times = measureInTurns({ plain: solve(false), withBar: solve(true) });
  const { run, width: plainWidth } = estimateLesion(task, { resolution, errorBar: false });
  const { width } = estimateLesion(task, { resolution });
  const error = (width.value - trueWidth) / trueWidth;
  const bar = width.numericalError! / trueWidth;
  return {
    resolution,
    cells: run.grid.size,
    steps: run.steps,
    plain: median(times.plain),
    withBar: median(times.withBar),
    withBarOverPlain: medianRatio(times.withBar, times.plain),
    plainError: (plainWidth.value - trueWidth) / trueWidth,
    error,
    bar,
    barHolds: Math.abs(error) <= bar,
  };
}

/** The held tip at every resolution. */
export function measureTasks(): TaskCosts[] {
  return RESOLUTIONS.map((resolution) => measureTask(TASK, TRUE_WIDTH, resolution));
}

/** RF current at every resolution. */
export function measureCoupledTasks(): TaskCosts[] {
  return RESOLUTIONS.map((resolution) => measureTask(COUPLED_TASK, TRUE_COUPLED_WIDTH, resolution));
}

export interface Growth {
  /** Cost of a run per cell and step on the small and on the large grid [ns]. */
  readonly small: { readonly cells: number; readonly perCellAndStep: number };
  readonly large: { readonly cells: number; readonly perCellAndStep: number };
  /** Large over small. */
  readonly ratio: number;
}

/** Measures how the cost per cell and step grows with the number of cells. */
export function measureGrowth(): Growth {
  const sizes = {
    small: simulate(TASK, { resolution: GRIDS.small }),
    large: simulate(TASK, { resolution: GRIDS.large }),
  };
  simulate(OTHER_TASK, { resolution: GRIDS.small });
  const times = measureInTurns(
    {
      small: { calls: 12, run: () => simulate(TASK, { resolution: GRIDS.small }) },
      large: { calls: 1, run: () => simulate(TASK, { resolution: GRIDS.large }) },
    },
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
