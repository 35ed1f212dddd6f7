import type { Evidence } from '../problem/evidence.js';
import type { Source } from '../problem/types.js';
import { distinct, withRange } from './evidence-range.js';
import {
  DOG_CORD,
  HUANG_BORDER,
  IKEDA_1994,
  ITRUSST,
  SCIATIC_1988,
  SMINIA_1990,
  VAN_RHOON_2013,
} from './sources-dose.js';

/** A thermal dose at which something was seen, or up to which nothing was. */
export interface DoseThreshold {
  readonly tissue: string;
  /** What the dose does. */
  readonly effect: string;
  /** CEM43 by the rule 'sapareto-dewey' [min]. */
  readonly minutes: number;
  readonly sources: readonly Source[];
  /** What the number rests on. */
  readonly evidence: { readonly minutes: Evidence };
}

/** Names of the doses at hand. */
export type DoseName =
  | 'anyTissueUncontrolled'
  | 'anyTissueControlled'
  | 'brainSafe'
  | 'boneSafe'
  | 'skinSafe'
  | 'thalamusBorderT2'
  | 'thalamusBorderT1'
  | 'ratSciaticNerve'
  | 'ratCervicalCord'
  | 'dogBrain'
  | 'dogCordTolerated'
  | 'dogCordImpaired';

const UNHARMED = 'no significant risk up to here';

function dose(
  tissue: string,
  effect: string,
  minutes: number,
  evidence: Evidence,
  others: readonly number[] = [],
): DoseThreshold {
  const spread = withRange(minutes, evidence, { values: others, sources: [] });
  return { tissue, effect, minutes, sources: distinct(spread.sources), evidence: { minutes: spread } };
}

const stated = (source: Source, note?: string): Evidence => ({
  grade: source.grade,
  sources: [source],
  ...(note !== undefined && { note }),
});

const computed = (source: Source, note: string): Evidence => ({ grade: 'D', sources: [source], note });

/**
 * Published thresholds of thermal dose, for a criterion `{ kind: 'cem43', … }`.
 *
 * @remarks Most are of exposures of many minutes at 42 to 45 °C: a lesion of a minute at 80 °C lies far outside them.
 */
export const doseThresholds: Readonly<Record<DoseName, DoseThreshold>> = {
  /** Where warmth is not watched. */
  anyTissueUncontrolled: dose('any tissue, uncontrolled', UNHARMED, 2, stated(VAN_RHOON_2013)),
  /** Where warmth is watched. */
  anyTissueControlled: dose('any tissue, controlled', UNHARMED, 9, stated(VAN_RHOON_2013)),
  /** The brain. */
  brainSafe: dose('brain', UNHARMED, 2, stated(ITRUSST)),
  /** Bone. */
  boneSafe: dose('bone', UNHARMED, 16, stated(ITRUSST)),
  /** Skin. */
  skinSafe: dose('skin', UNHARMED, 21, stated(ITRUSST)),
  /** The wide border that T2 shows. */
  thalamusBorderT2: dose(
    'human thalamus',
    'border of the lesion in T2, one day after',
    100,
    stated(HUANG_BORDER),
  ),
  /** The narrow border that T1 shows. */
  thalamusBorderT1: dose(
    'human thalamus',
    'border of the lesion in T1, one day after',
    200,
    stated(HUANG_BORDER),
  ),
  /** A peripheral nerve; it recovers within four weeks. */
  ratSciaticNerve: dose(
    'rat sciatic nerve',
    'half of the nerves lose half of their function for some weeks',
    58,
    stated(
      SCIATIC_1988,
      '58 min at 43 °C. The range has the doses computed from 32 min at 44 °C (64) and 12 min at 45 °C (48).',
    ),
    [64, 48],
  ),
  /** The cord in the neck. */
  ratCervicalCord: dose(
    'rat cervical cord',
    'half of the animals die',
    35.7,
    computed(SMINIA_1990, 'Computed from 41 min at 42.9 °C; 88 min after an earlier exposure.'),
  ),
  /** The brain of dogs. */
  dogBrain: dose(
    'dog brain',
    'tolerated up to here',
    15,
    stated(IKEDA_1994, '15 min at 43 °C. The lower end is computed from 45 min at 42 °C.'),
    [11.2],
  ),
  /** The cord of dogs. */
  dogCordTolerated: dose(
    'dog spinal cord',
    'tolerated up to about here',
    60,
    computed(DOG_CORD, 'Computed from 30 min at 44 °C.'),
  ),
  /** The cord of dogs. */
  dogCordImpaired: dose(
    'dog spinal cord',
    'evoked potentials fall',
    120,
    computed(DOG_CORD, 'Computed from 30 min at 45 °C.'),
  ),
};
