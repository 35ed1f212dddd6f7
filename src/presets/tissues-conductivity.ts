import type { Evidence } from '../problem/evidence.js';
import type { Source } from '../problem/types.js';
import { type OtherValues, withRange } from './evidence-range.js';
import {
  COMSOL_TISSUE,
  GABRIEL_1996,
  GO_SMART_TISSUE,
  IRASTORZA_TUTORIAL,
  ITIS,
  ITIS_CURATED,
  ITIS_SASAKI,
  KUMRU_2022,
  OSS_DBS,
  STEIN_CODE,
} from './sources-tissue.js';
import type { TabledTissueName } from './tissues-thermal.js';

/** What any row may have. */
interface Rest {
  /** Zero-frequency term of a newer fit. */
  readonly sasaki?: number;
  readonly others?: OtherValues;
  readonly note?: string;
  /** Where the Cole–Cole terms were read, beside Gabriel. */
  readonly terms?: readonly Source[];
}

/**
 * What the sources state of one electrical conductivity [S/m]: `at500kHz` from the Cole–Cole terms of Gabriel 1996,
 * `remembered` from terms that were not read, `curated` by IT'IS for low frequencies. Used is the first of these that is
 * there; all the others span its range.
 *
 * The zero-frequency terms of Gabriel 1996 ("LF conductivity" in the table of IT'IS) and values along or across a fibre at low
 * frequency are in no range, unless a note says so.
 */
type ConductivityRow = Rest &
  (
    | { readonly at500kHz: number; readonly curated?: number }
    | { readonly remembered: number; readonly curated?: number }
    | { readonly curated: number }
  );

const GREY = 0.1519;
const NERVE = 0.1109;
const TENDON = 0.3908;

/** A sentence on a value that no source behind it could be read for. */
const forgotten = (whose: string): string => `The Cole–Cole terms of ${whose} in Gabriel 1996 were not read.`;

