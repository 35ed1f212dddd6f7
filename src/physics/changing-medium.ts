import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { type FaceConductances, type FaceGeometry, fillConductances } from '../numerics/face-conductance.js';
import type { HeatBalance } from './bioheat.js';
import type { CellLaw } from './cell-law.js';
import { type Enthalpy, makeEnthalpy } from './enthalpy.js';
import { type EnthalpyStep, makeEnthalpyStep } from './enthalpy-step.js';
import type { HeatStep } from './heat-step.js';

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
  readonly enthalpy: Enthalpy;
  /** Below this nothing changes [°C]; −Infinity where something always does. */
  readonly from: number;
  /** The capacities of the start again, and the conductivity of a temperature field, shape [nz·nr] [°C]. */
  reset(T: Float64Array): void;
  /** A step that follows jumps of the specific heat; to be taken after `reset` and `setPower`. */
  readonly enthalpyStep: EnthalpyStep;
}

/** Changes of temperature below this are none [K]. */
const STILL = 1e-6;

/** What a medium that changes is made from. */
export interface ChangingMediumOptions {
  readonly grid: AxisymmetricGrid;
  readonly geometry: FaceGeometry;
  /** At the start temperature; capacity and conductivity are overwritten. */
  readonly balance: HeatBalance;
  /** Overwritten. */
  readonly conductances: FaceConductances;
  readonly step: HeatStep;
  readonly thermalConductivity: CellLaw;
  readonly specificHeat: CellLaw;
  /** [°C] */
  readonly startTemperature: number;
  /** About which the state is counted [°C]. */
  readonly reference: number;
}

/** Makes the medium of one heat step. */
export function makeChangingMedium(options: ChangingMediumOptions): ChangingMedium {
  const { grid, geometry, balance, conductances, step, startTemperature, reference } = options;
  const { specificHeat, thermalConductivity } = options;
  const { size, isTissue } = grid;
  const { capacity, conductivity, tissueMass } = balance;
  const startHeat = capacity.map((_, c) => specificHeat.at(c, startTemperature));
  const startCapacity = capacity.slice();
  const startRoot = capacity.map(Math.sqrt);
  // Without a jump it changes somewhere, or there would be no such medium unless the conductivity does.
  const isFlatBelowJump = specificHeat.isConstant || specificHeat.isFlatBelowJump;
  const rest = capacity.map((C, c) => C - tissueMass[c]! * startHeat[c]!); // of the needle in the cell
  const inverseRootCapacity = startRoot.map((root) => 1 / root);
  const enthalpy = makeEnthalpy(balance, specificHeat, startTemperature);
  const values = new Float64Array(size);
  const entered = new Float64Array(size); // [°C]

  const { jumpsFrom } = specificHeat;
  const hasJumps = jumpsFrom < Infinity;

  /** Where the coming step crosses a jump: its specific heat is the mean of a straight change to twice as far as its middle. */
  function fillMean(T: Float64Array): void {
    for (let c = 0; c < size; c++) {
      const [from, to] = [entered[c]!, 2 * T[c]! - entered[c]!];
      if (from < jumpsFrom && to < jumpsFrom) continue;
      const isStill = Math.abs(to - from) < STILL;
      values[c] = isStill ? specificHeat.at(c, from) : specificHeat.integral(c, from, to) / (to - from);
    }
  }

  function conductLike(T: Float64Array): void {
    if (thermalConductivity.isConstant) return;
    thermalConductivity.fill(T, values);
    for (let c = 0; c < size; c++) if (isTissue[c] === 1) conductivity[c] = values[c]!;
    fillConductances(grid, geometry, conductivity, conductances);
  }

  return {
    inverseRootCapacity,
    enthalpy,
    enthalpyStep: makeEnthalpyStep(grid, step, enthalpy, startCapacity, reference),
    from: hasJumps && isFlatBelowJump && thermalConductivity.isConstant ? jumpsFrom : -Infinity,
    reset(T): void {
      capacity.set(startCapacity);
      conductLike(T);
      step.assemble();
    },
    enter(v, T): void {
      conductLike(T);
      for (let c = 0; c < size; c++) entered[c] = reference + v[c]! / startRoot[c]!;
      specificHeat.fill(T, values);
      if (hasJumps) fillMean(T);
      for (let c = 0; c < size; c++) {
        const C = rest[c]! + tissueMass[c]! * values[c]!;
        capacity[c] = C;
        inverseRootCapacity[c] = 1 / Math.sqrt(C);
        v[c] = v[c]! / (inverseRootCapacity[c]! * startRoot[c]!);
      }
      step.assemble();
    },
    leave(v): void {
      for (let c = 0; c < size; c++) {
        let T = reference + v[c]! * inverseRootCapacity[c]!;
        const isFlat = isFlatBelowJump && T < jumpsFrom && values[c] === startHeat[c];
        if (!isFlat && tissueMass[c]! > 0) {
          const gained = (rest[c]! + tissueMass[c]! * values[c]!) * (T - entered[c]!); // [J]
          T = enthalpy.after(c, entered[c]!, gained, T);
        }
        v[c] = (T - reference) * startRoot[c]!;
      }
    },
  };
}
