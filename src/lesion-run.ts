import type { AxisymmetricGrid } from './grid/axisymmetric.js';
import type { InterfaceWeights } from './metrics/interface-weights.js';
import type { ContactWeights } from './metrics/surface-field.js';
import type { LimitReason } from './physics/generator.js';
import type { PulseRecord } from './physics/pulse.js';
import type { DamageState } from './physics/damage.js';
import type { EnergyAudit, HeatSums } from './physics/heat-audit.js';
import type { DamageRule } from './problem/criterion.js';
import type { Stage } from './problem/heating.js';
import type { Problem, Resolution } from './problem/types.js';

/** One number for each cell. */
export interface ScalarField {
  /** r fastest: `c = j·nr + i`. */
  readonly data: Float64Array;
  /** [nz, nr] */
  readonly shape: readonly [number, number];
}

/** The damage by one rule, at one instant of a run. */
export interface DamageRecord {
  readonly rule: DamageRule;
  /** Shape [nz·nr]. */
  readonly state: DamageState;
  /** Of a held tip's surface, shape [1]; null where RF current heats tissue. */
  readonly tip: DamageState | null;
}

/** What tissue has been through, at one instant of a run. */
export interface Exposure {
  /** [s] */
  readonly time: number;
  /** Highest temperature that each cell has had [°C]. */
  readonly peakTemperature: ScalarField;
  /**
   * The highest within each of some stretches of time, the last one up to now, where tissue near the tip is hottest early
   * and tissue further out late: the highest of all has creases, across which nothing may be interpolated [°C].
   */
  readonly peaks: readonly ScalarField[];
  /** Highest temperature that a held tip's surface has had; null where RF current heats tissue [°C]. */
  readonly tipPeakTemperature: number | null;
  /** By every rule that the run keeps count of. */
  readonly damage: readonly DamageRecord[];
}

/** A temperature field at a requested time. */
export interface Snapshot {
  /** [s] */
  readonly time: number;
  /** [°C] */
  readonly temperature: ScalarField;
  /** Of a held tip's surface, null where none is held [°C]. */
  readonly tipTemperature: number | null;
  /** Index of the stage that it is of, about whose needle it is seen; the cool-down is one beyond the last. */
  readonly stage: number;
}

/**
 * What a generator's screen shows. Sample i is at `time[i]`; power, voltage and impedance are those of
 * (time[i−1], time[i]].
 */
export interface History {
  /** [s] */
  readonly time: Float64Array;
  /** At the thermocouple [°C]. Of a held tip: its surface; after switch-off, the tissue that touches it. */
  readonly sensorTemperature: Float64Array;
  /** Of the RF current; of a held tip: heat flowing from the needle into tissue [W]. */
  readonly power: Float64Array;
  /** Its sum so far [J]. */
  readonly energy: Float64Array;
  /** rms, of pulses while one is on [V]; not for a held tip, which has none. */
  readonly voltage?: Float64Array;
  /**
   * Of tip, tissue and return path at 1 V, so it exists when the voltage is 0 [Ω]; in a pause and in the cool-down the last one
   * before. Not for a held tip.
   */
  readonly impedance?: Float64Array;
}

/** Whether the generator reached what it was told. */
export type RunOutcome =
  | { readonly kind: 'completed' }
  | {
      readonly kind: 'limited';
      /** What stood in the way. */
      readonly reason: LimitReason;
      /** Since when, without a break until switch-off [s]. */
      readonly time: number;
    };

/** What became of one stage. */
export interface StageRecord {
  readonly kind: Stage['kind'];
  /** [s] */
  readonly start: number;
  /** [s] */
  readonly end: number;
  /** Height of the needle's end over where it was at first [m]. */
  readonly position: number;
  readonly outcome: RunOutcome;
  /** What tissue has been through by its end, since the start of the run. */
  readonly exposure: Exposure;
  /** Of a pulsed stage: its pulses at a few moments. */
  readonly pulses: readonly PulseRecord[];
}

/** A stage of a run, with what the needle was in. */
export interface RunStage extends StageRecord {
  /** The run's cells as they were about the needle, seen from its end. */
  readonly grid: AxisymmetricGrid;
  readonly contact: ContactWeights | null;
  readonly interfaces: InterfaceWeights | null;
  /** Of the stage alone; its times are those of the run. */
  readonly history: History;
}

