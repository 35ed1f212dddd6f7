import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import type { FaceConductances } from '../numerics/face-conductance.js';
import { makeAdiStep } from '../numerics/step-adi.js';
import type { HeatBalance } from './bioheat.js';
import type { HeatSums } from './heat-audit.js';

/** What a time step changes. Arrays have the shape [nz·nr]. */
interface HeatState {
  /** √C·(T − T_ref) */
  readonly v: Float64Array;
  /** The explicit half of the next step. */
  readonly g: Float64Array;
  readonly heat: HeatSums;
}

/** The bioheat equation under one set of boundary conditions, ready to be advanced. */
export interface HeatStep {
  /**
   * Takes in the balance and the conductances after their arrays have changed; `setTimeStep` and `restart` must follow,
   * the state being counted with the new capacities.
   */
  assemble(): void;
  /** Takes in the balance's perfusion after it has changed; nothing need follow. */
  assemblePerfusion(): void;
  /** Sets the length of the coming steps [s]. */
  setTimeStep(dt: number): void;
  /** Starts afresh after a jump; `surface` is the bare tip's temperature now [°C]. */
  restart(state: HeatState, surface: number): void;
  /** Goes on with steps of another length than the last one's [s]. */
  changeTimeStep(state: HeatState, from: number, to: number): void;
  /**
   * Puts heat into the cells from now on: `scale` times `power`, shape [nz·nr] [W], and the heat that blood does not carry
   * away after all.
   */
  setPower(power: Float64Array, scale: number, relief?: Float64Array): void;
  /**
   * How a reading of the cells at the end of some steps follows from what is known at their beginning.
   *
   * @param reading - Weights of the reading, shape [nz·nr], of sum 1.
   * @param counts - Numbers of steps, increasing; all cost no more than the last.
   * @returns One for each number of steps.
   */
  predict(reading: Float64Array, counts: readonly number[]): Prediction[];
  /** What the equation is made of, for other ways to advance it; about the reference temperature. */
  readonly terms: HeatTerms;
  /** Sums the heat that passes in a time in which the cells are at `v` [s]; a held tip's is left out. */
  pass(state: HeatState, dt: number): void;
  /** One step; the bare tip's temperature is given at its beginning, middle and end [°C]. */
  advance(state: HeatState, surfaceBefore: number, surfaceBetween: number, surfaceAfter: number): void;
}

/** C du/dt = −A u − loss·u + fixed + power, arrays of the shape [nz·nr]; live. */
interface HeatTerms {
  /** Conductances between cells [W/K]. */
  readonly alongR: Float64Array;
  readonly alongZ: Float64Array;
  /** Of each cell to anything at the reference temperature [W/K]. */
  loss(c: number): number;
  /** Heat into each cell that does not depend on its temperature [W], the power that was set included. */
  fixed(c: number): number;
}

/** A reading at the end of some steps [°C]: `constant` + Σ g·`state.g` + Σ power·(power put in). */
export interface Prediction {
  /** Shape [nz·nr]. */
  readonly g: Float64Array;
  /** Shape [nz·nr] [K/W]. */
  readonly power: Float64Array;
  /** [°C] */
  readonly constant: number;
}

/** What runs in the bore of a needle, or blood that runs in a vessel. */
export interface Coolant {
  /** [°C] */
  readonly temperature: number;
  /** Conductance of each cell to it, across r and across z, shape [nz·nr] [W/K]. */
  readonly r: Float64Array;
  readonly z: Float64Array;
}

/** Cells that a boundary touches, and the conductances of all cells to it, shape [nz·nr] [W/K]. */
interface Links {
  readonly cells: Int32Array;
  readonly G: Float64Array;
}

function linksOf(G: Float64Array): Links {
  const cells: number[] = [];
  for (let c = 0; c < G.length; c++) if (G[c]! > 0) cells.push(c);
  return { cells: Int32Array.from(cells), G };
}

/**
 * Makes the step of the bioheat equation for one set of boundary conditions.
 *
 * ```text
 * C ∂T/∂t = Σ G (T_neighbour − T) + G_wall (T_tip − T) + G_outer (T_boundary − T) + P (T_a − T) + Q
 * T_sensor(end of tick) = constant + w_g·g + w_Q·Q
 * ```
 *
 * @param G - Its wall links lead to the bare tip, its outer links to `boundaryTemperature`.
 * @param reference - The arterial temperature, about which the state is counted [°C].
 * @remarks Heat that passes a boundary is summed with the scheme's own fluxes, at the scheme's own half-steps, so the
 * balance closes to round-off.
 */
