import { electrodes } from '../electrodes.js';
import { CASTROMAN_2019, DE_LOUW_2001, NT1100_PULSES, SHANTHANNA_2014 } from '../procedure-sources.js';
import { GAUGE_CHART } from '../sources.js';
import { NERVE_ASSUMED, nerve } from './nerve.js';
import { type HeatedBy, NEEDLE_ASSUMED, RAMP, RAMP_ASSUMED, withValues } from './procedure.js';

const TARGET = 'the dorsal root ganglion, in the intervertebral foramen';
const AT_RISK = [
  'the ventral root beside it: movement',
  'the radicular artery',
  'the dural sleeve about the root',
];
const TISSUE = 'Nerve everywhere: fat, veins, cerebrospinal fluid and bone about the ganglion are left out.';

/** A lesion of the dorsal root ganglion. */
export const drgThermal: HeatedBy<'temperature'> = withValues({
  electrode: electrodes.smk22G5mm,
  tissue: nerve,
  heating: { kind: 'temperature', target: 67, ramp: RAMP, duration: 60 },
  about: {
    name: 'Dorsal root ganglion, thermal, SMK 22 G',
    target: TARGET,
    structuresAtRisk: AT_RISK,
    remarks: [
      'Stated of goats, by the clinical technique: lesions of 1.8 to 2.0 mm where the tip was in the ganglion, seen two weeks later; the abstract does not say in which direction.',
    ],
    stated: {
      'electrode.radius': [DE_LOUW_2001, GAUGE_CHART],
      'electrode.tipLength': [DE_LOUW_2001],
      'heating.target': [DE_LOUW_2001],
      'heating.duration': [DE_LOUW_2001],
    },
    assumed: { ...NEEDLE_ASSUMED, ...RAMP_ASSUMED, tissue: TISSUE, ...NERVE_ASSUMED },
  },
});

/** Pulses at the dorsal root ganglion. */
export const drgPulsed: HeatedBy<'pulsed'> = withValues({
  electrode: electrodes.smk22G5mm,
  tissue: nerve,
  heating: {
    kind: 'pulsed',
    voltage: 45,
    pulseWidth: 0.02,
    pulseRate: 2,
    duration: 120,
    maxSensorTemperature: 42,
    limitBy: 'voltage',
  },
  about: {
    name: 'Dorsal root ganglion, pulsed, SMK 22 G',
    target: TARGET,
    structuresAtRisk: AT_RISK,
    remarks: [
      'No lesion by heat is intended. The voltage is lowered so that the sensor stays at its limit.',
      'One cycle; Castromán et al. 2019 gave two. Whether their 45 V is an rms value, as is taken here, they do not say.',
    ],
    stated: {
      'heating.voltage': [CASTROMAN_2019],
      'heating.pulseWidth': [NT1100_PULSES],
      'heating.pulseRate': [NT1100_PULSES],
      'heating.duration': [SHANTHANNA_2014, CASTROMAN_2019, NT1100_PULSES],
      'heating.maxSensorTemperature': [SHANTHANNA_2014, CASTROMAN_2019, NT1100_PULSES],
    },
    assumed: {
      'electrode.radius': '22 G, as for heat (De Louw et al. 2001): no source states it for pulses.',
      'electrode.tipLength': 'As for heat (De Louw et al. 2001): no source states it for pulses.',
      ...NEEDLE_ASSUMED,
      'heating.limitBy': 'The voltage is lowered, not the pulse width.',
      tissue: TISSUE,
      'tissue.electricalConductivity':
        'The one at low frequency: none at 500 kHz has been read. The voltage at the limit depends on it.',
    },
  },
});
