import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { type FaceConductances, type FaceGeometry, fillConductances } from '../numerics/face-conductance.js';
import type { HeatBalance } from './bioheat.js';
import type { HeatStep } from './heat-step.js';
import type { TissueLaw } from './tissue-law.js';

/** Tissue whose k and c change with temperature; each time step sees them as they are at its middle. */
export interface ChangingMedium {
  /** C^(−½) of the step entered, shape [nz·nr]. */
  readonly inverseRootCapacity: Float64Array;
  /**
   * Makes the medium that of a temperature field, and counts the state with its capacities: between `enter` and `leave`,
   * v = √C(T)·(T − T_ref), outside with C at the start temperature.
   *
   * @param T - Shape [nz·nr] [°C].
   */
  enter(v: Float64Array, T: Float64Array): void;
  leave(v: Float64Array): void;
}

/** What a medium that changes is made from. */
export interface ChangingMediumOptions {
  readonly grid: AxisymmetricGrid;
  readonly geometry: FaceGeometry;
  /** At the start temperature; capacity and conductivity are overwritten. */
  readonly balance: HeatBalance;
  /** Overwritten. */
  readonly conductances: FaceConductances;
  readonly step: HeatStep;
  readonly thermalConductivity: TissueLaw;
  readonly specificHeat: TissueLaw;
  /** [°C] */
  readonly startTemperature: number;
}

/** Makes the medium of one heat step. */
export function makeChangingMedium(options: ChangingMediumOptions): ChangingMedium {
  const { grid, geometry, balance, conductances, step, startTemperature } = options;
  const { size, isTissue } = grid;
  const { capacity, conductivity, tissueMass } = balance;
  const startHeat = options.specificHeat.at(startTemperature);
  const startRoot = capacity.map(Math.sqrt);
  const rest = capacity.map((C, c) => C - tissueMass[c]! * startHeat); // of the needle in the cell
  const inverseRootCapacity = startRoot.map((root) => 1 / root);
  const values = new Float64Array(size);

  return {
    inverseRootCapacity,
    enter(v, T): void {
      options.thermalConductivity.fill(T, values);
      for (let c = 0; c < size; c++) if (isTissue[c] === 1) conductivity[c] = values[c]!;
      options.specificHeat.fill(T, values);
      for (let c = 0; c < size; c++) {
        const C = rest[c]! + tissueMass[c]! * values[c]!;
        capacity[c] = C;
        inverseRootCapacity[c] = 1 / Math.sqrt(C);
        v[c] = v[c]! / (inverseRootCapacity[c]! * startRoot[c]!);
      }
      fillConductances(grid, geometry, conductivity, conductances);
      step.assemble();
    },
    leave(v): void {
      for (let c = 0; c < size; c++) v[c] = v[c]! * inverseRootCapacity[c]! * startRoot[c]!;
    },
  };
}
