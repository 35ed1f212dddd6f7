/** How long a length is: a bar in a corner of a section, or an arrow across a lesion. */
import type { LesionEstimate } from '../lesion-estimate.js';
import { boxBetween, meet, padded } from './boxes.js';
import { inkOn } from './colours.js';
import type { ReadColour } from './field.js';
import { drawStroke, type Point, round } from './lines.js';
import type { Format } from './picture.js';
import type { Section } from './section.js';
import { type Box, boxOfText, drawText, textWidth } from './text.js';
import { inMillimetres } from './words.js';

/** A part of a section and the boxes that it fills. */
export interface Placed {
  readonly body: string;
  readonly boxes: readonly Box[];
}

/** A line this close to words is kept away from them, in sizes of text. */
const CLOSE = 0.7;

/** A patch that keeps lines of the field away from words, where some run there. */
function drawPatch(box: Box, points: readonly Point[], fill: string, size: number): string {
  const { x, y, width, height } = box;
  const [a, b] = [width / 2 + CLOSE * size, height / 2 + CLOSE * size];
  if (!points.some(([px, py]) => Math.abs(px - x) < a && Math.abs(py - y) < b)) return '';
  return `<rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${round(height)}" fill="${fill}"/>`;
}

/** Lengths that a scale bar may have [mm]. */
const LENGTHS = [20, 10, 5, 2, 1, 0.5] as const;

/** Its greatest part of the width of a section. */
const LONGEST = 0.24;

/**
 * A scale bar in the corner that is farthest from the lines of a picture.
 *
 * @param points - Of the lines [pt].
 * @param taken - Where it may not stand.
 */
export function drawScaleBar(
  section: Section,
  points: readonly Point[],
  taken: readonly Box[],
  colourAt: ReadColour,
  { text, line }: Format,
): Placed {
  const { x, y, width, height, scale } = section;
  const length = LENGTHS.find((one) => one * scale < LONGEST * width) ?? 0.2;
  const words = `${length} mm`;
  const wide = Math.max(length * scale, textWidth(words, text));
  const [left, right, above, below] = [x + text, x + width - text - wide, y + text, y + height - 2.1 * text];
  const corners = [
    [left, above],
    [right, above],
    [left, below],
    [right, below],
  ] as const;
  const boxAt = ([cx, cy]: Point): Box => boxBetween(cx, cy - 0.3 * text, cx + wide, cy + 1.4 * text);
  const distance = ([cx, cy]: Point): number =>
    points.reduce(
      (least, [px, py]) => Math.min(least, Math.hypot(px - cx - wide / 2, py - cy - text / 2)),
      Infinity,
    );
  const [[cx, cy] = corners[0]] = corners
    .filter((corner) => !taken.some((one) => meet(padded(boxAt(corner), 0.5 * text), one)))
    .toSorted((a, b) => distance(b) - distance(a));
  const middle = cx + wide / 2;
  const tick = round(0.3 * text);
  const start = middle - (length * scale) / 2;
  const path = `M${round(start)},${round(cy - 0.3 * text)}v${round(0.6 * text)}m0,-${tick}h${round(length * scale)}m0,-${tick}v${round(0.6 * text)}`;
  const box = boxAt([cx, cy]);
  const ground = colourAt(box.x, box.y);
  const ink = inkOn(ground);
  const style = { size: text, anchor: 'middle', fill: ink } as const;
  return {
    body: `${drawPatch(box, points, ground, text)}${drawStroke(path, { colour: ink, width: 1.6 * line })}${drawText(middle, cy + 1.15 * text, words, style)}`,
    boxes: [padded(box, 0.3 * text)],
  };
}

/** Room that the dimension of a width takes below a lesion, in sizes of text. */
export const DIMENSION_ROOM = 3;

/**
 * The width of the headline's lesion as on a drawing, below it; nothing where there is none.
 *
 * @param points - Of the lines around [pt].
 */
export function drawDimension(
  section: Section,
  { width, widestAt }: LesionEstimate,
  name: string,
  points: readonly Point[],
  colourAt: ReadColour,
  { text, line }: Format,
): Placed {
  if (width.value === 0) return { body: '', boxes: [] };
  const half = 0.5e3 * width.value;
  const y = section.y + section.height - 1.7 * text;
  const ground = colourAt(section.xOf(0), y);
  const ink = inkOn(ground);
  const [left, right] = [section.xOf(-half), section.xOf(half)];
  const from = round(section.yOf(1e3 * widestAt.value));
  const down = round(y + 0.4 * text);
  const head = 0.55 * text;
  const arrow = (x: number, to: number): string =>
    `M${round(x + to)},${round(y - 0.28 * text)}L${round(x)},${round(y)}L${round(x + to)},${round(y + 0.28 * text)}`;
  const size = `${inMillimetres(width)} mm${width.numericalError === null ? '' : ' (numerical)'}`;
  const full = `${name}: ${size}`;
  const words = textWidth(full, text, true) < section.width - text ? full : size;
  const [middle, foot] = [section.xOf(0), section.y + section.height - 0.55 * text];
  const style = { size: text, anchor: 'middle', bold: true, fill: ink } as const;
  const dashes = `${round(3 * line)} ${round(3 * line)}`;
  return {
    body: `${drawStroke(`M${round(left)},${from}V${down}M${round(right)},${from}V${down}`, { colour: ink, width: 0.8 * line, dash: dashes })}
${drawStroke(`M${round(left)},${round(y)}H${round(right)}${arrow(left, head)}${arrow(right, -head)}`, { colour: ink, width: 1.3 * line })}
${drawPatch(boxOfText(middle, foot, words, style), points, ground, text)}${drawText(middle, foot, words, style)}`,
    boxes: [
      boxBetween(left, y - 0.3 * text, right, y + 0.3 * text),
      padded(boxOfText(middle, foot, words, style), 0.2 * text),
    ],
  };
}
