import type { LesionEstimate } from '../lesion-estimate.js';
import { describeRule, describeThreshold, describeValidity } from '../output/criterion-in-words.js';
import { sourcesOf } from '../presets/criteria.js';
import { type Criterion, isSameCriterion } from '../problem/criterion.js';
import type { Source } from '../problem/types.js';
import { validityOf } from '../problem/validity.js';
import type { Measured } from './error-bar.js';

/** One damage rule beside the others: what it says of the same lesion, after the cool-down. */
export interface CriterionRow {
  readonly criterion: Criterion;
  /** In words. */
  readonly rule: string;
  /** With its unit. */
  readonly threshold: string;
  /** Where rule and numbers come from; empty where nobody is known to use them. */
  readonly sources: readonly Source[];
  /** [m] */
  readonly width: Measured;
  /** [m] */
  readonly length: Measured;
  /** [m³] */
  readonly volume: Measured;
  /** What the rule is stated for, in words: 'not stated' where nobody says. */
  readonly validity: string;
  /** Whether this lesion is within it; null where nothing is stated. */
  readonly isWithinValidity: boolean | null;
}

/** All criteria of an estimate side by side, in its order. */
export function compareCriteria({ lesions, warnings, receipt }: LesionEstimate): readonly CriterionRow[] {
  return lesions.map(({ criterion, final: { width, length, volume } }) => {
    const path = `criteria[${receipt.criteria.findIndex((one) => isSameCriterion(one, criterion))}]`;
    const validity = validityOf(criterion);
    const isOutside = warnings.some((one) => one.code === 'outside-validity' && one.path === path);
    return {
      criterion,
      rule: describeRule(criterion),
      threshold: describeThreshold(criterion),
      sources: sourcesOf(criterion),
      width,
      length,
      volume,
      validity: describeValidity(validity),
      isWithinValidity: validity === null ? null : !isOutside,
    };
  });
}
