import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import type { Layout } from '../grid/layout.js';
import { type CheckedProblem, tissuesOf } from '../problem/checked.js';
import { shutOffRule } from '../problem/shut-off.js';
import type { HeatBalance } from './bioheat.js';
import { cellLaw } from './cell-law.js';
import { fillOpenPart } from './coagulated-part.js';
import { tissueLaw } from './tissue-law.js';

/**
 * Flow of blood that follows what tissue has been through.
 *
 * ```text
 * ω = ω₀ · factor(T) where Ω < 1, else 0
 * ```
 */
export interface PerfusionResponse {
  /** Whether anything changes it. */
  readonly isConstant: boolean;
  /** Whether it depends on the temperature now, and not only on damage. */
  readonly followsTemperature: boolean;
  /**
   * Puts the flow into the balance.
   *
   * @param T - Shape [nz·nr] [°C].
   * @param omega - Ω by the kinetics of the response, shape [nz·nr]; null where it does not matter.
   * @returns Whether it is not what it was.
   */
  update(T: Float64Array, omega: Float64Array | null): boolean;
  /**
   * Heat that the stated flow would carry away from tissue where it has stopped: put back as a source, it does the same as
   * {@link update}, and no matrix changes. Not for a flow that follows temperature.
   *
   * @param T - At the middle of the coming steps, shape [nz·nr] [°C].
   * @returns Shape [nz·nr] [W]; overwritten by the next call.
   */
  relief(T: Float64Array, omega: Float64Array | null): Float64Array;
}

/**
 * Makes what changes the perfusion of a balance.
 *
 * ```text
 * ω = ω₀ · factor(T) where Ω < 1, else 0
 * ```
 *
 * @param balance - At the stated rate; its perfusion is overwritten by `update`.
 * @remarks That perfusion stops at Ω = 1 is the rule of the RFA-tutorial of Irastorza (2021), after Irastorza, d'Avila and
 * Berjano 2018, doi:10.1111/jce.13363; taken from its text.
 */
export function makePerfusionResponse(
  { arterialTemperature, ...problem }: Pick<CheckedProblem, 'tissue' | 'regions' | 'arterialTemperature'>,
  { perfusion }: Pick<HeatBalance, 'perfusion'>,
  grid: Pick<AxisymmetricGrid, 'nr' | 'nz' | 'isTissue'>,
  layout: Layout,
): PerfusionResponse {
  const stated = perfusion.slice();
  const tissues = tissuesOf(problem);
  const factors = tissues.map(({ perfusionResponse }) => tissueLaw(perfusionResponse.factor));
  const factor = cellLaw(factors, layout);
  const isPerfused = tissues.map(({ perfusionRate }) => perfusionRate > 0);
  const followsTemperature = factors.some(
    (one, m) => !(one.isConstant && one.at(0) === 1) && isPerfused[m] === true,
  );
  const stops = tissues.some((tissue) => shutOffRule(tissue) !== null);
  const values = new Float64Array(perfusion.length);
  const open = new Float64Array(perfusion.length).fill(1);
  return {
    isConstant: !followsTemperature && !stops,
    followsTemperature,
    update(T, omega): boolean {
      factor.fill(T, values);
      if (omega !== null) fillOpenPart(grid, omega, open);
      let hasChanged = false;
      for (let c = 0; c < perfusion.length; c++) {
        const flow = open[c]! * stated[c]! * values[c]!;
        if (flow === perfusion[c]!) continue;
        perfusion[c] = flow;
        hasChanged = true;
      }
      return hasChanged;
    },
    relief(T, omega): Float64Array {
      if (omega !== null) fillOpenPart(grid, omega, open);
      for (let c = 0; c < perfusion.length; c++) {
        values[c] = (1 - open[c]!) * stated[c]! * (T[c]! - arterialTemperature);
      }
      return values;
    },
  };
}
