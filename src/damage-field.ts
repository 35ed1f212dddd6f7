import type { AxisymmetricGrid } from './grid/axisymmetric.js';
import type { DamageRecord } from './lesion-run.js';
import type { DamageState } from './physics/damage.js';
import { lowestOf } from './physics/damage-rate.js';
import { equivalentTemperature } from './physics/equivalent-temperature.js';
import type { DamageRule } from './problem/criterion.js';

/** Beyond odds of e^15 to either side the scale grows slowly: nothing is measured there, and a steep field would ring. */
const STEEP = 15;

/** The logarithm of odds, as smooth in a part of cells as the equivalent temperature is in a sum. */
function logit(part: number, others: number): number {
  const odds = Math.log(Math.max(part, Number.MIN_VALUE)) - Math.log(Math.max(others, Number.MIN_VALUE));
  const beyond = Math.max(Math.abs(odds) - STEEP, 0);
  return Math.sign(odds) * (Math.min(Math.abs(odds), STEEP) + Math.log1p(beyond));
}

/** The part of cells that a value of the scale stands for. */
function partOf(value: number): number {
  const beyond = Math.max(Math.abs(value) - STEEP, 0);
  const odds = Math.sign(value) * (Math.min(Math.abs(value), STEEP) + Math.expm1(beyond));
  return 1 / (1 + Math.exp(-odds));
}

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
      damage: partOf,
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

/** A cell without any damage counts as this much less than its neighbour, and than the level, at least [K]. */
const LEAST_FALL = 0.5;

/** What stands for no damage where none was counted anywhere near [°C]. */
const NO_DAMAGE = -1e3;

/**
 * Gives cells without any damage, which have no equivalent temperature, one that goes on outwards from those that have, row by
 * row and then column by column. Cells of the needle take that of the tissue beside them.
 *
 * @param most - No such cell gets more [°C].
 */
export function continueOutwards(
  { nr, nz, isTissue }: AxisymmetricGrid,
  field: Float64Array,
  most: number,
): Float64Array {
  if (field.every((value) => value > -Infinity)) return field;
  const out = field.slice();
  const isKnown = (c: number): boolean => isTissue[c] === 1 && out[c]! > -Infinity;
  const fill = (c: number, stride: number, hasTwo: boolean): void => {
    if (isTissue[c] === 0 || isKnown(c) || !isKnown(c - stride)) return;
    const before = out[c - stride]!;
    const fall = hasTwo && isKnown(c - 2 * stride) ? out[c - 2 * stride]! - before : 0;
    out[c] = Math.min(before - Math.max(fall, LEAST_FALL), most);
  };
  for (let j = 0; j < nz; j++) for (let i = 1; i < nr; i++) fill(j * nr + i, 1, i > 1);
  for (let i = 0; i < nr; i++) {
    for (let j = 1; j < nz; j++) fill(j * nr + i, nr, j > 1);
    for (let j = nz - 2; j >= 0; j--) fill(j * nr + i, -nr, j < nz - 2);
  }
  for (let c = out.length - 1; c >= 0; c--) {
    if (out[c] === -Infinity) out[c] = isTissue[c] === 0 ? (out[c + 1] ?? NO_DAMAGE) : NO_DAMAGE;
  }
  return out;
}

/**
 * The field in which a rule's border is looked for, and what a held tip's surface has in it; null: not known.
 *
 * @param level - What it is held against; Infinity to read the field alone.
 */
export function borderField(
  grid: AxisymmetricGrid,
  { rule, state, tip }: DamageRecord,
  scale: BorderScale,
  level: number = Infinity,
): { readonly field: Float64Array; readonly held: number | null } {
  // Where the rule counts from a temperature on, that is what cuts its region off.
  const most = lowestOf(rule) > -Infinity ? Infinity : level - LEAST_FALL;
  const field = continueOutwards(grid, scale.field(state), most);
  const held = tip === null ? -Infinity : scale.field(tip)[0]!;
  if (held > -Infinity || tip === null) return { field, held: tip === null ? null : held };
  return { field, held: level < Infinity ? level - LEAST_FALL : null };
}
