import type { Tissue } from '../../problem/types.js';
import { distinct } from '../evidence-range.js';
import { ASCENT } from '../procedure-sources.js';
import { ITIS_CURATED, ITIS_SASAKI } from '../sources-tissue.js';
import { tissues } from '../tissues.js';

/** At low frequency [S/m]. */
const CONDUCTIVITY = 0.26508;

/**
 * Nerve with its thermal numbers and an electrical conductivity that has a source: none at 500 kHz was read, and so it is the
 * one at low frequency.
 *
 * @remarks Where the sensor's temperature is set, the level of a conductivity that is the same everywhere moves voltage and
 * impedance, and not the lesion.
 */
export const nerve: Tissue = {
  ...tissues.nerve,
  electricalConductivity: { kind: 'linear', value: CONDUCTIVITY, coefficient: 0.02, reference: 37, cap: 100 },
  sources: distinct([...(tissues.nerve.sources ?? []), ASCENT]),
  evidence: {
    ...tissues.nerve.evidence,
    electricalConductivity: {
      grade: 'A',
      sources: [ITIS_CURATED, ITIS_SASAKI, ASCENT],
      value: CONDUCTIVITY,
      low: 0.0789,
      high: 0.571429,
      note: 'At low frequency. The range goes from a newer fit of the same body to the conductivity along the fibres of a nerve.',
    },
  },
};

/** What is assumed where nerve stands for everything about the needle. */
export const NERVE_ASSUMED: Readonly<Record<string, string>> = {
  'tissue.electricalConductivity':
    'The one at low frequency: none at 500 kHz has been read. It moves voltage and impedance, and not the lesion.',
};
