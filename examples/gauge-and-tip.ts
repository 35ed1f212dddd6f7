/**
 * What does a thicker needle change, and what a longer bare tip? Cannulas of four gauges with tips of 2, 5 and 10 mm in muscle, 80 °C
 * for 90 s, at draft resolution, since there are twelve lesions. Prints their sizes and draws them over the diameter.
 */
import { cannula, estimateLesion, type Gauge, gauges, type LesionEstimate, tissues } from 'rf-lesion';
import { drawPanels, type MeasuredPanel } from './draw-panels.js';
import { inMillimetres } from './millimetres.js';
import { writePicture } from './write-picture.js';

const GAUGES: readonly Gauge[] = [22, 20, 18, 16];
const TIPS = [2e-3, 5e-3, 10e-3]; // [m]

/** One needle with its lesion. */
export interface NeedleLesion {
  readonly gauge: Gauge;
  /** [m] */
  readonly tipLength: number;
  readonly lesion: LesionEstimate;
}

export const needles: readonly NeedleLesion[] = TIPS.flatMap((tipLength) =>
  GAUGES.map((gauge) => {
    const lesion = estimateLesion(
      {
        electrode: cannula({ gauge, tipLength }),
        tissue: tissues.muscle,
        heating: { kind: 'temperature', target: 80, ramp: 10, duration: 90 },
      },
      { resolution: 'draft', criteria: [] },
    );
    return { gauge, tipLength, lesion };
  }),
);

/** Sizes in mm; beyond the end is how far the lesion reaches ahead of the needle. */
export const rows: readonly Readonly<Record<string, string>>[] = needles.map(
  ({ gauge, tipLength, lesion: { width, length, distalReach } }) => ({
    tip: `${1e3 * tipLength} mm`,
    gauge: `${gauge} G`,
    width: inMillimetres(width),
    length: inMillimetres(length),
    'beyond the end': inMillimetres(distalReach),
  }),
);

const diameterOf = (gauge: Gauge): number => 1e3 * gauges[gauge].outerDiameter; // [mm]

/** One size of all lesions, a series for each tip. */
function panelOf(label: string, size: 'width' | 'length' | 'distalReach'): MeasuredPanel {
  const series = TIPS.map((tip) => ({
    name: `${1e3 * tip} mm`,
    points: needles
      .filter(({ tipLength }) => tipLength === tip)
      .map(({ gauge, lesion }) => [diameterOf(gauge), lesion[size]] as const),
  }));
  return { label, series };
}

export const picture: string = drawPanels(
  [
    panelOf('width (mm)', 'width'),
    panelOf('length (mm)', 'length'),
    panelOf('reach beyond the end (mm)', 'distalReach'),
  ],
  {
    title: 'Four gauges and three bare tips in muscle',
    subtitle: 'RF current, 80 °C at the sensor for 90 s; lesion by 50 °C, bars: numerical error',
    across: { label: 'outer diameter (mm)', from: 0.6, to: 1.8, step: 0.2 },
    key: 'bare tip',
    places: GAUGES.map((gauge) => [diameterOf(gauge), `${gauge} G`]),
  },
);

console.table(rows);
writePicture('gauge-and-tip', picture);
