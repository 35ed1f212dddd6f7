import type { Tissue } from '../problem/types.js';
import { GABRIEL_1996, IRASTORZA_TUTORIAL, ITIS, ITIS_PER_VOLUME, KUMRU_2022 } from './sources.js';

/** Names of the tissues at hand. */
export type TissueName = 'muscle';

const MUSCLE_DENSITY = 1090.4; // [kg/m³]

/** Tissues with the sources of their numbers. To change one: `{ ...tissues.muscle, perfusionRate: 0 }`. */
export const tissues: Readonly<Record<TissueName, Tissue>> = {
  /** Skeletal muscle, perfused as at rest. */
  muscle: {
    thermalConductivity: 0.49497,
    density: MUSCLE_DENSITY,
    specificHeat: 3421.2,
    electricalConductivity: { kind: 'linear', value: 0.4459, coefficient: 0.02, reference: 37, cap: 100 },
    perfusionRate: 0.00066766,
    metabolicHeat: 0.90612 * MUSCLE_DENSITY,
    sources: [ITIS, ITIS_PER_VOLUME, GABRIEL_1996, KUMRU_2022, IRASTORZA_TUTORIAL],
  },
};
