import type { LesionEstimate } from 'rf-lesion';
import { drawGenerator, type GeneratorCurve } from 'rf-lesion/plot';
import type { Caption } from './section.js';

export { nameStage } from 'rf-lesion/plot';

/**
 * What the generator showed, as an SVG picture in letters that a web page can show.
 *
 * @param curves - Below the temperature, from above to below.
 */
export function drawHistory(
  estimate: LesionEstimate,
  { needle, tissue }: Caption,
  curves: readonly GeneratorCurve[] = ['voltage', 'power', 'impedance'],
): string {
  const title = `${needle} in ${tissue}: what the generator shows`;
  return drawGenerator(estimate, { size: 'slide', title, curves });
}
