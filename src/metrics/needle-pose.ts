import { invalidInput, mustBe } from '../problem/sentence.js';
import type { Nerve, Point3, Structure } from '../problem/structure.js';

/** Where a needle is and how it lies, in the frame of an image. */
export interface NeedlePose {
  /** Length of one unit of the frame [m]; 1e-3 for a frame in millimetres. */
  readonly unit: number;
  /** The needle's very end, in the frame. */
  readonly tip: Point3;
  /** Where the needle points, from its shaft to its end: a unit vector of the frame, −z of the needle. */
  readonly direction: Point3;
  /** The needle's own x, y and z in the frame: unit vectors, z up the shaft, x and y across it at a choice of ours. */
  readonly axes: readonly [x: Point3, y: Point3, z: Point3];
  /** From the point of entry to the needle's end [m]. */
  readonly depth: number;
}

/** What a pose is made from. */
export interface NeedlePoseOptions {
  /** Where the needle goes in, in the frame. */
  readonly entry: Point3;
  /** What it is aimed at, in the frame. */
  readonly target: Point3;
  /** Length of one unit of the frame [m]; default 1e-3: images are in millimetres. */
  readonly unit?: number;
  /** Height above the needle's end that comes to lie on the target [m]; default 0, the end itself. */
  readonly targetHeight?: number;
}

const combine = (a: Point3, b: Point3, part: number): Point3 => [
  a[0] + part * b[0],
  a[1] + part * b[1],
  a[2] + part * b[2],
];
const dot = (a: Point3, b: Point3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Point3, b: Point3): Point3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const scaled = (a: Point3, by: number): Point3 => [by * a[0], by * a[1], by * a[2]];
const unitVector = (a: Point3): Point3 => scaled(a, 1 / Math.hypot(...a));

function requirePoint(point: unknown, name: string): asserts point is Point3 {
  const isPoint = Array.isArray(point) && point.length === 3 && point.every((x) => Number.isFinite(x));
  if (!isPoint) throw invalidInput(name, mustBe('a list of three finite coordinates', point));
}

function requirePath(path: unknown, name: string): asserts path is readonly Point3[] {
  if (!Array.isArray(path)) throw invalidInput(name, mustBe('a list of points', path));
  path.forEach((point: unknown, k) => requirePoint(point, `${name}[${k}]`));
}

function requireWithin(value: unknown, least: number, most: number, name: string): void {
  if (typeof value === 'number' && value >= least && value <= most && Number.isFinite(value)) return;
  const range = most < Infinity ? `from ${least} to ${most}` : `of at least ${least}`;
  throw invalidInput(name, mustBe(`a finite number ${range}`, value));
}

/** Shortest and longest unit of a frame [m], and the longest needle [m]. */
const UNIT = { least: 1e-9, most: 1e3 } as const;
const LONGEST = 1;

/**
 * How a needle must lie to go from a point of entry to a target, both in any frame of three right-angled axes of one unit.
 *
 * @throws {@link LesionModelError} 'invalid-input' for points that are none or coincide, and for a needle that ends outside.
 */
export function needlePose(options: NeedlePoseOptions): NeedlePose {
  const given: unknown = options;
  if (typeof given !== 'object' || given === null)
    throw invalidInput('options', mustBe('a record with entry and target', given));
  const { entry, target, unit = 1e-3, targetHeight = 0 } = options;
  requirePoint(entry, 'entry');
  requirePoint(target, 'target');
  requireWithin(unit, UNIT.least, UNIT.most, 'unit');
  const way = combine(target, entry, -1);
  const distance = Math.hypot(...way);
  if (distance === 0) throw invalidInput('target', 'must be another point than entry');
  requireWithin(targetHeight, -Math.min(distance * unit, LONGEST), LONGEST, 'targetHeight');
  const direction = unitVector(way);
  const z = scaled(direction, -1);
  // Across the needle: the part of the frame's axis that lies most nearly across it.
  const frame: readonly Point3[] = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const across = frame.reduce((best, axis) =>
    Math.abs(dot(axis, z)) < Math.abs(dot(best, z)) ? axis : best,
  );
  const x = unitVector(combine(across, z, -dot(across, z)));
  return {
    unit,
    tip: combine(target, direction, targetHeight / unit),
    direction,
    axes: [x, cross(z, x), z],
    depth: distance * unit + targetHeight,
  };
}

/** A point of the frame in needle coordinates [m]. */
export function pointToNeedle({ unit, tip, axes: [x, y, z] }: NeedlePose, point: Point3): Point3 {
  requirePoint(point, 'point');
  const from = combine(point, tip, -1);
  return [unit * dot(from, x), unit * dot(from, y), unit * dot(from, z)];
}

/** A point in needle coordinates [m] in the frame. */
export function pointToFrame({ unit, tip, axes: [x, y, z] }: NeedlePose, point: Point3): Point3 {
  requirePoint(point, 'point');
  const [a, b, c] = scaled(point, 1 / unit);
  return combine(combine(combine(tip, x, a), y, b), z, c);
}

/** A nerve of the frame, its radius too in the frame's unit, in needle coordinates [m]. */
export function nerveToNeedle(pose: NeedlePose, { path, radius }: Nerve): Nerve {
  requirePath(path, 'nerve.path');
  requireWithin(radius, 0, Infinity, 'nerve.radius');
  return { path: path.map((point) => pointToNeedle(pose, point)), radius: pose.unit * radius };
}

/** A structure of the frame, its radius too in the frame's unit, in needle coordinates [m]. */
export function structureToNeedle(pose: NeedlePose, structure: Structure): Structure {
  switch (structure.kind) {
    case 'point':
      return { kind: 'point', at: pointToNeedle(pose, structure.at) };
    case 'sphere': {
      const { center, radius } = structure;
      requireWithin(radius, 0, Infinity, 'structure.radius');
      return { kind: 'sphere', center: pointToNeedle(pose, center), radius: pose.unit * radius };
    }
    case 'polyline': {
      requirePath(structure.path, 'structure.path');
      const path = structure.path.map((point) => pointToNeedle(pose, point));
      const { radius } = structure;
      if (radius !== undefined) requireWithin(radius, 0, Infinity, 'structure.radius');
      return { kind: 'polyline', path, ...(radius === undefined ? {} : { radius: pose.unit * radius }) };
    }
  }
}
