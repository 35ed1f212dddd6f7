import type { RunState } from './lesion-run.js';
import type { Drive } from './physics/generator.js';
import type { Prediction } from './physics/heat-step.js';
import { carryOn, enterMedium } from './run-ahead.js';
import {
  advanceBoiling,
  isAboveBoiling,
  isBoiling,
  isWarm,
  mayBoil,
  restoreHeat,
  saveHeat,
} from './run-boiling.js';
import { driveTick, type Scratch } from './run-drive.js';
import { drivenHeating, type StageTools } from './run-driven-stage.js';
import type { CheckedRun } from './run-options.js';
import type { RunStage } from './run-plan.js';
import { keepLimit } from './run-stage.js';
import { accumulatePeak } from './run-state.js';

/** A control tick, or a step without current [s]. */
export interface Tick {
  readonly isDriven: boolean;
  /** The time that properties are of. */
  readonly middle: number;
  /** Its end. */
  readonly after: number;
  readonly length: number;
  /** Of each of its steps. */
  readonly dt: number;
  readonly stepsPerTick: number;
}

/** A step in which water boils is at most so many time steps of the resolution long. */
const LONGEST_BOILING = 2;

/** What the generator gave in a tick. */
export interface Given {
  /** [W] */
  readonly power: number;
  /** Of the generator [V²]. */
  readonly squaredVoltage: number;
  /** Part of the generator's voltage that is on the tip. */
  readonly tipPart: number;
  /** Heat that blood does not carry away after all, shape [nz·nr] [W]. */
  readonly relief: Float64Array | undefined;
}

/** Makes the medium that of the coming tick; whether its properties are those of its temperatures, and not of the start. */
function prepareMedium(
  { medium, forget }: StageTools,
  state: RunState,
  T: Float64Array,
  dt: number,
  reference: number,
): boolean {
  const { step, changing } = medium;
  const driven = state.driven!;
  const changes = changing !== null && isWarm(T, changing.from);
  if (changes) {
    enterMedium(medium, state, T, dt, reference);
    forget();
  } else if (driven.hasLeft) {
    changing?.reset(T);
    step.setTimeStep(dt);
    step.restart(state, reference);
    forget();
  }
  driven.hasLeft = changes;
  return changes;
}

/**
 * One tick: what is foreseen of temperature, blood, medium, the generator's answer, and the steps.
 *
 * @param omega - Ω of what closes vessels, shape [nz·nr]; null where nothing does.
 */
export function runTick(
  { checked, resolution }: CheckedRun,
  tools: StageTools,
  stage: RunStage,
  state: RunState,
  scratch: Scratch,
  tick: Tick,
  omega: Float64Array | null,
): Given {
  const { model, medium } = tools;
  const { step, changing, perfusion } = medium;
  const { isDriven, middle, after, length, dt, stepsPerTick } = tick;
  const { arterialTemperature: reference, returnPathResistance } = checked;
  const { v } = state;
  const driven = state.driven!;
  const heating = drivenHeating(stage.heating);

  if (isDriven || changing || !perfusion.isConstant)
    carryOn(model, state, reference, middle, scratch.T, changing?.enthalpy);
  if (perfusion.followsTemperature && perfusion.update(scratch.T, omega)) {
    step.assemblePerfusion();
    tools.forget();
  }
  const stops = !perfusion.isConstant && !perfusion.followsTemperature;
  const relief = stops ? perfusion.relief(scratch.T, omega) : undefined;
  const changes = prepareMedium(tools, state, scratch.T, dt, reference);

  let drive: Drive = { squaredVoltage: 0, limit: null };
  if (isDriven && heating) {
    const predict = (): Prediction => tools.predict(dt, stepsPerTick);
    const foreseen = { predict, relief, middle, after };
    drive = driveTick(heating, stage, checked, model, state, foreseen, scratch);
    driven.limit = keepLimit(driven.limit, drive.limit, state.time);
  }
  const { squaredVoltage } = drive;
  const tipPart = 1 - returnPathResistance / driven.impedance;

  const boils = changes && isBoiling(model, scratch.T);
  const saved = boils || !mayBoil(model) ? null : saveHeat(state);
  if (!boils) {
    if (isDriven || relief) step.setPower(scratch.heat, squaredVoltage * tipPart ** 2, relief);
    const s = changes ? changing!.inverseRootCapacity : model.inverseRootCapacity; // of the steps
    for (let n = 0; n < stepsPerTick; n++) {
      step.advance(state, reference, reference, reference);
      accumulatePeak(v, s, reference, state.peakTemperature);
    }
    if (changes) {
      changing!.leave(v);
      accumulatePeak(v, model.inverseRootCapacity, reference, state.peakTemperature);
    }
    if (!saved || !isAboveBoiling(model, v, reference))
      return { power: squaredVoltage / driven.impedance, squaredVoltage, tipPart, relief };
    restoreHeat(state, saved); // it boiled unforeseen
  }
  if (changes) changing!.leave(v); // nothing has passed: the medium is entered anew
  driven.hasLeft = true;
  const longestStep = LONGEST_BOILING * resolution.timeStep;
  const boiling = { heating, drive, relief, length, longestStep, ahead: middle - state.time };
  return { ...advanceBoiling(model, medium, state, scratch, boiling, checked), tipPart, relief };
}
