import type { Criterion } from '../problem/criterion.js';
import type { Source } from '../problem/types.js';
import { kinetics, threeStateKinetics } from './kinetics.js';
import { COSMAN_2011, HUANG_2018, KWAVE, NT1100, PRESTUS, SAPARETO_DEWEY, TORONTO_2000 } from './sources.js';

/** Dead part from which on Go-Smart counts tissue as dead. */
const DEAD_FRACTION = 0.8;

/** The dose that the published rules are compared at [min]. */
const MINUTES = 240;

/**
 * Every damage rule at hand that somebody uses, each once: peak isotherms, both forms of CEM43, all Arrhenius kinetics at Ω = 1 and
 * the three-state model.
 */
export const publishedCriteria: readonly Criterion[] = [
  ...[45, 50, 60].map((threshold): Criterion => ({ kind: 'peak-temperature', threshold })),
  { kind: 'cem43', rule: 'sapareto-dewey', minutes: MINUTES },
  { kind: 'cem43', rule: 'iso', minutes: MINUTES },
  ...Object.values(kinetics).map((one): Criterion => ({ kind: 'arrhenius', kinetics: one, omega: 1 })),
  ...Object.values(threeStateKinetics).map((one): Criterion => ({
    kind: 'three-state',
    kinetics: one,
    deadFraction: DEAD_FRACTION,
  })),
];

/** Who takes an isotherm for the border of a lesion [°C]. */
const ISOTHERMS: Readonly<Record<number, readonly Source[]>> = {
  45: [NT1100],
  50: [COSMAN_2011],
  60: [TORONTO_2000],
};

/** Doses that somebody has found at the border of a lesion [min]. */
const MEASURED_DOSES: readonly number[] = [100, 200, 240];

/** Where a criterion comes from; empty where nobody is known to use it. */
export function sourcesOf(criterion: Criterion): readonly Source[] {
  switch (criterion.kind) {
    case 'peak-temperature':
      return ISOTHERMS[criterion.threshold] ?? [];
    case 'cem43': {
      const rule = criterion.rule === 'iso' ? [PRESTUS] : [SAPARETO_DEWEY, KWAVE];
      return MEASURED_DOSES.includes(criterion.minutes) ? [...rule, HUANG_2018] : rule;
    }
    case 'arrhenius':
    case 'three-state':
      return criterion.kinetics.sources ?? [];
  }
}
