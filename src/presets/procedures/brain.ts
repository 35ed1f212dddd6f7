import { electrodes } from '../electrodes.js';
import { OSS_DBS_ELECTRODES, PALLIDOTOMY_PAGE, TOMLINSON_1991 } from '../procedure-sources.js';
import { tissues } from '../tissues.js';
import { type HeatedBy, NEEDLE_ASSUMED, RAMP, RAMP_ASSUMED, withValues } from './procedure.js';

/** A lesion of the thalamus. */
export const thalamotomy: HeatedBy<'temperature'> = withValues({
  electrode: electrodes.stereotactic1p6x3mm,
  tissue: tissues.thalamus,
  heating: { kind: 'temperature', target: 78, ramp: RAMP, duration: 60 },
  about: {
    name: 'Thalamotomy, 1.6 mm electrode',
    target: 'the ventrolateral thalamus',
    structuresAtRisk: [
      'the internal capsule, to the side',
      'the sensory thalamus, behind',
      'the subthalamic region, below',
    ],
    remarks: [
      'With a 1.1 mm electrode lesions had to be made at 60 °C or more to succeed (Linhares and Tasker 2000).',
    ],
    stated: {
      'electrode.radius': [TOMLINSON_1991],
      'electrode.tipLength': [TOMLINSON_1991],
      'heating.target': [TOMLINSON_1991],
      'heating.duration': [TOMLINSON_1991],
    },
    assumed: {
      ...NEEDLE_ASSUMED,
      ...RAMP_ASSUMED,
      tissue: 'Thalamus everywhere: white matter about it is left out. Perfusion is that at rest.',
    },
  },
});

/** A lesion of the globus pallidus. */
export const pallidotomy: HeatedBy<'temperature'> = withValues({
  electrode: electrodes.stereotactic1p1x3mm,
  tissue: tissues.greyMatter,
  heating: { kind: 'temperature', target: 80, ramp: RAMP, duration: 60 },
  about: {
    name: 'Pallidotomy, 1.1 mm electrode',
    target: 'the posteroventral part of the internal globus pallidus',
    structuresAtRisk: ['the optic tract, below', 'the internal capsule, towards the middle and behind'],
    stated: {
      'heating.target': [PALLIDOTOMY_PAGE],
      'heating.duration': [PALLIDOTOMY_PAGE],
    },
    assumed: {
      'electrode.radius':
        '1.1 mm across, as for the thalamus (Linhares and Tasker 2000): no source states it here.',
      'electrode.tipLength': 'The same.',
      ...NEEDLE_ASSUMED,
      ...RAMP_ASSUMED,
      tissue: 'Grey matter everywhere, perfused like all of it: pallidum has no numbers of its own at hand.',
    },
  },
});

/** A lesion about one contact of a depth electrode; its settings are from memory. */
export const seegContact: HeatedBy<'voltage'> = withValues({
  electrode: electrodes.seeg0p8x2mm,
  tissue: tissues.greyMatter,
  heating: { kind: 'voltage', voltage: 25, duration: 30 },
  about: {
    name: 'SEEG-guided thermocoagulation, one of two contacts',
    target: 'tissue where seizures start, about the contacts of a depth electrode',
    structuresAtRisk: ['vessels along the electrode', 'eloquent cortex and tracts nearby'],
    remarks: [
      'Current runs between two neighbouring contacts, which cannot be computed yet: one contact stands in an open medium, at half their voltage.',
      'The contact has no thermocouple: nothing keeps tissue from boiling.',
    ],
    stated: { 'electrode.radius': [OSS_DBS_ELECTRODES], 'electrode.tipLength': [OSS_DBS_ELECTRODES] },
    assumed: {
      'electrode.tipShape': 'The needle ends at its contact, with a flat end; real ones go on beyond it.',
      'electrode.body': 'Solid stainless steel for a metal that no source states.',
      'electrode.insulation': 'An ideal film that carries no current: no thickness with a source is at hand.',
      tissue: 'Grey matter everywhere.',
    },
    unverified: {
      'heating.voltage': 'From memory: 50 V between two contacts, of which each has half.',
      'heating.duration': 'From memory: 10 to 60 s.',
    },
  },
});
