import { LesionModelError } from './errors.js';
import type { AxisymmetricGrid } from './grid/axisymmetric.js';
import type {
  Exposure,
  History,
  LesionRun,
  RunDamage,
  RunOutcome,
  RunState,
  ScalarField,
} from './lesion-run.js';
import { SAME_TIME } from './numerics/step-plan.js';
import { auditEnergy, noHeat, storedHeat } from './physics/heat-audit.js';
import type { DamageRule } from './problem/criterion.js';
import type { RunModel } from './run-model.js';
import { damageSoFar, openDamage } from './run-damage.js';
import { type CheckedRun, fingerprintOf, requireOwnState } from './run-options.js';

/** The state at time zero, with room for the whole history. */
function initialState(
  { grid, inverseRootCapacity }: RunModel,
  run: CheckedRun,
  samples: number,
  hasField: boolean,
): RunState {
  const { startTemperature, arterialTemperature } = run.checked;
  const rise = startTemperature - arterialTemperature;
  const room = (): Float64Array => new Float64Array(samples + 1);
  const history: History = {
    time: room(),
    sensorTemperature: room().fill(startTemperature),
    power: room(),
    energy: room(),
    ...(hasField ? { voltage: room(), impedance: room() } : {}),
  };
  return {
    fingerprint: fingerprintOf(run),
    group: 0,
    step: 0,
    steps: 0,
    time: 0,
    v: inverseRootCapacity.map((s) => rise / s),
    g: new Float64Array(grid.size),
    heat: noHeat(),
    temperatureBefore: new Float64Array(grid.size).fill(startTemperature),
    temperatureTime: 0,
    peakTemperature: new Float64Array(grid.size).fill(startTemperature),
    earlierPeaks: [],
    tipPeakTemperature: null,
    damage: openDamage(run.rules, grid.size, startTemperature, !hasField),
    driven: null,
    stages: [],
    pulses: [],
    snapshots: [],
    history,
  };
}

/** The state that a run goes on from, its own to change: at time zero, or a copy of a saved one. */
export function openState(
  run: CheckedRun,
  model: RunModel,
  samples: number,
  hasField: boolean,
  saved: RunState | undefined,
): RunState {
  if (!saved) return initialState(model, run, samples, hasField);
  requireOwnState(saved, run, model.grid.size);
  return structuredClone(saved);
}

/** @throws {@link LesionModelError} 'diverged' where a step has left the finite numbers. */
export function requireFinite({ heat }: RunState, time: number): void {
  if (Number.isFinite(heat.delivered + heat.boundary)) return;
  throw new LesionModelError('diverged', `The temperature is no longer finite at ${time} s.`);
}

/** Ends a group of steps: keeps what was asked for at its end and turns to the next. */
export function closeGroup(
  { checked, snapshotTimes }: CheckedRun,
  model: RunModel,
  state: RunState,
  end: number,
  tipTemperature: number | null,
): void {
  for (const time of snapshotTimes) {
    // A time that all but coincides with another stop has been merged with it.
    if (state.snapshots.some((kept) => kept.time === time) || time > end + SAME_TIME) continue;
    const temperature = temperatureOf(model, state, checked.arterialTemperature);
    state.snapshots.push({ time, temperature, tipTemperature, stage: state.stages.length });
  }
  state.group += 1;
  state.step = 0;
}

/** Ends a stage: keeps what became of it. */
export function closeStage(
  { checked, rules }: CheckedRun,
  { grid }: RunModel,
  state: RunState,
  outcome: RunOutcome,
): void {
  const stage = checked.stages[state.stages.length];
  if (!stage) return; // the cool-down
  const { heating, start, end, position } = stage;
  const exposure = exposureOf(grid, sampleExposure(rules, state));
  state.stages.push({ kind: heating.kind, start, end, position, outcome, exposure, pulses: state.pulses });
  state.pulses = [];
}

/** A part of a history, both ends included. */
function sliceHistory(history: History, from: number, to: number): History {
  const cut = (values: Float64Array): Float64Array => values.slice(from, to + 1);
  return {
    time: cut(history.time),
    sensorTemperature: cut(history.sensorTemperature),
    power: cut(history.power),
    energy: cut(history.energy),
    ...(history.voltage ? { voltage: cut(history.voltage) } : {}),
    ...(history.impedance ? { impedance: cut(history.impedance) } : {}),
  };
}

/** peak ← max(peak, T) */
export function accumulatePeak(
  v: Float64Array,
  s: Float64Array,
  reference: number,
  peak: Float64Array,
): void {
  for (let c = 0; c < peak.length; c++) {
    const T = v[c]! * s[c]! + reference;
    if (T > peak[c]!) peak[c] = T;
  }
}

