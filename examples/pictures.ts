/**
 * All pictures of `rf-lesion/plot`: the lesion and the generator of three stages, how the lesion grew, two needles side by side, and a
 * chart of widths. Those of docs/files-and-pictures.md are made here.
 */
import {
  cannula,
  cooledProbe,
  type Electrode,
  estimateLesion,
  type LesionEstimate,
  type Problem,
  tissues,
} from 'rf-lesion';
import { drawComparison, drawGenerator, drawGrowth, drawLesion, drawLesionChart } from 'rf-lesion/plot';
import { writePicture } from './write-picture.js';

const needle = cannula({ gauge: 22, tipLength: 5e-3 });

function estimate(electrode: Electrode, heating: Problem['heating']): LesionEstimate {
  return estimateLesion({ electrode, tissue: tissues.muscle, heating }, { resolution: 'draft' });
}

const at = (target: number, duration: number) =>
  ({ kind: 'temperature', target, ramp: 10, duration }) as const;

const staged = estimate(needle, { kind: 'schedule', stages: [60, 70, 80].map((target) => at(target, 30)) });
const bare = estimate(needle, at(80, 90));
const cooled = estimate(cooledProbe({ gauge: 17, tipLength: 4e-3 }), at(60, 150));
const widths = [60, 70, 80].flatMap((target) =>
  [30, 60, 90, 120].map((duration) => estimate(needle, at(target, duration))),
);

/** By the names of their files. */
export const pictures: Readonly<Record<string, string>> = {
  lesion: drawLesion(staged, { title: 'Three stages of half a minute' }),
  generator: drawGenerator(staged, { title: 'Three stages of half a minute' }),
  growth: drawGrowth(bare),
  comparison: drawComparison(
    { name: '22 G, 80 °C', estimate: bare },
    { name: 'cooled, 60 °C', estimate: cooled },
  ),
  chart: drawLesionChart(widths),
};

for (const [name, picture] of Object.entries(pictures)) writePicture(`picture-${name}`, picture);
