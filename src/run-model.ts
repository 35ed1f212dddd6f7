import { type AxisymmetricGrid, createAxisymmetricGrid } from './grid/axisymmetric.js';
import type { NeedleProfile } from './grid/needle-profile.js';
import type { ContactWeights } from './metrics/surface-field.js';
import { conductancesOf, faceGeometry } from './numerics/face-conductance.js';
import { bioheatBalance, type HeatBalance } from './physics/bioheat.js';
import { type ElectricField, makeElectricField } from './physics/electric-field.js';
import { type HeatStep, makeHeatStep } from './physics/heat-step.js';
import { bioheatBalanceWithNeedle, contactWeights } from './physics/needle-heat.js';
import { adiabaticNeedleConductances, heldTipConductances } from './physics/needle-surface.js';
import { sensorWeights } from './physics/sensor.js';
import { type TissueLaw, tissueLaw } from './physics/tissue-law.js';
import type { CheckedProblem } from './problem/checked.js';
import { domainFor } from './problem/resolution.js';
import type { Resolution } from './problem/types.js';

/** What every run stands on. */
export interface RunModel {
  readonly grid: AxisymmetricGrid;
  readonly balance: HeatBalance;
  readonly inverseRootCapacity: Float64Array;
  /** null for a held tip. */
  readonly contact: ContactWeights | null;
}

/** A run whose bare tip is held at a temperature, the needle left out. */
export interface HeldModel extends RunModel {
  readonly step: Readonly<Record<'held' | 'adiabatic', HeatStep>>;
}

/** A run in which RF current heats tissue, the needle being part of the medium. */
export interface DrivenModel extends RunModel {
  readonly step: HeatStep;
  readonly field: ElectricField;
  /** Residual that a field solve may leave, relative to the field. */
  readonly fieldTolerance: number;
  readonly conductivity: TissueLaw;
  /** Weights of the thermocouple, shape [nz·nr]. */
  readonly sensor: Float64Array;
}

function gridFor(
  problem: CheckedProblem,
  resolution: Resolution,
  profile: NeedleProfile,
  closestNode = 0,
): AxisymmetricGrid {
  return createAxisymmetricGrid({
    profile,
    tipLength: problem.electrode.tipLength,
    domain: problem.domain ?? domainFor(problem),
    spacing: resolution.spacing,
    growthRatio: resolution.growthRatio,
    closestNode,
  });
}

/** A node that almost touches a held surface would follow its jumps so fast that the time step rings. */
const CLOSEST_TO_HELD = 0.1;

/** Builds all that a run with a held tip needs, once. */
export function buildHeldModel(problem: CheckedProblem, resolution: Resolution): HeldModel {
  const { electrode, arterialTemperature, boundaryTemperature } = problem;
  const { tipShape: end, radius, coneLength } = electrode;
  const profile = { end, radius, coneLength };
  const grid = gridFor(problem, resolution, profile, CLOSEST_TO_HELD);
  const balance = bioheatBalance(grid, problem);
  const held = heldTipConductances(grid, balance.conductivity);
  const adiabatic = adiabaticNeedleConductances(grid, balance.conductivity);
  return {
    grid,
    balance,
    inverseRootCapacity: balance.capacity.map((C) => 1 / Math.sqrt(C)),
    contact: null,
    step: {
      held: makeHeatStep(grid, balance, held, arterialTemperature, boundaryTemperature),
      adiabatic: makeHeatStep(grid, balance, adiabatic, arterialTemperature, boundaryTemperature),
    },
  };
}

/**
 * Residual of a field solve relative to the field, per time step of the resolution [1/s]: the companion with time steps
 * of twice the length shows what it does.
 */
const FIELD_TOLERANCE = 6e-5;

/** A node that almost touches the tip would have a conductance to it that dwarfs all others. */
const CLOSEST_TO_TIP = 0.05;

/** Builds all that a run with RF current needs, once. */
export function buildDrivenModel(problem: CheckedProblem, resolution: Resolution): DrivenModel {
  const { electrode, arterialTemperature, boundaryTemperature, electricalBoundary } = problem;
  const { radius, tipLength, tipShape: end, coneLength, insulation } = electrode;
  const sleeve = insulation ? { sleeve: { from: tipLength, thickness: insulation.thickness } } : {};
  const grid = gridFor(problem, resolution, { end, radius, coneLength, ...sleeve }, CLOSEST_TO_TIP);
  const balance = bioheatBalanceWithNeedle(grid, problem);
  const geometry = faceGeometry(grid, new Uint8Array(grid.size).fill(1));
  const G = conductancesOf(grid, geometry, balance.conductivity);
  const contact = contactWeights(grid, geometry, balance.conductivity);
  return {
    grid,
    balance,
    inverseRootCapacity: balance.capacity.map((C) => 1 / Math.sqrt(C)),
    contact,
    step: makeHeatStep(grid, balance, G, arterialTemperature, boundaryTemperature),
    field: makeElectricField(grid, electricalBoundary, contact),
    fieldTolerance: FIELD_TOLERANCE * resolution.timeStep,
    conductivity: tissueLaw(problem.tissue.electricalConductivity),
    sensor: sensorWeights(grid, electrode.sensor.z),
  };
}

/** Mean temperature of the tissue that touches the bare tip [°C]. */
export function makeTipReading(
  { grid, inverseRootCapacity: s }: RunModel,
  reference: number,
): (v: Float64Array) => number {
  const { nr, nz, z, tipLength, isTissue } = grid;
  const cells: number[] = [];
  for (let j = 0; j < nz; j++) {
    if (z[j]! > tipLength) break;
    const c = j * nr + isTissue.subarray(j * nr, (j + 1) * nr).indexOf(1);
    if (c % nr > 0) cells.push(c);
  }
  return (v) => reference + cells.reduce((sum, c) => sum + v[c]! * s[c]!, 0) / cells.length;
}
