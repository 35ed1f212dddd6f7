import { estimateLesion, type ResolutionName, simulate } from 'rf-lesion';
import { type Contender, measureInTurns, median, medianRatio } from './measure.js';
import { GRIDS, OTHER_TASK, TASK, TRUE_WIDTH } from './tasks.js';

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
function measureTask(resolution: ResolutionName): TaskCosts {
  const solve = (errorBar: boolean): Contender => ({
    calls: resolution === 'fine' ? 1 : 2,
    run: () => estimateLesion(TASK, { resolution, errorBar }),
  });
  estimateLesion(OTHER_TASK, { resolution });
  const times = measureInTurns({ plain: solve(false), withBar: solve(true) });
  const { run, width: plainWidth } = estimateLesion(TASK, { resolution, errorBar: false });
  const { width } = estimateLesion(TASK, { resolution });
  const error = (width.value - TRUE_WIDTH) / TRUE_WIDTH;
  const bar = width.numericalError! / TRUE_WIDTH;
  return {
    resolution,
    cells: run.grid.size,
    steps: run.steps,
    plain: median(times.plain),
    withBar: median(times.withBar),
    withBarOverPlain: medianRatio(times.withBar, times.plain),
    plainError: (plainWidth.value - TRUE_WIDTH) / TRUE_WIDTH,
    error,
    bar,
    barHolds: Math.abs(error) <= bar,
  };
}

export function measureTasks(): TaskCosts[] {
  return RESOLUTIONS.map(measureTask);
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
