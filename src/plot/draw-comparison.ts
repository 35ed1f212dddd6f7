import type { Measured } from '../analysis/error-bar.js';
import type { LesionEstimate } from '../lesion-estimate.js';
import { describeCriterion } from '../output/criterion-in-words.js';
import { isSameCriterion } from '../problem/criterion.js';
import { drawBorderTable, drawNeedleKey, type SizeColumn } from './border-table.js';
import { type Border, bordersOf, drawBorder, type InkedBorder, inkBorders } from './borders.js';
import { boxBetween } from './boxes.js';
import { inkOn } from './colours.js';
import type { LesionPlotOptions } from './draw-lesion.js';
import { boxOfNeedle } from './draw-lesion.js';
import {
  drawBands,
  drawColourBar,
  makeColourReader,
  makeReader,
  makeScale,
  readRaster,
  widthOfBar,
} from './field.js';
import { requireColours, requireField, requireFormat, refuse } from './input.js';
import { labelIsotherms } from './line-labels.js';
import { drawStroke, type Point, round } from './lines.js';
import { framePicture, makeHead, marginOf } from './picture.js';
import { drawRegions } from './region-outlines.js';
import { drawScaleBar } from './scale-bar.js';
import {
  computedPart,
  drawInside,
  drawNeedle,
  extentOf,
  makeSection,
  type Side,
  unionOf,
} from './section.js';
import { drawText, fitText } from './text.js';
import { describeNeedle, describePeak, describeRun, inDegrees, inMillimetres } from './words.js';

/** One half of a comparison. */
export interface ComparedLesion {
  /** In a few words: 'without coolant'. */
  readonly name: string;
  readonly estimate: LesionEstimate;
}

/** How to draw a comparison. */
export type ComparisonPlotOptions = Omit<LesionPlotOptions, 'field'>;

/** Height of the section, in widths of the picture. */
const HIGHEST = 1;

function requireLesion({ name, estimate }: ComparedLesion, path: string): void {
  if (typeof name !== 'string') refuse(`${path}.name`, `must be a string, but was ${String(name)}.`);
  requireField(estimate, `${path}.estimate`);
}

/** Borders of both, each name once. */
function rowsOf(left: readonly InkedBorder[], right: readonly InkedBorder[]): InkedBorder[] {
  const names = new Set(left.map(({ name }) => name));
  const drawn = (one: InkedBorder): InkedBorder =>
    one.lines.length > 0 ? one : (right.find(({ name }) => name === one.name) ?? one);
  return [...left.map(drawn), ...right.filter(({ name }) => !names.has(name))];
}

/**
 * Two estimates as the halves of one section, as an SVG picture: peak temperature on one scale of colours, borders, needles to one
 * scale, and the widths by every criterion side by side.
 *
 * @throws {@link index!LesionModelError | LesionModelError} 'invalid-input' for an estimate without its fields.
 */
