/** A section through a needle: which part is shown, how large, and the needle in it to scale. */
import type { LesionRun } from '../lesion-run.js';
import { drawStroke, type Point, round, type Stroke } from './lines.js';
import type { Format } from './picture.js';

/** Part of a section, in needle coordinates [mm]. */
export interface Extent {
  /** From the axis to either side. */
  readonly half: number;
  readonly bottom: number;
  readonly top: number;
}

/** A part of a section in its place in the picture; lengths in pt unless they are said to be in mm. */
export interface Section extends Extent {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** [pt/mm] */
  readonly scale: number;
  /** Place in the picture of a point in mm. */
  readonly xOf: (r: number) => number;
  readonly yOf: (z: number) => number;
}

/** Where a section may stand [pt]. */
export interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** To be left free below what is shown. */
  readonly foot: number;
}

/** Tissue shown around what matters, as a part of it and at least [mm]. */
const AROUND = { part: 0.12, least: 0.8 } as const;

/** Shaft that is shown above the bare tip [mm]. */
const SHAFT = 1.5;

export const SIDES = [1, -1] as const;
/** Right or left of the axis. */
export type Side = (typeof SIDES)[number];

/** What of a section must be seen: the tip and all lines, with some tissue around. */
export function extentOf(run: LesionRun, points: Iterable<Point>): Extent {
  const { profile, tipLength } = run.grid;
  let half = 3e3 * profile.radius;
  let [bottom, top] = [0, 1e3 * tipLength];
  for (const [r, z] of points) {
    half = Math.max(half, r);
    bottom = Math.min(bottom, z);
    top = Math.max(top, z);
  }
  const around = Math.max(AROUND.part * half, AROUND.least);
  const shaft = 1e3 * tipLength + SHAFT;
  return { half: half + around, bottom: bottom - around, top: Math.max(top + around, shaft) };
}

/** What holds two parts of one section. */
export function unionOf(a: Extent, b: Extent): Extent {
  return {
    half: Math.max(a.half, b.half),
    bottom: Math.min(a.bottom, b.bottom),
    top: Math.max(a.top, b.top),
  };
}

/** The region that a run has computed [mm]. */
export function computedPart({ grid }: LesionRun): Extent {
  const [bottom = 0, top = 0] = [grid.zEdges[0], grid.zEdges.at(-1)];
  return { half: 1e3 * (grid.rEdges.at(-1) ?? 0), bottom: 1e3 * bottom, top: 1e3 * top };
}

/** Fits a part of a section into its room, no more of it than has been computed. */
export function makeSection(room: Room, wanted: Extent, computed: Extent): Section {
  const top = Math.min(wanted.top, computed.top);
  const lowest = Math.max(wanted.bottom, computed.bottom);
  const needed = Math.min(wanted.half, computed.half);
  const scale = Math.min(room.width / (2 * needed), (room.height - room.foot) / (top - lowest));
  const half = Math.min(room.width / (2 * scale), computed.half);
  const bottom = Math.max(lowest - room.foot / scale, computed.bottom);
  const middle = Math.round(room.x + room.width / 2);
  const [width, height] = [2 * half * scale, (top - bottom) * scale];
  return {
    ...{ half, bottom, top, width, height, scale, y: room.y, x: middle - width / 2 },
    xOf: (r) => middle + r * scale,
    yOf: (z) => room.y + (top - z) * scale,
  };
}

/** What is drawn inside a section, cut off at its edge. */
export function drawInside({ x, y, width, height }: Section, body: string): string {
  const [left, top, w, h] = [x, y, width, height].map(round);
  return `<svg x="${left}" y="${top}" width="${w}" height="${h}" viewBox="${left} ${top} ${w} ${h}">
${body}
</svg>`;
}

/** Colours of a needle. */
export const NEEDLE = {
  metal: '#d9dde1',
  shaft: '#626a73',
  sleeve: '#23272c',
  coolant: '#8fc7ee',
  edge: '#111111',
  sensor: '#d81b60',
} as const;

/** Sides overlap at the axis, so that no seam shows [pt]. */
const OVERLAP = 0.3;

