import type { RunState } from './lesion-run.js';
import type { Enthalpy } from './physics/enthalpy.js';
import type { HeatedMedium, RunModel } from './run-model.js';

/**
 * The temperature at a time ahead, as its last change goes on; to be called once for every step or tick.
 *
 * @param out - Shape [nz·nr] [°C].
 * @param enthalpy - Where it jumps, the last change of heat goes on, and not that of temperature.
 */
export function carryOn(
  { inverseRootCapacity: s }: RunModel,
  state: RunState,
  reference: number,
  time: number,
  out: Float64Array,
  enthalpy?: Enthalpy,
): void {
  const { v, temperatureBefore } = state;
  const ratio = (time - state.time) / (state.time - state.temperatureTime);
  const part = Number.isFinite(ratio) ? ratio : 0;
  for (let c = 0; c < out.length; c++) {
    const now = v[c]! * s[c]! + reference;
    const before = temperatureBefore[c]!;
    out[c] = enthalpy ? enthalpy.onwards(c, before, now, part) : now + part * (now - before);
    temperatureBefore[c] = now;
  }
  state.temperatureTime = state.time;
}

/**
 * Begins a step, or the steps of a tick, in tissue whose properties change: the medium is that of the field `T`.
 *
 * @param surface - Of the bare tip now [°C].
 */
export function enterMedium(
  { step, changing }: Pick<HeatedMedium, 'step' | 'changing'>,
  state: RunState,
  T: Float64Array,
  dt: number,
  surface: number,
): void {
  changing!.enter(state.v, T);
  step.setTimeStep(dt);
  step.restart(state, surface);
}
