/** Orders of convergence between neighbouring errors, each step of the sequence refining by `ratio`. */
export function observedOrders(errors: readonly number[], ratio = 2): number[] {
  return errors.slice(1).map((error, k) => Math.log(errors[k]! / error) / Math.log(ratio));
}
