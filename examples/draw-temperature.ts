import type { LesionEstimate } from 'rf-lesion';
import { drawLesion } from 'rf-lesion/plot';
import type { Caption } from './section.js';

/** The lesion over the highest temperature that tissue had, as an SVG picture in letters that a web page can show. */
export function drawTemperature(lesion: LesionEstimate, { needle, tissue }: Caption): string {
  return drawLesion(lesion, { size: 'slide', title: `${needle} in ${tissue}` });
}
