import type { LesionEstimate } from '../lesion-estimate.js';
import { drawBorderTable, drawNeedleKey } from './border-table.js';
import { type Border, bordersOf, drawBorder, inkBorders, isothermsOf } from './borders.js';
import { boxBetween } from './boxes.js';
import { type ColourMap, inkOn } from './colours.js';
import {
  drawBands,
  makeColourReader,
  type ReadColour,
  drawColourBar,
  makeReader,
  makeScale,
  readRaster,
  type ShownField,
  widthOfBar,
} from './field.js';
import { requireColours, requireField, requireFormat, requireOneOf } from './input.js';
import { labelIsotherms } from './line-labels.js';
import type { Point } from './lines.js';
import { type Format, framePicture, makeHead, marginOf, type PlotOptions } from './picture.js';
import { drawRegions } from './region-outlines.js';
import { DIMENSION_ROOM, drawDimension, drawScaleBar } from './scale-bar.js';
import {
  computedPart,
  drawInside,
  drawNeedle,
  drawOutline,
  extentOf,
  makeSection,
  type Section,
  SIDES,
} from './section.js';
import type { Box } from './text.js';
import { describeNeedle, describePeak, describeRun, describeStart, inMillimetres } from './words.js';

/** How to draw a lesion. */
export interface LesionPlotOptions extends PlotOptions {
  /** Default 'peak'. */
  readonly field?: ShownField;
  /** Default 'inferno'. */
  readonly colours?: ColourMap;
}

/** Height of the section, in widths of the picture. */
const HIGHEST = 1.05;

/** Isotherms at the end of a run [°C]. */
const FINAL_LEVELS = [20, 30, 40, 45, 50, 55, 60, 70, 80, 90] as const;

/** Dash and gap of the outline of a needle that is not there, in widths of a line. */
const OUTLINE = [2.4, 1.6] as const;

/** An isotherm this close to the lowest or highest temperature is a dot or a wavy line [K]. */
const CLEAR = 1;

const FIELDS: readonly ShownField[] = ['peak', 'final'];

const nameField = (estimate: LesionEstimate, field: ShownField): string =>
  field === 'peak' ? describePeak(estimate) : 'temperature at the end of the cool-down';

/** Box of the needle in a section. */
export function boxOfNeedle({ xOf, yOf, y }: Section, { run }: LesionEstimate): Box {
  const { profile } = run.grid;
  const a = 1e3 * (profile.radius + (profile.sleeve?.thickness ?? 0));
  return boxBetween(xOf(-a), y, xOf(a), yOf(0));
}

/** Where the needle has been in earlier stages with heat: heights over where it is now [mm]. */
function earlierPlaces({ stages }: LesionEstimate): number[] {
  const last = stages.at(-1)?.position ?? 0;
  const heated = stages.filter(({ kind }) => kind !== 'off').map(({ position }) => 1e3 * (position - last));
  return [...new Set(heated)].filter((height) => height !== 0);
}

/** Outlines of the tip at some heights [mm]. */
function drawNeedlePlaces(
  section: Section,
  { run }: LesionEstimate,
  heights: readonly number[],
  colourAt: ReadColour,
  { line }: Format,
): string {
  return heights
    .map((height) => {
      const yOf = (z: number): number => section.yOf(z + height);
      const colour = inkOn(colourAt(section.xOf(0), yOf(500 * run.grid.tipLength)));
      return drawOutline({ ...section, yOf }, run, {
        colour,
        width: line,
        dash: OUTLINE.map((one) => one * line).join(' '),
      });
    })
    .join('\n');
}

/** What a picture says to those who cannot see it. */
function describe(estimate: LesionEstimate, borders: readonly Border[], field: ShownField): string {
  const sizes = borders.flatMap(({ name, size }) =>
    size && size.width.value > 0
      ? [`${name}: ${inMillimetres(size.width)} mm wide, ${inMillimetres(size.length)} mm long`]
      : [],
  );
  const words = `Section through a ${describeNeedle(estimate)}. ${describeRun(estimate)}. Shading: ${nameField(estimate, field)}.`;
  return sizes.length > 0 ? `${words} Lesions: ${sizes.join('; ')}.` : `${words} No lesion.`;
}

