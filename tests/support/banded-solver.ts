/** A symmetric operator on a grid of rows: −∇·(G ∇u) + a u. Arrays of the shape [nz·nr]. */
export interface GridMatrix {
  /** Cells in a row. */
  readonly nr: number;
  readonly diagonal: Float64Array;
  /** Entry between c and c + 1 is −alongR, between c and c + nr −alongZ. */
  readonly alongR: Float64Array;
  readonly alongZ: Float64Array;
}

/**
 * Factors a positive definite matrix within its band, L Lᵀ, and makes what solves with it. All cells are solved for at once, so
 * nothing is split into directions.
 *
 * @returns Overwrites its argument with the solution.
 */
export function factorBanded({ nr, diagonal, alongR, alongZ }: GridMatrix): (x: Float64Array) => void {
  const n = diagonal.length;
  const width = nr + 1; // row c of L holds the columns c − nr … c
  const L = new Float64Array(n * width);
  const inversePivot = new Float64Array(n);
  for (let c = 0; c < n; c++) {
    const row = c * width + nr - c; // L[row + column]
    L[row + c] = diagonal[c]!;
    if (c > 0) L[row + c - 1] = L[row + c - 1]! - alongR[c - 1]!;
    if (c >= nr) L[row + c - nr] = L[row + c - nr]! - alongZ[c - nr]!;
    const first = Math.max(0, c - nr);
    for (let d = first; d <= c; d++) {
      const other = d * width + nr - d;
      let sum = L[row + d]!;
      for (let k = Math.max(first, d - nr); k < d; k++) sum -= L[row + k]! * L[other + k]!;
      if (d < c) L[row + d] = sum * inversePivot[d]!;
      else {
        L[row + d] = Math.sqrt(sum);
        inversePivot[d] = 1 / L[row + d]!;
      }
    }
  }

  return (x) => {
    for (let c = 0; c < n; c++) {
      const row = c * width + nr - c;
      let sum = x[c]!;
      for (let k = Math.max(0, c - nr); k < c; k++) sum -= L[row + k]! * x[k]!;
      x[c] = sum * inversePivot[c]!;
    }
    for (let c = n - 1; c >= 0; c--) {
      const row = c * width + nr - c;
      const value = x[c]! * inversePivot[c]!;
      x[c] = value;
      for (let k = Math.max(0, c - nr); k < c; k++) x[k] = x[k]! - L[row + k]! * value;
    }
  };
}