export function drawComparison(
  left: ComparedLesion,
  right: ComparedLesion,
  options: ComparisonPlotOptions = {},
): string {
  const format = requireFormat(options);
  const { colours = 'inferno' } = options;
  requireColours(colours);
  requireLesion(left, 'left');
  requireLesion(right, 'right');
  if (!isSameCriterion(left.estimate.criterion, right.estimate.criterion))
    refuse('right.estimate.criterion', 'must be that of the left estimate, so that sizes compare.');
  const { text: size, line } = format;
  const margin = marginOf(format);
  const both = [left, right] as const;
  const title = options.title ?? `${left.name} against ${right.name}`;
  const [a, b] = [left, right].map(({ estimate }) => `${describeRun(estimate)}; ${describeNeedle(estimate)}`);
  const done = a === b ? (a ?? '') : `left: ${a ?? ''}; right: ${b ?? ''}`;
  const head = makeHead(format, title, `${done}; shading: ${describePeak(left.estimate)}`);

  const lesions = both.map(({ estimate }) => bordersOf(estimate, true));
  const pointsOf = (borders: readonly Border[] = []): Point[] => borders.flatMap(({ lines }) => lines.flat());
  const [extent, other] = [
    extentOf(left.estimate.run, pointsOf(lesions[0])),
    extentOf(right.estimate.run, pointsOf(lesions[1])),
  ];
  const [c, d] = [computedPart(left.estimate.run), computedPart(right.estimate.run)];
  const computed = {
    half: Math.min(c.half, d.half),
    bottom: Math.max(c.bottom, d.bottom),
    top: Math.min(c.top, d.top),
  };
  const room = {
    ...{ x: margin, y: head.bottom + 1.3 * size, foot: 0 },
    ...{ width: format.width - 2 * margin - widthOfBar(format), height: HIGHEST * format.width },
  };
  const section = makeSection(room, unionOf(extent, other), computed);
  const { x, y, width, height, xOf } = section;
  const readers = both.map(({ estimate }) => makeReader(estimate.run, 'peak'));
  const rasters = readers.map((read) => readRaster(section, read));
  const scale = makeScale(rasters, colours);
  const inked = lesions.map((borders, k) =>
    inkBorders(borders, readers[k] ?? (() => NaN), scale, section, format),
  );
  const sides: readonly Side[] = [-1, 1];
  const halves = both.map(({ estimate }, k) => {
    const side = [sides[k] ?? 1];
    const [raster, borders = []] = [rasters[k], inked[k]];
    return `${raster ? drawBands(section, raster, scale, side) : ''}
${drawRegions(section, estimate.run, format, side)}
${borders.map((border) => drawBorder(section, border, side)).join('\n')}
${drawNeedle(section, estimate.run, format, side)}`;
  });
  const [readLeft = () => NaN, readRight = () => NaN] = readers;
  const colourAt = makeColourReader(section, [readLeft, readRight], scale);
  const ink = inkOn(colourAt(xOf(0), y + height));
  const places = both.flatMap((_, k) =>
    pointsOf(lesions[k]).map(([r, z]): Point => [xOf((sides[k] ?? 1) * r), section.yOf(z)]),
  );
  const scaleBar = drawScaleBar(
    section,
    places,
    [boxOfNeedle(section, left.estimate), boxOfNeedle(section, right.estimate)],
    colourAt,
    format,
  );
  const axis = boxBetween(xOf(0) - 0.5, y, xOf(0) + 0.5, y + height);
  const labels = both.map(({ estimate }, k) => {
    const taken = [boxOfNeedle(section, estimate), axis, ...scaleBar.boxes];
    return labelIsotherms(section, inked[k] ?? [], taken, format, [sides[k] ?? 1]);
  });
  const names = both.map(({ name }, k) => {
    const words = fitText(name, size, width / 2 - size, true);
    const middle = x + (width * (2 * k + 1)) / 4;
    return drawText(middle, y - 0.45 * size, words, { size, anchor: 'middle', bold: true });
  });
  const columns = both.map(({ name }, k): SizeColumn => ({
    heading: fitText(name, size, format.width / 4),
    of: (border): Measured | null =>
      (inked[k] ?? []).find((one) => one.name === border.name)?.size?.width ?? null,
  }));
  const more = [
    {
      name: `length (mm), ${describeCriterion(left.estimate.criterion)}`,
      cells: both.map(({ estimate }) => (estimate.length.value === 0 ? '–' : inMillimetres(estimate.length))),
    },
    {
      name: 'hottest tissue (°C)',
      cells: both.map(({ estimate }) => inDegrees(estimate.hottest.temperature)),
    },
  ];
  const heading = 'width (mm), after the cool-down';
  const table = drawBorderTable(
    format,
    y + height + 0.8 * size,
    rowsOf(inked[0] ?? [], inked[1] ?? []),
    columns,
    heading,
    more,
  );
  const hasCoolant = both.some(({ estimate }) => estimate.run.grid.profile.bore !== undefined);
  const hasRegions = both.some(({ estimate }) => (estimate.run.problem.regions ?? []).length > 0);
  const key = drawNeedleKey(format, table.bottom, { hasCoolant, hasRegions, outline: null, isThere: true });
  const divide = drawStroke(`M${round(xOf(0))},${round(section.yOf(0))}V${round(y + height)}`, {
    colour: ink,
    width: 0.8 * line,
  });
  const body = `${drawInside(section, `${halves.join('\n')}\n${divide}`)}
${labels.join('\n')}
${names.join('\n')}
${scaleBar.body}
${drawColourBar(section, x + width + 0.8 * size, scale, format)}
${table.body}
${key.body}`;
  const said = both.map(
    ({ name, estimate }) =>
      `${name}: ${describeRun(estimate)}, ${inMillimetres(estimate.width)} mm wide, ${inMillimetres(estimate.length)} mm long`,
  );
  return framePicture(format, key.bottom + margin, head, `Two lesions. ${said.join('. ')}.`, body);
}
