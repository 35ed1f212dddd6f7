import type { LesionRun } from '../lesion-run.js';
import type { LesionSize } from '../metrics/lesion-size.js';
import { BOILING_BAND } from '../physics/vaporisation.js';
import { describeCriterion, describeRange } from '../output/criterion-in-words.js';
import { type Criterion, isSameCriterion, type NumberRange } from '../problem/criterion.js';
import { DEFAULTS } from '../problem/defaults.js';
import { stagesOf } from '../problem/heating.js';
import { validityOf } from '../problem/validity.js';
import { tissuesIn } from './caveats.js';
import type { Measured } from './error-bar.js';
import { ownWarmth } from './own-warmth.js';

/** Something that the reader of a result should know. */
export interface Warning {
  readonly code:
    | 'nothing-reached'
    | 'region-left-out'
    | 'outside-validity'
    | 'energy-not-closed'
    | 'under-resolved'
    | 'domain-too-small'
    | 'error-bar-incomplete'
    | 'boiling'
    | 'overshoot'
    | 'unverified-parameter'
    | 'vessel-bound';
  readonly message: string;
  /** The input concerned. */
  readonly path?: string;
}

/**
 * Heat that may be missing, relative to the largest term of the balance: round-off, or the error of the time step where
 * properties change with temperature.
 */
const CLOSED = { constant: 1e-9, changing: 1e-3 } as const;

/** What a warning needs to know of one criterion's lesion. */
interface CriterionSizes {
  readonly criterion: Criterion;
  readonly final: LesionSize<Measured>;
  /** Where it stands in the input. */
  readonly path: string;
}

/** One for each lesion that is empty; the headline's only if no other line says it. */
export function emptyLesions(
  headline: LesionSize<Measured>,
  criterion: Criterion,
  lesions: readonly CriterionSizes[],
): Warning[] {
  const warn = (one: Criterion, path: string): Warning => ({
    code: 'nothing-reached',
    message: `No tissue reached ${describeCriterion(one)}: all sizes are zero.`,
    path,
  });
  const listed = lesions.flatMap(({ criterion: one, final, path }) =>
    final.width.value === 0 ? [warn(one, path)] : [],
  );
  const isListed = lesions.some(({ criterion: one }) => isSameCriterion(one, criterion));
  return headline.width.value === 0 && !isListed ? [warn(criterion, 'criterion'), ...listed] : listed;
}

/** A region of the defaults that is left out because it goes on to the outer boundary. */
export function openRegion(criterion: Criterion): Warning {
  const message = `The region of ${describeCriterion(criterion)} goes on to the outer boundary of the computed region, and is left out.`;
  return { code: 'region-left-out', message };
}

/** A zone of the defaults that is left out because the lesion is larger. */
export function smallerZone(criterion: Criterion): Warning {
  const message = `The region of ${describeCriterion(criterion)} is smaller than the lesion, and is left out as the zone about it.`;
  return { code: 'region-left-out', message };
}

/** What can tell how hot a lesion's border has been. */
interface BorderReader {
  borderTemperatures(criterion: Criterion): readonly [lowest: number, highest: number];
}

/** Where a damage rule is used beyond what it is known to hold for: temperatures at the border, or the time. */
export function outsideValidity(
  lesions: readonly CriterionSizes[],
  reader: BorderReader,
  { time }: LesionRun,
): Warning[] {
  return lesions.flatMap(({ criterion, final, path }, k) => {
    if (lesions.findIndex((one) => isSameCriterion(one.criterion, criterion)) < k) return []; // said before
    const { temperature, time: duration } = validityOf(criterion) ?? {};
    if (final.width.value === 0 && !duration) return [];
    const warn = (what: string, was: number, { from, to }: NumberRange, unit: string): Warning[] => {
      if (was >= (from ?? -Infinity) && was <= (to ?? Infinity)) return [];
      const message = `${describeCriterion(criterion)}: ${what} ${Number(was.toPrecision(3))} ${unit}, and the rule is stated for ${describeRange({ from, to }, unit)}.`;
      return [{ code: 'outside-validity', message, path }];
    };
    const ofTime = duration ? warn('the exposure lasts', time, duration, 's') : [];
    if (!temperature || final.width.value === 0) return ofTime;
    const [lowest, highest] = reader.borderTemperatures(criterion);
    const hot = warn('its border has been at up to', highest, { to: temperature.to }, '°C');
    const cold = warn('its border has been no hotter than', lowest, { from: temperature.from }, '°C');
    return [...hot, ...cold, ...ofTime];
  });
}

/** Where the heat balance does not close. */
export function openBalance({ energyAudit: { residual }, problem }: LesionRun): Warning[] {
  const isConstant = tissuesIn(problem)
    .flatMap(({ tissue }) => [tissue.thermalConductivity, tissue.specificHeat])
    .every((property) => typeof property === 'number');
  if (Math.abs(residual) <= CLOSED[isConstant ? 'constant' : 'changing']) return [];
  const message = `The heat balance is open by ${residual.toExponential(1)} of its largest term.`;
  return [{ code: 'energy-not-closed', message }];
}

