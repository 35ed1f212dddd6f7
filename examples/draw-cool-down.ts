import { axisFor, drawAxes, drawCurve, drawKey, type LineStyle, type Panel, type Points } from './chart.js';
import { framePicture } from './picture.js';

/** [px] */
const PLOT = { x: 74, y: 64, width: 452, height: 300 };
const SIZE = { width: PLOT.x + PLOT.width + 16, height: PLOT.y + PLOT.height + 54 };

/** Temperature at one place after switch-off. */
export interface CoolDownCurve extends LineStyle {
  readonly name: string;
  /** Time since switch-off [s], temperature [°C]. */
  readonly points: Points;
}

/** Temperatures after switch-off, as an SVG picture. */
export function drawCoolDown(
  curves: readonly CoolDownCurve[],
  { title, subtitle }: { readonly title: string; readonly subtitle: string },
): string {
  const all = curves.flatMap(({ points }) => points);
  const times = all.map(([time]) => time);
  const panel: Panel = {
    ...PLOT,
    across: axisFor('time since switch-off (s)', times),
    up: axisFor(
      'temperature (°C)',
      all.map(([, T]) => T),
    ),
  };
  const body = `${curves.map((curve) => drawCurve(panel, curve.points, curve)).join('\n')}
${drawAxes(panel, true)}
${drawKey(panel, curves)}`;
  return framePicture({ ...SIZE, title, subtitle, left: 12 }, body);
}
