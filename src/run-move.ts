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

/** For each cell of the needle the tissue that touches it, below or beside; for any other cell itself. Shape [nz·nr]. */
export function tissueBeside({ grid: { nr, size, isTissue } }: DrivenModel): Int32Array {
  return Int32Array.from({ length: size }, (_, c) => {
    if (isTissue[c] === 1) return c;
    if (c >= nr && isTissue[c - nr] === 1) return c - nr;
    const row = Math.floor(c / nr) * nr;
    return row + isTissue.subarray(row, row + nr).indexOf(1);
  });
}

/**
 * Takes the needle out with its heat: what is left in its place is as it was at the start. Damage on its surface goes on as in the
 * tissue beside it.
 */
export function withdrawNeedle(model: DrivenModel, state: RunState, reference: number, start: number): void {
  const { isTissue } = model.grid;
  const { v, damage } = state;
  const before = v.map((x, c) => x * model.inverseRootCapacity[c]! + reference);
  handOver(model, model, state, reference, start, (T, c) => (isTissue[c] === 1 ? T : start));
  if (damage.temperature.length > 0)
    tissueBeside(model).forEach((beside, c) => (damage.temperature[c] = before[beside]!));
}
