import type { Evidence, TissueParameter } from '../problem/evidence.js';
import type { Tissue } from '../problem/types.js';
import { distinct, withRange } from './evidence-range.js';
import {
  BIANCHI_2023,
  BOVINE_LIVER_SLOPE,
  IRASTORZA_TUTORIAL,
  ITIS,
  ITIS_PER_VOLUME,
  KUMRU_2022,
  SILVA_2020,
  STEIN_CODE,
} from './sources-tissue.js';
import { conductivityOf } from './tissues-conductivity.js';
import { citedTissues, type CitedTissueName } from './tissues-cited.js';
import { othersOf, type TabledTissueName, thermalRow } from './tissues-thermal.js';

/** Names of the tissues at hand. */
export type TissueName = TabledTissueName | CitedTissueName;

/** Slope of every electrical conductivity [1/K]. */
const SLOPE = 0.02;

const SLOPE_EVIDENCE: Evidence = {
  grade: 'D',
  sources: [STEIN_CODE, IRASTORZA_TUTORIAL, BOVINE_LIVER_SLOPE, KUMRU_2022],
  low: 0.013,
  high: 0.0225,
  note: 'A choice within 1.3 %/K (Stein), 1.5 (Irastorza), 1.82 (measured, liver) and 2.25 (muscle); assumed for every tissue, as is the cap at 100 °C.',
};

/** Why no thermal conductivity has a slope. */
const THERMAL_SLOPE_EVIDENCE: Evidence = {
  grade: 'C',
  sources: [BIANCHI_2023, SILVA_2020, STEIN_CODE],
  low: 0,
  high: 0.0025,
  note: 'Used is 0: heart and liver were measured flat to 80 °C. The upper end is of a model.',
};

/** Fluids, to which what was measured in tissue does not apply. */
const FLUIDS: readonly TabledTissueName[] = ['blood', 'csf', 'water'];

function tissue(name: TabledTissueName): Tissue {
  const { density, specificHeat, thermalConductivity, perfusionRate, heatGenerationRate } = thermalRow(name);
  const electrical = conductivityOf(name);
  const read: Evidence = { grade: 'A', sources: [ITIS] };
  const computed: Evidence = { grade: 'D', sources: [ITIS_PER_VOLUME] };
  const evidence: Partial<Record<TissueParameter, Evidence>> = {
    thermalConductivity: withRange(thermalConductivity, read, othersOf(name, 'thermalConductivity')),
    ...(!FLUIDS.includes(name) && { thermalConductivitySlope: THERMAL_SLOPE_EVIDENCE }),
    density: withRange(density, read, othersOf(name, 'density')),
    specificHeat: withRange(specificHeat, read, othersOf(name, 'specificHeat')),
    perfusionRate: withRange(perfusionRate, computed, othersOf(name, 'perfusionRate')),
    metabolicHeat: computed,
    electricalConductivity: electrical.evidence,
    electricalConductivitySlope: SLOPE_EVIDENCE,
  };
  const numbers: Readonly<Partial<Record<TissueParameter, number>>> = {
    thermalConductivity,
    thermalConductivitySlope: 0,
    density,
    specificHeat,
    perfusionRate,
    metabolicHeat: heatGenerationRate * density,
    electricalConductivity: electrical.value,
    electricalConductivitySlope: SLOPE,
  };
  return {
    thermalConductivity,
    density,
    specificHeat,
    electricalConductivity: {
      kind: 'linear',
      value: electrical.value,
      coefficient: SLOPE,
      reference: 37,
      cap: 100,
    },
    perfusionRate,
    metabolicHeat: heatGenerationRate * density,
    sources: distinct(Object.values(evidence).flatMap(({ sources }) => sources)),
    evidence: Object.fromEntries(
      Object.entries(evidence).map(([name, one]) => [
        name,
        { ...one, value: numbers[name as TissueParameter] },
      ]),
    ),
  };
}

/**
 * Tissues, perfused as at rest, with what each of their numbers rests on. To change one: `{ ...tissues.muscle, perfusionRate: 0 }`,
 * and its evidence with it.
 *
 * @remarks Thermal numbers are those of IT'IS (Hasgall et al. 2018, doi:10.13099/VIP21000-04-0), electrical conductivities those of
 * Gabriel et al. 1996, doi:10.1088/0031-9155/41/11/003, at 500 kHz. Where neither has one, the evidence says what was taken.
 * Those of nerve, cord, dura, tendon and connective tissue are from memory (grade M). None is anisotropic. `liverComsol`
 * and `liverGoSmart` are those of other programs, to do what they do.
 */
export const tissues: Readonly<Record<TissueName, Tissue>> = {
  /** Skeletal muscle. */
  muscle: tissue('muscle'),
  /** Fat, infiltrated with blood on average. */
  fat: tissue('fat'),
  /** A nerve in bulk, with its sheaths. */
  nerve: tissue('nerve'),
  /** The spinal cord. */
  spinalCord: tissue('spinalCord'),
  /** Grey matter of the brain. */
  greyMatter: tissue('greyMatter'),
  /** White matter of the brain. */
  whiteMatter: tissue('whiteMatter'),
  /** The thalamus, with the conductivity of grey matter. */
  thalamus: tissue('thalamus'),
  /** The brain on average. */
  brainAverage: tissue('brainAverage'),
  /** The medulla oblongata, with the numbers of the brain on average. */
  medullaOblongata: tissue('medullaOblongata'),
  /** Cerebrospinal fluid at rest. */
  csf: tissue('csf'),
  /** Dura mater. */
  dura: tissue('dura'),
  /** Blood at rest: where it flows, state a region with `flow`. */
  blood: tissue('blood'),
  /** The wall of a blood vessel. */
  bloodVesselWall: tissue('bloodVesselWall'),
  /** Compact bone. */
  boneCortical: tissue('boneCortical'),
  /** Spongy bone. */
  boneCancellous: tissue('boneCancellous'),
  /** Fatty marrow. */
  boneMarrowYellow: tissue('boneMarrowYellow'),
  /** Blood-forming marrow. */
  boneMarrowRed: tissue('boneMarrowRed'),
  /** Cartilage. */
  cartilage: tissue('cartilage'),
  /** The disc between two vertebrae, with the thermal numbers of cartilage. */
  intervertebralDisc: tissue('intervertebralDisc'),
  /** Ligament and tendon. */
  ligamentTendon: tissue('ligamentTendon'),
  /** Connective tissue, with the electrical conductivity of tendon. */
  connectiveTissue: tissue('connectiveTissue'),
  /** Skin. */
  skin: tissue('skin'),
  /** Liver. */
  liver: tissue('liver'),
  /** The muscle of the heart. */
  heartMuscle: tissue('heartMuscle'),
  /** Pure water at rest. */
  water: tissue('water'),
  ...citedTissues,
};
