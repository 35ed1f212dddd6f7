import { type CompanionRuns, requireRoom, runCompanions } from './analysis/companions.js';
import { type Measured, withErrorBars, withoutErrorBars } from './analysis/error-bar.js';
import {
  boiling,
  emptyLesions,
  missingBars,
  openBalance,
  overshoot,
  type Warning,
} from './analysis/warnings.js';
import { LesionModelError } from './errors.js';
import { capHeight } from './grid/needle-profile.js';
import type { History, LesionRun, RunOutcome } from './lesion-run.js';
import { type Instant, makeRuler } from './measure.js';
import type { LesionSize } from './metrics/lesion-size.js';
import type { EnergyAudit } from './physics/heat-audit.js';
import { checkCriteria, checkCriterion, checkProblem, checkResolution } from './problem/check.js';
import { checkEstimateOptions } from './problem/options.js';
import type { ResolutionName } from './problem/resolution.js';
import type { Criterion, Problem, Resolution } from './problem/types.js';
import { type CheckedRun, type Progress, within } from './run-options.js';
import { runSteps } from './simulate.js';
import { VERSION } from './version.js';

/** How to answer; nothing here decides the physics. */
export interface EstimateOptions {
  /** What counts as the lesion of the headline; default the peak isotherm of 50 °C. */
  readonly criterion?: Criterion;
  /** Reported side by side; default {@link DEFAULT_CRITERIA}. */
  readonly criteria?: readonly Criterion[];
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
  readonly errorBar: boolean;
}

/** The answer: the headline criterion's sizes at the end of the cool-down, and what stands behind them. Lengths in m. */
export interface LesionEstimate extends LesionSize<Measured> {
  readonly outcome: Outcome;
  /** Of the headline. */
  readonly criterion: Criterion;
  /** In the order of the `criteria` asked for. */
  readonly lesions: readonly CriterionResult[];
  readonly history: History;
  readonly energyAudit: EnergyAudit;
  readonly warnings: readonly Warning[];
  /** The finest run, with its fields. */
  readonly run: LesionRun;
  readonly receipt: Receipt;
}

/** Part of the work that the reported run has, when there are companions. */
const OWN_PART = 0.3;

/** The estimate as a generator that yields after every time step; both doors drive it. */
function* estimateSteps(
  problem: Problem,
  options: EstimateOptions & { readonly signal?: AbortSignal } = {},
): Generator<Progress, LesionEstimate> {
  checkEstimateOptions(options);
  const checked = checkProblem(problem);
  const criterion = checkCriterion(options.criterion, checked);
  const criteria = checkCriteria(options.criteria, checked);
  const resolution = checkResolution(options.resolution, checked);
  const { signal, errorBar = true, strict = false } = options;
  const input: CheckedRun = { problem, checked, resolution, snapshotTimes: [] };

  const own = errorBar ? OWN_PART : 1;
  const run = yield* within(runSteps(input, signal ? { signal } : {}), 0, own);
  const mayGoOn = errorBar && run.status === 'completed';
  const companions = mayGoOn ? yield* within(runCompanions(input, signal), own, 1) : null;

  const rulers = {
    atSwitchOff: makeFamilyRuler(run, companions, input, 'atSwitchOff'),
    final: makeFamilyRuler(run, companions, input, 'final'),
  };
  const sizesOf = (instant: Instant, { threshold }: Criterion): LesionSize<Measured> =>
    rulers[instant](threshold);
  const lesions = criteria.map((one) => ({
    criterion: one,
    atSwitchOff: sizesOf('atSwitchOff', one),
    final: sizesOf('final', one),
  }));
  const listed = lesions.find(({ criterion: one }) => one.threshold === criterion.threshold);
  const headline = listed?.final ?? sizesOf('final', criterion);
  const warnings = [
    ...emptyLesions(headline, criterion, lesions),
    ...openBalance(run),
    ...boiling(run),
    ...overshoot(run),
    ...missingBars(errorBar && companions === null),
  ];
  const first = warnings[0];
  if (strict && first) throw new LesionModelError('strict', first.message, first.path);
  return {
    ...headline,
    outcome: run.status === 'completed' ? run.outcome : { kind: 'stopped', time: run.time },
    criterion,
    lesions,
    history: run.history,
    energyAudit: run.energyAudit,
    warnings,
    run,
    receipt: { package: 'rf-lesion', version: VERSION, problem, resolution, criterion, criteria, errorBar },
  };
}

/** Makes what measures a lesion in the run and in all its companions. */
function makeFamilyRuler(
  run: LesionRun,
  companions: CompanionRuns | null,
  { checked, resolution }: CheckedRun,
  instant: Instant,
): (threshold: number) => LesionSize<Measured> {
  const finest = makeRuler(run, instant);
  if (companions === null) return (threshold) => withoutErrorBars(finest(threshold));
  const { electrode, heating } = checked;
  const isDriven = heating.kind !== 'tip-temperature';
  const { radius, tipLength, tipShape: end, coneLength } = electrode;
  const straight = tipLength - capHeight({ end, radius, coneLength });
  const scale = { resolution, radius, end, coneLength, straight, isDriven };
  const rulers = {
    spacing: makeRuler(companions.spacing, instant),
    growth: makeRuler(companions.growth, instant),
    timeStep: makeRuler(companions.timeStep, instant),
    domain: makeRuler(companions.domain, instant),
  };
  return (threshold) => {
    const family = {
      finest: finest(threshold),
      spacing: rulers.spacing(threshold),
      growth: rulers.growth(threshold),
      timeStep: rulers.timeStep(threshold),
      domain: rulers.domain(threshold),
    };
    requireRoom(family.timeStep.width, family.domain.width, threshold);
    return withErrorBars(family, scale);
  };
}

/**
 * Estimates how wide, long and deep a lesion is, each size with its numerical error bar.
 *
 * @throws {@link LesionModelError} 'invalid-input', 'not-available', 'domain-too-small', 'diverged', 'strict'.
 */
export function estimateLesion(problem: Problem, options: EstimateOptions = {}): LesionEstimate {
  const steps = estimateSteps(problem, options);
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
    options.onProgress?.(next.value);
  }
}

/** Other work gets its turn at least this often [ms]. */
const SLICE = 12;

/**
 * The same without blocking: it gives way to other work every few milliseconds, and stops when `signal` says so. What
 * was complete by then is a value: with `outcome.kind` 'stopped', or, if only the companions are missing, without error
 * bars and with a warning.
 *
 * @throws {@link LesionModelError} as a rejected promise; the codes of {@link estimateLesion}.
 */
export async function estimateLesionAsync(
  problem: Problem,
  options: EstimateOptions & { readonly signal?: AbortSignal } = {},
): Promise<LesionEstimate> {
  const steps = estimateSteps(problem, options);
  let sliceEnd = performance.now() + SLICE;
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
    options.onProgress?.(next.value);
    if (performance.now() < sliceEnd) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    sliceEnd = performance.now() + SLICE;
  }
}
