import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import type { HeatBalance } from './bioheat.js';
import type { CellLaw } from './cell-law.js';

/** Where the heat of a run went, each term summed on its own [J]. */
export interface EnergyAudit {
  /** Through a held tip's surface into tissue, or by the RF current in tissue. */
  readonly delivered: number;
  /** By metabolism. */
  readonly metabolism: number;
  /** Taken up by tissue, less what it held at the start. */
  readonly stored: number;
  /** Taken up by the needle; 0 where it is left out. */
  readonly storedInNeedle: number;
  /** Carried away by blood, in tissue and in vessels that are stated. */
  readonly perfusion: number;
  /** Out through the outer boundary. */
  readonly boundary: number;
  /** Carried away by the coolant in the needle's bore. */
  readonly coolant: number;
  /** Brought in as needle and tissue changed places; negative where the needle took heat away. */
  readonly moved: number;
  /**
   * What the terms leave open, relative to the largest term: round-off; where the specific heat changes with temperature,
   * what two Newton steps leave, which was below 10⁻¹¹ wherever it was looked at.
   */
  readonly residual: number;
}

/** Running sums of the heat that has passed [J]; part of a run's state. */
export interface HeatSums {
  delivered: number;
  metabolism: number;
  perfusion: number;
  boundary: number;
  coolant: number;
  moved: number;
}

/** Before anything has passed. */
export function noHeat(): HeatSums {
  return { delivered: 0, metabolism: 0, perfusion: 0, boundary: 0, coolant: 0, moved: 0 };
}

/**
 * Heat taken up by tissue and by the needle since the start [J].
 *
 * ```text
 * C₀ (T − T₀) + ρV (∫ c dT − c₀ (T − T₀))   summed over the cells, ∫ from T₀ to T
 * ```
 *
 * @param temperature - Shape [nz·nr] [°C].
 */
export function storedHeat(
  { isTissue }: Pick<AxisymmetricGrid, 'isTissue'>,
  { capacity, tissueMass }: HeatBalance,
  specificHeat: CellLaw,
  temperature: Float64Array,
  startTemperature: number,
): { tissue: number; needle: number } {
  let [tissue, needle] = [0, 0];
  for (let c = 0; c < capacity.length; c++) {
    const rise = temperature[c]! - startTemperature;
    let heat = capacity[c]! * rise;
    if (!specificHeat.isConstant && tissueMass[c]! > 0) {
      const taken = specificHeat.integral(c, startTemperature, temperature[c]!);
      heat += tissueMass[c]! * (taken - specificHeat.at(c, startTemperature) * rise);
    }
    if (isTissue[c] === 1) tissue += heat;
    else needle += heat;
  }
  return { tissue, needle };
}

/**
 * Closes the balance of a run [J].
 *
 * ```text
 * delivered + metabolism + moved = stored in tissue and needle + perfusion + boundary + coolant
 * ```
 */
export function auditEnergy(sums: Readonly<HeatSums>, stored: number, storedInNeedle: number): EnergyAudit {
  const { delivered, metabolism, moved, perfusion, boundary, coolant } = sums;
  const gained = [delivered, metabolism, moved];
  const spent = [stored, storedInNeedle, perfusion, boundary, coolant];
  const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);
  const open = sum(gained) - sum(spent);
  const terms = [...gained, ...spent];
  const scale = Math.max(...terms.map(Math.abs), Number.MIN_VALUE);
  return { ...sums, stored, storedInNeedle, residual: open / scale };
}