/**
 * A section through the needle as an SVG picture: temperature of tissue with its isotherms, the border of the lesion by every
 * criterion with the error band of its width, the zone of a reversible block and the needle to scale, mirrored about the axis.
 *
 * @throws {@link index!LesionModelError | LesionModelError} 'invalid-input' for an estimate without its fields.
 */
export function drawLesion(estimate: LesionEstimate, options: LesionPlotOptions = {}): string {
  const format = requireFormat(options);
  const { field = 'peak', colours = 'inferno' } = options;
  requireOneOf('field', field, FIELDS);
  requireColours(colours);
  requireField(estimate);
  const { run } = estimate;
  const { text } = format;
  const margin = marginOf(format);
  const title = options.title ?? describeRun(estimate);
  const done = options.title === undefined ? '' : `${describeRun(estimate)}; `;
  const caption = `${done}${describeNeedle(estimate)}; ${describeStart(estimate)}; shading: ${nameField(estimate, field)}`;
  const head = makeHead(format, title, caption);

  const lesions = bordersOf(estimate, field === 'peak');
  const points = lesions.flatMap(({ lines }) => lines.flat());
  const bar = widthOfBar(format);
  const room = {
    x: margin,
    y: head.bottom,
    width: format.width - 2 * margin - bar,
    height: HIGHEST * format.width,
  };
  const computed = computedPart(run);
  const section = makeSection({ ...room, foot: DIMENSION_ROOM * text }, extentOf(run, points), computed);
  const read = makeReader(run, field);
  const raster = readRaster(section, read);
  const scale = makeScale([raster], colours);
  const levels = FINAL_LEVELS.filter((T) => T > scale.lowest + CLEAR && T < scale.highest - CLEAR);
  const isotherms = field === 'peak' ? [] : isothermsOf(estimate, levels);
  const borders = inkBorders([...lesions, ...isotherms], read, scale, section, format);

  const colourAt = makeColourReader(section, [read, read], scale);
  const places = [...lesions, ...isotherms].flatMap(({ lines }) =>
    lines
      .flat()
      .flatMap(([r, z]): Point[] => SIDES.map((side) => [section.xOf(side * r), section.yOf(z)] as const)),
  );
  const dimension = drawDimension(section, estimate, lesions[0]?.name ?? '', places, colourAt, format);
  const fixed = [boxOfNeedle(section, estimate), ...dimension.boxes];
  const scaleBar = drawScaleBar(section, places, fixed, colourAt, format);
  const taken = [...fixed, ...scaleBar.boxes];
  const isGone = field === 'final' && run.isWithdrawn;
  const needle = isGone
    ? drawNeedlePlaces(section, estimate, [0], colourAt, format)
    : `${drawNeedlePlaces(section, estimate, earlierPlaces(estimate), colourAt, format)}${drawNeedle(section, run, format)}`;
  const inside = `${drawBands(section, raster, scale)}
${drawRegions(section, run, format)}
${borders.map((border) => drawBorder(section, border)).join('\n')}
${needle}`;
  const table = drawBorderTable(
    format,
    section.y + section.height + 0.8 * text,
    borders.filter(({ size }) => size !== null),
  );
  const key = drawNeedleKey(format, table.bottom, {
    hasCoolant: run.grid.profile.bore !== undefined,
    hasRegions: (run.problem.regions ?? []).length > 0,
    outline: isGone ? 'tip, now withdrawn' : earlierPlaces(estimate).length > 0 ? 'tip before' : null,
    isThere: !isGone,
  });
  const body = `${drawInside(section, inside)}
${labelIsotherms(section, borders, taken, format)}
${dimension.body}
${scaleBar.body}
${drawColourBar(section, section.x + section.width + 0.8 * text, scale, format)}
${table.body}
${key.body}`;
  return framePicture(format, key.bottom + margin, head, describe(estimate, lesions, field), body);
}
