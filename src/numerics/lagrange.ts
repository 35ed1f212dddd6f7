/**
 * Weights of a cubic through the four nodes about `x`; fewer where there are fewer nodes.
 *
 * @param nodes - Increasing.
 * @returns Index of the first of them, and their weights, of sum 1.
 */
export function cubicWeights(
  nodes: readonly number[],
  x: number,
): { readonly first: number; readonly weights: readonly number[] } {
  const found = nodes.findIndex((node) => node >= x);
  const above = found < 0 ? nodes.length : found;
  const first = Math.max(0, Math.min(above - 2, nodes.length - 4));
  const end = Math.min(first + 4, nodes.length);
  const weights: number[] = [];
  for (let a = first; a < end; a++) {
    let weight = 1;
    for (let b = first; b < end; b++) {
      if (b !== a) weight *= (x - nodes[b]!) / (nodes[a]! - nodes[b]!);
    }
    weights.push(weight);
  }
  return { first, weights };
}
