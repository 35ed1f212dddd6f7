import type { Breakdown } from './breakdown.js';
import type { ColdStart } from './cold-start.js';
import type { KernelCosts } from './kernels.js';
import type { Extras } from './extras.js';
import type { ModeCosts } from './modes.js';
import type { Growth, TaskCosts } from './whole-task.js';

/** All that was measured in one go. */
export interface Measurements {
  readonly kernels: KernelCosts;
  readonly tasks: readonly TaskCosts[];
  readonly coupledTasks: readonly TaskCosts[];
  readonly growth: Growth;
  readonly extras: Extras;
  readonly modes: readonly ModeCosts[];
  readonly breakdown: Breakdown;
  /** null when the package has not been built. */
  readonly coldStart: ColdStart | null;
}

/** A number without a unit that must not exceed its limit. */
export interface Gate {
  readonly name: string;
  /** null: could not be measured. */
  readonly value: number | null;
  readonly limit: number;
}

/** What the figures are held to. None of them is a time, so that they mean the same on every machine. */
export function gatesOf({ kernels, tasks, coupledTasks, growth, extras, coldStart }: Measurements): Gate[] {
  const isStandard = ({ resolution }: TaskCosts): boolean => resolution === 'standard';
  const [standard, coupled] = [tasks.find(isStandard), coupledTasks.find(isStandard)];
  if (!standard || !coupled) throw new Error('The standard resolution was not measured.');
  const error = Math.abs(standard.error);
  return [
    { name: 'time step / triad', value: kernels.stepOverTriad, limit: 6.5 },
    { name: 'one damage rule / time step', value: kernels.damageOverStep, limit: 2.2 },
    { name: 'run with the default damage rules / without', value: extras.damageOverNone, limit: 1.35 },
    { name: 'growth of the lesion / run', value: extras.growthOverRun, limit: 0.1 },
    { name: 'with error bar / without', value: standard.withBarOverPlain, limit: 3.5 },
    { name: 'cold answer / warm answer', value: coldStart?.ratio ?? null, limit: 12 },
    { name: 'cost per cell and step, large grid / small', value: growth.ratio, limit: 1.3 },
    { name: 'width without error bar, error in %', value: 100 * Math.abs(standard.plainError), limit: 0.2 },
    { name: 'width with error bar, error in %', value: 100 * error, limit: 0.1 },
    { name: 'RF current / held tip', value: coupled.plain / standard.plain, limit: 12 },
    { name: 'RF current with error bar / without', value: coupled.withBarOverPlain, limit: 3.5 },
    ...[...tasks, ...coupledTasks].map(({ resolution, error: off, bar }, k) => ({
      name: `error / error bar, ${k < tasks.length ? 'held tip' : 'RF current'}, ${resolution}`,
      value: Math.abs(off) / bar,
      limit: 1,
    })),
  ];
}

export function isMissed({ value, limit }: Gate): boolean {
  return value !== null && !(value <= limit);
}

/** The gates as a table to read. */
export function formatGates(gates: readonly Gate[]): string {
  const width = Math.max(...gates.map(({ name }) => name.length));
  return gates
    .map((gate) => {
      const value = gate.value === null ? 'skipped: npm run build first' : gate.value.toFixed(3);
      const verdict = isMissed(gate) ? '   MISSED' : '';
      return `${gate.name.padEnd(width)}   ${value.padStart(7)}   <= ${gate.limit}${verdict}`;
    })
    .join('\n');
}
