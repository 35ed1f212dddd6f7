/** A five-point operator (A u)_c = d_c u_c − Σ G (u neighbour); symmetric and positive. Arrays of shape [nz·nr]. */
export interface FivePointOperator {
  readonly nr: number;
  readonly diagonal: Float64Array;
  /** Between c and c + 1. */
  readonly alongR: Float64Array;
  /** Between c and c + nr. */
  readonly alongZ: Float64Array;
}

/** Part of the fill-in that the factor drops which is put back on its diagonal; 1 would keep row sums exactly. */
const RELAXATION = 0.97;

/** A solver of A u = b. */
export interface ConjugateGradients {
  /** Takes in the coefficients, after any of them has changed. */
  factor(): void;
  /**
   * Improves `u` until the residual is below `tolerance` times the solution, the residual r in the norm √(r·M⁻¹r) of
   * the preconditioner and the solution in its own, √(u·b).
   *
   * @returns The number of iterations.
   */
  solve(b: Float64Array, u: Float64Array, tolerance: number): number;
}

/** No field of this library needs more. */
const MAX_ITERATIONS = 2000;

/**
 * Conjugate gradients with the modified incomplete Cholesky factor without fill-in, MIC(0).
 *
 * ```text
 * A = L + D + Lᵀ,  M = E P⁻¹ Eᵀ,  E = L + P
 * E⁻¹ A E⁻ᵀ d = t + E⁻¹(d − (2P − D) t),  t = E⁻ᵀ d
 * ```
 *
 * @param operator - Its arrays may change between calls; call `factor` then.
 * @remarks The second line is Eisenstat's trick: the iteration runs in the variables of the factor, so that its two
 * sweeps are all that a product with A costs.
 */
export function makeConjugateGradients({
  nr,
  diagonal,
  alongR,
  alongZ,
}: FivePointOperator): ConjugateGradients {
  const n = diagonal.length;
  const pivot = new Float64Array(n); // P
  const inverse = new Float64Array(n); // P⁻¹
  const excess = new Float64Array(n); // 2P − D
  const residual = new Float64Array(n); // E⁻¹ r
  const direction = new Float64Array(n);
  const image = new Float64Array(n);
  const t = new Float64Array(n + nr); // padded: the backward sweep reads one row beyond

  function factor(): void {
    for (let c = 0; c < n; c++) {
      let d = diagonal[c]!;
      if (c > 0) {
        const G = alongR[c - 1]!;
        d -= G * inverse[c - 1]! * (G + RELAXATION * alongZ[c - 1]!);
      }
      if (c >= nr) {
        const G = alongZ[c - nr]!;
        d -= G * inverse[c - nr]! * (G + RELAXATION * alongR[c - nr]!);
      }
      pivot[c] = d;
      inverse[c] = 1 / d;
      excess[c] = 2 * d - diagonal[c]!;
    }
  }

  /** residual ← E⁻¹(b − A u), direction ← P residual; gives r·M⁻¹r. */
  function start(b: Float64Array, u: Float64Array): number {
    let rho = 0;
    for (let c = 0; c < n; c++) {
      let r = b[c]! - diagonal[c]! * u[c]!;
      if (c < n - 1) r += alongR[c]! * u[c + 1]!;
      if (c < n - nr) r += alongZ[c]! * u[c + nr]!;
      if (c > 0) r += alongR[c - 1]! * (u[c - 1]! + residual[c - 1]!);
      if (c >= nr) r += alongZ[c - nr]! * (u[c - nr]! + residual[c - nr]!);
      r *= inverse[c]!;
      residual[c] = r;
      direction[c] = r * pivot[c]!;
      rho += r * direction[c]!;
    }
    return rho;
  }

  /** t ← E⁻ᵀ d, image ← E⁻¹(d − (2P − D) t), of the direction d; gives d·(t + image). */
  function applyToDirection(): number {
    for (let c = n - 1; c >= 0; c--) {
      const d = direction[c]!;
      const x = (d + alongR[c]! * t[c + 1]! + alongZ[c]! * t[c + nr]!) * inverse[c]!;
      t[c] = x;
      image[c] = d - excess[c]! * x;
    }
    let curvature = 0;
    for (let c = 0; c < n; c++) {
      let y = image[c]!;
      if (c > 0) y += alongR[c - 1]! * image[c - 1]!;
      if (c >= nr) y += alongZ[c - nr]! * image[c - nr]!;
      y *= inverse[c]!;
      image[c] = y;
      curvature += direction[c]! * (y + t[c]!);
    }
    return curvature;
  }

  return {
    factor,
    solve(b, u, tolerance): number {
      let rho = start(b, u);
      let energy = 0;
      for (let c = 0; c < n; c++) energy += b[c]! * u[c]!;
      for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
        if (rho <= tolerance ** 2 * energy) return iteration;
        const step = rho / applyToDirection();
        let next = 0;
        energy = 0;
        for (let c = 0; c < n; c++) {
          const x = u[c]! + step * t[c]!;
          const r = residual[c]! - step * (image[c]! + t[c]!);
          u[c] = x;
          residual[c] = r;
          energy += b[c]! * x;
          next += r * r * pivot[c]!;
        }
        const beta = next / rho;
        rho = next;
        for (let c = 0; c < n; c++) direction[c] = residual[c]! * pivot[c]! + beta * direction[c]!;
      }
      return MAX_ITERATIONS;
    },
  };
}
