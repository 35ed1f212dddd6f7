import type { AxisymmetricGrid } from './axisymmetric.js';

/** A part of space, rotationally symmetric about the needle; what is left out is unbounded. Lengths in m. */
export type Shape =
  | { readonly kind: 'slab'; readonly zMin?: number; readonly zMax?: number }
  | {
      readonly kind: 'tube';
      readonly rMin?: number;
      readonly rMax?: number;
      readonly zMin?: number;
      readonly zMax?: number;
    }
  | { readonly kind: 'sphere'; readonly z: number; readonly radius: number };

/** A cell that the surface of a sphere passes. Parts are by medium and of sum 1. */
export interface CutCell {
  /** Of its volume. */
  readonly parts: readonly number[];
  /**
   * Of strips side by side, from its node to each of its faces: inner, outer, lower and upper. A strip's parts are those of
   * the way along it.
   */
  readonly halves: Readonly<Record<'inner' | 'outer' | 'below' | 'above', readonly (readonly number[])[]>>;
}

/** Which medium is where: 0 is the tissue all around, k the k-th region. */
export interface Layout {
  /** How many media there are. */
  readonly count: number;
  /** Medium of each cell, the one at the node where several share it; shape [nz·nr]. */
  readonly mediumOf: Int32Array;
  /** The cells that several media share. */
  readonly cut: ReadonlyMap<number, CutCell>;
}

/** The radii and heights at which a region of straight sides begins or ends [m]. */
export function linesOf(shapes: readonly Shape[]): { readonly r: number[]; readonly z: number[] } {
  const isGiven = (x: number | undefined): x is number => x !== undefined;
  return {
    r: shapes.flatMap((shape) => (shape.kind === 'tube' ? [shape.rMin, shape.rMax].filter(isGiven) : [])),
    z: shapes.flatMap((shape) => (shape.kind === 'sphere' ? [] : [shape.zMin, shape.zMax].filter(isGiven))),
  };
}

function holds(shape: Shape, r: number, z: number): boolean {
  if (shape.kind === 'sphere') return Math.hypot(r, z - shape.z) < shape.radius;
  const { zMin = -Infinity, zMax = Infinity } = shape;
  if (z < zMin || z > zMax) return false;
  return shape.kind === 'slab' || (r > (shape.rMin ?? 0) && r < (shape.rMax ?? Infinity));
}

/** Makes what tells the medium at a place: 0 for the tissue all around, else one more than the last region that holds it. */
export function makeMediumAt(shapes: readonly Shape[]): (r: number, z: number) => number {
  return (r, z) => shapes.findLastIndex((shape) => holds(shape, r, z)) + 1;
}

/** Strips that a cut cell is divided into. */
const STRIPS = 16;

/** Makes the layout of a grid; a later region wins. */
export function layoutOf(
  { nr, nz, size, r, z, rEdges, zEdges }: AxisymmetricGrid,
  shapes: readonly Shape[],
): Layout {
  const count = shapes.length + 1;
  const mediumAt = makeMediumAt(shapes);
  const spheres = shapes.filter((shape) => shape.kind === 'sphere');
  const mediumOf = new Int32Array(size);
  const cut = new Map<number, CutCell>();

  /** Parts of a way by medium, divided where it passes a sphere, in a coordinate in which its length is meant. */
  function partsAlong(
    from: number,
    to: number,
    passes: readonly number[],
    at: (x: number) => number,
  ): number[] {
    const stops = [from, ...passes.filter((x) => x > from && x < to).toSorted((a, b) => a - b), to];
    const parts = new Array<number>(count).fill(0);
    for (let k = 1; k < stops.length; k++) {
      const [a, b] = [stops[k - 1]!, stops[k]!];
      const medium = at((a + b) / 2);
      parts[medium] = parts[medium]! + (b - a) / (to - from);
    }
    return parts;
  }

  const strips = (of: (middle: number) => number[]): number[][] =>
    Array.from({ length: STRIPS }, (_, k) => of((k + 0.5) / STRIPS));
  /** Squares of the radii at which a height meets the spheres. */
  const squares = (height: number): number[] => spheres.map((s) => s.radius ** 2 - (height - s.z) ** 2);
  const heights = (radius: number): number[] =>
    spheres.flatMap((s) => {
      const half = Math.sqrt(s.radius ** 2 - radius ** 2);
      return Number.isNaN(half) ? [] : [s.z - half, s.z + half];
    });

  function cutCell(i: number, j: number): CutCell | null {
    const [r0, r1, z0, z1] = [rEdges[i]!, rEdges[i + 1]!, zEdges[j]!, zEdges[j + 1]!];
    const isPassed = spheres.some((s) => {
      const near = Math.hypot(r0, Math.max(z0 - s.z, s.z - z1, 0));
      const far = Math.hypot(r1, Math.max(s.z - z0, z1 - s.z));
      return near < s.radius && far > s.radius;
    });
    if (!isPassed) return null;
    const heightOf = (part: number): number => z0 + part * (z1 - z0);
    const radiusOf = (part: number): number => Math.sqrt(r0 ** 2 + part * (r1 ** 2 - r0 ** 2));
    const byArea = strips((part) => {
      const height = heightOf(part);
      return partsAlong(r0 ** 2, r1 ** 2, squares(height), (s) => mediumAt(Math.sqrt(s), height));
    });
    const parts = Array.from({ length: count }, (_, m) =>
      byArea.reduce((sum, one) => sum + one[m]! / STRIPS, 0),
    );
    if (parts.some((part) => part > 1 - 1e-12)) return null;
    const across = (from: number, to: number): number[][] =>
      strips((part) => {
        const height = heightOf(part);
        const passes = squares(height).map((square) => Math.log(square) / 2); // NaN where it passes by
        return partsAlong(Math.log(from), Math.log(to), passes, (x) => mediumAt(Math.exp(x), height));
      });
    const along = (from: number, to: number): number[][] =>
      strips((part) => {
        const radius = radiusOf(part);
        return partsAlong(from, to, heights(radius), (height) => mediumAt(radius, height));
      });
    return {
      parts,
      halves: {
        inner: r0 > 0 ? across(r0, r[i]!) : [],
        outer: across(r[i]!, r1),
        below: along(z0, z[j]!),
        above: along(z[j]!, z1),
      },
    };
  }

  for (let j = 0; j < nz; j++) {
    for (let i = 0; i < nr; i++) {
      const c = j * nr + i;
      mediumOf[c] = mediumAt(r[i]!, z[j]!);
      const own = cutCell(i, j);
      if (own) cut.set(c, own);
    }
  }
  return { count, mediumOf, cut };
}
