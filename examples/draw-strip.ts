import { DEFAULTS, describeCriterion, describeHeating, type LesionEstimate } from 'rf-lesion';
import { PALE } from './colours.js';
import { borderOf, borderPath } from './named-borders.js';
import { framePicture, px } from './picture.js';
import { type Caption, drawBands, drawNeedle, drawScaleBar, makeSection, readPeak } from './section.js';

/** Tissue shown around the lesion [mm]. */
const MARGIN = { beside: 1.6, below: 1.6, above: 2.6 } as const;
const BANDS = 22;
const PX_PER_MM = 18;

/** Room for what stands beside the section [px]. */
const PLOT = { x: 14, y: 64, right: 200 };

/**
 * A section along a needle that was moved, as an SVG picture: the lesion of all stages over the peak temperature, where the end
 * of the needle was in each stage, and how long the lesion was after it.
 */
export function drawStrip(estimate: LesionEstimate, { needle, tissue }: Caption): string {
  const { run, stages, criterion, width, length, distalReach } = estimate;
  const { startTemperature = DEFAULTS.startTemperature, heating } = run.problem;
  const half = Math.ceil(500 * width.value + MARGIN.beside);
  const section = makeSection({
    left: -half,
    right: half,
    bottom: -Math.ceil(1e3 * distalReach.value + MARGIN.below),
    top: Math.ceil(1e3 * (length.value - distalReach.value) + MARGIN.above),
    pxPerMm: PX_PER_MM,
  });
  const { xOf, yOf } = section;
  const values = readPeak(section, run);
  const highest = values.reduce((a, b) => Math.max(a, b));
  const border = borderOf(run, criterion);
  const sides = ([1, -1] as const).map(
    (side) => `<path d="${borderPath(section, border, side)}" fill="none" stroke="#000" stroke-width="2.2"/>`,
  );

  const last = stages.at(-1)?.position ?? 0;
  const a = 1e3 * run.grid.profile.radius;
  const places = stages.flatMap(({ kind, position, size }, k) => {
    if (kind === 'off') return [];
    const z = 1e3 * (position - last);
    const y = px(yOf(z));
    const outline =
      k < stages.length - 1
        ? `<path d="M${px(xOf(-a))},${px(yOf(z + 1))}V${y}H${px(xOf(a))}V${px(yOf(z + 1))}" fill="none" stroke="#333" stroke-dasharray="3 2"/>`
        : '';
    return `${outline}<path d="M${px(xOf(a) + 4)},${y}H${px(section.width + 8)}" stroke="#000" stroke-width="0.6"/>
<text x="${px(section.width + 13)}" y="${px(yOf(z) - 1)}">after stage ${k + 1}:</text>
<text x="${px(section.width + 13)}" y="${px(yOf(z) + 16)}" font-weight="bold">${(1e3 * size.length.value).toFixed(1)} mm long</text>`;
  });
  const [w, h] = [px(section.width), px(section.height)];
  const title = `${needle} in ${tissue}, withdrawn between stages`;
  const subtitle = `${describeHeating(heating)}; border: ${describeCriterion(criterion)}`;
  const body = `<clipPath id="strip"><rect width="${w}" height="${h}"/></clipPath>
<g transform="translate(${PLOT.x},${PLOT.y})">
<g clip-path="url(#strip)">
${drawBands(section, values, PALE, { lowest: startTemperature, highest, count: BANDS })}
${sides.join('\n')}
${drawNeedle(section, run)}
${drawScaleBar(section, '#000')}
</g>
<rect width="${w}" height="${h}" fill="none" stroke="#333"/>
${places.join('\n')}
</g>
<text x="${PLOT.x}" y="${px(PLOT.y + section.height + 24)}">Shading: peak temperature, ${startTemperature} to ${highest.toFixed(0)} °C</text>`;
  const size = { width: PLOT.x + section.width + PLOT.right, height: PLOT.y + section.height + 38 };
  return framePicture({ ...size, title, subtitle, left: PLOT.x }, body);
}
