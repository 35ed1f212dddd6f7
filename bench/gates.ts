import type { Comparisons } from './compare/comparisons.js';
import { cheapestTo, type Curves } from './compare/time-to-error.js';
import type { Measurements } from './measurements.js';
import type { TaskCosts } from './whole-task.js';

/** What is measured beside other tools, and by counting instructions. */
export interface Beside {
  readonly comparisons: Comparisons;
  readonly curves: Curves;
  /** Instructions of a task over the number that is stored; null where it cannot be compared. */
  readonly instructions: number | null;
}

/** A number without a unit that must not exceed its limit. */
export interface Gate {
  readonly name: string;
  /** null: could not be measured. */
  readonly value: number | null;
  readonly limit: number;
}

/** Since Node 22 plain loops are faster, and the loop is held closer to its twin in C. */
const NODE = Number(process.versions.node.split('.')[0]);
const OVER_C = NODE >= 22 ? 4.5 : 6;

/** What a task costs and how true it is, in ratios. */
function taskGates({ tasks }: Measurements): Gate[] {
  const standardOf = (costs: readonly TaskCosts[]): TaskCosts =>
    costs.find(({ resolution }) => resolution === 'standard')!;
  const [held, rf] = [standardOf(tasks.held.costs), standardOf(tasks.rf.costs)];
  return [
    { name: 'held tip, with error bar / without', value: held.withBarOverPlain, limit: 3.5 },
    { name: 'RF current, with error bar / without', value: rf.withBarOverPlain, limit: 3.5 },
    { name: 'RF current / held tip', value: rf.plain / held.plain, limit: 12 },
    { name: 'width without error bar, error in %', value: 100 * Math.abs(held.plainError), limit: 0.2 },
    { name: 'width with error bar, error in %', value: 100 * Math.abs(held.error), limit: 0.1 },
    ...Object.values(tasks).flatMap(({ words, costs }) =>
      costs.map(({ resolution, error, bar }) => ({
        name: `error / error bar, ${words}, ${resolution}`,
        value: Math.abs(error) / bar,
        limit: 1,
      })),
    ),
  ];
}

/** What the figures are held to. None of them is a time, so that they mean the same on every machine. */
export function gatesOf(measured: Measurements): Gate[] {
  const { kernels, growth, extras, coldStart, memory } = measured;
  const largest = kernels.at(-1)!;
  const perStep = memory ? Object.values(memory.perStep).flatMap(({ arrays }) => arrays) : null;
  return [
    { name: 'time step / triad', value: largest.stepOverTriad, limit: 6.5 },
    { name: 'time step with two damage rules / triad', value: largest.stepWithDamageOverTriad, limit: 12 },
    { name: 'one damage rule / time step', value: largest.damageOverStep, limit: 2.2 },
    { name: 'run with the default damage rules / without', value: extras.damageOverNone, limit: 1.35 },
    { name: 'growth of the lesion / run', value: extras.growthOverRun, limit: 0.1 },
    { name: 'cost per cell and step, large grid / small', value: growth.ratio, limit: 1.3 },
    { name: 'cold answer / warm answer', value: coldStart?.held.ratio ?? null, limit: 12 },
    { name: 'arrays that a step allocates', value: perStep ? Math.max(...perStep) : null, limit: 0 },
    { name: 'bytes that an answer leaves behind', value: memory?.leftPerRun ?? null, limit: 200 },
    ...taskGates(measured),
  ];
}

/** The same, beside other tools. */
export function gatesBeside({ comparisons, curves, instructions }: Beside): Gate[] {
  const { c, cLarge, scipy, scipyLarge, scipyDamage, scipyDamageLarge } = comparisons;
  const [ours, theirs] = [
    cheapestTo(0.003, 'barred', curves.rf, false),
    cheapestTo(0.003, 'fe', curves.rf, false),
  ];
  return [
    { name: c.name, value: c.ratio, limit: OVER_C },
    { name: cLarge.name, value: cLarge.ratio, limit: OVER_C },
    ...[scipy, scipyLarge].map(({ name, ratio }) => ({ name, value: ratio, limit: 0.4 })),
    ...[scipyDamage, scipyDamageLarge].map(({ name, ratio }) => ({ name, value: ratio, limit: 0.75 })),
    {
      name: 'RF width to 0.3 %: ours with error bar / FreeFem++',
      value: ours && theirs ? ours.time / theirs.time : null,
      limit: 1 / 5,
    },
    { name: 'instructions of a task / stored', value: instructions, limit: 1.05 },
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
      const value = gate.value === null ? 'skipped' : gate.value.toFixed(3);
      const verdict = isMissed(gate) ? '   MISSED' : '';
      return `${gate.name.padEnd(width)}   ${value.padStart(7)}   <= ${gate.limit}${verdict}`;
    })
    .join('\n');
}