/** What is needed to go on where RF current flows. Fields of shape [nz·nr]. */
export interface DrivenState {
  /** Index of the stage that has begun; −1 before the first. */
  stage: number;
  /** The sensor's temperature when it began [°C]. */
  sensorAtStart: number;
  /** Potential for 1 V on the tip, of the last tick and of the one before [V]. */
  phi: Float64Array;
  phiBefore: Float64Array;
  /** The times that they are of [s]. */
  phiTime: number;
  phiTimeBefore: number;
  /** Field solves so far, and their iterations. */
  solves: number;
  iterations: number;
  /** Electrical energy, that beyond the domain and in the return path included [J]. */
  energy: number;
  /** Lowest impedance so far in the stage [Ω]. */
  lowestImpedance: number;
  /** Last one [Ω]. */
  impedance: number;
  /** The generator's limit in force, since when [s]. */
  limit: { reason: LimitReason; since: number } | null;
  /** Whether the last tick's properties were those of its temperatures, and not of the start. */
  hasLeft: boolean;
  /** Integral of a PI controller [W]; power it gives; when it reads next [s]. */
  integral: number;
  demand: number;
  nextReading: number;
}

/** Damage as it is being counted. */
export interface RunDamage {
  /** Counted until then [s]. */
  time: number;
  /** Temperature then [°C]; empty where there is nothing to count. */
  readonly temperature: Float64Array;
  /** How fast it changed until then [°C/s]. */
  readonly rate: Float64Array;
  /** Over which time [s]; 0 after a jump, when that tells nothing. */
  rateTime: number;
  /** By every rule. */
  readonly states: readonly DamageState[];
  /** The same for a held tip's surface, shape [1]; null where RF current heats tissue. */
  readonly tip: { readonly temperature: Float64Array; readonly states: readonly DamageState[] } | null;
}

/** All that a run needs to go on: plain data. Arrays have the shape [nz·nr] unless they are history, shape [steps + 1]. */
export interface RunState {
  /** Of the problem and options that the run is of: another run cannot go on from here. */
  fingerprint: string;
  /** Position in the plan of steps: group, and step within it. */
  group: number;
  step: number;
  /** Steps done so far. */
  steps: number;
  /** [s] */
  time: number;
  /** √C·(T − T_a), C the cell's heat capacity at the start temperature [J^½·K^½]. */
  v: Float64Array;
  /** The explicit half of the next step, in the same unit. */
  g: Float64Array;
  heat: HeatSums;
  /** Temperature when it was last carried on to a time ahead [°C], and that time [s]. */
  temperatureBefore: Float64Array;
  temperatureTime: number;
  /** Highest temperature in the present stretch of time [°C]. */
  peakTemperature: Float64Array;
  /** Highest temperatures in the stretches before it [°C]. */
  earlierPeaks: Float64Array[];
  /** [°C] */
  tipPeakTemperature: number | null;
  damage: RunDamage;
  /** null for a held tip. */
  driven: DrivenState | null;
  /** Stages that have ended. */
  stages: StageRecord[];
  /** Pulses of the present stage that have been looked at. */
  pulses: PulseRecord[];
  snapshots: Snapshot[];
  history: History;
}

/** One run on one grid. */
export interface LesionRun {
  readonly status: 'completed' | 'stopped';
  /** Simulated time [s]. */
  readonly time: number;
  readonly outcome: RunOutcome;
  readonly problem: Problem;
  readonly resolution: Resolution;
  /** Seen from the needle's end where it was last. */
  readonly grid: AxisymmetricGrid;
  /** How the surface's temperature follows from the cells on either side; null for a held tip. */
  readonly contact: ContactWeights | null;
  /** Where two tissues meet; null where there is one. */
  readonly interfaces: InterfaceWeights | null;
  /** Whether the needle has left by the end of the run: what its surface has is then that of the tissue beside its track. */
  readonly isWithdrawn: boolean;
  /** Number of time steps; while RF current is on, of control ticks. */
  readonly steps: number;
  /** At the end of the run [°C]; inside a held tip the start temperature. */
  readonly temperature: ScalarField;
  /** Of a held tip's surface at the end of the run; null where none is held [°C]. */
  readonly tipTemperature: number | null;
  /** What became of each stage that has ended; one if the heating is no schedule. */
  readonly stages: readonly RunStage[];
  /** At switch-off, and at the end of the run. A run stopped earlier has the present state in both. */
  readonly exposure: { readonly atSwitchOff: Exposure; readonly final: Exposure };
  readonly snapshots: readonly Snapshot[];
  readonly history: History;
  readonly energyAudit: EnergyAudit;
  /** To go on from, if the run was stopped. */
  readonly state: RunState;
}
