import { type CompanionRuns, runCompanions } from './analysis/companions.js';
import { type Measured, withErrorBars, withoutErrorBars } from './analysis/error-bar.js';
import { LesionModelError } from './errors.js';
import type { History, LesionRun, RunOutcome } from './lesion-run.js';
import { type Instant, measureChecked } from './measure.js';
import type { LesionSize } from './metrics/lesion-size.js';
import type { EnergyAudit } from './physics/heat-audit.js';
import { checkCriteria, checkCriterion, checkProblem, checkResolution } from './problem/check.js';
import type { ResolutionName } from './problem/resolution.js';
import type { Criterion, Problem, Resolution } from './problem/types.js';
import type { CheckedRun, Progress } from './run-options.js';
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
  /** Default true: four companion runs, which together cost about 2.2 times the run itself. */
  readonly errorBar?: boolean;
  /** Turns warnings into errors of code 'strict'. */
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

/** Something that the reader of a result should know. */
export interface Warning {
  readonly code: 'nothing-reached' | 'energy-not-closed' | 'error-bar-incomplete' | 'boiling';
  readonly message: string;
  /** The input concerned. */
  readonly path?: string;
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

/** Energy that may be missing, relative to what was delivered: round-off. */
const CLOSED = 1e-9;

/** The estimate as a generator that yields after every time step; both doors drive it. */
function* estimateSteps(
  problem: Problem,
  options: EstimateOptions & { readonly signal?: AbortSignal } = {},
): Generator<Progress, LesionEstimate> {
  const checked = checkProblem(problem);
  const criterion = checkCriterion(options.criterion, checked);
  const criteria = checkCriteria(options.criteria, checked);
  const resolution = checkResolution(options.resolution, checked);
  const { signal, errorBar = true, strict = false } = options;
  const input: CheckedRun = { problem, checked, resolution, snapshotTimes: [] };

  const run = yield* runSteps(input, signal ? { signal } : {});
  const companions = errorBar && run.status === 'completed' ? yield* runCompanions(input, signal) : null;

  const sizesOf = (instant: Instant, { threshold }: Criterion): LesionSize<Measured> =>
    measureFamily(run, companions, input, threshold, instant);
  const lesions = criteria.map((one) => ({
    criterion: one,
    atSwitchOff: sizesOf('atSwitchOff', one),
    final: sizesOf('final', one),
  }));
  const headline = sizesOf('final', criterion);
  const warnings = [
    ...emptyLesions(headline, criterion, lesions),
    ...openBalance(run.energyAudit),
    ...boiling(run),
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

/** One lesion in the run and in all its companions. */
function measureFamily(
  run: LesionRun,
  companions: CompanionRuns | null,
  { checked, resolution }: CheckedRun,
  threshold: number,
  instant: Instant,
): LesionSize<Measured> {
  const finest = measureChecked(run, threshold, instant);
  if (companions === null) return withoutErrorBars(finest);
  const of = (companion: LesionRun): LesionSize<number> => measureChecked(companion, threshold, instant);
  const family = {
    finest,
    spacing: of(companions.spacing),
    growth: of(companions.growth),
    timeStep: of(companions.timeStep),
    domain: of(companions.domain),
  };
  const { electrode, heating } = checked;
  const isDriven = heating.kind !== 'tip-temperature';
  return withErrorBars(family, { resolution, radius: electrode.radius, end: electrode.tipShape, isDriven });
}

function emptyLesions(
  headline: LesionSize<Measured>,
  criterion: Criterion,
  lesions: readonly CriterionResult[],
): Warning[] {
  const warn = ({ threshold }: Criterion, path: string): Warning => ({
    code: 'nothing-reached',
    message: `No tissue reached ${threshold} °C: all sizes are zero.`,
    path,
  });
  return [
    ...(headline.width.value === 0 ? [warn(criterion, 'criterion')] : []),
    ...lesions.flatMap(({ criterion: one, final }, k) =>
      final.width.value === 0 ? [warn(one, `criteria[${k}]`)] : [],
    ),
  ];
}

function openBalance({ residual }: EnergyAudit): Warning[] {
  if (Math.abs(residual) <= CLOSED) return [];
  const message = `The heat balance is open by ${residual.toExponential(1)} of the heat delivered.`;
  return [{ code: 'energy-not-closed', message }];
}

/** Water boils near this temperature, which no model here computes yet [°C]. */
const BOILING = 100;

function boiling({ exposure, grid }: LesionRun): Warning[] {
  const { data } = exposure.final.peakTemperature;
  const hottest = data.reduce((most, T, c) => (grid.isTissue[c] === 1 && T > most ? T : most), -Infinity);
  if (hottest <= BOILING) return [];
  const message = `Tissue reached ${hottest.toFixed(0)} °C, and boiling is not modelled: beyond ${BOILING} °C the result means little.`;
  return [{ code: 'boiling', message, path: 'heating' }];
}

function missingBars(missing: boolean): Warning[] {
  if (!missing) return [];
  return [
    {
      code: 'error-bar-incomplete',
      message: 'Stopped before the companion runs were complete: there are no error bars.',
    },
  ];
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
 * The same without blocking: it gives way to other work every few milliseconds, and stops when `signal` says so. A
 * stopped estimate is a value, with `outcome.kind` 'stopped' and what was complete by then.
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