/** Begins another stretch of time, with a highest temperature of its own. */
export function beginPeak({ inverseRootCapacity: s }: RunModel, state: RunState, reference: number): void {
  state.earlierPeaks.push(state.peakTemperature);
  state.peakTemperature = state.v.map((x, c) => x * s[c]! + reference);
}

/** A field that is to be kept, with its shape. */
function fieldOf({ nr, nz }: AxisymmetricGrid, data: Float64Array): ScalarField {
  return { data, shape: [nz, nr] };
}

/** What tissue has been through so far, kept apart from the running state and without its shape. */
export type ExposureSample = Pick<Exposure, 'time' | 'tipPeakTemperature' | 'damage'> & {
  /** The highest temperatures within stretches of time, shape [nz·nr] [°C]. */
  readonly peaks: readonly Float64Array[];
};

/**
 * Copies what tissue has been through so far.
 *
 * @param isWanted - Which of the rules, by their index; left out, all.
 */
export function sampleExposure(
  rules: readonly DamageRule[],
  { time, peakTemperature, earlierPeaks, tipPeakTemperature, damage }: RunState,
  isWanted: (rule: number) => boolean = () => true,
): ExposureSample {
  const peaks = [...earlierPeaks, peakTemperature].map((peak) => peak.slice());
  return { time, tipPeakTemperature, peaks, damage: damageSoFar(rules, damage, isWanted) };
}

/** The same with its shape. */
export function shaped(
  grid: AxisymmetricGrid,
  { peaks, ...sample }: ExposureSample,
): Omit<Exposure, 'peakTemperature'> {
  return { ...sample, peaks: peaks.map((peak) => fieldOf(grid, peak)) };
}

/** The same with the highest temperature of all. */
function exposureOf(grid: AxisymmetricGrid, sample: ExposureSample): Exposure {
  const { peaks } = sample;
  const highest = peaks.at(-1)!.map((T, c) => peaks.reduce((most, peak) => Math.max(most, peak[c]!), T));
  return { ...shaped(grid, sample), peakTemperature: fieldOf(grid, highest) };
}

/** Temperature of each cell now [°C]. */
function temperatureOf(
  { grid, inverseRootCapacity: s }: RunModel,
  { v }: RunState,
  reference: number,
): ScalarField {
  return fieldOf(
    grid,
    v.map((x, c) => x * s[c]! + reference),
  );
}

/**
 * What a run reports, from its state.
 *
 * @param damage - Counted until now, where the state's own waits for the next steps.
 */
export function finishRun(
  { problem, checked, resolution, rules }: CheckedRun,
  model: RunModel,
  state: RunState,
  damage: RunDamage,
  status: LesionRun['status'],
  present: RunOutcome,
  tipTemperature: number | null,
  modelOf: (stage: number) => Pick<RunModel, 'grid' | 'contact' | 'interfaces'>,
): LesionRun {
  const { startTemperature, arterialTemperature, stages } = checked;
  const { grid, balance, specificHeat } = model;
  const final = exposureOf(grid, sampleExposure(rules, { ...state, damage }));
  const temperature = temperatureOf(model, state, arterialTemperature);
  const { tissue, needle } = storedHeat(grid, balance, specificHeat, temperature.data, startTemperature);
  const { history } = state;
  const sampleAt = (time: number): number => {
    const found = history.time.subarray(0, state.steps + 1).findIndex((t) => t >= time);
    return found < 0 ? state.steps : found;
  };
  const lastHeat = stages.findLastIndex(({ heating }) => heating.kind !== 'off');
  const outcome = state.stages.find((stage) => stage.outcome.kind === 'limited')?.outcome ?? present;
  return {
    status,
    outcome,
    time: state.time,
    problem,
    resolution,
    grid,
    contact: model.contact,
    interfaces: model.interfaces,
    isWithdrawn: checked.isWithdrawn && !checked.isHeld && state.driven?.stage === checked.stages.length,
    steps: state.steps,
    temperature,
    tipTemperature,
    stages: state.stages.map((stage, k) => {
      const { grid: cells, contact, interfaces } = modelOf(k);
      const own = sliceHistory(history, sampleAt(stage.start), sampleAt(stage.end));
      return { ...stage, grid: cells, contact, interfaces, history: own };
    }),
    exposure: { atSwitchOff: state.stages[lastHeat]?.exposure ?? final, final },
    snapshots: state.snapshots,
    history: sliceHistory(history, 0, state.steps),
    energyAudit: auditEnergy(state.heat, tissue, needle),
    state,
  };
}
