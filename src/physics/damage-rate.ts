import {
  type ArrheniusKinetics,
  type Cem43Rule,
  type Criterion,
  type DamageRule,
  GAS_CONSTANT,
} from '../problem/criterion.js';
import { ISO_RANGE } from '../problem/validity.js';

/** 0 °C [K] */
const ICE_POINT = 273.15;

/**
 * Rate of the damage integral at a temperature [1/s].
 *
 * ```text
 * dΩ/dt = A exp(−E_a/(R (T + 273.15)))
 * ```
 *
 * @remarks On the border of two branches the upper one holds; between and beyond branches the rate is zero.
 */
export function arrheniusRate({ branches }: ArrheniusKinetics, T: number): number {
  let rate = 0;
  for (const { from = -Infinity, to = Infinity, frequencyFactor, activationEnergy } of branches) {
    if (T < from || T > to) continue;
    // By the logarithm: A alone may be 10¹²⁰.
    rate = Math.exp(Math.log(frequencyFactor) - activationEnergy / (GAS_CONSTANT * (T + ICE_POINT)));
  }
  return rate;
}

/** Where the base of the dose changes [°C]. */
export const BREAKPOINT = 43;
const R_ABOVE = 0.5;
const R_BELOW = 0.25;

/** The dose is in minutes, time in seconds. */
export const SECONDS_PER_MINUTE = 60;

/**
 * Rate of thermal dose at a temperature: equivalent minutes at 43 °C per minute.
 *
 * ```text
 * R^(43 − T),   R = 0.5 from 43 °C on, 0.25 below
 * ```
 *
 * @param hasPassed - Of the ISO form: whether 43 °C has been passed before, since when R = 0.5 below it too.
 * @remarks Sapareto and Dewey 1984, doi:10.1016/0360-3016(84)90379-1. The ISO form is zero below 39 °C; that it is
 * unlimited above 57 °C is left to whoever reads the dose: a sum that is infinite cannot be interpolated.
 */
export function cem43Rate(T: number, rule: Cem43Rule = 'sapareto-dewey', hasPassed = false): number {
  if (rule === 'iso' && T < ISO_RANGE.from) return 0;
  const base = T >= BREAKPOINT || (rule === 'iso' && hasPassed) ? R_ABOVE : R_BELOW;
  return Math.exp((BREAKPOINT - T) * Math.log(base)); // base ** x is not the same on all engines
}

/** Temperatures at which the rate of a rule has a kink or a jump [°C]. */
export function kinksOf(rule: DamageRule | Criterion): readonly number[] {
  switch (rule.kind) {
    case 'cem43':
      return rule.rule === 'iso' ? [ISO_RANGE.from, BREAKPOINT] : [BREAKPOINT];
    case 'arrhenius':
      return rule.kinetics.branches.flatMap(({ from, to }) => [from, to].filter((T) => T !== undefined));
    case 'three-state':
    case 'peak-temperature':
      return [];
  }
}

/** Lowest temperature at which a rule counts anything [°C]; −Infinity where it counts at all of them. */
export function lowestOf(rule: DamageRule): number {
  if (rule.kind === 'cem43') return rule.rule === 'iso' ? ISO_RANGE.from : -Infinity;
  return rule.kind === 'arrhenius' ? (rule.kinetics.branches[0]?.from ?? -Infinity) : -Infinity;
}
