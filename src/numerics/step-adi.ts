/**
 * C du/dt = −(A_r + A_z) u + f with A_r coupling along rows only and A_z along columns only. Every array has the
 * shape [nz·nr].
 */
export interface LineOperator {
  readonly nr: number;
  readonly nz: number;
  /** C^(−1/2) */
  readonly inverseRootCapacity: Float64Array;
  /** Conductance between c and c + 1. */
  readonly alongR: Float64Array;
  /** Conductance between c and c + nr. */
  readonly alongZ: Float64Array;
  /** Conductance to anything held at u = 0, counted in A_r. */
  readonly lossR: Float64Array;
  /** Conductance to anything held at u = 0, counted in A_z. */
  readonly lossZ: Float64Array;
}

/** A Peaceman–Rachford step in two halves. All arrays have the shape [nz·nr] and are owned by the caller. */
export interface AdiStep {
  /** Takes in the operator after its arrays have changed; `setHalfStep` and `restart` must follow. */
  assemble(): void;
  /** Takes in `lossZ` alone, for steps of the present length; nothing need follow. */
  assembleLossZ(): void;
  /** Factors the lines for steps of length 2·tau [s]. */
  setHalfStep(tau: number): void;
  /** g ← (1 − τR) v + b: the explicit half along rows; to be called after every jump. */
  restart(v: Float64Array, b: Float64Array, g: Float64Array): void;
  /** Solves (1 + τZ) v = g + b, then g ← 2v − g: the state at the middle of the step. */
  sweepZ(v: Float64Array, b: Float64Array, g: Float64Array): void;
  /** Solves (1 + τR) v = g + b, then g ← 2v − g: the state at the end of the step. */
  sweepR(v: Float64Array, b: Float64Array, g: Float64Array): void;
}

/** One direction of the operator in the symmetric state, with its factors for the present step. */
interface Lines {
  readonly off: Float64Array;
  readonly diagonal: Float64Array;
  readonly lower: Float64Array;
  readonly pivot: Float64Array;
}

/** Room for n cells. */
function makeLines(n: number, stride: number): Lines {
  return {
    off: new Float64Array(n),
    diagonal: new Float64Array(n),
    // Padded by one stride, so that the backward sweep may read one link beyond the last cell.
    lower: new Float64Array(n + stride),
    pivot: new Float64Array(n),
  };
}

/** A in the symmetric state: S A S. */
function assembleLines(
  { off, diagonal }: Lines,
  along: Float64Array,
  loss: Float64Array,
  s: Float64Array,
  stride: number,
): void {
  const n = s.length;
  for (let c = 0; c < n; c++) {
    const before = c >= stride ? along[c - stride]! : 0;
    off[c] = c + stride < n ? along[c]! * s[c]! * s[c + stride]! : 0;
    diagonal[c] = (along[c]! + before + loss[c]!) * s[c]! * s[c]!;
  }
}

/** LDLᵀ of 1 + τA, all lines at once: lines end where a link is zero. */
function factorLines({ off, diagonal, lower, pivot }: Lines, stride: number, tau: number): void {
  const n = pivot.length;
  for (let c = 0; c < stride; c++) pivot[c] = 1 / (1 + tau * diagonal[c]!);
  for (let c = stride; c < n; c++) {
    const link = tau * off[c - stride]!;
    const l = link * pivot[c - stride]!;
    lower[c] = l;
    pivot[c] = 1 / (1 + tau * diagonal[c]! - link * l);
  }
}

/**
 * Makes the time step of the heat equation: Peaceman–Rachford, second order in the step.
 *
 * ```text
 * (1 + τZ) v*   = (1 − τR) vⁿ + τ(b_r(tₙ)   + b_z)
 * (1 + τR) vⁿ⁺¹ = (1 − τZ) v* + τ(b_r(tₙ₊₁) + b_z)      v = √C u,  R = C^(−½) A_r C^(−½),  τ = Δt/2
 * ```
 *
 * @remarks The vector g carries the explicit half from one sweep to the next, so no stencil is ever evaluated; b is
 * τ C^(−½) f, of the direction that is being solved. Peaceman and Rachford 1955, doi:10.1137/0103003
 */
export function makeAdiStep(operator: LineOperator): AdiStep {
  const { nr, inverseRootCapacity: s } = operator;
  const n = s.length;
  const rows = makeLines(n, 1);
  const columns = makeLines(n, nr);
  const { off: offR, diagonal: diagonalR, lower: lowerR, pivot: pivotR } = rows;
  const { lower: lowerZ, pivot: pivotZ } = columns;
  const half = nr * Math.floor(operator.nz / 2);
  let tau = 0;

  function assemble(): void {
    assembleLines(rows, operator.alongR, operator.lossR, s, 1);
    assembleLines(columns, operator.alongZ, operator.lossZ, s, nr);
  }
  assemble();

  return {
    assemble,

    assembleLossZ(): void {
      assembleLines(columns, operator.alongZ, operator.lossZ, s, nr);
      factorLines(columns, nr, tau);
    },

    setHalfStep(halfStep): void {
      tau = halfStep;
      factorLines(rows, 1, tau);
      factorLines(columns, nr, tau);
    },

    restart(v, b, g): void {
      for (let c = 0; c < n; c++) {
        let flow = diagonalR[c]! * v[c]!;
        if (c > 0) flow -= offR[c - 1]! * v[c - 1]!;
        if (c < n - 1) flow -= offR[c]! * v[c + 1]!;
        g[c] = v[c]! - tau * flow + b[c]!;
      }
    },

    sweepZ(v, b, g): void {
      for (let c = 0; c < nr; c++) v[c] = g[c]! + b[c]!;
      for (let c = nr; c < n; c++) v[c] = g[c]! + b[c]! + lowerZ[c]! * v[c - nr]!;
      for (let c = n - 1; c >= n - nr; c--) {
        v[c] = v[c]! * pivotZ[c]!;
        g[c] = 2 * v[c]! - g[c]!;
      }
      for (let c = n - nr - 1; c >= 0; c--) {
        const x = v[c]! * pivotZ[c]! + lowerZ[c + nr]! * v[c + nr]!;
        v[c] = x;
        g[c] = 2 * x - g[c]!;
      }
    },

    sweepR(v, b, g): void {
      // A row waits for its own last result at every cell, so two rows are solved at once, one from either half.
      let x = 0;
      let y = 0;
      for (let c = 0; c < half; c++) {
        const d = c + half;
        x = g[c]! + b[c]! + lowerR[c]! * x;
        v[c] = x;
        y = g[d]! + b[d]! + lowerR[d]! * y;
        v[d] = y;
      }
      for (let d = 2 * half; d < n; d++) {
        y = g[d]! + b[d]! + lowerR[d]! * y;
        v[d] = y;
      }
      y = 0;
      for (let d = n - 1; d >= 2 * half; d--) {
        y = v[d]! * pivotR[d]! + lowerR[d + 1]! * y;
        v[d] = y;
        g[d] = 2 * y - g[d]!;
      }
      x = 0;
      for (let c = half - 1; c >= 0; c--) {
        const d = c + half;
        x = v[c]! * pivotR[c]! + lowerR[c + 1]! * x;
        v[c] = x;
        g[c] = 2 * x - g[c]!;
        y = v[d]! * pivotR[d]! + lowerR[d + 1]! * y;
        v[d] = y;
        g[d] = 2 * y - g[d]!;
      }
    },
  };
}
