/**
 * How much of a nerve does a lesion cover, if the needle lies along it or points at it? One lesion of an 18 G cannula with a 10 mm
 * tip, and a straight nerve of 1 mm beside the middle of the tip in the frame of an image, at several angles and gaps; and how far
 * the lesion stays from a ball that is to be spared. All positions are invented to show the geometry: they are no anatomy.
 */
import {
  cannula,
  estimateLesion,
  type LesionEstimate,
  measureCoverage,
  measureMargin,
  type Measured,
  type Nerve,
  needlePose,
  type NeedlePose,
  nerveToNeedle,
  type Structure,
  structureToNeedle,
  tissues,
} from 'rf-lesion';
import { drawPanels } from './draw-panels.js';
import { inMillimetres } from './millimetres.js';
import { writePicture } from './write-picture.js';

const ANGLES = [0, 30, 60, 90]; // between needle and nerve [degrees]
const GAPS = [0, 1, 2, 3, 3.5, 4]; // between the surfaces of needle and nerve [mm]
const DEPTH = 60; // from the skin to the nerve [mm]

/** In the image, axes right, front and top [mm]: the nerve runs from left to right, what is to be spared lies in front of it. */
export const nerve: Nerve = {
  path: [
    [30, 50, 80],
    [50, 50, 80],
  ],
  radius: 0.5,
};
export const spared: Structure = { kind: 'sphere', center: [40, 63, 80], radius: 2 };

const electrode = cannula({ gauge: 18, tipLength: 10e-3 });

export const lesion: LesionEstimate = estimateLesion({
  electrode,
  tissue: tissues.muscle,
  heating: { kind: 'temperature', target: 80, ramp: 10, duration: 90 },
});

/** The needle at an angle to the nerve, the middle of its tip above the middle of the nerve, pointing to the front. */
export function poseAt(angle: number, gap: number): NeedlePose {
  const [right, front] = [Math.cos((Math.PI * angle) / 180), Math.sin((Math.PI * angle) / 180)];
  const height = 80 + gap + nerve.radius + 1e3 * electrode.radius;
  return needlePose({
    entry: [40 - DEPTH * right, 50 - DEPTH * front, height],
    target: [40, 50, height],
    targetHeight: electrode.tipLength / 2,
  });
}

/** What a needle at one place does. */
export interface Placement {
  /** [degrees] */
  readonly angle: number;
  /** [mm] */
  readonly gap: number;
  /** Of the nerve [m]. */
  readonly covered: Measured;
  /** Of the nerve's length. */
  readonly fraction: Measured;
  /** From the lesion to what is to be spared [m]. */
  readonly margin: Measured;
}

export const placements: readonly Placement[] = ANGLES.flatMap((angle) =>
  GAPS.map((gap) => {
    const pose = poseAt(angle, gap);
    const { length: covered, fraction } = measureCoverage(lesion, nerveToNeedle(pose, nerve)).lesion;
    const { lesion: margin } = measureMargin(lesion, structureToNeedle(pose, spared));
    return { angle, gap, covered, fraction, margin };
  }),
);

/** Lengths in mm. */
export const rows: readonly Readonly<Record<string, string>>[] = placements.map(
  ({ angle, gap, covered, fraction, margin }) => ({
    angle: `${angle}°`,
    gap: `${gap} mm`,
    covered: inMillimetres(covered),
    'of the nerve': `${(100 * fraction.value).toFixed(0)} %`,
    'margin to the ball': inMillimetres(margin),
  }),
);

const seriesOf = (size: 'covered' | 'margin') =>
  ANGLES.map((angle) => ({
    name: `${angle}°`,
    points: placements.filter((one) => one.angle === angle).map((one) => [one.gap, one[size]] as const),
  }));

export const picture: string = drawPanels(
  [
    { label: 'covered length of 20 mm of nerve (mm)', series: seriesOf('covered') },
    { label: 'margin to what is spared (mm)', series: seriesOf('margin') },
  ],
  {
    title: 'A needle along a nerve, and across it',
    subtitle: '18 G, bare tip 10 mm, 80 °C for 90 s in muscle; bars: numerical error',
    across: { label: 'gap to the nerve (mm)', from: 0, to: 4, step: 1 },
    key: 'angle to the nerve',
  },
);

console.table(rows);
writePicture('nerve-coverage', picture);
