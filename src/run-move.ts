import type { RunState } from './lesion-run.js';
import { storedHeat } from './physics/heat-audit.js';
import type { DrivenModel } from './run-model.js';

/** Heat that needle and tissue hold over that at a temperature [J]. */
function heldBy({ grid, balance, specificHeat }: DrivenModel, T: Float64Array, start: number): number {
  const { tissue, needle } = storedHeat(grid, balance, specificHeat, T, start);
  return tissue + needle;
}

/** Temperature of a needle's column at a height above its end, on straight lines between its cells [°C]. */
function inColumn({ grid }: DrivenModel, T: Float64Array, i: number, z: number): number {
  const { nr, nz, isTissue } = grid;
  let below = -1;
  for (let j = 0; j < nz; j++) {
    if (isTissue[j * nr + i] === 1) continue;
    if (grid.z[j]! >= z) {
      if (below < 0) return T[j * nr + i]!;
      const part = (z - grid.z[below]!) / (grid.z[j]! - grid.z[below]!);
      return T[below * nr + i]! + part * (T[j * nr + i]! - T[below * nr + i]!);
    }
    below = j;
  }
  return T[below * nr + i]!;
}

/**
 * Moves the needle along its axis: it takes its temperatures along, and tissue fills the place that it leaves, as hot as the
 * metal was there. Tissue in its new place gives way.
 *
 * @param start - Temperature about which heat is counted [°C].
 */
export function moveNeedle(
  from: DrivenModel,
  to: DrivenModel,
  state: RunState,
  reference: number,
  start: number,
): void {
  const { v, damage } = state;
  const before = v.map((x, c) => x * from.inverseRootCapacity[c]! + reference);
  const { nr, z, isTissue } = to.grid;
  const after = before.map((T, c) =>
    isTissue[c] === 1 || !hasNeedleIn(from, c % nr)
      ? T
      : inColumn(from, before, c % nr, z[Math.floor(c / nr)]!),
  );
  state.heat.moved += heldBy(to, after, start) - heldBy(from, before, start);
  settle(state, to, after, reference);
  if (damage.temperature.length > 0) damage.temperature.set(after);
}

function hasNeedleIn({ grid: { nr, nz, isTissue } }: DrivenModel, i: number): boolean {
  for (let j = 0; j < nz; j++) if (isTissue[j * nr + i] === 0) return true;
  return false;
}

/** Takes the needle out with its heat: what is left in its place is as it was at the start. */
export function withdrawNeedle(model: DrivenModel, state: RunState, reference: number, start: number): void {
  const before = state.v.map((x, c) => x * model.inverseRootCapacity[c]! + reference);
  const after = before.map((T, c) => (model.grid.isTissue[c] === 1 ? T : start));
  state.heat.moved += heldBy(model, after, start) - heldBy(model, before, start);
  settle(state, model, after, reference);
  if (state.damage.temperature.length > 0) state.damage.temperature.set(after);
}

/** The state at a temperature field that has just jumped. */
function settle(state: RunState, model: DrivenModel, T: Float64Array, reference: number): void {
  const { v, temperatureBefore } = state;
  for (let c = 0; c < T.length; c++) v[c] = (T[c]! - reference) / model.inverseRootCapacity[c]!;
  temperatureBefore.set(T);
  state.temperatureTime = state.time;
}
