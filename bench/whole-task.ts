import {
  cannula,
  type Criterion,
  estimateLesion,
  type Problem,
  type ResolutionName,
  tissues,
} from 'rf-lesion';
import { fineRunsOf, truthOf } from '../tests/studies/truth.js';
import { type Contender, measureInTurns, median, medianRatio } from './measure.js';
import {
  COUPLED_TASK,
  OTHER_COUPLED_TASK,
  OTHER_TASK,
  STAGED_TASK,
  TASK,
  TRUE_COUPLED_WIDTH,
  TRUE_WIDTH,
} from './tasks.js';

const RESOLUTIONS = ['draft', 'standard', 'fine'] as const satisfies readonly ResolutionName[];

/** A task, the isotherm whose width is asked for, and that width by finite elements; else a much finer run says what is true. */
interface Asked {
  readonly words: string;
  readonly problem: Problem;
  /** [°C] */
  readonly threshold: number;
  /** [m] */
  readonly trueWidth?: number;
}

export type TaskName = 'held' | 'rf' | 'staged' | 'pulsed' | 'layered';

/** Tasks whose whole answer is measured. */
const TASKS: Readonly<Record<TaskName, Asked>> = {
  held: { words: 'tip held at a temperature', problem: TASK, threshold: 50, trueWidth: TRUE_WIDTH },
  rf: { words: 'RF current', problem: COUPLED_TASK, threshold: 50, trueWidth: TRUE_COUPLED_WIDTH },
  staged: { words: 'RF current in three stages', problem: STAGED_TASK, threshold: 50 },
  pulsed: {
    words: 'pulsed RF current of 45 V',
    problem: { ...COUPLED_TASK, heating: { kind: 'pulsed', voltage: 45, duration: 90 } },
    threshold: 40, // the generator keeps the sensor below 42 °C
  },
  layered: {
    words: 'RF current, bone 2 mm beyond the end',
    problem: {
      electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
      tissue: tissues.muscle,
      regions: [{ where: { kind: 'slab', zMax: -2e-3 }, tissue: tissues.boneCortical }],
      heating: { kind: 'temperature', target: 80, ramp: 10, duration: 90 },
    },
    threshold: 50,
  },
};

const isotherm = ({ threshold }: Asked): Criterion => ({ kind: 'peak-temperature', threshold });

export interface TaskCosts {
  readonly resolution: ResolutionName;
  readonly cells: number;
  readonly steps: number;
  /** Solves of the field in the reported run. */
  readonly solves: number;
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

/** One task at every resolution. */
export interface Task {
  readonly words: string;
  readonly costs: readonly TaskCosts[];
}

/** Measures the whole answer at one resolution: what it costs and how true it is. */
function measureTask(asked: Asked, trueWidth: number, resolution: ResolutionName): TaskCosts {
  const { problem } = asked;
  const isFine = resolution === 'fine';
  const options = { resolution, criterion: isotherm(asked) };
  const solve = (errorBar: boolean): Contender => ({
    calls: 1,
    run: () => estimateLesion(problem, { ...options, errorBar }),
  });
  [OTHER_TASK, OTHER_COUPLED_TASK].forEach((other) => estimateLesion(other));
  const times = measureInTurns({ plain: solve(false), withBar: solve(true) }, isFine ? 5 : 11);
  const { run, width: plainWidth } = estimateLesion(problem, { ...options, errorBar: false });
  const { width } = estimateLesion(problem, options);
  const error = (width.value - trueWidth) / trueWidth;
  const bar = width.numericalError! / trueWidth;
  return {
    resolution,
    cells: run.grid.size,
    steps: run.steps,
    solves: run.state.driven?.solves ?? 0,
    plain: median(times.plain),
    withBar: median(times.withBar),
    withBarOverPlain: medianRatio(times.withBar, times.plain),
    plainError: (plainWidth.value - trueWidth) / trueWidth,
    error,
    bar,
    barHolds: Math.abs(error) <= bar,
  };
}

function trueWidthOf(asked: Asked): number {
  const criterion = isotherm(asked);
  const [, final] = truthOf(fineRunsOf(asked.problem, [criterion]), criterion);
  return final!.exact.width;
}

/** All tasks at every resolution. */
export function measureTasks(): Record<TaskName, Task> {
  const measured = (Object.keys(TASKS) as TaskName[]).map((name) => {
    const asked = TASKS[name];
    const width = asked.trueWidth ?? trueWidthOf(asked);
    const costs = RESOLUTIONS.map((resolution) => measureTask(asked, width, resolution));
    return [name, { words: asked.words, costs }] as const;
  });
  return Object.fromEntries(measured) as unknown as Record<TaskName, Task>;
}
