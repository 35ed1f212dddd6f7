import type { RunState } from './lesion-run.js';
import { type Drive, withinLimits } from './physics/generator.js';
import { BOILING_BAND, LATENT_HEAT } from './physics/vaporisation.js';
import type { CheckedProblem, DrivenHeating } from './problem/checked.js';
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

/** Whether water boils, or may within the coming tick, where its vaporisation is computed. */
export function isBoiling({ grid, specificHeat }: DrivenModel, T: Float64Array): boolean {
  if (specificHeat.jumpsFrom === Infinity) return false;
  for (let c = 0; c < T.length; c++) {
    if (T[c]! > BOILING_BAND.from - CLOSE && grid.isTissue[c] === 1) return true;
  }
  return false;
}

/** No step boils away more than this part of a cell's water, or heats a dry cell by more than so much [K]. */
const MOST_BOILED = 0.15;
const MOST_HEATED = 100;

/** A step is tried again from where it has led until it is foreseen to this [K], so many times at most. */
const AS_EXPECTED = 0.5;
const MOST_TRIES = 8;

/** A tick has at most so many steps, whatever boils. */
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
  { grid, balance }: DrivenModel,
  water: number,
  T: Float64Array,
  heat: Float64Array,
  scale: number,
): number {
  let fastest = 0;
  for (let c = 0; c < T.length; c++) {
    if (grid.isTissue[c] === 0 || T[c]! < BOILING_BAND.from - CLOSE) continue;
    const most =
      T[c]! > BOILING_BAND.to
        ? MOST_HEATED * balance.capacity[c]!
        : MOST_BOILED * water * LATENT_HEAT * grid.volume[c]!;
    fastest = Math.max(fastest, (scale * heat[c]!) / most);
  }
  return 1 / fastest;
}

/**
 * The steps of a tick in which water boils: a medium that has been entered for the tick is left again, and every step has one,
 * and a field, of its own, so that no cell is heated beyond the band while it holds water.
 *
 * @returns Means over the tick: of the power [W] and of the square of the generator's voltage [V²].
 */
export function advanceBoiling(
  model: DrivenModel,
  { step, changing }: HeatedMedium,
  state: RunState,
  scratch: Scratch,
  { heating, drive, relief, length, longestStep, ahead }: BoilingTick,
  { arterialTemperature: reference, returnPathResistance, tissue }: CheckedProblem,
): { readonly power: number; readonly squaredVoltage: number } {
  const { inverseRootCapacity: s } = model;
  const { v } = state;
  const driven = state.driven!;
  changing!.leave(v);
  let now = v.map((x, c) => x * s[c]! + reference);
  let rate = now.map((x, c) => (ahead > 0 ? (scratch.T[c]! - x) / ahead : 0)); // [K/s]
  let { squaredVoltage } = drive;
  const sums = { power: 0, squaredVoltage: 0 };
  for (let time = 0; time < length * (1 - 1e-9);) {
    const tipPart = 1 - returnPathResistance / driven.impedance;
    const calm = calmStep(model, tissue.waterContent, now, scratch.heat, squaredVoltage * tipPart ** 2);
    const shortest = length / MOST_STEPS;
    const wanted = Math.min(longestStep, Math.max(calm, shortest));
    const dt = (length - time) / Math.ceil((length - time) / wanted - 1e-9);
    for (let c = 0; c < now.length; c++) scratch.T[c] = now[c]! + (rate[c]! * dt) / 2;
    if (heating && squaredVoltage > 0) {
      solveImpedance(model, driven, scratch, returnPathResistance);
      if (isRollOff(heating, driven)) {
        squaredVoltage = 0;
        driven.limit = { reason: 'roll-off', since: state.time + time };
      } else if (heating.kind === 'power') {
        // Never more than at the beginning of the tick allowed for the sensor.
        const asked = withinLimits(heating.power * driven.impedance, driven.impedance, heating.limits);
        const isHeldBySensor = drive.limit === 'maxSensorTemperature';
        squaredVoltage = isHeldBySensor ? drive.squaredVoltage : asked.squaredVoltage;
      }
    }
    const before = { v: v.slice(), heat: { ...state.heat } };
    const after = new Float64Array(v.length);
    for (let n = 0; n < MOST_TRIES; n++) {
      v.set(before.v);
      Object.assign(state.heat, before.heat);
      changing!.enter(v, scratch.T);
      step.setTimeStep(dt);
      step.setPower(
        scratch.heat,
        squaredVoltage * (1 - returnPathResistance / driven.impedance) ** 2,
        relief,
      );
      step.restart(state, reference);
      step.advance(state, reference, reference, reference);
      changing!.leave(v);
      let farthest = 0;
      for (let c = 0; c < v.length; c++) {
        after[c] = v[c]! * s[c]! + reference;
        const expected = 2 * scratch.T[c]! - now[c]!;
        const off = after[c]! - expected;
        if (after[c]! > BOILING_BAND.from || expected > BOILING_BAND.from)
          farthest = Math.max(farthest, Math.abs(off));
        // Half of the way: the whole would go to and fro between a cell that boils and one that is dry.
        scratch.T[c] = scratch.T[c]! + off / (n === 0 ? 2 : 4);
      }
      if (farthest < AS_EXPECTED) break;
    }
    accumulatePeak(v, s, reference, state.peakTemperature);
    rate = after.map((x, c) => (x - now[c]!) / dt);
    now = after;
    time += dt;
    sums.power += ((squaredVoltage / driven.impedance) * dt) / length;
    sums.squaredVoltage += (squaredVoltage * dt) / length;
  }
  return sums;
}
