import { layoutOf } from '../../src/grid/layout.js';
import { cellLaw } from '../../src/physics/cell-law.js';
import type { AxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import type { RunState } from '../../src/lesion-run.js';
import type { FaceConductances, FaceGeometry } from '../../src/numerics/face-conductance.js';
import type { HeatBalance } from '../../src/physics/bioheat.js';
import { noHeat } from '../../src/physics/heat-audit.js';
import { makeChangingMedium } from '../../src/physics/changing-medium.js';
import { makeHeatStep } from '../../src/physics/heat-step.js';
import type { TissueLaw } from '../../src/physics/tissue-law.js';
import { carryOn, enterMedium } from '../../src/run-ahead.js';
import type { RunModel } from '../../src/run-model.js';

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
    heat: noHeat(),
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
    density?: number;
    source?: Float64Array;
  },
): HeatBalance {
  const at = (value: Float64Array | number, c: number): number =>
    typeof value === 'number' ? value : value[c]!;
  const perCell = (f: (c: number) => number): Float64Array =>
    Float64Array.from({ length: grid.size }, (_, c) => f(c));
  return {
    capacity: perCell((c) => (grid.isTissue[c] === 1 ? at(medium.heatPerVolume, c) * grid.volume[c]! : 1)),
    tissueMass: grid.volume.map((V) => (medium.density ?? 0) * V), // of no account where nothing changes
    conductivity: perCell((c) => at(medium.conductivity, c)),
    perfusion: perCell((c) => (medium.perfusion ?? 0) * grid.volume[c]!),
    metabolism: perCell((c) => (medium.source?.[c] ?? 0) * grid.volume[c]!),
  };
}

/** What a bare run in a medium that changes is given, on top. */
interface ChangingRunOptions extends HeatRunOptions {
  readonly geometry: FaceGeometry;
  readonly thermalConductivity: TissueLaw;
  readonly specificHeat: TissueLaw;
  /** Heat put into each cell in a step, from the temperatures and the time of its middle, shape [nz·nr] [W]. */
  readonly power?: (T: Float64Array, time: number) => Float64Array;
}

/** Drives the heat step of a medium that changes, its balance being that at the reference; the temperature at the end. */
export function runChangingHeat(options: ChangingRunOptions): Float64Array {
  const { grid, geometry, balance, conductances, start, reference, boundary, surface } = options;
  const inverseRootCapacity = balance.capacity.map((C) => 1 / Math.sqrt(C));
  const step = makeHeatStep(grid, balance, conductances, reference, boundary);
  const layout = layoutOf(grid, []);
  const thermalConductivity = cellLaw([options.thermalConductivity], layout);
  const specificHeat = cellLaw([options.specificHeat], layout);
  const laws = { thermalConductivity, specificHeat, startTemperature: reference, reference };
  const changing = makeChangingMedium({ grid, geometry, balance, conductances, step, ...laws });
  const T = new Float64Array(grid.size);
  const state = {
    v: start.map((x, c) => (x - reference) / inverseRootCapacity[c]!),
    g: new Float64Array(grid.size),
    heat: noHeat(),
    time: 0,
    temperatureBefore: start.slice(),
    temperatureTime: 0,
  } as unknown as RunState;
  for (const { dt, count } of options.steps) {
    for (let n = 0; n < count; n++) {
      carryOn({ inverseRootCapacity } as RunModel, state, reference, state.time + dt / 2, T);
      enterMedium({ step, changing }, state, T, dt, surface);
      if (options.power) step.setPower(options.power(T, state.time + dt / 2), 1);
      step.advance(state, surface, surface, surface);
      changing.leave(state.v);
      state.time += dt;
    }
  }
  return state.v.map((x, c) => reference + x * inverseRootCapacity[c]!);
}
