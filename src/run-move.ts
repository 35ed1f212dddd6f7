import type { RunState } from './lesion-run.js';
import { storedHeat } from './physics/heat-audit.js';
import type { DrivenModel } from './run-model.js';

/** Heat that needle and tissue hold over that at a temperature [J]. */
function heldBy({ grid, balance, specificHeat }: DrivenModel, T: Float64Array, start: number): number {
  const { tissue, needle } = storedHeat(grid, balance, specificHeat, T, start);
  return tissue + needle;
}

/** Puts the state into other cells' hands, at a temperature field, and counts the heat that came or went with that. */
function handOver(
  from: DrivenModel,
  to: DrivenModel,
  state: RunState,
  reference: number,
  start: number,
  change: (T: number, c: number) => number,
): void {
  const { v, temperatureBefore, damage, heat } = state;
  const before = v.map((x, c) => x * from.inverseRootCapacity[c]! + reference);
  const after = before.map(change);
  heat.moved += heldBy(to, after, start) - heldBy(from, before, start);
  for (let c = 0; c < v.length; c++) v[c] = (after[c]! - reference) / to.inverseRootCapacity[c]!;
  temperatureBefore.set(after);
  state.temperatureTime = state.time;
  if (damage.temperature.length > 0) damage.temperature.set(after);
}

/**
 * Moves the needle along its axis. Every place keeps its temperature: the needle arrives as warm as the tissue that gives way to it,
 * and tissue closes its track as warm as the metal was there.
 *
 * @param start - Temperature over which heat is counted [°C].
 */
export function moveNeedle(
  from: DrivenModel,
  to: DrivenModel,
  state: RunState,
  reference: number,
  start: number,
): void {
  handOver(from, to, state, reference, start, (T) => T);
}

/** Takes the needle out with its heat: what is left in its place is as it was at the start. */
export function withdrawNeedle(model: DrivenModel, state: RunState, reference: number, start: number): void {
  const { isTissue } = model.grid;
  handOver(model, model, state, reference, start, (T, c) => (isTissue[c] === 1 ? T : start));
}
