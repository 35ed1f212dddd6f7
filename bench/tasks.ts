import type { Problem, Resolution } from 'rf-lesion';
import { coupledFeProblem } from '../tests/support/coupled-problem.js';
import { feProblem } from '../tests/support/problems.js';

/** A 22 G needle with a bare tip of 5 mm at 80 °C for 90 s, as it was solved by independent finite elements. */
export const TASK: Problem = feProblem;

/** The same with RF current, a thin sleeve and a grounded rim, controlled at the thermocouple. */
export const COUPLED_TASK: Problem = coupledFeProblem;

/** The same in three stages of half a minute. */
export const STAGED_TASK: Problem = {
  ...COUPLED_TASK,
  heating: {
    kind: 'schedule',
    stages: [60, 70, 80].map((target) => ({ kind: 'temperature', target, ramp: 10, duration: 30 })),
  },
};

/** Final 50 °C widths of the first two [m], by finite elements of second degree and SDIRK2, converged in mesh and step. */
export const TRUE_WIDTH = 4.30746e-3;
export const TRUE_COUPLED_WIDTH = 7.50925e-3;

/** Another needle, so that every solver measured has two instances alive, as it has in a program. */
export const OTHER_TASK: Problem = {
  ...TASK,
  electrode: { ...TASK.electrode, radius: 0.5e-3, tipLength: 10e-3 },
  heating: { kind: 'tip-temperature', target: 70, duration: 60 },
};

/** Another needle with RF current, for the same reason. */
export const OTHER_COUPLED_TASK: Problem = {
  ...COUPLED_TASK,
  electrode: { ...COUPLED_TASK.electrode, radius: 0.5e-3, tipLength: 10e-3 },
};

/** Grids of about 1.8 and 25 thousand cells for {@link TASK}, with steps that cost little. */
export const GRIDS: Readonly<Record<'small' | 'large', Resolution>> = {
  small: { spacing: 0.1e-3, growthRatio: 1.2, timeStep: 0.5 },
  large: { spacing: 0.025e-3, growthRatio: 1.05, timeStep: 0.5 },
};
