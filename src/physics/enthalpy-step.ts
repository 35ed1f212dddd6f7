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

/** Residual of the linear solves, relative. */
const TOLERANCE = 1e-6;

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
  const [slope, iterate, gained, v] = [room(), room(), room(), room()];
  const gradients = makeConjugateGradients({ nr, diagonal, alongR, alongZ });
  const { straightBelow } = enthalpy;

  /** The linear equation about the present iterate, for u = T − T_ref. */
  function linearise(before: Float64Array, dt: number): void {
    for (let c = 0; c < size; c++) {
      alongR[c] = dt * terms.alongR[c]!;
      alongZ[c] = dt * terms.alongZ[c]!;
    }
    for (let c = 0; c < size; c++) {
      const [from, to] = [before[c]!, iterate[c]!];
      const isStraight = from < straightBelow && to < straightBelow;
      slope[c] = isStraight ? capacity[c]! : enthalpy.slope(c, to);
      gained[c] = isStraight ? capacity[c]! * (to - from) : enthalpy.between(c, from, to);
      let d = slope[c]! + dt * terms.loss(c) + alongR[c]! + alongZ[c]!;
      if (c > 0) d += alongR[c - 1]!;
      if (c >= nr) d += alongZ[c - nr]!;
      diagonal[c] = d;
      right[c] = slope[c]! * (iterate[c]! - reference) - gained[c]! + dt * terms.fixed(c);
    }
  }

  /** Heat that flows into cell c during the step at the fluxes of u [J]: what a neighbour gives, the other gets. */
  function inflow(c: number, dt: number): number {
    const here = u[c]!;
    let heat = dt * (terms.fixed(c) - terms.loss(c) * here);
    if (c < size - 1) heat -= alongR[c]! * (here - u[c + 1]!);
    if (c < size - nr) heat -= alongZ[c]! * (here - u[c + nr]!);
    if (c > 0) heat -= alongR[c - 1]! * (here - u[c - 1]!);
    if (c >= nr) heat -= alongZ[c - nr]! * (here - u[c - nr]!);
    return heat;
  }

  return {
    advance(T, dt, heat): void {
      iterate.set(T);
      for (let c = 0; c < size; c++) u[c] = T[c]! - reference;
      for (let n = 0; n < MOST_STEPS; n++) {
        linearise(T, dt);
        gradients.factor();
        gradients.solve(right, u, TOLERANCE);
        let farthest = 0;
        for (let c = 0; c < size; c++) {
          const solved = u[c]! + reference;
          const now = iterate[c]!;
          const isStraight = solved < straightBelow && now < straightBelow && T[c]! < straightBelow;
          const held = gained[c]! + slope[c]! * (solved - now);
          const next = isStraight ? solved : enthalpy.after(c, T[c]!, held, solved);
          const change = next > now ? next - now : now - next;
          if (change > farthest) farthest = change;
          iterate[c] = next;
        }
        if (farthest < SETTLED) break;
      }
      // Heat goes by the fluxes at u, so the balance closes however far Newton and the linear solves went.
      for (let c = 0; c < size; c++) {
        v[c] = u[c]! * Math.sqrt(capacity[c]!);
        T[c] = enthalpy.after(c, T[c]!, inflow(c, dt), iterate[c]!);
      }
      pass({ v, g: v, heat }, dt);
    },
  };
}
