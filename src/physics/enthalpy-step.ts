import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { makeConjugateGradients } from '../numerics/pcg.js';
import type { Enthalpy } from './enthalpy.js';
import type { HeatSums } from './heat-audit.js';
import type { HeatStep } from './heat-step.js';

/** A step of cells whose heat is no straight line in temperature. */
export interface EnthalpyStep {
  /**
   * One step with the power that the heat step was given last; `T` is overwritten, and what passes the boundaries is summed.
   *
   * @param T - Shape [nz·nr] [°C].
   * @param dt - [s]
   */
  advance(T: Float64Array, dt: number, heat: HeatSums): void;
}

/** Newton's steps end when no cell's temperature moves by more than this [K]. */
const SETTLED = 1e-2;
const MOST_STEPS = 25;

/** Residual of the linear solves, relative: of the last one, what the heat balance may be open by. */
const TOLERANCE = { underway: 1e-5, last: 1e-11 } as const;

/**
 * Makes the implicit step of the heat equation in enthalpy, by Newton's method.
 *
 * ```text
 * H(T₁) − H(T₀) + Δt (A T₁ − f) = 0,   (H′(Tₖ) + Δt A) T* = H(T₀) − H(Tₖ) + H′(Tₖ) Tₖ + Δt f
 * H(Tₖ₊₁) = H(Tₖ) + H′(Tₖ) (T* − Tₖ)
 * ```
 *
 * @remarks The second line puts each iterate on the curve, which makes it converge across the jumps of a boiling band: Swaminathan
 * and Voller's way. Backward Euler obeys a maximum principle whatever the step, so no cell overshoots.
 */
export function makeEnthalpyStep(
  { nr, size }: Pick<AxisymmetricGrid, 'nr' | 'size'>,
  { terms, pass }: Pick<HeatStep, 'terms' | 'pass'>,
  enthalpy: Enthalpy,
  capacity: Float64Array,
  reference: number,
): EnthalpyStep {
  const room = (): Float64Array => new Float64Array(size);
  const [diagonal, alongR, alongZ, right, u] = [room(), room(), room(), room(), room()];
  const [slope, iterate, following, gained, v] = [room(), room(), room(), room(), room()];
  const gradients = makeConjugateGradients({ nr, diagonal, alongR, alongZ });

  /** The linear equation about the present iterate, for u = T − T_ref. */
  function linearise(before: Float64Array, dt: number): void {
    for (let c = 0; c < size; c++) {
      alongR[c] = dt * terms.alongR[c]!;
      alongZ[c] = dt * terms.alongZ[c]!;
    }
    for (let c = 0; c < size; c++) {
      const [from, to] = [before[c]!, iterate[c]!];
      slope[c] = to < enthalpy.straightBelow ? capacity[c]! : enthalpy.slope(c, to);
      gained[c] = enthalpy.between(c, from, to);
      let d = slope[c]! + dt * terms.loss(c) + alongR[c]! + alongZ[c]!;
      if (c > 0) d += alongR[c - 1]!;
      if (c >= nr) d += alongZ[c - nr]!;
      diagonal[c] = d;
      right[c] = slope[c]! * (iterate[c]! - reference) - gained[c]! + dt * terms.fixed(c);
    }
  }

  return {
    advance(T, dt, heat): void {
      iterate.set(T);
      for (let c = 0; c < size; c++) u[c] = T[c]! - reference;
      let isSettled = false;
      for (let n = 0; n < MOST_STEPS; n++) {
        const isLast = isSettled || n === MOST_STEPS - 1;
        if (!isSettled) {
          linearise(T, dt);
          gradients.factor();
        }
        gradients.solve(right, u, isLast ? TOLERANCE.last : TOLERANCE.underway);
        let farthest = 0;
        for (let c = 0; c < size; c++) {
          const solved = u[c]! + reference;
          const held = gained[c]! + slope[c]! * (solved - iterate[c]!);
          const next = enthalpy.after(c, T[c]!, held, solved);
          farthest = Math.max(farthest, Math.abs(next - iterate[c]!));
          following[c] = next;
        }
        if (isLast) {
          iterate.set(following);
          break;
        }
        isSettled = farthest < SETTLED;
        if (!isSettled) iterate.set(following);
      }
      // The linear equation holds at u, and so do its fluxes: the balance closes however far Newton went.
      for (let c = 0; c < size; c++) v[c] = u[c]! * Math.sqrt(capacity[c]!);
      pass({ v, g: v, heat }, dt);
      T.set(iterate);
    },
  };
}
