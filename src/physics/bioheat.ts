import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { type Layout, layoutOf } from '../grid/layout.js';
import { type CheckedProblem, type CheckedTissue, tissuesOf } from '../problem/checked.js';
import { propertyAt } from '../problem/property.js';
import { valueIn } from './cell-law.js';

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

/** What tissue is in each cell at the start temperature; where several share it, their mean by volume. */
export interface TissueValues {
  /** [kg/m³] */
  density(c: number): number;
  /** Specific heat of each kilogram [J/(kg·K)]. */
  specificHeat(c: number): number;
  /** [W/(m·K)] */
  thermalConductivity(c: number): number;
  /** ω ρ_b c_b [W/(m³·K)] */
  perfusion(c: number): number;
  /** [W/m³] */
  metabolicHeat(c: number): number;
}

/** Makes what tells the tissue of each cell. */
export function tissueValues(problem: CheckedProblem, layout: Layout): TissueValues {
  const { blood, startTemperature } = problem;
  const of = (value: (tissue: CheckedTissue) => number): ((c: number) => number) =>
    valueIn(layout, tissuesOf(problem).map(value));
  const density = of((tissue) => tissue.density);
  const heatPerVolume = of((tissue) => tissue.density * propertyAt(tissue.specificHeat, startTemperature));
  const onlyHeat = propertyAt(problem.tissue.specificHeat, startTemperature);
  return {
    density,
    specificHeat: layout.count === 1 ? () => onlyHeat : (c) => heatPerVolume(c) / density(c),
    thermalConductivity: of((tissue) => propertyAt(tissue.thermalConductivity, startTemperature)),
    perfusion: of(({ perfusionRate }) => perfusionRate * blood.density * blood.specificHeat),
    metabolicHeat: of((tissue) => tissue.metabolicHeat),
  };
}

/**
 * Fills the bioheat equation's terms at the start temperature, the needle left out: each is that of a cell, V its volume.
 *
 * ```text
 * ρ c V ∂T/∂t = Σ G (T_neighbour − T) + ω ρ_b c_b V (T_a − T) + Q_m V
 * ```
 *
 * @remarks Pennes 1948, doi:10.1152/jappl.1948.1.2.93
 */
export function bioheatBalance(
  grid: AxisymmetricGrid,
  problem: CheckedProblem,
  layout: Layout = layoutOf(grid, []),
): HeatBalance {
  const tissue = tissueValues(problem, layout);
  const capacity = new Float64Array(grid.size).fill(1);
  const tissueMass = new Float64Array(grid.size);
  const conductivity = new Float64Array(grid.size);
  const perfusion = new Float64Array(grid.size);
  const metabolism = new Float64Array(grid.size);
  for (let c = 0; c < grid.size; c++) {
    if (grid.isTissue[c] === 0) continue;
    const volume = grid.volume[c]!;
    tissueMass[c] = tissue.density(c) * volume;
    capacity[c] = tissueMass[c]! * tissue.specificHeat(c);
    conductivity[c] = tissue.thermalConductivity(c);
    perfusion[c] = tissue.perfusion(c) * volume;
    metabolism[c] = tissue.metabolicHeat(c) * volume;
  }
  return { capacity, tissueMass, conductivity, perfusion, metabolism };
}
