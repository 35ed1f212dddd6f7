import { electrodes } from '../electrodes.js';
import { cannula } from '../needles.js';
import { COSMAN_2014, ESRA_2024, PROVENZANO_2010 } from '../procedure-sources.js';
import { GAUGE_CHART } from '../sources.js';
import { tissues } from '../tissues.js';
import {
  COOLED_ASSUMED,
  NEEDLE_ASSUMED,
  type HeatedBy,
  RAMP,
  RAMP_ASSUMED,
  withValues,
} from './procedure.js';

/** The nerve of a lumbar facet joint. */
export const lumbarMedialBranch: HeatedBy<'temperature'> = withValues({
  electrode: cannula({ gauge: 18, tipLength: 10e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'temperature', target: 80, ramp: RAMP, duration: 90 },
  about: {
    name: 'Lumbar medial branch neurotomy, 18 G',
    target:
      'the medial branch of the dorsal ramus, where it crosses the base of the superior articular process',
    structuresAtRisk: ['the spinal nerve and its ventral ramus, in front'],
    remarks: [
      'Needle and settings are of bench studies: commercial settings of standard probes, not those of a trial.',
      'The needle is laid along the nerve: the width of the lesion is what reaches it.',
    ],
    stated: {
      'electrode.radius': [PROVENZANO_2010, GAUGE_CHART],
      'electrode.tipLength': [PROVENZANO_2010],
      'heating.target': [ESRA_2024, PROVENZANO_2010, COSMAN_2014],
      'heating.duration': [ESRA_2024, PROVENZANO_2010],
    },
    assumed: {
      ...NEEDLE_ASSUMED,
      ...RAMP_ASSUMED,
      tissue:
        'Muscle at rest everywhere: the bone that the needle lies on, and fluid injected before, are left out.',
    },
  },
});

/** The nerve of a cervical facet joint; its settings are from memory. */
export const cervicalMedialBranch: HeatedBy<'temperature'> = withValues({
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'temperature', target: 80, ramp: RAMP, duration: 90 },
  about: {
    name: 'Cervical medial branch neurotomy, 22 G',
    target: 'the medial branch of the dorsal ramus, at the waist of the articular pillar',
    structuresAtRisk: [
      'the vertebral artery, in front',
      'the spinal nerve in its foramen',
      'the spinal cord, towards the middle',
    ],
    assumed: {
      ...NEEDLE_ASSUMED,
      ...RAMP_ASSUMED,
      tissue: 'Muscle at rest everywhere: the bone that the needle lies on is left out.',
    },
    unverified: {
      'electrode.radius': 'From memory: 18 to 22 G.',
      'electrode.tipLength': 'From memory: 5 to 10 mm.',
      'heating.target': 'From memory.',
      'heating.duration': 'From memory: 60 to 90 s.',
    },
  },
});

/** The nerves of the sacroiliac joint, by a cooled probe. */
export const sacroiliacLateralBranch: HeatedBy<'temperature'> = withValues({
  electrode: electrodes.cooled18G4mm,
  tissue: tissues.muscle,
  heating: { kind: 'temperature', target: 60, ramp: RAMP, duration: 150 },
  about: {
    name: 'Sacroiliac lateral branch neurotomy, cooled 18 G',
    target: 'lateral branches of the sacral dorsal rami, lateral to the posterior sacral foramina',
    structuresAtRisk: ['the sacral nerves in their foramina', 'the skin, where little lies over the sacrum'],
    remarks: ['The hottest tissue lies away from the needle: the sensor does not show it.'],
    stated: { 'heating.target': [ESRA_2024], 'heating.duration': [ESRA_2024] },
    assumed: {
      'electrode.radius': '18 G, as for the knee: no source states the gauge for this procedure.',
      'electrode.tipLength': 'As for the knee: no source states it for this procedure.',
      ...COOLED_ASSUMED,
      ...RAMP_ASSUMED,
      tissue:
        'Muscle at rest everywhere: ligaments, fat and the bone that the needle stands on are left out.',
    },
  },
});
