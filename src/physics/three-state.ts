import type { ThreeStateKinetics } from '../problem/criterion.js';

/** A step is divided so that no part of it moves more than this part of the cells in a row. */
const LARGEST_MOVE = 0.2;

/** A step of so many times the forward rate kills all but e^(−100) of the cells, or next to that. */
const DEADLY = 100;

/**
 * Makes one step of the three states, temperature changing linearly: the classical Runge–Kutta method of fourth order.
 *
 * ```text
 * dA/dt = −f A + b V,   dV/dt = f A − b V − f V,   f = k_f (e^(T/T_k) − offset) (1 − A)
 * ```
 *
 * @returns A function of the temperatures before and after the step [°C], its length [s] and the parts alive and vulnerable,
 * which it changes; arrays of one shape.
 * @remarks O'Neill et al. 2011, doi:10.1007/s10439-010-0177-1
 */
export function makeThreeStateStep({
  forwardRate,
  backwardRate: b,
  temperatureScale,
  offset = 0,
}: ThreeStateKinetics): (
  before: Float64Array,
  after: Float64Array,
  dt: number,
  alive: Float64Array,
  vulnerable: Float64Array,
) => void {
  return function threeStateStep(before, after, dt, alive, vulnerable) {
    for (let c = 0; c < alive.length; c++) {
      const growth = Math.exp(before[c]! / temperatureScale);
      const end = Math.exp(after[c]! / temperatureScale);
      const middle = Math.sqrt(growth * end); // the exponent is linear in time
      const forward = forwardRate * Math.max(growth, end);
      if (dt * forward > DEADLY) {
        alive[c] = alive[c]! * Math.exp(-DEADLY);
        vulnerable[c] = vulnerable[c]! * Math.exp(-DEADLY);
        continue;
      }
      const parts = Math.max(1, Math.ceil((dt * (b + forward)) / LARGEST_MOVE));
      const h = dt / parts;
      // In each part the exponent goes on by the same factor; one part uses the three values above.
      const factor =
        parts === 1 ? middle / growth : Math.exp((after[c]! - before[c]!) / temperatureScale / parts / 2);
      let A = alive[c]!;
      let V = vulnerable[c]!;
      let e = growth;
      for (let n = 0; n < parts; n++) {
        const k0 = forwardRate * (e - offset);
        const k1 = forwardRate * (e * factor - offset);
        const k2 = forwardRate * (e * factor * factor - offset);
        e *= factor * factor;
        let f = k0 * (1 - A);
        const a1 = b * V - f * A;
        const v1 = -a1 - f * V;
        f = k1 * (1 - A - (h / 2) * a1);
        const a2 = b * (V + (h / 2) * v1) - f * (A + (h / 2) * a1);
        const v2 = -a2 - f * (V + (h / 2) * v1);
        f = k1 * (1 - A - (h / 2) * a2);
        const a3 = b * (V + (h / 2) * v2) - f * (A + (h / 2) * a2);
        const v3 = -a3 - f * (V + (h / 2) * v2);
        f = k2 * (1 - A - h * a3);
        const a4 = b * (V + h * v3) - f * (A + h * a3);
        const v4 = -a4 - f * (V + h * v3);
        A += (h / 6) * (a1 + 2 * a2 + 2 * a3 + a4);
        V += (h / 6) * (v1 + 2 * v2 + 2 * v3 + v4);
      }
      alive[c] = A;
      vulnerable[c] = V;
    }
  };
}
