import type { HeatBalance } from './bioheat.js';
import type { CellLaw } from './cell-law.js';

/** The heat that each cell holds as a function of its temperature, needle and tissue in it together. */
export interface Enthalpy {
  /** From here on it jumps; Infinity where it does not [°C]. */
  readonly jumpsFrom: number;
  /** Below this every cell's heat is a straight line in temperature [°C]. */
  readonly straightBelow: number;
  /** Heat that cell c takes up from one temperature to another [J]. */
  between(c: number, from: number, to: number): number;
  /** Heat for another kelvin at a temperature [J/K]. */
  slope(c: number, T: number): number;
  /** Temperature at which cell c holds `gained` more than at `from` [°C]; found from a guess. */
  after(c: number, from: number, gained: number, guess: number): number;
  /**
   * Temperature of cell c when `part` of its last change, from `before` to `now`, goes on [°C]: of its change of heat or of
   * temperature, whichever leads less far, as the latent heat that a cell has just taken up or given off says nothing of what follows.
   */
  onwards(c: number, before: number, now: number, part: number): number;
}

/** The second takes care of kinks in a table; a straight line hardly needs it. */
const NEWTON_STEPS = 2;

/** Where the specific heat jumps, Newton's steps end when the heat is right to this part of what was gained. */
const CLOSED = 1e-13;
const MOST_STEPS = 60;

/**
 * Makes the heat of cells.
 *
 * ```text
 * H(T₁) − H(T₀) = C_rest (T₁ − T₀) + ρV ∫ c dT
 * ```
 *
 * @param balance - At the start temperature.
 */
export function makeEnthalpy(
  { capacity, tissueMass }: Pick<HeatBalance, 'capacity' | 'tissueMass'>,
  specificHeat: CellLaw,
  startTemperature: number,
): Enthalpy {
  const startCapacity = capacity.slice();
  const rest = capacity.map((C, c) => C - tissueMass[c]! * specificHeat.at(c, startTemperature)); // of the needle in the cell
  const slope = (c: number, T: number): number => rest[c]! + tissueMass[c]! * specificHeat.at(c, T);
  const straightBelow = specificHeat.isFlatBelowJump ? specificHeat.jumpsFrom : -Infinity;
  const between = (c: number, from: number, to: number): number =>
    from < straightBelow && to < straightBelow
      ? startCapacity[c]! * (to - from)
      : rest[c]! * (to - from) + tissueMass[c]! * specificHeat.integral(c, from, to);
  function after(c: number, from: number, gained: number, guess: number): number {
    const straight = from + gained / startCapacity[c]!;
    if (from < straightBelow && straight < straightBelow) return straight;
    let T = guess;
    if (specificHeat.jumpsFrom === Infinity) {
      for (let n = 0; n < NEWTON_STEPS; n++) T += (gained - between(c, from, T)) / slope(c, T);
      return T;
    }
    let [low, high] = gained > 0 ? [from, Infinity] : [-Infinity, from];
    for (let n = 0; n < MOST_STEPS; n++) {
      const excess = gained - between(c, from, T);
      if (Math.abs(excess) <= CLOSED * Math.abs(gained)) break;
      if (excess > 0) low = T;
      else high = T;
      const next = T + excess / slope(c, T);
      // At a jump the slope of the wrong side leads astray; the bracket does not.
      if (next > low && next < high) T = next;
      else if (high - low < Infinity) T = (low + high) / 2;
      else break; // round-off
    }
    return T;
  }

  return {
    jumpsFrom: specificHeat.jumpsFrom,
    straightBelow,
    between,
    slope,
    after,
    onwards(c, before, now, part): number {
      const straight = now + part * (now - before);
      if (Math.max(straight, now, before) < specificHeat.jumpsFrom) return straight;
      const byHeat = after(c, now, part * between(c, before, now), now);
      return Math.abs(byHeat - now) < Math.abs(straight - now) ? byHeat : straight;
    },
  };
}
