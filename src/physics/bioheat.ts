import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import type { CheckedProblem } from '../problem/checked.js';
import { propertyAt } from '../problem/property.js';

/**
 * The terms of the bioheat equation that belong to a cell, each of shape [nz·nr]; 0 (capacity: 1) in the needle.
 *
 * ```text
 * ρc ∂T/∂t = ∇·(k ∇T) + ω ρ_b c_b (T_a − T) + Q_m
 * ```
 *
 * @remarks Pennes 1948, doi:10.1152/jappl.1948.1.2.93
 */
export interface HeatBalance {
  /** ρ c V, of all that the cell holds [J/K]. */
  readonly capacity: Float64Array;
  /** ρ V of the tissue in the cell [kg]. */
  readonly tissueMass: Float64Array;
  /** Thermal conductivity k [W/(m·K)]. */
  readonly conductivity: Float64Array;
  /** ω ρ_b c_b V [W/K] */
  readonly perfusion: Float64Array;
  /** Q_m V [W] */
  readonly metabolism: Float64Array;
}

/** Fills the bioheat equation's terms for one tissue at its start temperature. */
export function bioheatBalance(
  grid: AxisymmetricGrid,
  { tissue, blood, startTemperature }: CheckedProblem,
): HeatBalance {
  const specificHeat = propertyAt(tissue.specificHeat, startTemperature);
  const thermalConductivity = propertyAt(tissue.thermalConductivity, startTemperature);
  const perfusionPerVolume = tissue.perfusionRate * blood.density * blood.specificHeat;
  const capacity = new Float64Array(grid.size).fill(1);
  const tissueMass = new Float64Array(grid.size);
  const conductivity = new Float64Array(grid.size);
  const perfusion = new Float64Array(grid.size);
  const metabolism = new Float64Array(grid.size);
  for (let c = 0; c < grid.size; c++) {
    if (grid.isTissue[c] === 0) continue;
    const volume = grid.volume[c]!;
    tissueMass[c] = tissue.density * volume;
    capacity[c] = tissueMass[c]! * specificHeat;
    conductivity[c] = thermalConductivity;
    perfusion[c] = perfusionPerVolume * volume;
    metabolism[c] = tissue.metabolicHeat * volume;
  }
  return { capacity, tissueMass, conductivity, perfusion, metabolism };
}
