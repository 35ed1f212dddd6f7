import type { Criterion, Validity } from './criterion.js';

/** Below the first temperature the ISO form of CEM43 counts nothing, above the other its dose has no limit [°C]. */
export const ISO_RANGE = { from: 39, to: 57 } as const;

/**
 * What CEM43 is known to hold for: the range within which its ISO form sums a dose.
 *
 * @remarks van Rhoon et al. 2013 expect no effect of heat at 39 °C and below (abstract).
 */
const CEM43_VALIDITY: Validity = { temperature: ISO_RANGE };

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
