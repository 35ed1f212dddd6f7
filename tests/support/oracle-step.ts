import { factorBanded } from './banded-solver.js';

/** C du/dt = −A u − loss·u + heat, u counted from anything. Arrays of the shape [nz·nr]. */
export interface HeatSystem {
  readonly nr: number;
  /** [J/K] */
  readonly capacity: Float64Array;
  /** Conductance between c and c + 1, and between c and c + nr [W/K]. */
  readonly alongR: Float64Array;
  readonly alongZ: Float64Array;
  /** Conductance to anything at u = 0 [W/K]. */
  readonly loss: Float64Array;
}

/**
 * Heat that enters each cell [W].
 *
 * @param time - Since the step began [s].
 * @param u - As far as it is known for that time [K].
 * @param out - Overwritten, shape [nz·nr].
 */
export type HeatInput = (time: number, u: Float64Array, out: Float64Array) => void;

/** One step of length h [s]: u is overwritten. */
export type OracleStep = (u: Float64Array, h: number, heat: HeatInput) => void;

/** Root of γ³ − 3γ² + 3γ/2 − 1/6 that makes the method L-stable. */
const GAMMA = 0.43586652150845967;
const B1 = (-6 * GAMMA ** 2 + 16 * GAMMA - 1) / 4;
const B2 = (6 * GAMMA ** 2 - 20 * GAMMA + 5) / 4;

/** Within a step: when each stage is, and how far earlier stages drive it. The last one is the end of the step. */
const STAGES = [
  { at: GAMMA, by: [] },
  { at: (1 + GAMMA) / 2, by: [(1 - GAMMA) / 2] },
  { at: 1, by: [B1, B2] },
] as const;

/** Steps whose lengths differ by this part are one. */
const SAME_LENGTH = 1e-9;

/**
 * Makes an L-stable step of third order, with a direct solve for all cells at once: nothing is split, nothing rings, and there is
 * no line of code in common with the library's own step.
 *
 * ```text
 * C U_i = C (u + h Σ_{j<i} a_ij k_j) + h γ (heat_i − A U_i − loss·U_i),   k_i = dU_i/dt,   u ← U_3
 * ```
 *
 * @param passes - How often the heat is taken anew for what a stage has come to; 1 where it does not depend on it.
 * @remarks Alexander 1977, doi:10.1137/0714068
 */
export function makeOracleStep(
  { nr, capacity, alongR, alongZ, loss }: HeatSystem,
  passes: number,
): OracleStep {
  const n = capacity.length;
  const room = (): Float64Array => new Float64Array(n);
  const [base, input, state] = [room(), room(), room()];
  const rates = STAGES.map(room);
  const flow = loss.map((G, c) => {
    const before = (c > 0 ? alongR[c - 1]! : 0) + (c >= nr ? alongZ[c - nr]! : 0);
    return G + alongR[c]! + alongZ[c]! + before;
  });
  let length = 0;
  let solve: (x: Float64Array) => void = () => undefined;

  function setLength(h: number): void {
    if (Math.abs(h - length) <= SAME_LENGTH * h) return;
    length = h;
    const scale = GAMMA * h;
    solve = factorBanded({
      nr,
      diagonal: flow.map((G, c) => capacity[c]! + scale * G),
      alongR: alongR.map((G) => scale * G),
      alongZ: alongZ.map((G) => scale * G),
    });
  }

  return (u, h, heat) => {
    setLength(h);
    state.set(u);
    STAGES.forEach(({ at, by }, i) => {
      base.set(u);
      by.forEach((a, k) => {
        const rate = rates[k]!;
        for (let c = 0; c < n; c++) base[c] = base[c]! + h * a * rate[c]!;
      });
      // The first guess of a stage is its base and the last rate known.
      const last = rates[Math.max(i - 1, 0)]!;
      if (passes > 1) for (let c = 0; c < n; c++) state[c] = base[c]! + h * GAMMA * last[c]!;
      for (let pass = 0; pass < passes; pass++) {
        heat(at * h, state, input);
        for (let c = 0; c < n; c++) state[c] = capacity[c]! * base[c]! + h * GAMMA * input[c]!;
        solve(state);
      }
      const rate = rates[i]!;
      for (let c = 0; c < n; c++) rate[c] = (state[c]! - base[c]!) / (h * GAMMA);
    });
    u.set(state);
  };
}
