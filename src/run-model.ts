import { type AxisymmetricGrid, createAxisymmetricGrid } from './grid/axisymmetric.js';
import type { Exposure, LesionRun, RunState, ScalarField } from './lesion-run.js';
import { bioheatBalance, type HeatBalance } from './physics/bioheat.js';
import { auditEnergy } from './physics/heat-audit.js';
import { type HeatStep, makeHeatStep } from './physics/heat-step.js';
import { adiabaticNeedleConductances, heldTipConductances } from './physics/needle-surface.js';
import type { CheckedProblem } from './problem/checked.js';
import { domainFor } from './problem/resolution.js';
import type { Problem, Resolution } from './problem/types.js';

/** The fixed parts of a run. */
export interface RunModel {
  readonly grid: AxisymmetricGrid;
  readonly balance: HeatBalance;
  readonly inverseRootCapacity: Float64Array;
  readonly step: Readonly<Record<'held' | 'adiabatic', HeatStep>>;
}

/** Builds all that a run needs, once. */
export function buildRunModel(problem: CheckedProblem, resolution: Resolution): RunModel {
  const { electrode, arterialTemperature, boundaryTemperature } = problem;
  const grid = createAxisymmetricGrid({
    profile: { end: electrode.tipShape, radius: electrode.radius },
    tipLength: electrode.tipLength,
    domain: problem.domain ?? domainFor(problem),
    spacing: resolution.spacing,
    growthRatio: resolution.growthRatio,
  });
  const balance = bioheatBalance(grid, problem);
  const held = heldTipConductances(grid, balance.conductivity);
  const adiabatic = adiabaticNeedleConductances(grid, balance.conductivity);
  return {
    grid,
    balance,
    inverseRootCapacity: balance.capacity.map((C) => 1 / Math.sqrt(C)),
    step: {
      held: makeHeatStep(grid, balance, held, arterialTemperature, boundaryTemperature),
      adiabatic: makeHeatStep(grid, balance, adiabatic, arterialTemperature, boundaryTemperature),
    },
  };
}

/** The state at time zero, with room for the whole history. */
export function initialState(
  { grid, inverseRootCapacity }: RunModel,
  problem: CheckedProblem,
  totalSteps: number,
): RunState {
  const rise = problem.startTemperature - problem.arterialTemperature;
  const samples = (): Float64Array => new Float64Array(totalSteps + 1);
  const history = { time: samples(), sensorTemperature: samples(), power: samples(), energy: samples() };
  history.sensorTemperature[0] = problem.heating.ramp > 0 ? problem.startTemperature : problem.heating.target;
  return {
    group: 0,
    step: 0,
    steps: 0,
    time: 0,
    v: inverseRootCapacity.map((s) => rise / s),
    g: new Float64Array(grid.size),
    heat: { delivered: 0, metabolism: 0, perfusion: 0, boundary: 0 },
    peakTemperature: new Float64Array(grid.size).fill(problem.startTemperature),
    tipPeakTemperature: history.sensorTemperature[0],
    atSwitchOff: null,
    snapshots: [],
    history,
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

/** Mean temperature of the tissue that touches the bare tip [°C]. */
export function makeTipReading(
  { grid, inverseRootCapacity: s }: RunModel,
  reference: number,
): (v: Float64Array) => number {
  const { nr, nz, z, tipLength, isTissue } = grid;
  const cells: number[] = [];
  for (let j = 0; j < nz; j++) {
    if (z[j]! > tipLength) break;
    const c = j * nr + isTissue.subarray(j * nr, (j + 1) * nr).indexOf(1);
    if (c % nr > 0) cells.push(c);
  }
  return (v) => reference + cells.reduce((sum, c) => sum + v[c]! * s[c]!, 0) / cells.length;
}

/** A field that is to be kept, with its shape. */
function fieldOf({ nr, nz }: AxisymmetricGrid, data: Float64Array): ScalarField {
  return { data, shape: [nz, nr] };
}

/** The highest temperatures so far, kept apart from the running state. */
export function exposureOf(
  grid: AxisymmetricGrid,
  { time, peakTemperature, tipPeakTemperature }: RunState,
): Exposure {
  return { time, peakTemperature: fieldOf(grid, peakTemperature.slice()), tipPeakTemperature };
}

/** Temperature of each cell now [°C]. */
export function temperatureOf(
  { grid, inverseRootCapacity: s }: RunModel,
  { v }: RunState,
  reference: number,
): ScalarField {
  return fieldOf(
    grid,
    v.map((x, c) => x * s[c]! + reference),
  );
}

/** What a run reports, from its state. */
export function finishRun(
  problem: Problem,
  { startTemperature, arterialTemperature }: CheckedProblem,
  resolution: Resolution,
  model: RunModel,
  state: RunState,
  status: LesionRun['status'],
): LesionRun {
  const { grid, balance } = model;
  const final = exposureOf(grid, state);
  const temperature = temperatureOf(model, state, arterialTemperature);
  const stored = balance.capacity.reduce(
    (sum, C, c) => (grid.isTissue[c] === 1 ? sum + C * (temperature.data[c]! - startTemperature) : sum),
    0,
  );
  const samples = state.steps + 1;
  const { history } = state;
  return {
    status,
    time: state.time,
    problem,
    resolution,
    grid,
    steps: state.steps,
    temperature,
    exposure: { atSwitchOff: state.atSwitchOff ?? final, final },
    snapshots: state.snapshots,
    history: {
      time: history.time.slice(0, samples),
      sensorTemperature: history.sensorTemperature.slice(0, samples),
      power: history.power.slice(0, samples),
      energy: history.energy.slice(0, samples),
    },
    energyAudit: auditEnergy(state.heat, stored),
    state,
  };
}
