import type { AxisymmetricGrid } from './grid/axisymmetric.js';
import type { DamageState } from './physics/damage.js';
import type { Criterion } from './problem/criterion.js';

/** The logarithm of odds: as smooth in a part of cells as the logarithm is in a sum. */
const logit = (dead: number, others: number): number =>
  Math.log(Math.max(dead, Number.MIN_VALUE) / Math.max(others, Number.MIN_VALUE));

/** What the field of {@link borderField} is held against. */
export function borderLevel(criterion: Criterion): number {
  switch (criterion.kind) {
    case 'peak-temperature':
      return criterion.threshold;
    case 'cem43':
      return Math.log(criterion.minutes);
    case 'arrhenius':
      return Math.log(criterion.omega);
    case 'three-state':
      return logit(criterion.deadFraction, 1 - criterion.deadFraction);
  }
}

/** Damage as a field that is nearly as smooth as the temperature: the logarithm of a sum, or of odds. */
export function borderField(state: DamageState): Float64Array {
  if (state.kind === 'three-state') {
    const { alive, vulnerable } = state;
    return alive.map((A, c) => logit(1 - A - vulnerable[c]!, A + vulnerable[c]!));
  }
  return state.sum.map(Math.log);
}

/** A cell without any dose counts as this much less than its neighbour, at least. */
const LEAST_FALL = 0.5;

/** The logarithm of no dose at all. */
const NO_DOSE = -700;

/**
 * Gives cells without any dose, where the logarithm has no value, one that goes on outwards from those that have: row by row,
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
  return out.map((value) => (value > -Infinity ? value : NO_DOSE));
}
