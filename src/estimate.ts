import { unverifiedParameters, vesselBounds } from './analysis/caveats.js';
import { runCompanions } from './analysis/companions.js';
import {
  boiling,
  closeBoundary,
  emptyLesions,
  missingBars,
  openBalance,
  outsideValidity,
  overshoot,
  underResolved,
  type Warning,
} from './analysis/warnings.js';
import { LesionModelError } from './errors.js';
import { makeFamilyRuler } from './family-ruler.js';
import { measureGrowth, watchGrowth } from './growth.js';
import { findHottest } from './hottest.js';
import type { CriterionResult, EstimateOptions, LesionEstimate } from './lesion-estimate.js';
import { checkProblem, checkResolution } from './problem/check.js';
import { checkCriteria, checkCriterion } from './problem/check-criterion.js';
import { type Criterion, isSameCriterion } from './problem/criterion.js';
import { DEFAULT_REVERSIBLE_CRITERION } from './problem/defaults.js';
import { rulesFor } from './problem/shut-off.js';
import { checkEstimateOptions } from './problem/options.js';
import type { Problem } from './problem/types.js';
import { receiptOf } from './receipt.js';
import { unlessOpen, zoneAbout } from './reversible-zone.js';
import { toEnd, toEndInSlices } from './run-doors.js';
import { type CheckedRun, type Progress, within } from './run-options.js';
import { runSteps } from './simulate.js';
import { stageResults } from './stage-results.js';

/** Part of the work that the reported run has, when there are companions. */
const OWN_PART = 0.3;

/** Part of the work that all runs have; measuring is the rest. */
const RUNS_PART = 0.95;

type AllOptions = EstimateOptions & { readonly signal?: AbortSignal };

/** What is asked, checked and completed. */
function read(
  problem: Problem,
  options: AllOptions,
): {
  readonly input: CheckedRun;
  readonly criterion: Criterion;
  readonly criteria: readonly Criterion[];
  readonly reversible: Criterion;
} {
  checkEstimateOptions(options);
  const checked = checkProblem(problem);
  const criterion = checkCriterion(options.criterion, checked);
  const criteria = checkCriteria(options.criteria, checked);
  const reversible =
    options.reversible === undefined
      ? DEFAULT_REVERSIBLE_CRITERION
      : checkCriterion(options.reversible, checked, 'reversible');
  const resolution = checkResolution(options.resolution, checked);
  const rules = rulesFor([...criteria, criterion, reversible], checked);
  return {
    input: { problem, checked, resolution, snapshotTimes: [], rules },
    criterion,
    criteria,
    reversible,
  };
}

/** The estimate as a generator that yields after every time step and every criterion; all doors drive it. */
export function* estimateSteps(
  problem: Problem,
  options: AllOptions = {},
): Generator<Progress, LesionEstimate> {
  const { input, criterion, criteria, reversible } = read(problem, options);
  const { checked, resolution } = input;
  const { signal, errorBar = true, strict = false } = options;

  const own = errorBar ? OWN_PART : RUNS_PART;
  const steps = within(runSteps(input, signal ? { signal } : {}), 0, own);
  const { run, samples } = yield* watchGrowth(steps, input, criterion);
  const mayGoOn = errorBar && run.status === 'completed';
  const companions = mayGoOn ? yield* within(runCompanions(input, signal), own, RUNS_PART) : null;

  const atSwitchOff = makeFamilyRuler(run, companions, input, 'atSwitchOff');
  const final = makeFamilyRuler(run, companions, input, 'final');
  const resultOf = (one: Criterion): CriterionResult => ({
    criterion: one,
    atSwitchOff: atSwitchOff.size(one),
    final: final.size(one),
  });
  const { endTime } = checked;
  const all: (CriterionResult | Warning)[] = [];
  for (const one of criteria) {
    all.push(unlessOpen(options.criteria !== undefined, one, () => resultOf(one)));
    const fraction = RUNS_PART + ((1 - RUNS_PART) * all.length) / criteria.length;
    yield { time: run.time, endTime, fraction, state: run.state };
  }
  const found = all.flatMap((one, k) => ('final' in one ? [{ ...one, path: `criteria[${k}]` }] : []));
  const lesions = all.flatMap((one) => ('final' in one ? [one] : []));
  const listed = lesions.find(({ criterion: one }) => isSameCriterion(one, criterion));
  const headline = listed?.final ?? final.size(criterion);
  const border = final.border(criterion);
  const asksForZone = options.reversible !== undefined;
  const zone = unlessOpen(asksForZone, reversible, () =>
    zoneAbout(headline, resultOf(reversible), asksForZone, final),
  );
  const zoneFound =
    'border' in zone ? [{ criterion: reversible, final: zone.final, path: 'reversible' }] : [];
  const stages = stageResults(
    run,
    companions,
    input,
    criterion,
    listed?.atSwitchOff ?? atSwitchOff.size(criterion),
  );
  const judged = [...found, { criterion, final: headline, path: 'criterion' }, ...zoneFound];
  const warnings = [
    ...emptyLesions(headline, criterion, found),
    ...[...all, zone].flatMap((one) => ('code' in one ? [one] : [])),
    ...outsideValidity(judged, final.own, run),
    ...openBalance(run),
    ...underResolved(headline, run),
    ...closeBoundary(run),
    ...boiling(run),
    ...overshoot(run),
    ...vesselBounds(run.problem),
    ...unverifiedParameters(run.problem),
    ...missingBars(errorBar && companions === null),
  ];
  const first = warnings[0];
  if (strict && first) throw new LesionModelError('strict', first.message, first.path);
  const { history, energyAudit } = run;
  const came = { headline, lesions, history, energyAudit, warnings, run };
  return {
    ...headline,
    outcome: run.status === 'completed' ? run.outcome : { kind: 'stopped', time: run.time },
    criterion,
    shape: final.shape(border),
    border,
    lesions,
    reversibleZone: 'border' in zone ? zone : null,
    growth: measureGrowth(run, samples, criterion),
    stages,
    hottest: findHottest(run, companions),
    history,
    energyAudit,
    warnings,
    run,
    receipt: receiptOf({ problem, resolution, criterion, criteria, reversible, errorBar }, came),
  };
}

/**
 * Estimates how wide, long and deep a lesion is, each size with its numerical error bar.
 *
 * @throws {@link LesionModelError} 'invalid-input', 'domain-too-small', 'diverged', 'strict'.
 */
export function estimateLesion(problem: Problem, options: EstimateOptions = {}): LesionEstimate {
  return toEnd(estimateSteps(problem, options), options.onProgress);
}

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
  return toEndInSlices(estimateSteps(problem, options), options.onProgress);
}
