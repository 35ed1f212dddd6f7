import { describeCriterion, describeHeating, type LesionEstimate } from 'rf-lesion';
import { borderOf, drawBorders, type NamedBorder } from './named-borders.js';
import { framePicture, px } from './picture.js';
import { type Caption, drawNeedle, drawScaleBar, makeSection } from './section.js';

const SECTION = makeSection({ left: -5, right: 5, bottom: -3.6, top: 9.6, pxPerMm: 32 });

/** Where the section stands in the picture, with room for names on both sides [px]. */
const PLOT = { x: 236, y: 84 };
const SIZE = { width: PLOT.x + SECTION.width + 236, height: PLOT.y + SECTION.height + 14 };

/** Heights of the first name and of the one after it [mm]. */
const NAMES = { top: 7.6, spacing: 0.9 } as const;

/** Lesions on one side of the needle. */
export interface LesionSide {
  /** What they have in common. */
  readonly name: string;
  readonly lesions: readonly { readonly name: string; readonly estimate: LesionEstimate }[];
}

function drawSide({ lesions }: LesionSide, side: 1 | -1): string {
  const widestFirst = lesions.toSorted((a, b) => b.estimate.width.value - a.estimate.width.value);
  const borders = widestFirst.map(({ name, estimate: { run, criterion, width } }): NamedBorder => ({
    name,
    size: `${(1e3 * width.value).toFixed(2)} mm`,
    points: borderOf(run, criterion),
  }));
  return drawBorders(SECTION, borders, side, NAMES);
}

/**
 * Lesions of one needle under several choices, as an SVG picture: their borders in one section, some on the left and some on
 * the right, each with its width.
 */
export function drawLesions(left: LesionSide, right: LesionSide, { needle, tissue }: Caption): string {
  const [first] = right.lesions;
  if (!first) throw new Error('There is no lesion to draw.');
  const { run, criterion } = first.estimate;
  const title = `${needle} in ${tissue}: border and width by ${describeCriterion(criterion)}`;
  const subtitle = describeHeating(run.problem.heating);
  const [width, height] = [px(SECTION.width), px(SECTION.height)];
  const body = `<text x="${px(PLOT.x - 13)}" y="76" text-anchor="end" font-weight="bold">${left.name}</text>
<text x="${px(PLOT.x + SECTION.width + 13)}" y="76" font-weight="bold">${right.name}</text>
<clipPath id="section"><rect width="${width}" height="${height}"/></clipPath>
<g transform="translate(${PLOT.x},${PLOT.y})">
<g clip-path="url(#section)">
${drawNeedle(SECTION, run)}
${drawScaleBar(SECTION, '#000')}
</g>
<rect width="${width}" height="${height}" fill="none" stroke="#333"/>
${drawSide(left, -1)}
${drawSide(right, 1)}
</g>`;
  return framePicture({ ...SIZE, title, subtitle, left: 14, fontSize: 14 }, body);
}
