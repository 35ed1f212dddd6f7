import type { Criterion, Validity } from './criterion.js';

/**
 * What CEM43 is known to hold for: the ISO form counts nothing below 39 °C and sets no limit to the dose above 57 °C.
 *
 * @remarks van Rhoon et al. 2013 expect no effect of heat at 39 °C and below (abstract).
 */
const CEM43_VALIDITY: Validity = { temperature: { from: 39, to: 57 } };

/** What a criterion's rule is known to hold for; null where nobody states it. */
export function validityOf(criterion: Criterion): Validity | null {
  switch (criterion.kind) {
    case 'peak-temperature':
      return null;
    case 'cem43':
      return CEM43_VALIDITY;
    case 'arrhenius':
    case 'three-state':
      return criterion.kinetics.validity ?? null;
  }
}
