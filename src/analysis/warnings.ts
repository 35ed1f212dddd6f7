import type { LesionRun } from '../lesion-run.js';
import type { LesionSize } from '../metrics/lesion-size.js';
import type { Criterion } from '../problem/types.js';
import type { Measured } from './error-bar.js';

/** Something that the reader of a result should know. */
export interface Warning {
  readonly code: 'nothing-reached' | 'energy-not-closed' | 'error-bar-incomplete' | 'boiling' | 'overshoot';
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
}

/** One for each lesion that is empty; the headline's only if no other line says it. */
export function emptyLesions(
  headline: LesionSize<Measured>,
  criterion: Criterion,
  lesions: readonly CriterionSizes[],
): Warning[] {
  const warn = ({ threshold }: Criterion, path: string): Warning => ({
    code: 'nothing-reached',
    message: `No tissue reached ${threshold} °C: all sizes are zero.`,
    path,
  });
  const listed = lesions.flatMap(({ criterion: one, final }, k) =>
    final.width.value === 0 ? [warn(one, `criteria[${k}]`)] : [],
  );
  const isListed = lesions.some(({ criterion: one }) => one.threshold === criterion.threshold);
  return headline.width.value === 0 && !isListed ? [warn(criterion, 'criterion'), ...listed] : listed;
}

/** Where the heat balance does not close. */
export function openBalance({ energyAudit: { residual }, problem: { tissue } }: LesionRun): Warning[] {
  const isConstant = [tissue.thermalConductivity, tissue.specificHeat].every((p) => typeof p === 'number');
  if (Math.abs(residual) <= CLOSED[isConstant ? 'constant' : 'changing']) return [];
  const message = `The heat balance is open by ${residual.toExponential(1)} of its largest term.`;
  return [{ code: 'energy-not-closed', message }];
}

/** Water boils near this temperature, which no model here computes yet [°C]. */
const BOILING = 100;

/** Where tissue is hotter than any model here allows. */
export function boiling({ exposure, grid }: LesionRun): Warning[] {
  const { data } = exposure.final.peakTemperature;
  const hottest = data.reduce((most, T, c) => (grid.isTissue[c] === 1 && T > most ? T : most), -Infinity);
  if (hottest <= BOILING) return [];
  const message = `Tissue reached ${hottest.toFixed(0)} °C, and boiling is not modelled: beyond ${BOILING} °C the result means little.`;
  return [{ code: 'boiling', message, path: 'heating' }];
}

/** A thermocouple this much beyond its target [°C] is more than the ripple of a generator's control. */
const RIPPLE = 2;

/** Where the thermocouple lags so much behind the current that its target is left behind. */
export function overshoot({ problem: { heating }, history }: LesionRun): Warning[] {
  if (heating.kind !== 'temperature') return [];
  const { target, duration } = heating;
  const on = history.sensorTemperature.filter((_, k) => (history.time[k] ?? Infinity) <= duration);
  const highest = on.reduce((most, T) => Math.max(most, T), -Infinity);
  if (highest <= target + RIPPLE) return [];
  const message = `The sensor went to ${highest.toFixed(1)} °C, beyond the target of ${target} °C: it lags behind the current where the needle is thick or the ramp short.`;
  return [{ code: 'overshoot', message, path: 'heating.target' }];
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
