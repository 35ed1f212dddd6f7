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
  /**
   * Ends the steps entered. Each cell's temperature is set to that at which it holds the heat that it has gained, so that
   * a specific heat taken at the middle of the steps loses none.
   *
   * ```text
   * ∫ ρc(T) dT = ρc(T_middle) (T₁ − T₀)   from T₀ to the corrected T₁, by Newton's method
   * ```
   */
  leave(v: Float64Array): void;
}

/** The second takes care of kinks in a table; a straight line hardly needs it. */
const NEWTON_STEPS = 2;

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
  /** About which the state is counted [°C]. */
  readonly reference: number;
}

/** Makes the medium of one heat step. */
export function makeChangingMedium(options: ChangingMediumOptions): ChangingMedium {
  const { grid, geometry, balance, conductances, step, specificHeat, startTemperature, reference } = options;
  const { size, isTissue } = grid;
  const { capacity, conductivity, tissueMass } = balance;
  const startHeat = specificHeat.at(startTemperature);
  const startRoot = capacity.map(Math.sqrt);
  const rest = capacity.map((C, c) => C - tissueMass[c]! * startHeat); // of the needle in the cell
  const inverseRootCapacity = startRoot.map((root) => 1 / root);
  const values = new Float64Array(size);
  const entered = new Float64Array(size); // [°C]

  return {
    inverseRootCapacity,
    enter(v, T): void {
      options.thermalConductivity.fill(T, values);
      for (let c = 0; c < size; c++) if (isTissue[c] === 1) conductivity[c] = values[c]!;
      specificHeat.fill(T, values);
      for (let c = 0; c < size; c++) {
        const C = rest[c]! + tissueMass[c]! * values[c]!;
        capacity[c] = C;
        inverseRootCapacity[c] = 1 / Math.sqrt(C);
        entered[c] = reference + v[c]! / startRoot[c]!;
        v[c] = v[c]! / (inverseRootCapacity[c]! * startRoot[c]!);
      }
      fillConductances(grid, geometry, conductivity, conductances);
      step.assemble();
    },
    leave(v): void {
      for (let c = 0; c < size; c++) {
        let T = reference + v[c]! * inverseRootCapacity[c]!;
        if (!specificHeat.isConstant && tissueMass[c]! > 0) {
          const gained = (rest[c]! + tissueMass[c]! * values[c]!) * (T - entered[c]!); // [J]
          for (let n = 0; n < NEWTON_STEPS; n++) {
            const held =
              rest[c]! * (T - entered[c]!) + tissueMass[c]! * specificHeat.integral(entered[c]!, T);
            T += (gained - held) / (rest[c]! + tissueMass[c]! * specificHeat.at(T));
          }
        }
        v[c] = (T - reference) * startRoot[c]!;
      }
    },
  };
}
