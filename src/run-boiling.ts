import type { RunState } from './lesion-run.js';
import { type Drive, withinLimits } from './physics/generator.js';
import { valueIn } from './physics/cell-law.js';
import { BOILING_BAND, LATENT_HEAT } from './physics/vaporisation.js';
import { type CheckedProblem, type CheckedTissue, type DrivenHeating, tissuesOf } from './problem/checked.js';
import { isRollOff, type Scratch, solveImpedance } from './run-drive.js';
import type { DrivenModel, HeatedMedium } from './run-model.js';
import { accumulatePeak } from './run-state.js';

/** Water may boil within the coming tick where tissue is this much below the band [K]. */
const CLOSE = 5;

/** Whether tissue is, or may be within the coming tick, at a temperature. */
export function isWarm(T: Float64Array, from: number): boolean {
  if (from === -Infinity) return true;
  for (let c = 0; c < T.length; c++) if (T[c]! > from - CLOSE) return true;
  return false;
}

/** Whether a tissue's vaporisation is computed. */
export function mayBoil({ specificHeat }: DrivenModel): boolean {
  return specificHeat.jumpsFrom < Infinity;
}

/** Whether tissue has been heated into the boiling band or beyond. */
export function isAboveBoiling(
  { grid, inverseRootCapacity: s }: DrivenModel,
  v: Float64Array,
  reference: number,
): boolean {
  for (let c = 0; c < v.length; c++) {
    if (grid.isTissue[c] === 1 && v[c]! * s[c]! + reference > BOILING_BAND.from) return true;
  }
  return false;
}

/** What a tick changes, to be taken back if it boiled unforeseen. */
type SavedHeat = Pick<RunState, 'v' | 'peakTemperature' | 'heat'>;

/** Keeps what a tick changes. */
export function saveHeat({ v, peakTemperature, heat }: RunState): SavedHeat {
  return { v: v.slice(), peakTemperature: peakTemperature.slice(), heat: { ...heat } };
}

/** Takes a tick back. */
export function restoreHeat(state: RunState, { v, peakTemperature, heat }: SavedHeat): void {
  state.v.set(v);
  state.peakTemperature.set(peakTemperature);
  Object.assign(state.heat, heat);
}

/** Whether water boils, or may within the coming tick, where its vaporisation is computed. */
export function isBoiling(model: DrivenModel, T: Float64Array): boolean {
  if (!mayBoil(model)) return false;
  const { grid } = model;
  for (let c = 0; c < T.length; c++) {
    if (T[c]! > BOILING_BAND.from - CLOSE && grid.isTissue[c] === 1) return true;
  }
  return false;
}

/** No step boils away more than this part of a cell's water, or heats a dry cell by more than so much [K]. */
const MOST_BOILED = 0.15;
const MOST_HEATED = 100;

/** A tick has at most so many steps, however much boils. */
const MOST_STEPS = 200;

/** A tick in which water boils [s]. */
export interface BoilingTick {
  readonly heating: DrivenHeating | null;
  /** What the generator gives at its beginning. */
  readonly drive: Drive;
  /** Heat that blood does not carry away after all, shape [nz·nr] [W]. */
  readonly relief: Float64Array | undefined;
  readonly length: number;
  readonly longestStep: number;
  /** From now to the time that `scratch.T` is of; 0 where it is of now. */
  readonly ahead: number;
}

/** Longest step that boils little [s], for a power in each cell, shape [nz·nr] times `scale` [W]. */
function calmStep(
  { grid, balance, layout }: DrivenModel,
  tissues: readonly CheckedTissue[],
  T: Float64Array,
  heat: Float64Array,
  scale: number,
): number {
  const water = valueIn(
    layout,
    tissues.map(({ waterContent }) => waterContent),
  );
  let fastest = 0;
  for (let c = 0; c < T.length; c++) {
    if (grid.isTissue[c] === 0 || T[c]! < BOILING_BAND.from - CLOSE || water(c) === 0) continue;
    const most =
      T[c]! > BOILING_BAND.to
        ? MOST_HEATED * balance.capacity[c]!
        : MOST_BOILED * water(c) * LATENT_HEAT * grid.volume[c]!;
    fastest = Math.max(fastest, (scale * heat[c]!) / most);
  }
  return 1 / fastest;
}

/**
 * The steps of a tick in which water boils, in enthalpy: every step
 * has a field of its own, so that no cell is heated beyond the band while it holds water.
 *
 * @returns Means over the tick: of the power [W] and of the square of the generator's voltage [V²].
 */
export function advanceBoiling(
  model: DrivenModel,
  { step, changing }: HeatedMedium,
  state: RunState,
  scratch: Scratch,
  { heating, drive, relief, length, longestStep, ahead }: BoilingTick,
  problem: CheckedProblem,
): { readonly power: number; readonly squaredVoltage: number } {
  const { arterialTemperature: reference, returnPathResistance } = problem;
  const { inverseRootCapacity: s } = model;
  const { v } = state;
  const driven = state.driven!;
  let now = v.map((x, c) => x * s[c]! + reference);
  const { enthalpy, enthalpyStep } = changing!;
  // The last change before the tick, as if it had led to where the tick's middle is foreseen.
  let before = now.map((T, c) => 2 * T - scratch.T[c]!);
  let since = ahead;
  let { squaredVoltage } = drive;
  const tissues = tissuesOf(problem);
  const sums = { power: 0, squaredVoltage: 0 };
  for (let time = 0; time < length * (1 - 1e-9);) {
    const calm = calmStep(model, tissues, now, scratch.heat, squaredVoltage);
    const shortest = length / MOST_STEPS;
    const wanted = Math.min(longestStep, Math.max(calm, shortest));
    const dt = (length - time) / Math.ceil((length - time) / wanted - 1e-9);
    for (let c = 0; c < now.length; c++)
      scratch.T[c] = since > 0 ? enthalpy.onwards(c, before[c]!, now[c]!, dt / 2 / since) : now[c]!;
    if (heating && squaredVoltage > 0) {
      solveImpedance(model, driven, scratch, returnPathResistance);
      if (isRollOff(heating, driven)) {
        squaredVoltage = 0;
        driven.limit = { reason: 'roll-off', since: state.time + time };
      } else if ('limits' in heating) {
        // The impedance has moved since the tick began: constant power follows it, and limits hold throughout.
        const isConstantPower = heating.kind === 'power' && drive.limit !== 'maxSensorTemperature';
        const asked = isConstantPower ? heating.power * driven.impedance : drive.squaredVoltage;
        squaredVoltage = withinLimits(asked, driven.impedance, heating.limits).squaredVoltage;
      }
    }
    changing!.reset(scratch.T);
    const tipPart = 1 - returnPathResistance / driven.impedance;
    step.setPower(scratch.heat, squaredVoltage * tipPart ** 2, relief);
    const after = now.slice();
    enthalpyStep.advance(after, dt, state.heat);
    for (let c = 0; c < v.length; c++) v[c] = (after[c]! - reference) / s[c]!;
    accumulatePeak(v, s, reference, state.peakTemperature);
    [before, now, since] = [now, after, dt];
    time += dt;
    sums.power += ((squaredVoltage / driven.impedance) * dt) / length;
    sums.squaredVoltage += (squaredVoltage * dt) / length;
  }
  return sums;
}
