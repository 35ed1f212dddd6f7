/** A last cell narrower than this part of its neighbour is merged into it. */
const SLIVER = 0.5;

/** Position after `cells` cells that start at `spacing` and grow by `q` [m]; `cells` may be a fraction. */
function geometric(cells: number, spacing: number, q: number): number {
  return q === 1 ? cells * spacing : (spacing * Math.expm1(cells * Math.log(q))) / (q - 1);
}

/** Number of such cells, with its fraction, that fills `length`. */
function cellsThatFill(length: number, spacing: number, q: number): number {
  return q === 1 ? length / spacing : Math.log(1 + (length * (q - 1)) / spacing) / Math.log(q);
}

/** Two lines closer than this are one [m]. */
export const SAME_LINE = 1e-9;

/** The places between 0 and `length` at which a line is asked for, in order, each once [m]. */
function cutsWithin(cuts: readonly number[], length: number): number[] {
  return cuts
    .filter((x) => x > SAME_LINE && x < length - SAME_LINE)
    .toSorted((a, b) => a - b)
    .filter((x, k, all) => k === 0 || x - all[k - 1]! > SAME_LINE);
}

/** A smooth map from a number of cells, which may be a fraction, to a position, and back [m]. */
interface CellMap {
  readonly to: (x: number) => number;
  readonly back: (cells: number) => number;
}

/** Edges after `from` up to `to`, a whole number of cells on a map that is sampled a little more finely or coarsely. */
function stretchOfEdges({ to: cellsAt, back }: CellMap, from: number, to: number, fewest: number): number[] {
  const first = cellsAt(from);
  const cells = cellsAt(to) - first;
  const count = Math.max(fewest, Math.round(cells));
  const edges = Array.from({ length: count }, (_, k) => back(first + ((k + 1) * cells) / count));
  edges[count - 1] = to;
  return edges;
}

const growing = (spacing: number, growthRatio: number): CellMap => ({
  to: (x) => cellsThatFill(x, spacing, growthRatio),
  back: (cells) => geometric(cells, spacing, growthRatio),
});

/** Fewest cells between two places at which a line is asked for. */
const FEWEST_BETWEEN_CUTS = 2;

/**
 * Edges that start with a cell of `spacing` and grow by `growthRatio` until they pass `length`, from 0 [m].
 *
 * @param cuts - Places at which a line is asked for; cells before the last of them are fitted.
 * @remarks The first cells are exact, so that grids which differ only in `length` have the same cells near the
 * start; the last cell takes what is left.
 */
export function gradedEdges(
  length: number,
  spacing: number,
  growthRatio: number,
  cuts: readonly number[] = [],
): number[] {
  const map = growing(spacing, growthRatio);
  const lines = [0, ...cutsWithin(cuts, length)];
  const edges = [
    0,
    ...lines.slice(1).flatMap((to, k) => stretchOfEdges(map, lines[k]!, to, FEWEST_BETWEEN_CUTS)),
  ];
  const last = lines.at(-1)!;
  const first = last === 0 ? 0 : map.to(last);
  const count = Math.floor(map.to(length) - first);
  for (let k = 1; k <= count; k++) edges.push(map.back(first + k));
  const [before, end] = [edges.at(-2), edges.at(-1)!];
  const left = length - end;
  if (count > 0 && left < SLIVER * (end - before!)) edges[edges.length - 1] = length;
  else edges.push(length);
  return edges;
}

/**
 * Edges over a fixed `length` that start with a cell of about `spacing` and grow by about `growthRatio`, from 0 [m].
 *
 * @param cuts - Places at which a line is asked for.
 * @remarks All cells follow one smooth map: it is sampled a little more finely or coarsely than asked for, so that a
 * whole number of cells fits.
 */
export function fittedEdges(
  length: number,
  spacing: number,
  growthRatio: number,
  fewest: number,
  cuts: readonly number[] = [],
): number[] {
  return edgesOnMap(growing(spacing, growthRatio), length, fewest, cuts);
}

/** The same from both ends towards the middle. */
export function fittedEdgesBothEnds(
  length: number,
  spacing: number,
  growthRatio: number,
  fewest: number,
  cuts: readonly number[] = [],
): number[] {
  const { to, back } = growing(spacing, growthRatio);
  const all = 2 * to(length / 2);
  const map: CellMap = {
    to: (x) => (2 * x <= length ? to(x) : all - to(length - x)),
    back: (cells) => (2 * cells <= all ? back(cells) : length - back(all - cells)),
  };
  return edgesOnMap(map, length, fewest, cuts);
}

function edgesOnMap(map: CellMap, length: number, fewest: number, cuts: readonly number[]): number[] {
  const lines = [0, ...cutsWithin(cuts, length), length];
  const least = lines.length === 2 ? fewest : FEWEST_BETWEEN_CUTS;
  return [0, ...lines.slice(1).flatMap((to, k) => stretchOfEdges(map, lines[k]!, to, least))];
}

/**
 * The point inside each cell that stands for it [m]: the image of the half-integer under the smooth map that the
 * edges sample, so that a difference between neighbouring nodes is centred on their face.
 *
 * ```text
 * x = x₀ + s·(√q − 1)/(q − 1),   q the local growth ratio, s the cell size
 * ```
 */
export function mappedNodes(edges: Float64Array): Float64Array {
  const n = edges.length - 1;
  const nodes = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const before = i > 0 ? edges[i]! - edges[i - 1]! : NaN;
    const size = edges[i + 1]! - edges[i]!;
    const after = i < n - 1 ? edges[i + 2]! - edges[i + 1]! : NaN;
    let q = 1;
    if (i > 0 && i < n - 1) q = Math.sqrt(after / before);
    else if (i > 0) q = size / before;
    else if (n > 1) q = after / size;
    nodes[i] = edges[i]! + size / (Math.sqrt(q) + 1); // (√q − 1)/(q − 1) = 1/(√q + 1)
  }
  return nodes;
}
