import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import type { FieldLine, FieldLines } from './field-lines.js';

/** A place where the field is known: a cell's node, or a point of the needle's surface or of the axis. */
export interface Node {
  readonly id: string;
  /** [m] */
  readonly r: number;
  /** [m] */
  readonly z: number;
  readonly value: number;
}

/** A side of a polygon, from its node to the next one's. */
export interface Side {
  readonly node: Node;
  /** What is known between the two nodes: a line, and its interval there. Null: a short straight piece of the surface. */
  readonly line: FieldLine | null;
  readonly k: number;
  /** How the line runs; 'shaft' along the needle's surface. */
  readonly runs: 'row' | 'column' | 'shaft';
  /** What ends here with the tissue, if anything does. */
  readonly end: 'axis' | 'needle' | null;
}

/**
 * Makes what divides tissue into polygons of nodes, strip by strip.
 *
 * @returns A function of j: the polygons between rows j and j + 1 in which some nodes have reached the level and some not,
 * counterclockwise.
 */
export function makePolygons(
  grid: AxisymmetricGrid,
  { rows, columns, shaft }: FieldLines,
  level: number,
): (j: number) => Side[][] {
  const { nr, r, z, wallRadius, endHeight, tipLength } = grid;
  const axis = columns[0]!;
  const firsts = rows.map(({ x }) => nr + 1 - x.length);
  const firstOnShaft = wallRadius.findIndex((wall) => wall > 0);
  const isHeld = shaft.x[0] === tipLength;
  const wall = (j: number): Node => ({
    id: `wall ${j}`,
    r: rows[j]!.x[0]!,
    z: z[j]!,
    value: rows[j]!.values[0]!,
  });
  const valueAt = (i: number, j: number): number => rows[j]!.values[i - firsts[j]! + 1]!;
  const cell = (i: number, j: number): Node => ({
    id: `${i} ${j}`,
    r: r[i]!,
    z: z[j]!,
    value: valueAt(i, j),
  });
  /** The node at the top of a column below the needle's end, where its surface is known. */
  const endOf = (i: number): Node | null => {
    const { x, values } = columns[i + 1]!;
    if (endHeight[i] === Infinity || x.at(-1) !== endHeight[i]) return null;
    return { id: `end ${i}`, r: r[i]!, z: x.at(-1)!, value: values.at(-1)! };
  };
  const alongRow = (node: Node, j: number, k: number): Side => ({
    node,
    line: rows[j]!,
    k,
    runs: 'row',
    end: null,
  });
  const alongColumn = (node: Node, i: number, k: number): Side => ({
    node,
    line: columns[i + 1]!,
    k,
    runs: 'column',
    end: null,
  });
  const alongSurface = (node: Node): Side => ({ node, line: null, k: 0, runs: 'shaft', end: 'needle' });
  const alongAxis = (node: Node, k: number): Side => ({ node, line: axis, k, runs: 'column', end: 'axis' });
  /** From the wall of the row above down to that of row j, or down the axis. */
  const alongWall = (j: number): Side => {
    if (wallRadius[j + 1] === 0) return alongAxis(wall(j + 1), j);
    const k = isHeld ? -1 : j - firstOnShaft;
    return { node: wall(j + 1), line: shaft, k, runs: 'shaft', end: 'needle' };
  };

  /** Where the row above begins further out: below the needle's end, or below a sleeve. */
  function aroundEnd(j: number): Side[][] {
    const [f, g] = [firsts[j]!, firsts[j + 1]!];
    const under = Array.from({ length: g - f }, (_, n) => f + n);
    const ends = under.map(endOf);
    const corner = [
      alongColumn(cell(g, j), g, j),
      alongRow(cell(g, j + 1), j + 1, 0),
      alongSurface(wall(j + 1)),
    ];
    if (ends.some((end) => end === null)) {
      const below = under.map((i) => alongRow(cell(i, j), j, i - f + 1));
      return [[alongRow(wall(j), j, 0), ...below, ...corner]];
    }
    const known = ends as Node[];
    const top = (i: number): number => columns[i + 1]!.x.length - 2;
    const hasAxis = wallRadius[j] === 0 && axis.x.at(-1) === 0;
    const center: Node = { id: 'end', r: 0, z: 0, value: axis.values.at(-1)! };
    return [
      [
        alongRow(wall(j), j, 0),
        alongColumn(cell(f, j), f, top(f)),
        alongSurface(known[0]!),
        ...(hasAxis ? [alongAxis(center, axis.x.length - 2)] : []),
      ],
      ...under
        .slice(0, -1)
        .map((i) => [
          alongRow(cell(i, j), j, i - f + 1),
          alongColumn(cell(i + 1, j), i + 1, top(i + 1)),
          alongSurface(known[i + 1 - f]!),
          alongColumn(known[i - f]!, i, top(i)),
        ]),
      [alongRow(cell(g - 1, j), j, g - f), ...corner, alongColumn(known.at(-1)!, g - 1, top(g - 1))],
    ];
  }

  const isMixed = (sides: readonly Side[]): boolean => {
    const hot = sides.filter(({ node }) => node.value >= level).length;
    return hot > 0 && hot < sides.length;
  };

  return (j) => {
    const [f, g] = [firsts[j]!, firsts[j + 1]!];
    const polygons =
      f === g
        ? [
            [
              alongRow(wall(j), j, 0),
              alongColumn(cell(f, j), f, j),
              alongRow(cell(f, j + 1), j + 1, 0),
              alongWall(j),
            ],
          ]
        : aroundEnd(j);
    const found = polygons.filter(isMixed);
    for (let i = g; i + 1 < nr; i++) {
      const hot = valueAt(i, j) >= level;
      const isSame =
        valueAt(i + 1, j) >= level === hot &&
        valueAt(i, j + 1) >= level === hot &&
        valueAt(i + 1, j + 1) >= level === hot;
      if (isSame) continue;
      found.push([
        alongRow(cell(i, j), j, i - f + 1),
        alongColumn(cell(i + 1, j), i + 1, j),
        alongRow(cell(i + 1, j + 1), j + 1, i - g + 1),
        alongColumn(cell(i, j + 1), i, j),
      ]);
    }
    return found;
  };
}
