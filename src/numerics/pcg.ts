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
   * Improves `u` until the residual is below `tolerance` times that of u = 0, both in the norm of the preconditioner.
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
 * @param operator - Its arrays may change between calls; call `factor` then.
 */
export function makeConjugateGradients({
  nr,
  diagonal,
  alongR,
  alongZ,
}: FivePointOperator): ConjugateGradients {
  const n = diagonal.length;
  const pivot = new Float64Array(n); // reciprocal
  const residual = new Float64Array(n);
  const direction = new Float64Array(n);
  const image = new Float64Array(n);
  const better = new Float64Array(n + nr); // padded: the backward sweep reads one row beyond

  function factor(): void {
    for (let c = 0; c < n; c++) {
      let d = diagonal[c]!;
      if (c > 0) {
        const G = alongR[c - 1]!;
        d -= G * pivot[c - 1]! * (G + RELAXATION * alongZ[c - 1]!);
      }
      if (c >= nr) {
        const G = alongZ[c - nr]!;
        d -= G * pivot[c - nr]! * (G + RELAXATION * alongR[c - nr]!);
      }
      pivot[c] = 1 / d;
    }
  }

  /** better ← M⁻¹ residual; the product of both. */
  function precondition(): number {
    better[0] = residual[0]! * pivot[0]!;
    for (let c = 1; c < nr; c++) better[c] = (residual[c]! + alongR[c - 1]! * better[c - 1]!) * pivot[c]!;
    for (let c = nr; c < n; c++) {
      better[c] =
        (residual[c]! + alongR[c - 1]! * better[c - 1]! + alongZ[c - nr]! * better[c - nr]!) * pivot[c]!;
    }
    let product = 0;
    for (let c = n - 1; c >= 0; c--) {
      const x = better[c]! + (alongR[c]! * better[c + 1]! + alongZ[c]! * better[c + nr]!) * pivot[c]!;
      better[c] = x;
      product += residual[c]! * x;
    }
    return product;
  }

  function apply(u: Float64Array, out: Float64Array): void {
    for (let c = 0; c < n; c++) {
      let sum = diagonal[c]! * u[c]!;
      if (c > 0) sum -= alongR[c - 1]! * u[c - 1]!;
      if (c < n - 1) sum -= alongR[c]! * u[c + 1]!;
      if (c >= nr) sum -= alongZ[c - nr]! * u[c - nr]!;
      if (c < n - nr) sum -= alongZ[c]! * u[c + nr]!;
      out[c] = sum;
    }
  }

  return {
    factor,
    solve(b, u, tolerance): number {
      residual.set(b);
      const goal = tolerance ** 2 * precondition();
      apply(u, image);
      for (let c = 0; c < n; c++) residual[c] = b[c]! - image[c]!;
      let rho = precondition();
      if (rho <= goal) return 0;
      for (let c = 0; c < n; c++) direction[c] = better[c]!;
      for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
        apply(direction, image);
        let curvature = 0;
        for (let c = 0; c < n; c++) curvature += direction[c]! * image[c]!;
        const step = rho / curvature;
        for (let c = 0; c < n; c++) {
          u[c] = u[c]! + step * direction[c]!;
          residual[c] = residual[c]! - step * image[c]!;
        }
        const next = precondition();
        if (next <= goal) return iteration;
        const beta = next / rho;
        rho = next;
        for (let c = 0; c < n; c++) direction[c] = better[c]! + beta * direction[c]!;
      }
      return MAX_ITERATIONS;
    },
  };
}