/** Radius of the mark of the sensor, in sizes of text. */
const SENSOR = 0.3;

/** The outline of the bare tip on one side, from the axis up to the shaft. */
function tipPath(
  { xOf, yOf, scale }: Section,
  { profile, tipLength }: LesionRun['grid'],
  side: Side,
): string {
  const a = 1e3 * profile.radius;
  const [wall, end, arc] = [round(xOf(side * a)), round(yOf(0)), round(a * scale)];
  const to = (z: number): string => `${wall},${round(yOf(z))}`;
  const around = {
    flat: `H${wall}`,
    hemisphere: `A${arc},${arc} 0 0 ${side === 1 ? 0 : 1} ${to(a)}`,
    cone: `L${to(1e3 * (profile.coneLength ?? 0))}`,
  }[profile.end];
  return `M${round(xOf(0))},${end}${around}V${round(yOf(1e3 * tipLength))}`;
}

/** The needle's outline alone, where it has been or will be. */
export function drawOutline(
  section: Section,
  { grid }: LesionRun,
  stroke: Stroke,
  sides: readonly Side[] = SIDES,
): string {
  return sides.map((side) => drawStroke(tipPath(section, grid, side), stroke)).join('\n');
}

/** One side of the needle to scale: bare metal light, shaft dark, sleeve and coolant where there are some. */
function drawSide(
  section: Section,
  { grid }: LesionRun,
  { line }: Format,
  side: Side,
  overlap: number,
): string {
  const { xOf, yOf, y } = section;
  const { profile, tipLength } = grid;
  const a = 1e3 * profile.radius;
  const across = (r: number): string => round(xOf(side * r) - (r === 0 ? side * overlap : 0));
  const [above, shaft] = [round(y - 2), round(yOf(1e3 * tipLength))];
  const pipe = (from: number, to: number, z: number, fill: string): string => {
    const [left, right] = [across(from), across(to)];
    return `<path d="M${left},${round(yOf(1e3 * z))}H${right}V${above}H${left}Z" fill="${fill}"/>`;
  };
  const outline = tipPath(section, grid, side);
  const { sleeve, bore } = profile;
  const outer = 1e3 * (profile.radius + (sleeve?.thickness ?? 0));
  return `<path d="${outline}H${across(0)}V${round(yOf(0))}Z" fill="${NEEDLE.metal}"/>
${pipe(0, a, tipLength, NEEDLE.shaft)}
${sleeve ? pipe(a, outer, sleeve.from, NEEDLE.sleeve) : ''}
${bore ? pipe(0, 1e3 * bore.radius, bore.from, NEEDLE.coolant) : ''}
${drawStroke(`${outline}H${round(xOf(0))}M${across(outer)},${shaft}V${above}`, { colour: NEEDLE.edge, width: line })}`;
}

/** The mark of the sensor. */
export function drawSensorMark(x: number, y: number, { text, line }: Format): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(SENSOR * text)}" fill="${NEEDLE.sensor}" stroke="#fff" stroke-width="${round(line)}"/>`;
}

/** The half of it on one side. */
function drawHalfMark(x: number, y: number, side: Side, { text, line }: Format): string {
  const r = SENSOR * text;
  const arc = `M${round(x)},${round(y - r)}a${round(r)},${round(r)} 0 0 ${side === 1 ? 1 : 0} 0,${round(2 * r)}`;
  return `<path d="${arc}Z" fill="${NEEDLE.sensor}"/>${drawStroke(arc, { colour: '#fff', width: line })}`;
}

/** The needle to scale with its sensor, whole or one side of it. */
export function drawNeedle(
  section: Section,
  run: LesionRun,
  format: Format,
  sides: readonly Side[] = SIDES,
): string {
  const sensor = 1e3 * run.problem.electrode.sensor.z;
  const parts = sides.map((side) => drawSide(section, run, format, side, sides.length > 1 ? OVERLAP : 0));
  const [x, y] = [section.xOf(0), section.yOf(sensor)];
  const [side = 1] = sides;
  const mark = sides.length > 1 ? drawSensorMark(x, y, format) : drawHalfMark(x, y, side, format);
  return [...parts, mark].join('\n');
}
