import type { AxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import type { FaceConductances } from '../../src/numerics/face-conductance.js';
import type { HeatBalance } from '../../src/physics/bioheat.js';
import { makeHeatStep } from '../../src/physics/heat-step.js';

/** What a bare run of the heat step is given. Temperatures in °C, times in s. */
export interface HeatRunOptions {
  readonly grid: AxisymmetricGrid;
  readonly balance: HeatBalance;
  readonly conductances: FaceConductances;
  /** Shape [nz·nr]. */
  readonly start: Float64Array;
  /** Arterial temperature. */
  readonly reference: number;
  readonly boundary: number;
  readonly surface: number;
  /** Runs of equal steps, one after the other. */
  readonly steps: readonly { readonly dt: number; readonly count: number }[];
}

/** Steps short at first and doubling up to `longest`, until `end`; for starts with a jump. */
export function startingSteps(end: number, first: number, longest: number): { dt: number; count: number }[] {
  const steps: { dt: number; count: number }[] = [];
  let [dt, left] = [first, end];
  while (2 * dt <= longest && left > 40 * dt) {
    steps.push({ dt, count: 20 });
    left -= 20 * dt;
    dt *= 2;
  }
  const count = Math.ceil(left / dt);
  return [...steps, { dt: left / count, count }];
}

/** Drives the heat step without the rest of the library; the temperature at the end. */
export function runHeat(options: HeatRunOptions): Float64Array {
  const { grid, balance, conductances, start, reference, boundary, surface, steps } = options;
  const step = makeHeatStep(grid, balance, conductances, reference, boundary);
  const root = balance.capacity.map(Math.sqrt);
  const state = {
    v: start.map((T, c) => root[c]! * (T - reference)),
    g: new Float64Array(grid.size),
    heat: { delivered: 0, metabolism: 0, perfusion: 0, boundary: 0 },
  };
  steps.forEach(({ dt, count }, k) => {
    if (k === 0) {
      step.setTimeStep(dt);
      step.restart(state, surface);
    } else {
      step.changeTimeStep(state, steps[k - 1]!.dt, dt);
    }
    for (let n = 0; n < count; n++) step.advance(state, surface, surface, surface);
  });
  return state.v.map((x, c) => reference + x / root[c]!);
}

/** Balance of a medium given cell by cell; every array of shape [nz·nr] or one number for all. */
export function balanceOf(
  grid: AxisymmetricGrid,
  medium: {
    conductivity: Float64Array | number;
    heatPerVolume: Float64Array | number;
    perfusion?: number;
    source?: Float64Array;
  },
): HeatBalance {
  const at = (value: Float64Array | number, c: number): number =>
    typeof value === 'number' ? value : value[c]!;
  const perCell = (f: (c: number) => number): Float64Array =>
    Float64Array.from({ length: grid.size }, (_, c) => f(c));
  return {
    capacity: perCell((c) => (grid.isTissue[c] === 1 ? at(medium.heatPerVolume, c) * grid.volume[c]! : 1)),
    conductivity: perCell((c) => at(medium.conductivity, c)),
    perfusion: perCell((c) => (medium.perfusion ?? 0) * grid.volume[c]!),
    metabolism: perCell((c) => (medium.source?.[c] ?? 0) * grid.volume[c]!),
  };
}
