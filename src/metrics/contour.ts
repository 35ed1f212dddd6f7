import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { radiusAt } from '../grid/needle-profile.js';
import { type FieldLines } from './field-lines.js';
import { crossingIn, crossingsIn } from './line-curves.js';
import { makePolygons, type Node, type Side } from './polygons.js';
import { smoothed } from './smooth-line.js';

/** Where a piece of a border begins or ends; a 'loop' does neither. */
export type ContourEnd = 'axis' | 'needle' | 'loop';

/**
 * One piece of a region's border in the half plane r ≥ 0, in order, the region on its left: from below up along its outside,
 * a piece that is closed in itself counterclockwise, a hole clockwise.
 */
export interface Contour {
  /** [m] */
  readonly r: Float64Array;
  /** [m] */
  readonly z: Float64Array;
  readonly from: ContourEnd;
  readonly to: ContourEnd;
  /** Closed, in itself or about the axis; else it ends on the needle's surface. */
  readonly closed: boolean;
}

/** Where the border passes a side of a polygon. */
interface Crossing {
  readonly r: number;
  readonly z: number;
  readonly end: Side['end'];
}

/** Makes what places the border on a side, by the smooth curve along its line. */
function makeCrossings(
  grid: AxisymmetricGrid,
  lines: FieldLines,
  level: number,
): (side: Side, next: Node) => Crossing {
  const onShaft = crossingsIn(lines.shaft, level);
  return ({ node, line, k, runs, end }, next) => {
    if (line === null) {
      const part = (level - node.value) / (next.value - node.value);
      return { r: node.r + part * (next.r - node.r), z: node.z + part * (next.z - node.z), end };
    }
    if (k < 0) {
      // The lines beside a held tip do not go through its surface, which is known from its border on.
      const between = (z: number): boolean => (z - node.z) * (z - next.z) <= 0;
      const z = onShaft.find(between) ?? (node.z + next.z) / 2;
      return { r: radiusAt(grid.profile, z), z, end };
    }
    const at = crossingIn(line, level, k);
    switch (runs) {
      case 'row':
        return { r: at, z: line.at, end };
      case 'column':
        return { r: line.at, z: at, end };
      case 'shaft':
        return { r: radiusAt(grid.profile, at), z: at, end };
    }
  };
}

/** A part of the border inside one polygon, from one side to another, the region on its left. */
type Segment = readonly [string, string];

/** A side that the border passes; walking around counterclockwise, the region is left there or entered. */
interface Passed {
  readonly name: string;
  readonly leaves: boolean;
}

/** Joins the sides that the border passes; where it passes four, the middle says what hangs together. */
function segmentsIn(passed: readonly Passed[], middleIsInside: boolean): Segment[] {
  const n = passed.length;
  return passed.flatMap(({ name, leaves }, m): Segment[] => {
    if (!leaves) return [];
    const partner = passed[(m + (middleIsInside ? 1 : n - 1)) % n]!;
    return [[name, partner.name]];
  });
}

/** Strings segments together: the names of the sides that each piece of the border passes, in order. */
function chains(segments: readonly Segment[]): string[][] {
  const next = new Map(segments);
  const entered = new Set(segments.map(([, to]) => to));
  const follow = (start: string): string[] => {
    const chain = [start];
    for (let to = next.get(start); to !== undefined; to = next.get(to)) {
      next.delete(chain.at(-1)!);
      chain.push(to);
    }
    return chain;
  };
  const openOnes = [...next.keys()].filter((name) => !entered.has(name)).map(follow);
  const loops: string[][] = [];
  while (next.size > 0) loops.push(follow(next.keys().next().value!));
  return [...openOnes, ...loops];
}

/**
 * The border of the region where a field is at least `level`: marching squares over the cells' nodes and the needle's
 * surface, each crossing placed by the cubic along its line, with a smooth curve through the crossings.
 *
 * ```text
 * field(r, z) = level
 * ```
 *
 * @param lines - Of the field, or of the largest of several.
 * @returns Pieces, from the lowest up.
 */
export function contourOf(grid: AxisymmetricGrid, lines: FieldLines, level: number): readonly Contour[] {
  const polygonsAbove = makePolygons(grid, lines, level);
  const place = makeCrossings(grid, lines, level);
  const points = new Map<string, Crossing>();
  const segments: Segment[] = [];
  for (let j = 0; j + 1 < grid.nz; j++) {
    for (const sides of polygonsAbove(j)) {
      const passed: Passed[] = [];
      sides.forEach((side, n) => {
        const next = sides[(n + 1) % sides.length]!.node;
        const leaves = side.node.value >= level;
        if (leaves === next.value >= level) return;
        const name = [side.node.id, next.id].sort().join(' to ');
        if (!points.has(name)) points.set(name, place(side, next));
        passed.push({ name, leaves });
      });
      const middle = sides.reduce((sum, { node }) => sum + node.value, 0) / sides.length;
      segments.push(...segmentsIn(passed, middle >= level));
    }
  }
  return chains(segments)
    .map((chain) => contourThrough(chain.map((name) => points.get(name)!)))
    .sort((a, b) => Math.min(...a.z) - Math.min(...b.z));
}

/** A smooth piece of border through its crossings. */
function contourThrough(crossings: readonly Crossing[]): Contour {
  const [first, last] = [crossings[0]!, crossings.at(-1)!];
  const isLoop = first === last;
  const from = isLoop ? 'loop' : (first.end ?? 'needle');
  const to = isLoop ? 'loop' : (last.end ?? 'needle');
  const { r, z } = smoothed(crossings, { isLoop, fromAxis: from === 'axis', toAxis: to === 'axis' });
  return { r, z, from, to, closed: isLoop || (from === 'axis' && to === 'axis') };
}
