import type { AxisymmetricGrid } from './grid/axisymmetric.js';
import type { DamageState } from './physics/damage.js';
import { equivalentTemperature } from './physics/equivalent-temperature.js';
import type { DamageRule } from './problem/criterion.js';

/** The logarithm of odds: as smooth in a part of cells as the logarithm is in a sum. */
const logit = (dead: number, others: number): number =>
  Math.log(Math.max(dead, Number.MIN_VALUE) / Math.max(others, Number.MIN_VALUE));

/** How a rule's damage is turned into a field that is nearly as smooth as the temperature, and back. */
export interface BorderScale {
  /** The field, shape [nz·nr]: −Infinity where no damage was counted. */
  field(state: DamageState): Float64Array;
  /** What the field is held against. */
  level(threshold: number): number;
  /** The damage that a value of the field stands for. */
  damage(value: number): number;
}

/**
 * Makes the scale on which a rule's border is looked for: the temperature that does the same damage when it is held for half
 * the time of heating, or the logarithm of the odds of being dead.
 *
 * @param time - Of heating [s].
 */
export function borderScale(rule: DamageRule, time: number): BorderScale {
  if (rule.kind === 'three-state') {
    return {
      level: (deadFraction) => logit(deadFraction, 1 - deadFraction),
      damage: (value) => 1 / (1 + Math.exp(-value)),
      field(state): Float64Array {
        if (state.kind !== 'three-state') return new Float64Array(0);
        const { alive, vulnerable } = state;
        return alive.map((A, c) => logit(1 - A - vulnerable[c]!, A + vulnerable[c]!));
      },
    };
  }
  const { of, back } = equivalentTemperature(rule, time);
  return {
    level: of,
    damage: back,
    field: (state) => (state.kind === 'three-state' ? new Float64Array(0) : state.sum.map(of)),
  };
}

/** A cell without any damage counts as this much less than its neighbour, at least [K]. */
const LEAST_FALL = 0.5;

/** What stands for no damage where none was counted anywhere near [°C]. */
const NO_DAMAGE = -1e3;

/**
 * Gives cells without any damage, which have no equivalent temperature, one that goes on outwards from those that have: row by row,
 * then column by column.
 */
export function continueOutwards({ nr, nz, isTissue }: AxisymmetricGrid, field: Float64Array): Float64Array {
  if (field.every((value) => value > -Infinity)) return field;
  const out = field.slice();
  const isKnown = (c: number): boolean => isTissue[c] === 1 && out[c]! > -Infinity;
  const fill = (c: number, stride: number, hasTwo: boolean): void => {
    if (isTissue[c] === 0 || isKnown(c) || !isKnown(c - stride)) return;
    const before = out[c - stride]!;
    const fall = hasTwo && isKnown(c - 2 * stride) ? out[c - 2 * stride]! - before : 0;
    out[c] = before - Math.max(fall, LEAST_FALL);
  };
  for (let j = 0; j < nz; j++) for (let i = 1; i < nr; i++) fill(j * nr + i, 1, i > 1);
  for (let i = 0; i < nr; i++) {
    for (let j = 1; j < nz; j++) fill(j * nr + i, nr, j > 1);
    for (let j = nz - 2; j >= 0; j--) fill(j * nr + i, -nr, j < nz - 2);
  }
  return out.map((value) => (value > -Infinity ? value : NO_DAMAGE));
}
