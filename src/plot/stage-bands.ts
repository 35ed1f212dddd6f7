/** The stages of a run over time, as bands behind charts. */
import type { LesionEstimate } from '../lesion-estimate.js';
import { type Stage, stagesOf } from '../problem/heating.js';
import type { Panel } from './axes.js';
import { round } from './lines.js';
import type { Format } from './picture.js';
import { drawText, textWidth } from './text.js';
import { tidy } from './words.js';

const BAND = '#eef1f5';

/** Room for the names above the charts, in sizes of text. */
export const NAME_ROOM = 1.5;

/** A stage in a word or two, for the band that it is in a chart: '80 °C', '4 W', 'off'. */
export function nameStage(stage: Stage): string {
  switch (stage.kind) {
    case 'temperature':
    case 'tip-temperature':
      return `${tidy(stage.target)} °C`;
    case 'power':
      return `${tidy(stage.power)} W`;
    case 'voltage':
      return `${tidy(stage.voltage)} V`;
    case 'pulsed':
    case 'off':
      return stage.kind;
  }
}

/** A stretch of time with what the needle was told. */
interface Stretch {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly isOn: boolean;
}

/** Stages of a run and its cool-down. */
function stretchesOf({ stages, run }: LesionEstimate): Stretch[] {
  const told = stagesOf(run.problem.heating);
  const own = stages.map(({ kind, start, end }, k): Stretch => {
    const stage = told[k];
    return { name: stage ? nameStage(stage) : kind, start, end, isOn: kind !== 'off' };
  });
  const end = own.at(-1)?.end ?? 0;
  return run.time > end ? [...own, { name: 'off', start: end, end: run.time, isOn: false }] : own;
}

/** Bands where the needle is on, from the top of the first chart to the bottom of the last. */
export function drawStageBands(estimate: LesionEstimate, panels: readonly Panel[]): string {
  const parts = stretchesOf(estimate).flatMap(({ start, end, isOn }) =>
    panels.map(({ xOf, y, height }) => {
      const [x, to] = [xOf(start), xOf(end)];
      return isOn
        ? `<rect x="${round(x)}" y="${round(y)}" width="${round(to - x)}" height="${round(height)}" fill="${BAND}"/>`
        : '';
    }),
  );
  return parts.join('');
}

/** Names of the stages in a row; one that does not fit over its band stays away. */
export function drawStageNames(
  estimate: LesionEstimate,
  { xOf }: Panel,
  foot: number,
  { text: size }: Format,
): string {
  const parts = stretchesOf(estimate).map(({ name, start, end }) => {
    const [x, to] = [xOf(start), xOf(end)];
    return textWidth(name, size) + 0.4 * size < to - x
      ? drawText((x + to) / 2, foot, name, { size, anchor: 'middle' })
      : '';
  });
  return parts.filter((part) => part !== '').join('\n');
}
