import { electrodes } from '../electrodes.js';
import { KANPOLAT } from '../procedure-sources.js';
import { tissues } from '../tissues.js';
import { type HeatedBy, OPEN_TIP_ASSUMED, RAMP, RAMP_ASSUMED, withValues } from './procedure.js';

/** A lesion of the spinothalamic tract; its settings are from memory. */
export const cordotomy: HeatedBy<'temperature'> = withValues({
  electrode: electrodes.cordotomy0p4x2mm,
  tissue: tissues.spinalCord,
  heating: { kind: 'temperature', target: 75, ramp: RAMP, duration: 60 },
  about: {
    name: 'Percutaneous cordotomy, 0.4 mm electrode',
    target: 'the spinothalamic tract, in front and to the side in the upper cervical cord',
    structuresAtRisk: [
      'the corticospinal tract, behind',
      'fibres that drive breathing, close by',
      'the anterior spinal artery',
    ],
    remarks: [
      'Others make the lesion in steps of 2.5 to 5 s (a page at pain.com, which names no temperature).',
    ],
    stated: {
      'electrode.radius': [KANPOLAT],
      'electrode.tipLength': [KANPOLAT],
      'electrode.sensor.z': [KANPOLAT],
    },
    assumed: {
      ...OPEN_TIP_ASSUMED,
      ...RAMP_ASSUMED,
      tissue: 'Cord everywhere: the cerebrospinal fluid about it is left out.',
    },
    unverified: {
      'heating.target': 'From memory: 70 to 80 °C.',
      'heating.duration': 'From memory: 30 to 60 s.',
      'tissue.electricalConductivity': 'From memory.',
    },
  },
});
