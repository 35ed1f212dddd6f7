import { electrodes } from '../electrodes.js';
import {
  DEMARTINI_2021,
  KOREAN_TIPS,
  TRIGEMINAL_2025,
  TRIGEMINAL_WIKI,
  YAO_2016,
} from '../procedure-sources.js';
import { NERVE_ASSUMED, nerve } from './nerve.js';
import { type HeatedBy, NEEDLE_ASSUMED, RAMP, RAMP_ASSUMED, withValues } from './procedure.js';

const TARGET = 'the trigeminal (Gasserian) ganglion and the rootlets behind it';
const AT_RISK = [
  'the first division: feeling of the cornea',
  'the motor root: chewing',
  'the internal carotid artery',
  'the cavernous sinus with the nerves that move the eye',
];
const ASSUMED = {
  'electrode.radius': '22 G: no source states the gauge.',
  ...NEEDLE_ASSUMED,
  tissue: 'Nerve everywhere: cerebrospinal fluid, bone and dura about the ganglion are left out.',
  ...NERVE_ASSUMED,
};
const RANGE = 'From 60 to 95 °C has been used (Yao et al. 2016, doi:10.1097/MD.0000000000004274).';

/** One lesion of the trigeminal ganglion. */
export const trigeminalThermal: HeatedBy<'temperature'> = withValues({
  electrode: electrodes.trigeminal5mm,
  tissue: nerve,
  heating: { kind: 'temperature', target: 75, ramp: RAMP, duration: 60 },
  about: {
    name: 'Trigeminal rhizotomy, 22 G, one division',
    target: TARGET,
    structuresAtRisk: AT_RISK,
    remarks: [RANGE, 'Less heat means less numbness: 65 °C was compared with 75 °C.'],
    stated: {
      'electrode.tipLength': [TRIGEMINAL_WIKI, KOREAN_TIPS],
      'heating.target': [TRIGEMINAL_2025, YAO_2016, KOREAN_TIPS],
      'heating.duration': [TRIGEMINAL_2025, KOREAN_TIPS],
    },
    assumed: { ...ASSUMED, ...RAMP_ASSUMED },
  },
});

/** A first lesion of the trigeminal ganglion and a hotter one after it. */
export const trigeminalStaged: HeatedBy<'schedule'> = withValues({
  electrode: electrodes.trigeminal5mm,
  tissue: nerve,
  heating: {
    kind: 'schedule',
    stages: [
      { kind: 'temperature', target: 70, ramp: RAMP, duration: 60 },
      { kind: 'off', duration: 30 },
      { kind: 'temperature', target: 72, ramp: RAMP, duration: 60 },
    ],
  },
  about: {
    name: 'Trigeminal rhizotomy in stages, 22 G, one division',
    target: TARGET,
    structuresAtRisk: AT_RISK,
    remarks: [RANGE],
    stated: {
      'electrode.tipLength': [TRIGEMINAL_WIKI],
      'heating.stages[0].target': [DEMARTINI_2021],
      'heating.stages[0].duration': [DEMARTINI_2021],
      'heating.stages[2].target': [DEMARTINI_2021],
      'heating.stages[2].duration': [DEMARTINI_2021],
    },
    assumed: {
      ...ASSUMED,
      'heating.stages':
        'Two lesions at one place: how many follow the first is decided by testing the patient.',
      'heating.stages[0].ramp': RAMP_ASSUMED['heating.ramp'],
      'heating.stages[1].duration': 'The pause for that test: no source states it.',
      'heating.stages[2].ramp': RAMP_ASSUMED['heating.ramp'],
    },
  },
});
