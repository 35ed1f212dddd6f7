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
  /** Below this nothing changes [°C]; −Infinity where something always does. */
  readonly from: number;
  /** Makes the medium what it was at the start; to be called when the tissue is below `from` again. */
  reset(): void;
}

/** The second takes care of kinks in a table; a straight line hardly needs it. */
const NEWTON_STEPS = 2;

/** Changes of temperature below this are none [K]. */
const STILL = 1e-6;

/** Where the specific heat jumps, Newton's steps end when the heat is right to this part of what was gained. */
const CLOSED = 1e-13;
const MOST_STEPS = 60;

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
  const { grid, geometry, balance, conductances, step, startTemperature, reference } = options;
  const { specificHeat, thermalConductivity } = options;
  const { size, isTissue } = grid;
  const { capacity, conductivity, tissueMass } = balance;
  const startHeat = specificHeat.at(startTemperature);
  const startCapacity = capacity.slice();
  const startRoot = capacity.map(Math.sqrt);
  // Without a jump it changes somewhere, or there would be no such medium unless the conductivity does.
  const isFlatBelowJump = specificHeat.isConstant || specificHeat.isFlatBelowJump;
  const rest = capacity.map((C, c) => C - tissueMass[c]! * startHeat); // of the needle in the cell
  const inverseRootCapacity = startRoot.map((root) => 1 / root);
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
      values[c] = isStill ? specificHeat.at(from) : specificHeat.integral(from, to) / (to - from);
    }
  }

  /** Temperature at which a cell holds `gained` [J] more than when the step began. */
  function temperatureWith(c: number, gained: number, guess: number): number {
    const from = entered[c]!;
    const [solid, mass] = [rest[c]!, tissueMass[c]!];
    let T = guess;
    if (!hasJumps) {
      for (let n = 0; n < NEWTON_STEPS; n++) {
        const held = solid * (T - from) + mass * specificHeat.integral(from, T);
        T += (gained - held) / (solid + mass * specificHeat.at(T));
      }
      return T;
    }
    let [low, high] = [-Infinity, Infinity];
    for (let n = 0; n < MOST_STEPS; n++) {
      const excess = gained - solid * (T - from) - mass * specificHeat.integral(from, T);
      if (Math.abs(excess) <= CLOSED * Math.abs(gained)) break;
      if (excess > 0) low = T;
      else high = T;
      const next = T + excess / (solid + mass * specificHeat.at(T));
      // At a jump the slope of the wrong side leads astray; the bracket does not.
      if (next > low && next < high) T = next;
      else if (high - low < Infinity) T = (low + high) / 2;
      else break; // round-off
    }
    return T;
  }

  return {
    inverseRootCapacity,
    from: hasJumps && isFlatBelowJump && thermalConductivity.isConstant ? jumpsFrom : -Infinity,
    reset(): void {
      capacity.set(startCapacity);
      fillConductances(grid, geometry, conductivity, conductances);
      step.assemble();
    },
    enter(v, T): void {
      if (!thermalConductivity.isConstant) {
        thermalConductivity.fill(T, values);
        for (let c = 0; c < size; c++) if (isTissue[c] === 1) conductivity[c] = values[c]!;
        fillConductances(grid, geometry, conductivity, conductances);
      }
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
        const isFlat = isFlatBelowJump && T < jumpsFrom && values[c] === startHeat;
        if (!isFlat && tissueMass[c]! > 0) {
          const gained = (rest[c]! + tissueMass[c]! * values[c]!) * (T - entered[c]!); // [J]
          T = temperatureWith(c, gained, T);
        }
        v[c] = (T - reference) * startRoot[c]!;
      }
    },
  };
}
