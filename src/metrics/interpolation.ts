/** A crossing is found to this part of the interval that holds it, far below any other error. */
const PART = 2 ** -40;

/** Steps after which the search for a crossing ends in any case; a few are enough for a smooth curve. */
const MOST_STEPS = 60;

/** First index of the (up to) four nodes that a cubic between nodes k and k + 1 uses. */
function stencilStart(k: number, n: number): number {
  return Math.max(0, Math.min(k - 1, n - 4));
}

/** Index k of the interval x[k]..x[k + 1] that holds `at`, or the nearest one. */
export function intervalOf(x: ArrayLike<number>, at: number): number {
  let k = 0;
  while (k < x.length - 2 && x[k + 1]! < at) k++;
  return k;
}

/** Value at `at` of the polynomial through up to four nodes about the interval k..k + 1 (Lagrange). */
export function interpolateCubic(x: ArrayLike<number>, y: ArrayLike<number>, k: number, at: number): number {
  const from = stencilStart(k, x.length);
  const to = Math.min(from + 4, x.length);
  let sum = 0;
  for (let m = from; m < to; m++) {
    let weight = y[m]!;
    for (let p = from; p < to; p++) if (p !== m) weight *= (at - x[p]!) / (x[m]! - x[p]!);
    sum += weight;
  }
  return sum;
}

/** Nodes and weights of three Gauss points on (−1, 1); they integrate a polynomial of fifth degree exactly. */
const GAUSS = [
  [-Math.sqrt(3 / 5), 5 / 9],
  [0, 8 / 9],
  [Math.sqrt(3 / 5), 5 / 9],
] as const;

/**
 * Integral of the piecewise cubic through the nodes (x, y), times a weight, from node `from` to node `to`.
 *
 * @param weight - As of dz/dx, where x is a stretched z.
 */
export function integrateCubic(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weight: (x: number) => number = () => 1,
  from = 0,
  to: number = x.length - 1,
): number {
  let sum = 0;
  for (let k = from; k < to; k++) {
    const half = (x[k + 1]! - x[k]!) / 2;
    const middle = (x[k]! + x[k + 1]!) / 2;
    for (const [node, part] of GAUSS) {
      const at = middle + node * half;
      sum += half * part * interpolateCubic(x, y, k, at) * weight(at);
    }
  }
  return sum;
}

/** Where a curve passes the level between two points that lie on either side of it, by the Illinois method. */
export function crossingBetween(
  curve: (x: number) => number,
  level: number,
  from: number,
  to: number,
  atFrom: number,
  atTo: number,
): number {
  let [a, b, fa, fb] = [from, to, atFrom - level, atTo - level];
  let [x, before, kept] = [b, a, 0];
  for (let n = 0; n < MOST_STEPS && Math.abs(x - before) > PART * Math.abs(to - from); n++) {
    before = x;
    x = (fa * b - fb * a) / (fa - fb);
    const f = curve(x) - level;
    if (f === 0) return x;
    if (f < 0 === fb < 0) {
      [b, fb] = [x, f];
      if (kept === -1) fa /= 2; // the end that stays twice counts for half
      kept = -1;
    } else {
      [a, fa] = [x, f];
      if (kept === 1) fb /= 2;
      kept = 1;
    }
  }
  return x;
}

/**
 * Every x at which the piecewise cubic through the nodes passes the level, in order.
 *
 * @param x - Nodes, increasing.
 * @param between - What stands for the cubic between nodes k and k + 1, if anything else does.
 */
export function crossings(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  level: number,
  between: (k: number, at: number) => number = (k, at) => interpolateCubic(x, y, k, at),
): number[] {
  const found: number[] = [];
  for (let k = 0; k + 1 < x.length; k++) {
    if (y[k]! >= level === y[k + 1]! >= level) continue;
    found.push(crossingBetween((at) => between(k, at), level, x[k]!, x[k + 1]!, y[k]!, y[k + 1]!));
  }
  return found;
}

/** Samples that differ by no more than this part are one. */
const FLAT = 1e-9;

/** The largest value of samples y(x) and where it is, by the parabola through the largest sample and its neighbours. */
export function largest(x: ArrayLike<number>, y: ArrayLike<number>): { at: number; value: number } {
  let k = 0;
  for (let m = 1; m < y.length; m++) if (y[m]! > y[k]!) k = m;
  const plain = { at: x[k]!, value: y[k]! };
  if (k === 0 || k === y.length - 1) return plain;
  // Cut off flat, as by the wall of a vessel: there is no top beyond the samples.
  const isFlat = (m: number): boolean => Math.abs(y[m]! - y[k]!) <= FLAT * Math.abs(y[k]!);
  if (k + 2 < y.length && isFlat(k + 1) && isFlat(k + 2)) return plain;
  const left = (y[k]! - y[k - 1]!) / (x[k]! - x[k - 1]!);
  const right = (y[k + 1]! - y[k]!) / (x[k + 1]! - x[k]!);
  const curvature = (right - left) / (x[k + 1]! - x[k - 1]!);
  if (!(curvature < 0)) return plain;
  const slope = left + curvature * (x[k]! - x[k - 1]!); // at node k
  return { at: x[k]! - slope / (2 * curvature), value: y[k]! - slope ** 2 / (4 * curvature) };
}
