import { type AxisymmetricGrid, createGridFamily } from './grid/axisymmetric.js';
import { type Layout, linesOf } from './grid/layout.js';
import type { NeedleProfile } from './grid/needle-profile.js';
import type { InterfaceWeights } from './metrics/interface-weights.js';
import type { ContactWeights } from './metrics/surface-field.js';
import {
  conductancesOf,
  type FaceGeometry,
  faceGeometry,
  withoutWalls,
} from './numerics/face-conductance.js';
import { bioheatBalance, type HeatBalance } from './physics/bioheat.js';
import { type CellLaw, cellLaw } from './physics/cell-law.js';
import { type ChangingMedium, makeChangingMedium } from './physics/changing-medium.js';
import { boreOf, coolantLinks, solidCells } from './physics/coolant.js';
import { type ElectricField, makeElectricField } from './physics/electric-field.js';
import { type Coolant, type HeatStep, makeHeatStep } from './physics/heat-step.js';
import { bioheatBalanceWithNeedle, contactWeights } from './physics/needle-heat.js';
import { adiabaticNeedleGeometry, heldTipGeometry } from './physics/needle-surface.js';
import { makePerfusionResponse, type PerfusionResponse } from './physics/perfusion.js';
import { sensorWeights } from './physics/sensor.js';
import { tissueLaw } from './physics/tissue-law.js';
import { electricalConductivityIn, specificHeatIn } from './physics/vaporisation.js';
import { type CheckedProblem, tissuesOf } from './problem/checked.js';
import { domainFor } from './problem/resolution.js';
import type { Resolution } from './problem/types.js';
import { facesOfRegions, layoutAt } from './run-regions.js';

/** The heat step about one needle, and what changes it: null where properties do not. */
export interface HeatedMedium {
  readonly step: HeatStep;
  readonly changing: ChangingMedium | null;
  readonly perfusion: PerfusionResponse;
}

/** What every run stands on; capacities are those at the start temperature. */
export interface RunModel {
  readonly grid: AxisymmetricGrid;
  readonly layout: Layout;
  readonly balance: HeatBalance;
  readonly specificHeat: CellLaw;
  readonly inverseRootCapacity: Float64Array;
  /** null for a held tip. */
  readonly contact: ContactWeights | null;
  /** null where all tissue is the same. */
  readonly interfaces: InterfaceWeights | null;
}

/** A run whose bare tip is held at a temperature, the needle left out. */
export interface HeldModel extends RunModel {
  readonly medium: Readonly<Record<'held' | 'adiabatic', HeatedMedium>>;
}

/** A run in which RF current heats tissue, the needle being part of the medium. */
export interface DrivenModel extends RunModel {
  readonly medium: HeatedMedium;
  /** After the needle has left. */
  readonly withdrawn: HeatedMedium | null;
  readonly field: ElectricField;
  /** Residual that a field solve may leave, relative to the field. */
  readonly fieldTolerance: number;
  readonly conductivity: CellLaw;
  /** Weights of the thermocouple, shape [nz·nr]. */
  readonly sensor: Float64Array;
}

/** The grids for all places of the needle, seen from each of them. */
function gridsFor(
  problem: CheckedProblem,
  resolution: Resolution,
  profile: NeedleProfile,
  closestNode: number,
  positions: readonly number[],
): AxisymmetricGrid[] {
  const options = {
    profile,
    tipLength: problem.electrode.tipLength,
    domain: problem.domain ?? domainFor(problem),
    spacing: resolution.spacing,
    growthRatio: resolution.growthRatio,
    closestNode,
    lines: linesOf(problem.regions.map(({ where }) => where)),
  };
  return createGridFamily(options, positions);
}

/** The heat step for one set of faces; it has a balance of its own. */
function makeHeatedMedium(
  problem: CheckedProblem,
  grid: AxisymmetricGrid,
  layout: Layout,
  geometry: FaceGeometry,
  balance: HeatBalance,
  vessel: Coolant | null,
  coolant: Coolant | null = null,
): HeatedMedium {
  const { startTemperature, arterialTemperature, boundaryTemperature } = problem;
  const laws = {
    thermalConductivity: cellLaw(
      tissuesOf(problem).map((tissue) => tissueLaw(tissue.thermalConductivity)),
      layout,
    ),
    specificHeat: specificHeatIn(problem, layout),
  };
  const own = {
    ...balance,
    capacity: balance.capacity.slice(),
    conductivity: balance.conductivity.slice(),
    perfusion: balance.perfusion.slice(),
  };
  const perfusion = makePerfusionResponse(problem, own, grid, layout);
  const conductances = conductancesOf(grid, geometry, own.conductivity);
  const step = makeHeatStep(
    grid,
    own,
    conductances,
    arterialTemperature,
    boundaryTemperature,
    coolant,
    vessel,
  );
  if (laws.thermalConductivity.isConstant && laws.specificHeat.isConstant)
    return { step, changing: null, perfusion };
  const temperatures = { startTemperature, reference: arterialTemperature };
  return {
    step,
    perfusion,
    changing: makeChangingMedium({
      grid,
      geometry,
      balance: own,
      conductances,
      step,
      ...laws,
      ...temperatures,
    }),
  };
}

