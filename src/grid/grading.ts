/** A last cell narrower than this part of its neighbour is merged into it. */
const SLIVER = 0.5;

/** Position after `cells` cells that start at `spacing` and grow by `q` [m]; `cells` may be a fraction. */
function geometric(cells: number, spacing: number, q: number): number {
  return q === 1 ? cells * spacing : (spacing * (q ** cells - 1)) / (q - 1);
}

/** Number of such cells, with its fraction, that fills `length`. */
function cellsThatFill(length: number, spacing: number, q: number): number {
  return q === 1 ? length / spacing : Math.log(1 + (length * (q - 1)) / spacing) / Math.log(q);
}

/**
 * Edges that start with a cell of `spacing` and grow by `growthRatio` until they pass `length`, from 0 [m].
 *
 * @remarks The first cells are exact, so that grids which differ only in `length` have the same cells near the
 * start; the last cell takes what is left.
 */
export function gradedEdges(length: number, spacing: number, growthRatio: number): number[] {
  const count = Math.floor(cellsThatFill(length, spacing, growthRatio));
  const edges = Array.from({ length: count + 1 }, (_, k) => geometric(k, spacing, growthRatio));
  const left = length - edges[count]!;
  if (count > 0 && left < SLIVER * (edges[count]! - edges[count - 1]!)) edges[count] = length;
  else edges.push(length);
  return edges;
}

/**
 * Edges over a fixed `length` that start with a cell of about `spacing` and grow by about `growthRatio`, from 0 [m].
 *
 * @remarks All cells follow one smooth map: it is sampled a little more finely or coarsely than asked for, so that a
 * whole number of cells fits.
 */
export function fittedEdges(length: number, spacing: number, growthRatio: number, fewest: number): number[] {
  const cells = cellsThatFill(length, spacing, growthRatio);
  const count = Math.max(fewest, Math.round(cells));
  const edges = Array.from({ length: count + 1 }, (_, k) =>
    geometric((k * cells) / count, spacing, growthRatio),
  );
  edges[count] = length;
  return edges;
}

/** The same from both ends towards the middle. */
export function fittedEdgesBothEnds(
  length: number,
  spacing: number,
  growthRatio: number,
  fewest: number,
): number[] {
  const cells = 2 * cellsThatFill(length / 2, spacing, growthRatio);
  const count = Math.max(fewest, Math.round(cells));
  const position = (k: number): number => geometric((k * cells) / count, spacing, growthRatio);
  return Array.from({ length: count + 1 }, (_, k) =>
    2 * k <= count ? position(k) : length - position(count - k),
  );
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
