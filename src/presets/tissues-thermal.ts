import type { OtherValues } from './evidence-range.js';
import {
  COMSOL_TISSUE,
  GO_SMART_TISSUE,
  IRASTORZA_TUTORIAL,
  KUMRU_2022,
  SONG,
  STEIN_CODE,
} from './sources-tissue.js';

/** Names of the tissues whose numbers are those of a table. */
export type TabledTissueName =
  | 'muscle'
  | 'fat'
  | 'nerve'
  | 'spinalCord'
  | 'greyMatter'
  | 'whiteMatter'
  | 'thalamus'
  | 'brainAverage'
  | 'medullaOblongata'
  | 'csf'
  | 'dura'
  | 'blood'
  | 'bloodVesselWall'
  | 'boneCortical'
  | 'boneCancellous'
  | 'boneMarrowYellow'
  | 'boneMarrowRed'
  | 'cartilage'
  | 'intervertebralDisc'
  | 'ligamentTendon'
  | 'connectiveTissue'
  | 'skin'
  | 'liver'
  | 'heartMuscle'
  | 'water';

/** A row of the table of IT'IS, version 5.0. */
export interface ThermalRow {
  /** [kg/m³] */
  readonly density: number;
  /** [J/(kg·K)] */
  readonly specificHeat: number;
  /** [W/(m·K)] */
  readonly thermalConductivity: number;
  /** Of blood [mL/(min·kg)]. */
  readonly heatTransferRate: number;
  /** Computed from it, to five digits [1/s]. */
  readonly perfusionRate: number;
  /** Of metabolism [W/kg]. */
  readonly heatGenerationRate: number;
}

// prettier-ignore
const TABLE: Readonly<Record<TabledTissueName, readonly [number, number, number, number, number, number]>> = {
  //                   density  specific  thermal       heat transfer  → perfusion   heat generation
  //                            heat      conductivity  rate             rate        rate
  muscle:             [1090.4,  3421.2,   0.49497,      36.7383,       0.00066766,   0.90612],
  fat:                [911,     2348.33,  0.21145,      32.7093,       0.00049664,   0.50657],
  nerve:              [1075,    3613,     0.49,         160.333,       0.0028726,    2.48307],
  spinalCord:         [1075,    3630,     0.51325,      160.333,       0.0028726,    2.48307],
  greyMatter:         [1044.5,  3695.8,   0.547,        763.667,       0.013294,     15.5391],
  whiteMatter:        [1041,    3582.8,   0.481,        212.333,       0.003684,     4.32057],
  thalamus:           [1044.5,  3695.8,   0.547,        684.5,         0.011916,     13.9282],
  brainAverage:       [1045.5,  3630,     0.51325,      558.606,       0.0097337,    11.3666],
  medullaOblongata:   [1045.5,  3630,     0.51325,      558.606,       0.0097337,    11.3666],
  csf:                [1007,    4095.5,   0.57333,      0,             0,            0],
  dura:               [1174,    3364,     0.44,         380,           0.0074353,    5.88502],
  blood:              [1049.75, 3617,     0.51686,      10_000,        0,            0],
  bloodVesselWall:    [1101.5,  3306,     0.462,        150,           0.0027537,    2.32303],
  boneCortical:       [1908,    1312.83,  0.32,         10,            0.000318,     0.15487],
  boneCancellous:     [1178.33, 2274,     0.3125,       30,            0.00058917,   0.46461],
  boneMarrowYellow:   [980,     2065,     0.19214,      30,            0.00049,      0.46461],
  boneMarrowRed:      [1028.5,  2666,     0.279,        135,           0.0023141,    2.09073],
  cartilage:          [1099.5,  3568,     0.487,        35,            0.00064137,   0.54204],
  intervertebralDisc: [1099.5,  3568,     0.487,        35,            0.00064137,   0.54204],
  ligamentTendon:     [1142,    3432,     0.469,        29,            0.00055197,   0.44912],
  connectiveTissue:   [1026.5,  2372.42,  0.3945,       37.2,          0.00063643,   0.57611],
  skin:               [1109,    3390.5,   0.37218,      106.381,       0.0019663,    1.64752],
  liver:              [1078.75, 3540.2,   0.51911,      860.457,       0.01547,      9.93084],
  heartMuscle:        [1080.8,  3686,     0.55757,      1026.07,       0.018483,     39.4524],
  water:              [994.035, 4178,     0.6045,       0,             0,            0],
};

/** The row of a tissue. */
export function thermalRow(name: TabledTissueName): ThermalRow {
  const [density, specificHeat, thermalConductivity, heatTransferRate, perfusionRate, heatGenerationRate] =
    TABLE[name];
  return {
    density,
    specificHeat,
    thermalConductivity,
    heatTransferRate,
    perfusionRate,
    heatGenerationRate,
  };
}

type Thermal = 'density' | 'specificHeat' | 'thermalConductivity' | 'perfusionRate';

/** A range for a perfusion rate: the part of it by which temperature moves it, up and down, for want of a measured spread. */
function varies(name: TabledTissueName, part: number): OtherValues {
  const { perfusionRate } = thermalRow(name);
  return {
    values: [perfusionRate * (1 - part), perfusionRate * (1 + part)],
    sources: [SONG],
    note: `±${Math.round(part * 100)} % is what temperature does to it; taken here as what is not known of the flow.`,
  };
}

const OTHERS: Readonly<Partial<Record<TabledTissueName, Readonly<Partial<Record<Thermal, OtherValues>>>>>> = {
  muscle: {
    thermalConductivity: {
      values: [0.33, 0.57],
      sources: [KUMRU_2022],
      note: 'The range is that of muscle ex vivo between 20 and 90 °C, and so has the effect of temperature in it.',
    },
    perfusionRate: varies('muscle', 0.75),
  },
  fat: { perfusionRate: varies('fat', 0.3) },
  blood: {
    density: { values: [1000, 1060, 1020], sources: [COMSOL_TISSUE, GO_SMART_TISSUE, IRASTORZA_TUTORIAL] },
    specificHeat: {
      values: [4180, 3639, 3640],
      sources: [COMSOL_TISSUE, GO_SMART_TISSUE, IRASTORZA_TUTORIAL],
    },
    thermalConductivity: { values: [0.543, 0.54], sources: [COMSOL_TISSUE, IRASTORZA_TUTORIAL] },
    perfusionRate: {
      values: [],
      sources: [],
      note: 'The 10 000 mL/(min·kg) of the table is a convention for flowing blood, not a perfusion: 0 is used.',
    },
  },
  liver: {
    specificHeat: { values: [3455], sources: [STEIN_CODE] },
    thermalConductivity: {
      values: [0.302, 0.437, 0.52],
      sources: [GO_SMART_TISSUE, STEIN_CODE, COMSOL_TISSUE],
    },
    perfusionRate: {
      values: [0.0036, 0.0064],
      sources: [GO_SMART_TISSUE, COMSOL_TISSUE],
      note: 'Models of ablation take less blood than the table has.',
    },
  },
  heartMuscle: {
    perfusionRate: {
      values: [0.004],
      sources: [IRASTORZA_TUTORIAL],
      note: 'The lower end is of a model of the atrial wall.',
    },
  },
};

/** What others state for a number of a row. */
export function othersOf(name: TabledTissueName, parameter: Thermal): OtherValues | undefined {
  return OTHERS[name]?.[parameter];
}
