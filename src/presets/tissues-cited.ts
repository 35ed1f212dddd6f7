import type { TissueParameter } from '../problem/evidence.js';
import type { Source, Tissue } from '../problem/types.js';
import { type OtherValues, statedBy } from './evidence-range.js';
import { COMSOL_TISSUE, GO_SMART_TISSUE } from './sources-tissue.js';

/** What one source states of a tissue, in the units of `Tissue`. */
interface Numbers {
  readonly thermalConductivity: number;
  readonly density: number;
  readonly specificHeat: number;
  /** At 37 °C. */
  readonly electricalConductivity: number;
  /** Relative to that, up to 100 °C [1/K]; constant without it. */
  readonly electricalConductivitySlope?: number;
  readonly perfusionRate: number;
  readonly metabolicHeat?: number;
}

/** A tissue all of whose numbers one source states, with what others state for them. */
function from(
  source: Source,
  numbers: Numbers,
  others: Readonly<Partial<Record<TissueParameter, OtherValues>>> = {},
): Tissue {
  const { electricalConductivitySlope: slope, electricalConductivity: value, ...rest } = numbers;
  return {
    ...rest,
    electricalConductivity:
      slope === undefined ? value : { kind: 'linear', value, coefficient: slope, reference: 37, cap: 100 },
    sources: [source],
    evidence: statedBy(source, { ...numbers }, others),
  };
}

/** Names of the tissues below. */
export type CitedTissueName = 'liverComsol' | 'liverGoSmart';

/** Tissues whose numbers are those of one publication or program. CONTRIBUTING.md says how to add one. */
export const citedTissues: Readonly<Record<CitedTissueName, Tissue>> = {
  /** Liver of a tutorial of COMSOL, to do what it does. */
  liverComsol: from(COMSOL_TISSUE, {
    thermalConductivity: 0.52,
    density: 1079,
    specificHeat: 3540,
    electricalConductivity: 0.333,
    perfusionRate: 0.0064,
  }),
  /** Liver of the planning tool Go-Smart, to do what it does. */
  liverGoSmart: from(GO_SMART_TISSUE, {
    thermalConductivity: 0.302,
    density: 1079,
    specificHeat: 3540,
    electricalConductivity: 0.122,
    perfusionRate: 0.0036,
  }),
};
