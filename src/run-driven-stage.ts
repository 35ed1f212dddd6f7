import type { DrivenState, RunState } from './lesion-run.js';
import type { Prediction } from './physics/heat-step.js';
import type { DrivenHeating, StageHeating } from './problem/checked.js';
import { type DamageCount, makeDamageCount } from './run-damage.js';
import { clockFor, readSensor, type Scratch, solveField } from './run-drive.js';
import { type DrivenModel, type HeatedMedium, makeTipReading } from './run-model.js';
import { moveNeedle, tissueBeside, withdrawNeedle } from './run-move.js';
import type { CheckedRun } from './run-options.js';
import type { Clock } from './run-clock.js';
import type { RunStage } from './run-plan.js';
import { beginPeak } from './run-state.js';

function startState({ grid: { size } }: DrivenModel): DrivenState {
  return {
    stage: -1,
    sensorAtStart: 0,
    phi: new Float64Array(size),
    phiBefore: new Float64Array(size),
    phiTime: 0,
    phiTimeBefore: 0,
    solves: 0,
    iterations: 0,
    energy: 0,
    lowestImpedance: Infinity,
    impedance: 0,
    limit: null,
    hasLeft: false,
    integral: 0,
    demand: 0,
    nextReading: 0,
  };
}

/** The heating of a stage with current; null for one without. */
export function drivenHeating(heating: StageHeating): DrivenHeating | null {
  return heating.kind === 'off' || heating.kind === 'tip-temperature' ? null : heating;
}

/** What is known before any heat. */
export interface BeforeHeat {
  /** The field at each place of the needle. */
  readonly fields: ReadonlyMap<DrivenModel, DrivenState>;
  /** The clock of each stage; null without current. */
  readonly clocks: readonly (Clock | null)[];
}

/** Solves the field at each place of the needle and finds each stage's clock. */
export function lookBeforeHeat(
  { checked, resolution }: CheckedRun,
  models: readonly DrivenModel[],
  scratch: Scratch,
): BeforeHeat {
  const fields = new Map<DrivenModel, DrivenState>();
  const clocks = checked.stages.map((stage, k) => {
    const model = models[k]!;
    const field = fields.get(model) ?? startState(model);
    field.impedance = 1 / solveField(model, field, scratch) + checked.returnPathResistance;
    fields.set(model, field);
    const heating = drivenHeating(stage.heating);
    if (!heating) return null;
    return clockFor(heating, stage.end - stage.start, model, scratch.heat, resolution.timeStep);
  });
  return { fields, clocks };
}

/**
 * Turns to a stage: the generator starts afresh, and the needle may have been moved or withdrawn.
 *
 * @param before - What the needle was in.
 */
export function beginStage(
  k: number,
  { heating, start, isWithdrawn = false }: RunStage,
  model: DrivenModel,
  before: DrivenModel,
  { fields }: BeforeHeat,
  state: RunState,
  { checked: { arterialTemperature: reference, startTemperature } }: CheckedRun,
): void {
  const driven = state.driven!;
  if (model !== before) {
    moveNeedle(before, model, state, reference, startTemperature);
    const { phi, impedance } = fields.get(model)!;
    driven.phi.set(phi);
    driven.impedance = impedance;
  }
  if (isWithdrawn) withdrawNeedle(model, state, reference, startTemperature);
  if (k > 0 && heating.kind !== 'off') beginPeak(model, state, reference);
  driven.phiTimeBefore = driven.phiTime; // the field's last change does not go on
  driven.stage = k;
  driven.sensorAtStart =
    k === 0 ? startTemperature : readSensor(model.sensor, model.inverseRootCapacity, state.v, reference); // where it is now
  driven.lowestImpedance = Infinity;
  driven.limit = null;
  driven.integral = 0;
  driven.demand = 0;
  driven.nextReading = start;
}

/** What one stage is computed with. */
export interface StageTools {
  readonly stage: number;
  readonly model: DrivenModel;
  readonly medium: HeatedMedium;
  readonly damage: DamageCount;
  /** How the sensor follows over a tick. */
  readonly predict: (dt: number, count: number) => Prediction;
  /** To be called after the medium has changed. */
  readonly forget: () => void;
  /** Temperature that the generator shows [°C]. */
  readonly read: (v: Float64Array) => number;
}

/** Makes what a stage is computed with. */
export function openStage(
  stage: number,
  { isWithdrawn = false }: RunStage,
  model: DrivenModel,
  { rules, checked: { arterialTemperature: reference } }: CheckedRun,
): StageTools {
  const { sensor, inverseRootCapacity: s } = model;
  const medium = isWithdrawn && model.withdrawn ? model.withdrawn : model.medium;
  const predictions = new Map<string, Prediction>();
  return {
    stage,
    model,
    medium,
    damage: makeDamageCount(rules, s, reference, isWithdrawn ? tissueBeside(model) : null),
    read: isWithdrawn ? makeTipReading(model, reference) : (v) => readSensor(sensor, s, v, reference),
    forget: () => {
      predictions.clear();
    },
    predict(dt, count): Prediction {
      const key = `${dt} ${count}`;
      const prediction = predictions.get(key) ?? medium.step.predict(sensor, [count])[0]!;
      predictions.set(key, prediction);
      return prediction;
    },
  };
}
