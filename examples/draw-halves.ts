import { DEFAULTS, describeCriterion, describeHeating, type LesionEstimate } from 'rf-lesion';
import { BAR_WIDTH, drawColourBar, INFERNO } from './colours.js';
import { borderOf, borderPath } from './named-borders.js';
import { framePicture, px } from './picture.js';
import { type Caption, drawBands, drawNeedle, drawScaleBar, makeSection, readPeak } from './section.js';

const SECTION = makeSection({ left: -8, right: 8, bottom: -7.4, top: 9, pxPerMm: 26 });

/** Where the section stands in the picture, and the colour bar beside it [px]. */
const PLOT = { x: 12, y: 84 };
const BAR = PLOT.x + SECTION.width + 18;
const SIZE = { width: BAR + BAR_WIDTH + 62, height: PLOT.y + SECTION.height + 12 };
const BANDS = 26;

/** One half of the picture. */
export interface Half {
  /** For example 'without coolant'. */
  readonly name: string;
  readonly estimate: LesionEstimate;
  /** Lesions by other choices, drawn dashed. */
  readonly others?: readonly LesionEstimate[];
}

/** The hottest point with its temperature and its distance from the needle. */
function drawHottest({ hottest }: LesionEstimate, side: 1 | -1): string {
  const [x, y] = [SECTION.xOf(side * 1e3 * hottest.r), SECTION.yOf(1e3 * hottest.z)];
  const edge = SECTION.xOf(side * 3.6);
  const below = SECTION.yOf(-6.2);
  const middle = px(SECTION.xOf(side * 4));
  return `<path d="M${px(edge)},${px(below - 18)}L${px(x)},${px(y)}" stroke="#fff" stroke-width="1"/>
<circle cx="${px(x)}" cy="${px(y)}" r="4.4" fill="#fff" stroke="#000" stroke-width="1.6"/>
<text x="${middle}" y="${px(below)}" text-anchor="middle" fill="#fff" font-weight="bold">hottest ${hottest.temperature.value.toFixed(1)} °C,</text>
<text x="${middle}" y="${px(below + 19)}" text-anchor="middle" fill="#fff">${(1e3 * hottest.distance.value).toFixed(2)} mm from the needle</text>`;
}

function drawHalf({ estimate, others = [] }: Half, side: 1 | -1, range: readonly [number, number]): string {
  const { run, criterion, width } = estimate;
  const [lowest, highest] = range;
  const line = (one: LesionEstimate, style: string): string =>
    `<path d="${borderPath(SECTION, borderOf(one.run, one.criterion), side)}" fill="none" stroke="#fff" ${style}/>`;
  const size = `${describeCriterion(criterion)}: ${(1e3 * width.value).toFixed(2)} mm wide`;
  return `<g clip-path="url(#half${side})">
${drawBands(SECTION, readPeak(SECTION, run), INFERNO, { lowest, highest, count: BANDS })}
${others.map((one) => line(one, 'stroke-width="1.3" stroke-dasharray="5 4"')).join('\n')}
${line(estimate, 'stroke-width="2.6"')}
</g>
<text x="${px(SECTION.xOf(side * 4.2))}" y="${px(SECTION.yOf(6.6))}" text-anchor="middle" fill="#fff" font-weight="bold">${size}</text>`;
}

/**
 * Two lesions as the halves of one section through the needle, as an SVG picture: peak temperature, the border of each
 * headline, and the hottest point of each.
 */
export function drawHalves(left: Half, right: Half, { needle, tissue }: Caption): string {
  const { run } = right.estimate;
  const { heating, startTemperature: lowest = DEFAULTS.startTemperature } = run.problem;
  const peaks = [left, right].map(({ estimate }) =>
    readPeak(SECTION, estimate.run).reduce((a, b) => Math.max(a, b)),
  );
  const range = [lowest, Math.max(...peaks)] as const;
  const [middle, width, height] = [SECTION.xOf(0), SECTION.width, SECTION.height];
  const title = `${needle} in ${tissue}`;
  const subtitle = `Peak temperature; ${describeHeating(heating)}`;
  const body = `<clipPath id="half-1"><rect width="${px(middle)}" height="${px(height)}"/></clipPath>
<clipPath id="half1"><rect x="${px(middle)}" width="${px(width - middle)}" height="${px(height)}"/></clipPath>
<clipPath id="both"><rect width="${px(width)}" height="${px(height)}"/></clipPath>
<text x="${px(PLOT.x + middle / 2)}" y="74" text-anchor="middle" font-weight="bold">${left.name}</text>
<text x="${px(PLOT.x + (3 * middle) / 2)}" y="74" text-anchor="middle" font-weight="bold">${right.name}</text>
<g transform="translate(${PLOT.x},${PLOT.y})" clip-path="url(#both)">
${drawHalf(left, -1, range)}
${drawHalf(right, 1, range)}
<path d="M${px(middle)},0V${px(height)}" stroke="#fff" stroke-width="0.8"/>
${drawNeedle(SECTION, run)}
${drawHottest(left.estimate, -1)}
${drawHottest(right.estimate, 1)}
${drawScaleBar(SECTION, '#fff')}
</g>
<g transform="translate(${px(BAR)},${PLOT.y})">
${drawColourBar(height, ...range)}
</g>`;
  return framePicture({ ...SIZE, title, subtitle, left: PLOT.x }, body);
}
