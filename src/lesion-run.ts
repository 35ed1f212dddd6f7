import type { AxisymmetricGrid } from './grid/axisymmetric.js';
import type { EnergyAudit, HeatSums } from './physics/heat-audit.js';
import type { Problem, Resolution } from './problem/types.js';

/** One number for each cell. */
export interface ScalarField {
  /** r fastest: `c = j·nr + i`. */
  readonly data: Float64Array;
  /** [nz, nr] */
  readonly shape: readonly [number, number];
}

/** The highest temperatures so far, at one instant of a run. */
export interface Exposure {
  /** [s] */
  readonly time: number;
  /** Highest temperature that each cell has had [°C]. */
  readonly peakTemperature: ScalarField;
  /** Highest temperature that the bare tip's surface has had [°C]. */
  readonly tipPeakTemperature: number;
}

/** A temperature field at a requested time. */
export interface Snapshot {
  /** [s] */
  readonly time: number;
  /** [°C] */
  readonly temperature: ScalarField;
  /** Of the bare tip's surface, null while the needle is adiabatic [°C]. */
  readonly tipTemperature: number | null;
}

/** What happened at the needle. Sample i is at `time[i]`; its power is the mean over (time[i−1], time[i]]. */
export interface History {
  /** [s] */
  readonly time: Float64Array;
  /** Of the bare surface [°C]; after switch-off, of the tissue that touches it. */
  readonly sensorTemperature: Float64Array;
  /** Heat flowing from the needle into tissue [W]. */
  readonly power: Float64Array;
  /** Its sum so far [J]. */
  readonly energy: Float64Array;
}

/** All that a run needs to go on: plain data. Arrays have the shape [nz·nr] unless they are history, shape [steps + 1]. */
export interface RunState {
  /** Position in the plan of steps: group, and step within it. */
  group: number;
  step: number;
  /** Steps done so far. */
  steps: number;
  /** [s] */
  time: number;
  /** √C·(T − T_a), C the cell's heat capacity [J^½·K^½]. */
  v: Float64Array;
  /** The explicit half of the next step, in the same unit. */
  g: Float64Array;
  heat: HeatSums;
  /** [°C] */
  peakTemperature: Float64Array;
  /** [°C] */
  tipPeakTemperature: number;
  /** null until switch-off. */
  atSwitchOff: Exposure | null;
  snapshots: Snapshot[];
  history: History;
}

/** One run on one grid. */
export interface LesionRun {
  readonly status: 'completed' | 'stopped';
  /** Simulated time [s]. */
  readonly time: number;
  readonly problem: Problem;
  readonly resolution: Resolution;
  readonly grid: AxisymmetricGrid;
  /** Number of time steps. */
  readonly steps: number;
  /** At the end of the run [°C]; in the needle the start temperature. */
  readonly temperature: ScalarField;
  /** At switch-off, and at the end of the run. A run stopped earlier has the present state in both. */
  readonly exposure: { readonly atSwitchOff: Exposure; readonly final: Exposure };
  readonly snapshots: readonly Snapshot[];
  readonly history: History;
  readonly energyAudit: EnergyAudit;
  /** To go on from, if the run was stopped. */
  readonly state: RunState;
}
