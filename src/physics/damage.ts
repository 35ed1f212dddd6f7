import { makeRecent } from '../numerics/recent.js';
import { accumulateRate, makeRateTable, type RateTable } from '../numerics/rate-table.js';
import { type DamageRule, keyOfRule } from '../problem/criterion.js';
import { arrheniusRate, BREAKPOINT, cem43Rate, kinksOf, SECONDS_PER_MINUTE } from './damage-rate.js';
import { makeThreeStateStep } from './three-state.js';

/**
 * What one rule has counted, cell by cell; plain data, part of a run's state. The number of minutes of the ISO form is
 * unlimited wherever `highest` is above 57 °C, and the sum goes on regardless.
 */
export type DamageState =
  | {
      readonly kind: 'sum';
      /** CEM43 [min] or Ω. */
      readonly sum: Float64Array;
    }
  | {
      readonly kind: 'iso';
      /** CEM43 [min]. */
      readonly sum: Float64Array;
      /** Highest temperature so far [°C]. */
      readonly highest: Float64Array;
    }
  | {
      readonly kind: 'three-state';
      /** Parts of the cells that are alive and vulnerable; the rest is dead. */
      readonly alive: Float64Array;
      readonly vulnerable: Float64Array;
    };

/** What counts the damage by one rule. */
export interface DamageModel {
  /** The state before heating. */
  start(cells: number, temperature: number): DamageState;
  /** Counts one step in which temperatures go on a straight line; arrays of the shape of the state [°C], `dt` in s. */
  accumulate(state: DamageState, before: Float64Array, after: Float64Array, dt: number): void;
}

/** The rate tables reach over these temperatures [°C], with so many nodes in a degree; beyond them the rate itself is used. */
const TABLE = { from: -10, to: 150, perDegree: 16 } as const;

function tableOf(rate: (T: number) => number, breaks: readonly number[]): RateTable {
  return makeRateTable(rate, TABLE.from, TABLE.to, TABLE.perDegree, breaks);
}

function makeIsoModel(): DamageModel {
  const table = (hasPassed: boolean): RateTable =>
    tableOf(
      (T) => cem43Rate(T, 'iso', hasPassed) / SECONDS_PER_MINUTE,
      kinksOf({ kind: 'cem43', rule: 'iso' }),
    );
  const [before43, after43] = [table(false), table(true)];
  return {
    start: (cells, temperature) => ({
      kind: 'iso',
      sum: new Float64Array(cells),
      highest: new Float64Array(cells).fill(temperature),
    }),
    accumulate(state, before, after, dt): void {
      if (state.kind !== 'iso') return;
      const { sum, highest } = state;
      const [added, addedAfter43] = [new Float64Array(sum.length), new Float64Array(sum.length)];
      accumulateRate(before43, before, after, dt, added);
      accumulateRate(after43, before, after, dt, addedAfter43);
      for (let c = 0; c < sum.length; c++) {
        sum[c] = sum[c]! + (highest[c]! >= BREAKPOINT ? addedAfter43[c]! : added[c]!);
        if (after[c]! > highest[c]!) highest[c] = after[c]!;
      }
    },
  };
}

function makeSumModel(rate: (T: number) => number, breaks: readonly number[]): DamageModel {
  const table = tableOf(rate, breaks);
  return {
    start: (cells) => ({ kind: 'sum', sum: new Float64Array(cells) }),
    accumulate(state, before, after, dt): void {
      if (state.kind === 'sum') accumulateRate(table, before, after, dt, state.sum);
    },
  };
}

function makeModel(rule: DamageRule): DamageModel {
  switch (rule.kind) {
    case 'cem43':
      if (rule.rule === 'iso') return makeIsoModel();
      return makeSumModel((T) => cem43Rate(T) / SECONDS_PER_MINUTE, kinksOf(rule));
    case 'arrhenius': {
      const { kinetics } = rule;
      return makeSumModel((T) => arrheniusRate(kinetics, T), kinksOf(rule));
    }
    case 'three-state': {
      const { initialAlive, initialDead } = rule.kinetics;
      const step = makeThreeStateStep(rule.kinetics);
      return {
        start: (cells) => ({
          kind: 'three-state',
          alive: new Float64Array(cells).fill(initialAlive),
          vulnerable: new Float64Array(cells).fill(1 - initialAlive - initialDead),
        }),
        accumulate(state, before, after, dt): void {
          if (state.kind === 'three-state') step(before, after, dt, state.alive, state.vulnerable);
        },
      };
    }
  }
}

/** Models of the last few rules: the runs of one estimate share their tables. */
const recent = makeRecent<DamageModel>();

/** Makes what counts the damage by a rule. */
export function damageModel(rule: DamageRule): DamageModel {
  return recent(keyOfRule(rule), () => makeModel(rule));
}