/** A node that almost touches a held surface would follow its jumps so fast that the time step rings. */
const CLOSEST_TO_HELD = 0.1;

/** Builds all that a run with a held tip needs, once. */
export function buildHeldModel(problem: CheckedProblem, resolution: Resolution): HeldModel {
  const { tipShape: end, radius, coneLength } = problem.electrode;
  const profile = { end, radius, coneLength };
  const [grid] = gridsFor(problem, resolution, profile, CLOSEST_TO_HELD, [0]) as [AxisymmetricGrid];
  const layout = layoutAt(problem, grid, 0);
  const balance = bioheatBalance(grid, problem, layout);
  const { heat, vessel, interfaces } = facesOfRegions(problem, grid, layout, faceGeometry(grid), balance);
  const medium = (geometry: FaceGeometry): HeatedMedium =>
    makeHeatedMedium(problem, grid, layout, heat(geometry), balance, vessel);
  return {
    grid,
    layout,
    balance,
    specificHeat: specificHeatIn(problem, layout),
    inverseRootCapacity: balance.capacity.map((C) => 1 / Math.sqrt(C)),
    contact: null,
    interfaces,
    medium: { held: medium(heldTipGeometry(grid)), adiabatic: medium(adiabaticNeedleGeometry(grid)) },
  };
}

/**
 * Residual of a field solve relative to the field, per time step of the resolution [1/s]: the companion with time steps
 * of twice the length shows what it does.
 */
const FIELD_TOLERANCE = 6e-5;

/** A node that almost touches the tip would have a conductance to it that dwarfs all others. */
const CLOSEST_TO_TIP = 0.05;

/** Builds all that a run with RF current needs, once, for every place of the needle: the same model for the same place. */
export function buildDrivenModels(problem: CheckedProblem, resolution: Resolution): DrivenModel[] {
  const { tipLength, radius, tipShape: end, coneLength, insulation } = problem.electrode;
  const sleeve = insulation ? { sleeve: { from: tipLength, thickness: insulation.thickness } } : {};
  const bore = boreOf(problem.electrode);
  const profile = { end, radius, coneLength, ...sleeve, ...(bore ? { bore } : {}) };
  const positions = [...new Set(problem.stages.map(({ position }) => position))];
  const grids = gridsFor(problem, resolution, profile, CLOSEST_TO_TIP, positions);
  const models = grids.map((grid, k) =>
    buildDrivenModel(problem, resolution, grid, layoutAt(problem, grid, positions[k]!)),
  );
  return problem.stages.map(({ position }) => models[positions.indexOf(position)]!);
}

function buildDrivenModel(
  problem: CheckedProblem,
  resolution: Resolution,
  grid: AxisymmetricGrid,
  layout: Layout,
): DrivenModel {
  const { electrode, electricalBoundary } = problem;
  const balance = bioheatBalanceWithNeedle(grid, problem, layout);
  const solid = solidCells(grid);
  const plain = withoutWalls(faceGeometry(grid, solid));
  const { heat, current, vessel, interfaces } = facesOfRegions(problem, grid, layout, plain, balance);
  const geometry = heat(plain);
  const coolant = electrode.cooling
    ? coolantLinks(grid, solid, balance.conductivity, electrode.cooling)
    : null;
  const contact = contactWeights(grid, geometry, balance.conductivity);
  return {
    grid,
    layout,
    balance,
    specificHeat: specificHeatIn(problem, layout),
    inverseRootCapacity: balance.capacity.map((C) => 1 / Math.sqrt(C)),
    contact,
    interfaces,
    medium: makeHeatedMedium(problem, grid, layout, geometry, balance, vessel, coolant),
    withdrawn: problem.isWithdrawn
      ? makeHeatedMedium(problem, grid, layout, heat(adiabaticNeedleGeometry(grid)), balance, vessel)
      : null,
    field: makeElectricField(grid, electricalBoundary, contact, current),
    fieldTolerance: FIELD_TOLERANCE * resolution.timeStep,
    conductivity: electricalConductivityIn(problem, layout),
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
