/**
 * What does the tissue around do to a lesion? The same needle and heating in other tissues, and in muscle with other tissue near.
 * Prints the table of docs/layered-tissue.md, and draws the widths.
 */
import {
  cannula,
  estimateLesion,
  type LesionEstimate,
  type Measured,
  type Problem,
  type Tissue,
  type TissueRegion,
  tissues,
  vesselCoefficient,
} from 'rf-lesion';
import { drawDots } from './draw-dots.js';
import { writePicture } from './write-picture.js';

const electrode = cannula({ gauge: 22, tipLength: 5e-3 });
const heating = { kind: 'temperature', target: 80, ramp: 10, duration: 90 } as const;
const { muscle, nerve, whiteMatter, fat, boneCancellous, boneCortical, csf, blood } = tissues;

const around = (tissue: Tissue, ...regions: TissueRegion[]): Problem => ({
  electrode,
  tissue,
  regions,
  heating,
});

/** From a distance beside the needle's surface outwards. */
const outside = (distance: number): TissueRegion['where'] => ({
  kind: 'tube',
  rMin: electrode.radius + distance,
});

/** From a distance below the needle's end downwards. */
const below = (distance: number): TissueRegion['where'] => ({ kind: 'slab', zMax: -distance });

/** An artery of 3 mm with 0.2 m/s along 10 mm. */
const artery = vesselCoefficient({ diameter: 3e-3, velocity: 0.2, heatedLength: 10e-3 });

/** What is around, and the problem. */
const SURROUNDINGS: readonly (readonly [string, Problem])[] = [
  ['muscle', around(muscle)],
  ['nerve', around(nerve)],
  ['white matter', around(whiteMatter)],
  ['fat', around(fat)],
  ['cancellous bone', around(boneCancellous)],
  ['cortical bone', around(boneCortical)],
  ['muscle, CSF 1 mm beyond the end', around(muscle, { where: below(1e-3), tissue: csf })],
  ['muscle, CSF 1 mm beside the needle', around(muscle, { where: outside(1e-3), tissue: csf })],
  ['muscle, cortical bone 2 mm beyond the end', around(muscle, { where: below(2e-3), tissue: boneCortical })],
  [
    'muscle, cortical bone 2 mm beside the needle',
    around(muscle, { where: outside(2e-3), tissue: boneCortical }),
  ],
  ['muscle, fat 2 mm beside the needle', around(muscle, { where: outside(2e-3), tissue: fat })],
  [
    'muscle, a ball of bone of 4 mm 1 mm beyond the end',
    around(muscle, { where: { kind: 'sphere', z: -3e-3, radius: 2e-3 }, tissue: boneCortical }),
  ],
  ['nerve of 6 mm in CSF', around(nerve, { where: { kind: 'tube', rMin: 3e-3 }, tissue: csf })],
  [
    'muscle, arterial blood that flows 3 mm beside the needle',
    around(muscle, {
      where: outside(3e-3),
      tissue: blood,
      flow: { coefficient: artery.coefficient },
    }),
  ],
];

/** One row of the table, in mm, V and Ω. */
export interface SurroundingRow {
  readonly surrounding: string;
  readonly width: string;
  readonly length: string;
  readonly distal: string;
  readonly voltage: string;
  readonly impedance: string;
  /** Of tissue [°C]. */
  readonly hottest: string;
}

const inMillimetres = ({ value, numericalError }: Measured): string =>
  `${(1e3 * value).toFixed(3)} ± ${(1e3 * (numericalError ?? 0)).toFixed(3)}`;

/** A lesion with what is around it. */
export interface SurroundedLesion {
  readonly surrounding: string;
  readonly lesion: LesionEstimate;
}

export const lesions: readonly SurroundedLesion[] = SURROUNDINGS.map(([surrounding, problem]) => ({
  surrounding,
  lesion: estimateLesion(problem),
}));

export const rows: readonly SurroundingRow[] = lesions.map(({ surrounding, lesion }) => {
  const { width, length, distalReach, history, run, hottest } = lesion;
  const last = history.time.indexOf(run.exposure.atSwitchOff.time);
  const digits = (values: Float64Array | undefined, count: number): string =>
    values?.[last]?.toFixed(count) ?? '–';
  return {
    surrounding,
    width: inMillimetres(width),
    length: inMillimetres(length),
    distal: inMillimetres(distalReach),
    voltage: digits(history.voltage, 1),
    impedance: digits(history.impedance, 0),
    hottest: hottest.temperature.value.toFixed(0),
  };
});

export const picture: string = drawDots(
  lesions.map(({ surrounding: name, lesion: { width } }) => ({ name, width })),
  {
    title: 'One heating in other surroundings',
    subtitle: '22 G, bare tip 5 mm, 80 °C at the sensor for 90 s; bars: numerical error',
  },
);

console.table(rows);
writePicture('surroundings', picture);
