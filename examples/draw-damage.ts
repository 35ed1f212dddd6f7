import {
  type CriterionRow,
  DEFAULTS,
  describeCriterion,
  describeHeating,
  type LesionEstimate,
  type LesionRun,
} from 'rf-lesion';
import { PALE } from './colours.js';
import { borderOf, drawBorders, type NamedBorder } from './named-borders.js';
import { framePicture, px } from './picture.js';
import { type Caption, drawBands, drawNeedle, drawScaleBar, makeSection, readPeak } from './section.js';

const SECTION = makeSection();

/** Where the section stands in the picture, with room for names on both sides [px]. */
const PLOT = { x: 222, y: 84 };
const SIZE = { width: PLOT.x + SECTION.width + 292, height: PLOT.y + SECTION.height + 44 };

const BANDS = 22;

/** Heights of the first name and of the one after it [mm]. */
const NAMES = { top: 8.2, spacing: 0.78 } as const;

/** One rule's border with its name. */
function nameBorder(run: LesionRun, { criterion, width }: CriterionRow): NamedBorder {
  return {
    name: describeCriterion(criterion).replace('Ω = 1, ', ''),
    size: `${(1e3 * width.value).toFixed(2)} mm`,
    points: borderOf(run, criterion),
  };
}

/**
 * A section through the needle as an SVG picture: the borders of one lesion by every damage rule over the highest temperature
 * that tissue had, isotherms and thermal doses on the left, Arrhenius kinetics on the right. Black lines that differ by their
 * dashes: it says the same in black and white.
 *
 * @param rows - What the rules say, as `compareCriteria` gives them.
 */
export function drawDamage(
  { run }: LesionEstimate,
  rows: readonly CriterionRow[],
  { needle, tissue }: Caption,
): string {
  const { electrode, heating, startTemperature = DEFAULTS.startTemperature } = run.problem;
  const values = readPeak(SECTION, run);
  const highest = values.reduce((a, b) => Math.max(a, b));
  const found = rows.filter(({ width }) => width.value > 0).toSorted((a, b) => b.width.value - a.width.value);
  const drawSide = (isArrhenius: boolean, side: 1 | -1): string => {
    const here = found.filter(({ criterion }) => (criterion.kind === 'arrhenius') === isArrhenius);
    return drawBorders(
      SECTION,
      here.map((row) => nameBorder(run, row)),
      side,
      NAMES,
    );
  };
  const empty = rows.filter(({ width }) => width.value === 0).map(({ rule }) => rule);
  const diameter = (2e3 * electrode.radius).toFixed(2);
  const title = `One lesion by ${rows.length} damage rules: ${needle} (${diameter} mm) in ${tissue}, start at ${startTemperature} °C`;
  const subtitle = `${describeHeating(heating)}; border and width after the cool-down, shading: peak temperature ${startTemperature} to ${highest.toFixed(0)} °C`;
  const [width, height] = [px(SECTION.width), px(SECTION.height)];
  const body = `<text x="${px(PLOT.x - 13)}" y="74" text-anchor="end" font-weight="bold">isotherms, CEM43</text>
<text x="${px(PLOT.x + SECTION.width + 13)}" y="74" font-weight="bold">Arrhenius, Ω = 1</text>
<clipPath id="section"><rect width="${width}" height="${height}"/></clipPath>
<g transform="translate(${PLOT.x},${PLOT.y})">
<g clip-path="url(#section)">
${drawBands(SECTION, values, PALE, { lowest: startTemperature, highest, count: BANDS })}
${drawNeedle(SECTION, run)}
${drawScaleBar(SECTION, '#000')}
</g>
<rect width="${width}" height="${height}" fill="none" stroke="#333"/>
${drawSide(false, -1)}
${drawSide(true, 1)}
</g>
<text x="14" y="${px(SIZE.height - 14)}">${empty.length > 0 ? `No lesion by: ${empty.join('; ')}.` : ''}</text>`;
  return framePicture({ ...SIZE, title, subtitle, left: 14, fontSize: 13.5 }, body);
}
