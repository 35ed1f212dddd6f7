import { measureColdStart } from './cold-start.js';
import type { Measurements } from './gates.js';
import { measureKernels } from './kernels.js';
import { measureCoupledTasks, measureGrowth, measureTasks } from './whole-task.js';

/** Measures everything, in this process except for the cold start. */
export function measureAll(): Measurements {
  return {
    kernels: measureKernels(),
    tasks: measureTasks(),
    coupledTasks: measureCoupledTasks(),
    growth: measureGrowth(),
    coldStart: measureColdStart(),
  };
}
