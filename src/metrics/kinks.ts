import { interpolateCubic, intervalOf } from './interpolation.js';

/** Where a field along a line has a kink, as other tissue begins there, or a jump, at blood that flows: between nodes `k` and `k + 1`. */
export interface Kink {
  readonly k: number;
  /** In the coordinate of the line's nodes. */
  readonly at: number;
  /** Part that node k + 1 has in the value just before it, and just beyond it. */
  readonly near: number;
  readonly far: number;
}

/** Nodes of one smooth piece of a line. */
interface Piece {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** The pieces of a line between its kinks, each with its ends. */
function piecesOf(x: readonly number[], y: readonly number[], kinks: readonly Kink[]): Piece[] {
  const valueAt = (k: number, weight: number): number => y[k]! + weight * (y[k + 1]! - y[k]!);
  const bounds = [null, ...kinks, null];
  return bounds.slice(1).map((to, n) => {
    const from = bounds[n] ?? null;
    const [start, end] = [from ? from.k + 1 : 0, to ? to.k + 1 : x.length];
    return {
      x: [...(from ? [from.at] : []), ...x.slice(start, end), ...(to ? [to.at] : [])],
      y: [
        ...(from ? [valueAt(from.k, from.far)] : []),
        ...y.slice(start, end),
        ...(to ? [valueAt(to.k, to.near)] : []),
      ],
    };
  });
}

/**
 * Makes the curve along a line: cubics through four nodes, of which none passes a kink.
 *
 * @param kinks - In order.
 * @returns A function of an interval k..k + 1 of the line's own nodes and a place in it.
 */
export function curveWithKinks(
  x: readonly number[],
  y: readonly number[],
  kinks: readonly Kink[],
): (k: number, at: number) => number {
  if (kinks.length === 0) return (k, at) => interpolateCubic(x, y, k, at);
  const pieces = piecesOf(x, y, kinks);
  return (k, at) => {
    // A piece begins at a kink that lies before the place, be it in the same interval.
    const n = kinks.findLastIndex((kink) => kink.k < k || (kink.k === k && at >= kink.at)) + 1;
    const piece = pieces[n]!;
    return interpolateCubic(piece.x, piece.y, intervalOf(piece.x, at), at);
  };
}
