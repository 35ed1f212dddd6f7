import { type AxisymmetricGrid, createAxisymmetricGrid } from './grid/axisymmetric.js';
import type { NeedleProfile } from './grid/needle-profile.js';
import type { ContactWeights } from './metrics/surface-field.js';
import { conductancesOf, type FaceGeometry, faceGeometry } from './numerics/face-conductance.js';
import { bioheatBalance, type HeatBalance } from './physics/bioheat.js';
import { type ChangingMedium, makeChangingMedium } from './physics/changing-medium.js';
import { type ElectricField, makeElectricField } from './physics/electric-field.js';
import { type HeatStep, makeHeatStep } from './physics/heat-step.js';
import { bioheatBalanceWithNeedle, contactWeights } from './physics/needle-heat.js';
import { adiabaticNeedleGeometry, heldTipGeometry } from './physics/needle-surface.js';
import { sensorWeights } from './physics/sensor.js';
import { type TissueLaw, tissueLaw } from './physics/tissue-law.js';
import type { CheckedProblem } from './problem/checked.js';
import { domainFor } from './problem/resolution.js';
import type { Resolution } from './problem/types.js';

/** The heat step about one needle, and what changes it with temperature: null where nothing does. */
export interface HeatedMedium {
  readonly step: HeatStep;
  readonly changing: ChangingMedium | null;
}

/** What every run stands on; capacities are those at the start temperature. */
export interface RunModel {
  readonly grid: AxisymmetricGrid;
  readonly balance: HeatBalance;
  readonly specificHeat: TissueLaw;
  readonly inverseRootCapacity: Float64Array;
  /** null for a held tip. */
  readonly contact: ContactWeights | null;
}

/** A run whose bare tip is held at a temperature, the needle left out. */
export interface HeldModel extends RunModel {
  readonly medium: Readonly<Record<'held' | 'adiabatic', HeatedMedium>>;
}

/** A run in which RF current heats tissue, the needle being part of the medium. */
export interface DrivenModel extends RunModel {
  readonly medium: HeatedMedium;
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

/** The heat step for one set of faces; it has a balance of its own where properties change. */
function makeHeatedMedium(
  { tissue, startTemperature, arterialTemperature, boundaryTemperature }: CheckedProblem,
  grid: AxisymmetricGrid,
  geometry: FaceGeometry,
  balance: HeatBalance,
): HeatedMedium {
  const [thermalConductivity, specificHeat] = [
    tissueLaw(tissue.thermalConductivity),
    tissueLaw(tissue.specificHeat),
  ];
  const own = { ...balance, capacity: balance.capacity.slice(), conductivity: balance.conductivity.slice() };
  const conductances = conductancesOf(grid, geometry, own.conductivity);
  const step = makeHeatStep(grid, own, conductances, arterialTemperature, boundaryTemperature);
  if (thermalConductivity.isConstant && specificHeat.isConstant) return { step, changing: null };
  const laws = { thermalConductivity, specificHeat, startTemperature, reference: arterialTemperature };
  return {
    step,
    changing: makeChangingMedium({ grid, geometry, balance: own, conductances, step, ...laws }),
  };
}

/** A node that almost touches a held surface would follow its jumps so fast that the time step rings. */
const CLOSEST_TO_HELD = 0.1;

/** Builds all that a run with a held tip needs, once. */
export function buildHeldModel(problem: CheckedProblem, resolution: Resolution): HeldModel {
  const { electrode, tissue } = problem;
  const { tipShape: end, radius, coneLength } = electrode;
  const profile = { end, radius, coneLength };
  const grid = gridFor(problem, resolution, profile, CLOSEST_TO_HELD);
  const balance = bioheatBalance(grid, problem);
  return {
    grid,
    balance,
    specificHeat: tissueLaw(tissue.specificHeat),
    inverseRootCapacity: balance.capacity.map((C) => 1 / Math.sqrt(C)),
    contact: null,
    medium: {
      held: makeHeatedMedium(problem, grid, heldTipGeometry(grid), balance),
      adiabatic: makeHeatedMedium(problem, grid, adiabaticNeedleGeometry(grid), balance),
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
  const { electrode, tissue, electricalBoundary } = problem;
  const { radius, tipLength, tipShape: end, coneLength, insulation } = electrode;
  const sleeve = insulation ? { sleeve: { from: tipLength, thickness: insulation.thickness } } : {};
  const grid = gridFor(problem, resolution, { end, radius, coneLength, ...sleeve }, CLOSEST_TO_TIP);
  const balance = bioheatBalanceWithNeedle(grid, problem);
  const geometry = faceGeometry(grid, new Uint8Array(grid.size).fill(1));
  const contact = contactWeights(grid, geometry, balance.conductivity);
  return {
    grid,
    balance,
    specificHeat: tissueLaw(tissue.specificHeat),
    inverseRootCapacity: balance.capacity.map((C) => 1 / Math.sqrt(C)),
    contact,
    medium: makeHeatedMedium(problem, grid, geometry, balance),
    field: makeElectricField(grid, electricalBoundary, contact),
    fieldTolerance: FIELD_TOLERANCE * resolution.timeStep,
    conductivity: tissueLaw(tissue.electricalConductivity),
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