/** A bar wider than this part of the width says that the grid is too coarse for the lesion. */
const WIDEST_BAR = 0.05;

/** Without a bar, a lesion that reaches fewer cells beyond the needle's wall is too small for the grid. */
const FEWEST_CELLS = 2;

/** Where the grid is too coarse for the headline's lesion. */
export function underResolved(
  { width: { value, numericalError } }: LesionSize<Measured>,
  { grid, resolution }: LesionRun,
): Warning[] {
  const warn = (message: string): Warning[] => [{ code: 'under-resolved', message, path: 'resolution' }];
  if (value === 0) return [];
  if (numericalError !== null) {
    const part = numericalError / value;
    if (part <= WIDEST_BAR) return [];
    return warn(
      `The error bar is ${(100 * part).toFixed(0)} % of the width: a finer resolution or a larger lesion is needed.`,
    );
  }
  const cells = (value / 2 - grid.profile.radius) / resolution.spacing;
  if (cells >= FEWEST_CELLS) return [];
  return warn(`The lesion is ${cells.toFixed(1)} cells thick, and nothing is known of its error.`);
}

/** Tissue at the outer boundary that the needle warms by more than this part of the highest rise is too close. */
const LARGEST_RISE = 0.02;

/** Where heat has come to the outer boundary of the computed region. */
export function closeBoundary({ grid, exposure, problem, time }: LesionRun): Warning[] {
  const { nr, nz, size, isTissue } = grid;
  const { data } = exposure.final.peakTemperature;
  const { startTemperature: start = DEFAULTS.startTemperature } = problem;
  const isOuter = (c: number): boolean => c < nr || c >= size - nr || c % nr === nr - 1;
  let [atBoundary, highest] = [0, Number.MIN_VALUE];
  for (let c = 0; c < nr * nz; c++) {
    if (isTissue[c] === 0) continue;
    const rise = (data[c] ?? start) - start;
    highest = Math.max(highest, rise);
    if (isOuter(c)) atBoundary = Math.max(atBoundary, rise);
  }
  if (atBoundary - ownWarmth(problem, time) <= LARGEST_RISE * highest) return [];
  const message = `Tissue at the outer boundary has warmed by ${atBoundary.toFixed(1)} °C, ${((100 * atBoundary) / highest).toFixed(0)} % of the highest rise: domain must be larger, or left out.`;
  return [{ code: 'domain-too-small', message, path: 'domain' }];
}

/** Water boils near this temperature [°C]. */
const BOILING = 100;

/** Highest temperature of tissue [°C]. */
function hottestOf({ exposure, grid }: LesionRun): number {
  const { data } = exposure.final.peakTemperature;
  return data.reduce((most, T, c) => (grid.isTissue[c] === 1 && T > most ? T : most), -Infinity);
}

/** Whether water has boiled in a run whose vaporisation is computed. */
export function hasBoiled(run: LesionRun): boolean {
  const hasWater = tissuesIn(run.problem).some(({ tissue }) => (tissue.waterContent ?? 0) > 0);
  return hasWater && hottestOf(run) > BOILING_BAND.from;
}

/** Where tissue boiled: what the result then rests on. */
export function boiling(run: LesionRun): Warning[] {
  const hottest = hottestOf(run);
  const reached = `Tissue reached ${hottest.toFixed(0)} °C`;
  if (hasBoiled(run)) {
    const message = `${reached} and boiled: how conductivity falls in steam is a choice of the model, and steam that moves and charring are not in it.`;
    return [{ code: 'boiling', message, path: 'tissue.waterContent' }];
  }
  if (hottest <= BOILING) return [];
  const message = `${reached}, and boiling is not modelled without tissue.waterContent: beyond ${BOILING} °C the result means little.`;
  return [{ code: 'boiling', message, path: 'heating' }];
}

/** A thermocouple this much beyond its target [°C] is more than the ripple of a generator's control. */
const RIPPLE = 2;

/** Where the thermocouple lags so much behind the current that its target is left behind. */
export function overshoot({ problem: { heating }, stages }: LesionRun): Warning[] {
  return stagesOf(heating).flatMap((stage, k) => {
    const sensor = stages[k]?.history.sensorTemperature;
    if (stage.kind !== 'temperature' || !sensor) return [];
    const highest = sensor.reduce((most, T) => Math.max(most, T), -Infinity);
    const wasHotter = (sensor[0] ?? NaN) > stage.target; // it cools down to its target
    if (wasHotter || highest <= stage.target + RIPPLE) return [];
    const path = heating.kind === 'schedule' ? `heating.stages[${k}].target` : 'heating.target';
    const message = `The sensor went to ${highest.toFixed(1)} °C, beyond the target of ${stage.target} °C: it lags behind the current where the needle is thick or the ramp short.`;
    return [{ code: 'overshoot', message, path }];
  });
}

/** Where the companions were stopped. */
export function missingBars(missing: boolean): Warning[] {
  if (!missing) return [];
  return [
    {
      code: 'error-bar-incomplete',
      message: 'Stopped before the companion runs were complete: there are no error bars.',
    },
  ];
}
