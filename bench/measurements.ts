import { type Breakdown, measureBreakdown } from './breakdown.js';
import { type ColdStart, measureColdStart } from './cold-start.js';
import { type Extras, measureExtras } from './extras.js';
import { type Growth, type LongerRun, measureGrowth, measureLongerRuns } from './growth.js';
import { type KernelCosts, measureKernels, type MeasuringCosts, measureMeasuring } from './kernels.js';
import { type Memory, measureMemory } from './memory.js';
import { measureModes, type ModeCosts } from './modes.js';
import { measureTasks, type Task, type TaskName } from './whole-task.js';

/** All that was measured in one go. */
export interface Measurements {
  readonly kernels: readonly KernelCosts[];
  readonly measuring: readonly MeasuringCosts[];
  readonly tasks: Readonly<Record<TaskName, Task>>;
  readonly growth: Growth;
  readonly longerRuns: readonly LongerRun[];
  readonly extras: Extras;
  readonly modes: readonly ModeCosts[];
  readonly breakdown: Breakdown;
  /** null when the package has not been built. */
  readonly coldStart: ColdStart | null;
  readonly memory: Memory | null;
}

/** Measures everything, in this process except for cold starts and memory. */
export async function measureAll(): Promise<Measurements> {
  return {
    kernels: measureKernels(),
    measuring: measureMeasuring(),
    tasks: measureTasks(),
    growth: measureGrowth(),
    longerRuns: measureLongerRuns(),
    extras: measureExtras(),
    modes: measureModes(),
    breakdown: await measureBreakdown(),
    coldStart: measureColdStart(),
    memory: measureMemory(),
  };
}