const TABLE: Readonly<Record<TabledTissueName, ConductivityRow>> = {
  muscle: {
    at500kHz: 0.4459,
    curated: 0.35529,
    sasaki: 0.354,
    others: {
      values: [0.58],
      sources: [KUMRU_2022],
      note: 'The upper end is of muscle ex vivo, read off a straight line at 37 °C.',
    },
  },
  fat: {
    at500kHz: 0.04376,
    curated: 0.057341,
    sasaki: 0.0222,
    note: 'Infiltrated with blood on average; without blood it is 0.0248 S/m.',
  },
  nerve: { remembered: NERVE, curated: 0.26508, sasaki: 0.0789, note: forgotten('nerve') },
  spinalCord: {
    remembered: NERVE,
    curated: 0.23401,
    sasaki: 0.0789,
    note: forgotten('nerve, used for the cord,'),
  },
  greyMatter: { at500kHz: GREY, curated: 0.23915, sasaki: 0.173 },
  whiteMatter: { at500kHz: 0.09466, curated: 0.26508, sasaki: 0.0908 },
  thalamus: { at500kHz: GREY, curated: 0.23915, sasaki: 0.173, note: 'That of grey matter.' },
  brainAverage: {
    curated: 0.23401,
    sasaki: 0.105,
    note: 'At 500 kHz grey and white matter lie near the lower end: state them where you know which it is.',
  },
  medullaOblongata: { curated: 0.23401, sasaki: 0.105, note: 'That of the brain on average.' },
  csf: {
    at500kHz: 2,
    curated: 1.7765,
    terms: [OSS_DBS],
    note: 'The newer fit has 0.156 S/m, less than a tenth of the others, and is left out.',
  },
  dura: { remembered: 0.5026, curated: 0.36758, sasaki: 0.579, note: forgotten('dura') },
  blood: {
    at500kHz: 0.7482,
    curated: 0.65985,
    sasaki: 0.996,
    others: { values: [0.667], sources: [COMSOL_TISSUE, IRASTORZA_TUTORIAL] },
  },
  bloodVesselWall: { curated: 0.23197, sasaki: 0.292 },
  boneCortical: { at500kHz: 0.02217, curated: 0.003504, sasaki: 0.018 },
  boneCancellous: { at500kHz: 0.08673, curated: 0.082071, sasaki: 0.0231 },
  boneMarrowYellow: {
    at500kHz: 0.004352,
    curated: 0.0024717,
    sasaki: 0.0022,
    note: 'Not infiltrated with blood.',
  },
  boneMarrowRed: { at500kHz: 0.1035, note: 'Infiltrated with blood.' },
  cartilage: {
    at500kHz: 0.2008,
    curated: 1.01,
    sasaki: 0.07,
    note: 'Two of its terms are from memory, but without effect at 500 kHz.',
  },
  intervertebralDisc: {
    curated: 1.01,
    others: {
      values: [0.83],
      sources: [ITIS],
      note: 'The lower end is the zero-frequency term, all that is known of its dispersion; at 500 kHz it is not below that. Cartilage, curated at the same value, has a fifth of it at 500 kHz: doubtful.',
    },
  },
  ligamentTendon: { remembered: TENDON, curated: 0.36758, sasaki: 0.428, note: forgotten('tendon') },
  connectiveTissue: {
    remembered: TENDON,
    sasaki: 0.428,
    others: { values: [0.2], sources: [IRASTORZA_TUTORIAL] },
    note: `That of tendon, whose zero-frequency term it shares. ${forgotten('tendon')}`,
  },
  skin: {
    curated: 0.17,
    note: 'The zero-frequency terms, 0.0002 S/m (dry) and 0.005 S/m, do not hold for the track of a needle.',
  },
  liver: {
    at500kHz: 0.1481,
    curated: 0.22062,
    sasaki: 0.14,
    others: {
      values: [0.122, 0.21, 0.333],
      sources: [GO_SMART_TISSUE, STEIN_CODE, COMSOL_TISSUE],
      note: 'Both ends are of models.',
    },
  },
  heartMuscle: {
    curated: 0.38082,
    sasaki: 0.31,
    others: {
      values: [0.28],
      sources: [IRASTORZA_TUTORIAL],
      note: 'The lower end is of a model of the atrial wall.',
    },
  },
  water: { curated: 0.00162, note: 'Pure water, not saline.' },
};

const CURATED =
  "No value at 500 kHz is at hand: this is the one that IT'IS curates for low frequencies and states to hold up to 1 MHz.";

/** An electrical conductivity with what it rests on. */
export interface Conductivity {
  /** At 37 °C [S/m]. */
  readonly value: number;
  readonly evidence: Evidence;
}

/** The number that a row is used for, before its range. */
function chosen(row: ConductivityRow): Conductivity {
  const { note, terms = [] } = row;
  const said = note === undefined ? {} : { note };
  if ('at500kHz' in row) {
    return { value: row.at500kHz, evidence: { grade: 'D', sources: [GABRIEL_1996, ...terms], ...said } };
  }
  if ('remembered' in row) return { value: row.remembered, evidence: { grade: 'M', sources: [], ...said } };
  const why = note === undefined ? CURATED : `${CURATED} ${note}`;
  return { value: row.curated, evidence: { grade: 'A', sources: [ITIS_CURATED], note: why } };
}

/** The electrical conductivity of a tissue at 500 kHz. */
export function conductivityOf(name: TabledTissueName): Conductivity {
  const row = TABLE[name];
  const { value, evidence } = chosen(row);
  const { curated, sasaki, others } = row;
  const values = [curated, sasaki, ...(others?.values ?? [])].filter((one) => one !== undefined);
  const sources = [
    ...(curated === undefined ? [] : [ITIS_CURATED]),
    ...(sasaki === undefined ? [] : [ITIS_SASAKI]),
    ...(others?.sources ?? []),
  ];
  if (values.every((one) => one === value)) return { value, evidence };
  const note = others?.note;
  return {
    value,
    evidence: withRange(value, evidence, { values, sources, ...(note !== undefined && { note }) }),
  };
}
