/** Names of lines, written on them where there is most room. */
import type { InkedBorder } from './borders.js';
import { boxBetween, isInside, meet, padded } from './boxes.js';
import { type Line, type Point, round } from './lines.js';
import type { Format } from './picture.js';
import { type Section, SIDES } from './section.js';
import { belowMiddle, type Box, drawText, textWidth } from './text.js';

/** A line in the picture with what is to be written on it [pt]. */
interface Named {
  readonly line: Line;
  readonly words: string;
  readonly ink: string;
  readonly ground: string;
}

/** Where words may stand: the middle of a stretch of line and its direction. */
interface Place {
  readonly at: Point;
  /** Of words that read from the left, or from below [°]. */
  readonly turn: number;
  /** How far the line bends away from the words [pt]. */
  readonly bend: number;
}

/** Places tried along a line. */
const TRIES = 48;

/** Room beyond which another line does not matter, in sizes of text. */
const ENOUGH = 1.6;

/** A bend counts so many times. */
const BEND = 1.5;

/** Room between the words and other boxes, in sizes of text. */
const GAP = 0.3;

/** The point at a distance along a line, whose lengths up to each point are given. */
function pointAt(line: Line, lengths: readonly number[], distance: number): Point {
  const n = Math.max(
    lengths.findIndex((length) => length >= distance),
    1,
  );
  const [[x0, y0] = [NaN, NaN], [x1, y1] = [NaN, NaN]] = [line[n - 1], line[n]];
  const [from = 0, to = 0] = [lengths[n - 1], lengths[n]];
  const part = to > from ? (distance - from) / (to - from) : 0;
  return [x0 + part * (x1 - x0), y0 + part * (y1 - y0)];
}

function lengthsOf(line: Line): number[] {
  let sum = 0;
  return line.map(([x, y], n) => {
    const [x0, y0] = line[n - 1] ?? [x, y];
    sum += Math.hypot(x - x0, y - y0);
    return sum;
  });
}

/** Places for words of a width along a line. */
function placesOn(line: Line, width: number): Place[] {
  const lengths = lengthsOf(line);
  const free = (lengths.at(-1) ?? 0) - 1.2 * width;
  if (free <= 0) return [];
  return Array.from({ length: TRIES }, (_, k) => {
    const middle = 0.6 * width + (k / (TRIES - 1)) * free;
    const at = pointAt(line, lengths, middle);
    const [x0, y0] = pointAt(line, lengths, middle - width / 2);
    const [x1, y1] = pointAt(line, lengths, middle + width / 2);
    const angle = (Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI;
    const turn = angle > 89 ? angle - 180 : angle <= -91 ? angle + 180 : angle;
    return { at, turn, bend: Math.hypot(at[0] - (x0 + x1) / 2, at[1] - (y0 + y1) / 2) };
  });
}

/** Distance to the nearest of some points. */
function distanceTo([x, y]: Point, points: readonly Point[]): number {
  return points.reduce((least, [px, py]) => Math.min(least, Math.hypot(px - x, py - y)), Infinity);
}

/** Points of a line close enough to each other to keep a distance from. */
function densely(line: Line, step: number): Point[] {
  const lengths = lengthsOf(line);
  const count = Math.ceil((lengths.at(-1) ?? 0) / step);
  return Array.from({ length: count }, (_, k) => pointAt(line, lengths, k * step));
}

/** Lines of a section in the picture, on one side. */
function inPicture({ xOf, yOf }: Section, lines: readonly Line[], side: 1 | -1): Line[] {
  return lines.map((line) => line.map(([r, z]) => [xOf(side * r), yOf(z)] as const));
}

/**
 * Writes their temperatures on isotherms, each on the side and at the place that leave most room to other lines; a line too
 * short or too crowded stays without.
 *
 * @param taken - Where nothing may be written.
 */
export function labelIsotherms(
  section: Section,
  borders: readonly InkedBorder[],
  taken: readonly Box[],
  { text: size }: Format,
  sides: readonly (1 | -1)[] = SIDES,
): string {
  const { x, y, width, height } = section;
  const edge = padded(boxBetween(x, y, x + width, y + height), -0.3 * size);
  const full = [...taken];
  const all = borders.map((border) =>
    sides.flatMap((side) =>
      inPicture(section, border.lines, side).flatMap((line) => densely(line, size / 3)),
    ),
  );
  const labels = borders.flatMap((border, k): string[] => {
    if (border.level === null) return [];
    const others = all.filter((_, m) => m !== k).flat();
    const words = `${border.level} °C`;
    const named = sides
      .flatMap((side) => inPicture(section, border.lines, side))
      .map((line): Named => ({ line, words, ink: border.stroke.colour, ground: border.ground }));
    const [best] = named
      .flatMap((one) => bestPlaces(one, others, size))
      .filter(({ box }) => isInside(box, edge) && !full.some((one) => meet(padded(box, GAP * size), one)))
      .toSorted((a, b) => b.score - a.score);
    if (!best) return [];
    full.push(best.box);
    return [drawLabel(best.place, best.box, best.named, size)];
  });
  return labels.join('\n');
}

/** All places on a line with how good they are: room around, and no bend. */
function bestPlaces(
  named: Named,
  others: readonly Point[],
  size: number,
): { readonly named: Named; readonly place: Place; readonly box: Box; readonly score: number }[] {
  const width = textWidth(named.words, size);
  return placesOn(named.line, width + 0.6 * size).map((place) => {
    const { at, turn, bend } = place;
    const box = { x: at[0], y: at[1], width, height: 0.86 * size, turn };
    const room = Math.min(distanceTo(at, others), ENOUGH * size);
    return { named, place, box, score: room - BEND * bend };
  });
}

/** Words on a patch of the field's colour, which interrupts the line. */
function drawLabel(
  { at: [x, y], turn }: Place,
  box: Box,
  { words, ink, ground }: Named,
  size: number,
): string {
  const [w, h] = [box.width + 0.3 * size, 0.92 * size];
  const below = belowMiddle(size);
  const angle = (turn * Math.PI) / 180;
  const foot: Point = [x - below * Math.sin(angle), y + below * Math.cos(angle)];
  const patch = `<rect x="${round(-w / 2)}" y="${round(-h / 2)}" width="${round(w)}" height="${round(h)}" rx="${round(0.3 * size)}" fill="${ground}" transform="translate(${round(x)},${round(y)}) rotate(${round(turn)})"/>`;
  return `${patch}${drawText(...foot, words, { size, anchor: 'middle', fill: ink, turn })}`;
}
