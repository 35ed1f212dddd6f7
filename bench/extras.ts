import { DEFAULT_CRITERIA, DEFAULT_CRITERION, simulate } from 'rf-lesion';
import { measureGrowth, watchGrowth } from '../src/growth.js';
import { checkProblem } from '../src/problem/check.js';
import { rulesOf } from '../src/problem/criterion.js';
import { resolutionFor } from '../src/problem/resolution.js';
import { runSteps } from '../src/simulate.js';
import { measureInTurns, medianRatio } from './measure.js';
import { COUPLED_TASK, OTHER_COUPLED_TASK } from './tasks.js';

/** What all that is done beside the temperatures costs, with RF current at standard resolution. */
export interface Extras {
  /** A run that counts damage by the default rules over one that counts none. */
  readonly damageOverNone: number;
  /** Watching and measuring the growth of the headline's lesion, over that run. */
  readonly growthOverRun: number;
}

/** Measures what damage rules and growth cost. */
export function measureExtras(): Extras {
  const checked = checkProblem(COUPLED_TASK);
  const rules = rulesOf(DEFAULT_CRITERIA);
  const resolution = resolutionFor(checked, 'standard');
  const run = { problem: COUPLED_TASK, checked, resolution, snapshotTimes: [], rules };
  simulate(OTHER_COUPLED_TASK);
  const times = measureInTurns(
    {
      none: { calls: 2, run: () => simulate(COUPLED_TASK, { criteria: [] }) },
      damage: { calls: 2, run: () => simulate(COUPLED_TASK) },
      growth: {
        calls: 2,
        run: () => {
          const watched = drain(watchGrowth(runSteps(run, {}), run, DEFAULT_CRITERION));
          measureGrowth(watched.run, watched.samples, DEFAULT_CRITERION);
        },
      },
    },
    15,
  );
  return {
    damageOverNone: medianRatio(times.damage, times.none),
    growthOverRun: medianRatio(times.growth, times.damage) - 1,
  };
}

function drain<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}