export function makeHeatStep(
  { nr, nz, size }: Pick<AxisymmetricGrid, 'nr' | 'nz' | 'size'>,
  balance: HeatBalance,
  G: FaceConductances,
  reference: number,
  boundaryTemperature: number,
  coolant: Coolant | null = null,
  vessel: Coolant | null = null,
): HeatStep {
  const room = (): Float64Array => new Float64Array(size);
  const [s, lossR, lossZ, fixedR, fixedZ, perfusionWeight] = [room(), room(), room(), room(), room(), room()];
  const hasPerfusion = balance.perfusion.some((G) => G > 0);
  const metabolicPower = balance.metabolism.reduce((sum, Q) => sum + Q, 0);
  const outer = boundaryTemperature - reference;
  const [wallR, wallZ] = [linksOf(G.wallR), linksOf(G.wallZ)];
  const [outerR, outerZ] = [linksOf(G.outerR), linksOf(G.outerZ)];
  const coolantRise = (coolant?.temperature ?? reference) - reference;
  const [coolantR, coolantZ] = [linksOf(coolant?.r ?? room()), linksOf(coolant?.z ?? room())];
  const [vesselR, vesselZ] = [linksOf(vessel?.r ?? room()), linksOf(vessel?.z ?? room())]; // at the reference temperature

  function assemblePerfusion(): void {
    for (let c = 0; c < size; c++) {
      perfusionWeight[c] = balance.perfusion[c]! * s[c]!;
      lossZ[c] = G.wallZ[c]! + G.outerZ[c]! + balance.perfusion[c]! + coolantZ.G[c]! + vesselZ.G[c]!;
    }
  }

  function assembleLosses(): void {
    for (let c = 0; c < size; c++) {
      s[c] = 1 / Math.sqrt(balance.capacity[c]!);
      lossR[c] = G.wallR[c]! + G.outerR[c]! + coolantR.G[c]! + vesselR.G[c]!;
      fixedR[c] = G.outerR[c]! * outer + coolantR.G[c]! * coolantRise;
      fixedZ[c] = G.outerZ[c]! * outer + coolantZ.G[c]! * coolantRise + balance.metabolism[c]!;
    }
    assemblePerfusion();
  }
  assembleLosses();
  const { alongR, alongZ } = G;
  const adi = makeAdiStep({ nr, nz, inverseRootCapacity: s, alongR, alongZ, lossR, lossZ });
  const bR = new Float64Array(size);
  const bZ = new Float64Array(size);
  let tau = 0;
  let powerIn = 0; // [W]
  let reliefIn = 0; // [W]

  /** τ C^(−½) f of the links to the bare tip, on top of what does not change within a stage. */
  function setWall(
    { cells, G: conductance }: Links,
    fixed: Float64Array,
    surface: number,
    b: Float64Array,
  ): void {
    const rise = surface - reference;
    for (let k = 0; k < cells.length; k++) {
      const c = cells[k]!;
      b[c] = tau * s[c]! * (fixed[c]! + conductance[c]! * rise);
    }
  }

  /** Heat flowing from a boundary at reference + rise into its cells now [W]. */
  function inflow({ cells, G: conductance }: Links, v: Float64Array, rise: number): number {
    let sum = 0;
    for (let k = 0; k < cells.length; k++) {
      const c = cells[k]!;
      sum += conductance[c]! * (rise - v[c]! * s[c]!);
    }
    return sum;
  }

  function setTimeStep(dt: number): void {
    tau = dt / 2;
    powerIn = 0;
    reliefIn = 0;
    adi.setHalfStep(tau);
    for (let c = 0; c < size; c++) {
      bR[c] = tau * s[c]! * fixedR[c]!;
      bZ[c] = tau * s[c]! * fixedZ[c]!;
    }
  }

  return {
    assemble(): void {
      assembleLosses();
      adi.assemble();
    },

    assemblePerfusion(): void {
      assemblePerfusion();
      adi.assembleLossZ();
    },

    setTimeStep,

    restart({ v, g }, surface): void {
      setWall(wallR, fixedR, surface, bR);
      adi.restart(v, bR, g);
    },

    changeTimeStep({ v, g }, from, to): void {
      const ratio = to / from;
      for (let c = 0; c < size; c++) g[c] = v[c]! + ratio * (g[c]! - v[c]!);
      setTimeStep(to);
    },

    setPower(power, scale, relief): void {
      let total = 0;
      for (let c = 0; c < size; c++) {
        total += power[c]!;
        bZ[c] = tau * s[c]! * (fixedZ[c]! + scale * power[c]!);
      }
      powerIn = scale * total;
      reliefIn = 0;
      if (!relief) return;
      for (let c = 0; c < size; c++) {
        reliefIn += relief[c]!;
        bZ[c] = bZ[c]! + tau * s[c]! * relief[c]!;
      }
    },

    terms: {
      alongR,
      alongZ,
      loss: (c) => lossR[c]! + lossZ[c]!,
      fixed: (c) => fixedR[c]! + bZ[c]! / (tau * s[c]!),
    },

    pass({ v, heat }, dt): void {
      let carried = 0;
      for (let c = 0; c < size; c++) carried += perfusionWeight[c]! * v[c]!;
      heat.delivered += dt * powerIn;
      heat.metabolism += dt * metabolicPower;
      heat.perfusion += dt * (carried - reliefIn - inflow(vesselR, v, 0) - inflow(vesselZ, v, 0));
      heat.boundary -= dt * (inflow(outerR, v, outer) + inflow(outerZ, v, outer));
      heat.coolant -= dt * (inflow(coolantR, v, coolantRise) + inflow(coolantZ, v, coolantRise));
    },

    predict(reading, counts): Prediction[] {
      // The steps run backwards: every sweep is symmetric, so its transpose is the sweep itself, and hands on twice the multiplier.
      const twice = new Float64Array(size);
      const [weightR, weightZ, solved] = [room(), room(), room()];
      const none = room();
      let right: Float64Array = reading.map((w, c) => w * s[c]!);
      const sweep = (along: 'sweepR' | 'sweepZ', weights: Float64Array): void => {
        adi[along](solved, right, twice);
        right = none;
        for (let c = 0; c < size; c++) weights[c] = weights[c]! + solved[c]!;
      };
      let done = 0;
      return counts.map((count) => {
        for (; done < count; done++) {
          sweep('sweepR', weightR);
          sweep('sweepZ', weightZ);
        }
        const power = weightZ.map((w, c) => w * tau * s[c]!);
        let constant = reference;
        for (let c = 0; c < size; c++) {
          constant += power[c]! * fixedZ[c]! + weightR[c]! * tau * s[c]! * fixedR[c]!;
        }
        return { g: twice.map((lambda) => lambda / 2), power, constant };
      });
    },

    advance({ v, g, heat }, before, between, after): void {
      const dt = 2 * tau;
      let delivered = inflow(wallR, v, before - reference) / 2;
      let gained = inflow(outerR, v, outer) / 2;
      let cooled = inflow(coolantR, v, coolantRise) / 2;
      let warmed = inflow(vesselR, v, 0) / 2;
      setWall(wallZ, fixedZ, between, bZ);
      adi.sweepZ(v, bZ, g);
      delivered += inflow(wallZ, v, between - reference);
      gained += inflow(outerZ, v, outer);
      cooled += inflow(coolantZ, v, coolantRise);
      warmed += inflow(vesselZ, v, 0);
      if (hasPerfusion) {
        let carried = 0;
        for (let c = 0; c < size; c++) carried += perfusionWeight[c]! * v[c]!;
        heat.perfusion += dt * (carried - reliefIn);
      }
      setWall(wallR, fixedR, after, bR);
      adi.sweepR(v, bR, g);
      delivered += inflow(wallR, v, after - reference) / 2;
      gained += inflow(outerR, v, outer) / 2;
      cooled += inflow(coolantR, v, coolantRise) / 2;
      warmed += inflow(vesselR, v, 0) / 2;
      heat.perfusion -= dt * warmed;
      heat.delivered += dt * (delivered + powerIn);
      heat.boundary -= dt * gained;
      heat.coolant -= dt * cooled;
      heat.metabolism += dt * metabolicPower;
    },
  };
}
