import {
  type CriterionRow,
  DEFAULTS,
  describeCriterion,
  describeHeating,
  type LesionEstimate,
  type LesionRun,
  lesionContour,
} from 'rf-lesion';
import {
  type Caption,
  COLUMNS,
  drawBands,
  drawNeedle,
  drawScaleBar,
  px,
  PX_PER_MM,
  RASTER,
  readPeak,
  ROWS,
  xOf,
  yOf,
} from './section.js';

/** Where the section stands in the picture, with room for names on both sides [px]. */
const PLOT = { x: 222, y: 84, width: COLUMNS * RASTER * PX_PER_MM, height: ROWS * RASTER * PX_PER_MM };
const SIZE = { width: PLOT.x + PLOT.width + 292, height: PLOT.y + PLOT.height + 44 };

/** Pale colours of rising darkness: lines stay readable on them, in print as well. */
const PALE = ['#ffffff', '#fff6df', '#ffe9b8', '#fdd78c', '#f7bf6a', '#e9a452', '#d68a45'] as const;
const BANDS = 22;

/** Strokes that differ without colour: width and dashes. */
const STROKES = [
  { width: 2.2, dash: '' },
  { width: 1.5, dash: '7 3' },
  { width: 2.2, dash: '2 3' },
  { width: 1.5, dash: '10 3 2 3' },
  { width: 1.1, dash: '' },
] as const;

/** Heights of the first name and of the one after it [mm]. */
const NAMES = { top: 8.2, spacing: 0.78 } as const;

/** One rule's border with its name. */
interface NamedBorder {
  readonly row: CriterionRow;
  /** Points of the right half [mm]. */
  readonly points: readonly (readonly [r: number, z: number])[];
}

/** The border of one rule's lesion, its largest piece. */
function borderOf(run: LesionRun, row: CriterionRow): NamedBorder {
  const contours = lesionContour(run, row.criterion);
  const [longest] = contours.toSorted((a, b) => b.r.length - a.r.length);
  const points = Array.from(longest?.r ?? [], (r, n) => [1e3 * r, 1e3 * (longest?.z[n] ?? 0)] as const);
  return { row, points };
}

/** Where a border lies at a height [mm]: its outermost point there, or its end nearest to it. */
function pointAt({ points }: NamedBorder, z: number): readonly [number, number] {
  const here = points.flatMap(([r0, z0], n): [number, number][] => {
    const [r1, z1] = points[n + 1] ?? [r0, z0];
    return z0 > z === z1 > z ? [] : [[r0 + ((r1 - r0) * (z - z0)) / (z1 - z0), z]];
  });
  const [outermost] = here.toSorted((a, b) => b[0] - a[0]);
  const [nearest] = points.toSorted((a, b) => Math.abs(a[1] - z) - Math.abs(b[1] - z));
  return outermost ?? nearest ?? [0, z];
}

/** Borders and their names on one side of the needle, the widest first. */
function drawSide(borders: readonly NamedBorder[], side: 1 | -1): string {
  const anchor = side === 1 ? 'start' : 'end';
  const edge = side === 1 ? PLOT.width : 0;
  const parts = borders.map((border, k) => {
    const { width, dash } = STROKES[k % STROKES.length] ?? STROKES[0];
    const line = border.points.map(([r, z]) => `${px(xOf(side * r))},${px(yOf(z))}`).join('L');
    const height = NAMES.top - k * NAMES.spacing;
    const [r, z] = pointAt(border, height);
    const [x, y, textY] = [xOf(side * r), yOf(z), yOf(height)];
    const { criterion, width: measured } = border.row;
    const name = describeCriterion(criterion).replace('Ω = 1, ', '');
    const size = `${(1e3 * measured.value).toFixed(2)} mm`;
    return `<path d="M${line}" fill="none" stroke="#000" stroke-width="${width}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>
<path d="M${px(x)},${px(y)}L${px(edge + side * 8)},${px(textY)}" stroke="#000" stroke-width="0.6" fill="none"/><circle cx="${px(x)}" cy="${px(y)}" r="2.2"/>
<text x="${px(edge + side * 13)}" y="${px(textY + 4.5)}" text-anchor="${anchor}">${name}  <tspan font-weight="bold">${size}</tspan></text>`;
  });
  return parts.join('\n');
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
  const values = readPeak(run);
  const highest = values.reduce((a, b) => Math.max(a, b));
  const found = rows
    .filter(({ width }) => width.value > 0)
    .toSorted((a, b) => b.width.value - a.width.value)
    .map((row) => borderOf(run, row));
  const isArrhenius = ({ row }: NamedBorder): boolean => row.criterion.kind === 'arrhenius';
  const empty = rows.filter(({ width }) => width.value === 0).map(({ rule }) => rule);
  const diameter = (2e3 * electrode.radius).toFixed(2);
  const title = `One lesion by ${rows.length} damage rules: ${needle} (${diameter} mm) in ${tissue}, start at ${startTemperature} °C`;
  const subtitle = `${describeHeating(heating)}; border and width after the cool-down, shading: peak temperature ${startTemperature} to ${highest.toFixed(0)} °C`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${px(SIZE.width)} ${px(SIZE.height)}" width="${px(SIZE.width)}" height="${px(SIZE.height)}" font-family="Helvetica, Arial, sans-serif" font-size="13.5">
<title>${title}. ${subtitle}.</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="14" y="25" font-size="16.5" font-weight="bold">${title}</text>
<text x="14" y="46">${subtitle}</text>
<text x="${px(PLOT.x - 13)}" y="74" text-anchor="end" font-weight="bold">isotherms, CEM43</text>
<text x="${px(PLOT.x + PLOT.width + 13)}" y="74" font-weight="bold">Arrhenius, Ω = 1</text>
<clipPath id="section"><rect width="${px(PLOT.width)}" height="${px(PLOT.height)}"/></clipPath>
<g transform="translate(${PLOT.x},${PLOT.y})">
<g clip-path="url(#section)">
${drawBands(values, PALE, { lowest: startTemperature, highest, count: BANDS })}
${drawNeedle(run)}
${drawScaleBar('#000')}
</g>
<rect width="${px(PLOT.width)}" height="${px(PLOT.height)}" fill="none" stroke="#333"/>
${drawSide(
  found.filter((one) => !isArrhenius(one)),
  -1,
)}
${drawSide(found.filter(isArrhenius), 1)}
</g>
<text x="14" y="${px(SIZE.height - 14)}">${empty.length > 0 ? `No lesion by: ${empty.join('; ')}.` : ''}</text>
</svg>
`;
}
