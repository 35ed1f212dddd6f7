import { electrodes } from '../electrodes.js';
import { cannula } from '../needles.js';
import { ESRA_2024 } from '../procedure-sources.js';
import { COOLED_18G, GAUGE_CHART } from '../sources.js';
import { tissues } from '../tissues.js';
import {
  COOLED_ASSUMED,
  NEEDLE_ASSUMED,
  type HeatedBy,
  RAMP,
  RAMP_ASSUMED,
  withValues,
} from './procedure.js';

const TARGET =
  'a genicular nerve (superomedial, superolateral or inferomedial), where it runs along the bone';
const AT_RISK = [
  'the genicular artery beside the nerve',
  'the common peroneal nerve, on the outer side below the knee',
  'the skin, where little lies over the bone',
];
const TISSUE = 'Muscle at rest everywhere: bone, fat and the artery beside the nerve are left out.';

/** A nerve of the knee, by a plain cannula. */
export const genicularConventional: HeatedBy<'temperature'> = withValues({
  electrode: cannula({ gauge: 18, tipLength: 10e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'temperature', target: 80, ramp: RAMP, duration: 90 },
  about: {
    name: 'Genicular nerve neurotomy, 18 G',
    target: TARGET,
    structuresAtRisk: AT_RISK,
    assumed: {
      'electrode.radius': '18 G, as on the bench (Provenzano et al. 2010): no source states it for the knee.',
      'electrode.tipLength': 'As on the bench (Provenzano et al. 2010): no source states it for the knee.',
      ...NEEDLE_ASSUMED,
      'heating.target':
        'That of commercial standard probes on the bench (ESRA abstract A173.3, 2024): no source states it for the knee.',
      'heating.duration': 'From the same abstract.',
      ...RAMP_ASSUMED,
      tissue: TISSUE,
    },
  },
});

/** A nerve of the knee, by a cooled probe. */
export const genicularCooled: HeatedBy<'temperature'> = withValues({
  electrode: electrodes.cooled18G4mm,
  tissue: tissues.muscle,
  heating: { kind: 'temperature', target: 60, ramp: RAMP, duration: 150 },
  about: {
    name: 'Genicular nerve neurotomy, cooled 18 G',
    target: TARGET,
    structuresAtRisk: AT_RISK,
    remarks: ['The hottest tissue lies away from the needle: the sensor does not show it.'],
    stated: {
      'electrode.radius': [COOLED_18G, GAUGE_CHART],
      'electrode.tipLength': [COOLED_18G],
      'heating.target': [ESRA_2024],
      'heating.duration': [ESRA_2024],
    },
    assumed: { ...COOLED_ASSUMED, ...RAMP_ASSUMED, tissue: TISSUE },
  },
});
