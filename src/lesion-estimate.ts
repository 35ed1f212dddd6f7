import type { Family, Measured } from './analysis/error-bar.js';
import type { Warning } from './analysis/warnings.js';
import type { History, LesionRun, RunOutcome } from './lesion-run.js';
import type { Contour } from './metrics/contour.js';
import type { LesionShape } from './metrics/lesion-shape.js';
import type { LesionSize } from './metrics/lesion-size.js';
import type { EnergyAudit } from './physics/heat-audit.js';
import type { Criterion } from './problem/criterion.js';
import type { Stage } from './problem/heating.js';
import type { ResolutionName } from './problem/resolution.js';
import type { Problem, Resolution } from './problem/types.js';
import type { Progress } from './run-options.js';

/** How to answer; nothing here decides the physics. */
export interface EstimateOptions {
  /** What counts as the lesion of the headline; default the peak isotherm of 50 °C. */
  readonly criterion?: Criterion;
  /** Reported side by side; default {@link DEFAULT_CRITERIA}. */
  readonly criteria?: readonly Criterion[];
  /** What counts as blocked for a while; default {@link DEFAULT_REVERSIBLE_CRITERION}. */
  readonly reversible?: Criterion;
  /** Default 'standard'; see {@link RESOLUTIONS} for what each costs and what its error bar is like. */
  readonly resolution?: ResolutionName | Resolution;
  /** Default true: four companion runs, which together cost about twice the run itself. */
  readonly errorBar?: boolean;
  /** Turns warnings into errors of code 'strict'; default false. */
  readonly strict?: boolean;
  /** Called after every time step, of the companions too. */
  readonly onProgress?: (progress: Progress) => void;
}

/** The same lesion by one criterion, at both instants. */
export interface CriterionResult {
  readonly criterion: Criterion;
  readonly atSwitchOff: LesionSize<Measured>;
  readonly final: LesionSize<Measured>;
}

/** The border of one region at the end of the cool-down, in the run that is reported and in its companions. */
export interface Border {
  readonly criterion: Criterion;
  readonly contours: readonly Contour[];
  /** What the error bar of a distance to it is made from; null without companions. */
  readonly family: Family<readonly Contour[]> | null;
}

/** Tissue that was warmed enough to block a nerve for a while, outside the lesion of the headline. */
export interface ReversibleZone extends CriterionResult {
  /** Of the zone at the end, the lesion taken off, which it must hold [m³]. */
  readonly volume: Measured;
  readonly border: Border;
}

/** How the headline's lesion grew, as far as the run's grid can tell: a size may fall by a few parts in ten thousand. Arrays of one length. */
export interface LesionGrowth {
  /** [s], from 0 to the end of the run. */
  readonly time: Float64Array;
  /** [m] */
  readonly width: Float64Array;
  /** [m] */
  readonly length: Float64Array;
}

/** The hottest point that tissue has had, away from the metal where the needle is cooled; of pulses, by their mean. */
export interface HottestPoint {
  /** [°C] */
  readonly temperature: Measured;
  /** From the needle's surface [m]. */
  readonly distance: Measured;
  /** From the needle's axis [m]. */
  readonly r: number;
  /** Above the needle's end [m]. */
  readonly z: number;
}

/** Pulses at the end of a stage; the run has them at some moments before as well. */
export interface PulseResult {
  /** rms while a pulse is on [V]. */
  readonly voltage: Measured;
  /** [s] */
  readonly pulseWidth: Measured;
  /** At the thermocouple [°C]: mean over a pulse and its pause, and highest within a pulse. */
  readonly sensor: { readonly mean: Measured; readonly peak: Measured };
  /**
   * The highest of tissue [°C]: of the mean, and within a pulse. That is at an edge of the tip, where no grid is fine, and its bar
   * is wide.
   */
  readonly hottest: {
    readonly mean: Measured;
    readonly peak: Measured;
    readonly r: number;
    readonly z: number;
  };
  /** Strength of the field while a pulse is on, at {@link FIELD_STRENGTH_DISTANCES} from the needle's surface, rms [V/m]. */
  readonly field: { readonly besideTip: readonly Measured[]; readonly aheadOfEnd: readonly Measured[] };
}

/** What one stage led to. */
export interface StageResult {
  readonly kind: Stage['kind'];
  /** [s] */
  readonly start: number;
  /** [s] */
  readonly end: number;
  /** Height of the needle's end over where it was at first [m]. */
  readonly position: number;
  readonly outcome: RunOutcome;
  /** The headline's lesion at its end, of all stages so far, seen from where the needle is then. */
  readonly size: LesionSize<Measured>;
  readonly history: History;
  /** null where there are none. */
  readonly pulse: PulseResult | null;
}

/** How a run ended. */
export type Outcome =
  | RunOutcome
  | {
      readonly kind: 'stopped';
      /** Simulated until then [s]. */
      readonly time: number;
    };

/** Enough to repeat the run. */
export interface Receipt {
  readonly package: 'rf-lesion';
  readonly version: string;
  readonly problem: Problem;
  readonly resolution: Resolution;
  readonly criterion: Criterion;
  readonly criteria: readonly Criterion[];
  readonly reversible: Criterion;
  readonly errorBar: boolean;
  /** Of the energy audit, relative to what was delivered. */
  readonly energyResidual: number;
  /** Codes of the warnings, in order. */
  readonly warnings: readonly string[];
  /** CRC-32 of the bits of what came out, in hexadecimal: the same where a repeated run is the same. */
  readonly checksums: Readonly<Record<'sizes' | 'history' | 'temperature' | 'peakTemperature', string>>;
}

/** The answer: the headline criterion's sizes at the end of the cool-down, and what stands behind them. Lengths in m. */
export interface LesionEstimate extends LesionSize<Measured> {
  readonly outcome: Outcome;
  /** Of the headline. */
  readonly criterion: Criterion;
  readonly shape: LesionShape<Measured>;
  readonly border: Border;
  /** In the order of the `criteria` asked for. */
  readonly lesions: readonly CriterionResult[];
  /** null where it has no end inside the computed region; a warning says so. */
  readonly reversibleZone: ReversibleZone | null;
  /** Of the finest run, not extrapolated: its last sizes differ from the headline's by less than the bar. */
  readonly growth: LesionGrowth;
  /** One for each stage that has ended; one in all if the heating is no schedule. */
  readonly stages: readonly StageResult[];
  readonly hottest: HottestPoint;
  readonly history: History;
  readonly energyAudit: EnergyAudit;
  readonly warnings: readonly Warning[];
  /** The finest run, with its fields. */
  readonly run: LesionRun;
  readonly receipt: Receipt;
}
