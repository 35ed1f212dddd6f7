import { measureBreakdown } from './breakdown.js';
import { measureColdStart } from './cold-start.js';
import { measureExtras } from './extras.js';
import type { Measurements } from './gates.js';
import { measureKernels } from './kernels.js';
import { measureModes } from './modes.js';
import { measureCoupledTasks, measureGrowth, measureTasks } from './whole-task.js';

/** Measures everything, in this process except for the cold start. */
export async function measureAll(): Promise<Measurements> {
  return {
    kernels: measureKernels(),
    tasks: measureTasks(),
    coupledTasks: measureCoupledTasks(),
    growth: measureGrowth(),
    extras: measureExtras(),
    modes: measureModes(),
    breakdown: await measureBreakdown(),
    coldStart: measureColdStart(),
  };
}
