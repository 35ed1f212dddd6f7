import { makeMediumAt, type Shape } from '../grid/layout.js';
import { capHeight } from '../grid/needle-profile.js';
import { type CheckedProblem, type CheckedTissue, tissuesOf } from '../problem/checked.js';
import { highestOf, propertyAt, startDiffusivity } from '../problem/property.js';
import { shutOffRule } from '../problem/shut-off.js';
import type { Resolution } from '../problem/types.js';

/** What the bar needs to know about the grid. */
export interface GridScale {
  readonly resolution: Resolution;
  /** Of the needle [m]. */
  readonly radius: number;
  /** Of the needle. */
  readonly end: 'flat' | 'hemisphere' | 'cone';
  /** Of a conical end, else 0 [m]. */
  readonly coneLength: number;
  /** Of the bare tip's side above a rounded or conical end [m]. */
  readonly straight: number;
  /** RF current, the needle being part of the medium; else the tip's surface is held. */
  readonly isDriven: boolean;
  /** A bore with a coolant: metal draws heat out of tissue, and its corners count. */
  readonly isCooled: boolean;
  /** Flow of blood at most, where it stops behind a border which moves through the cells or falls with temperature [1/s]. */
  readonly stoppedFlow: number;
  /** Thermal diffusivity of tissue, the lowest of all [m²/s]. */
  readonly diffusivity: number;
  /** Water has boiled: the steps are of first order, and the border of what is dry moves by whole cells. */
  readonly hasBoiled: boolean;
  /** Of the flux at the border of the insulation: 1/2, or less where a better conductor begins there. */
  readonly edgeExponent: number;
  /** Where other tissue is. */
  readonly regions: readonly Shape[];
}

/** How fast the flux grows towards an edge in one medium: like the distance to the power −1/2. */
const ONE_MEDIUM = 0.5;

/** A point this part of the radius off the needle's wall is beside it. */
const BESIDE = 1e-3;

/**
 * Exponent of the field at the border of the insulation, where tissue may change within a cell.
 *
 * ```text
 * u = ρ^λ sin λ(θ + π/2) below, A ρ^λ cos λ(π/2 − θ) above,   λ = (2/π) atan √(σ_below/σ_above)
 * ```
 */
function edgeExponentOf(problem: CheckedProblem, { spacing }: Resolution): number {
  const { electrode, regions, isHeld, startTemperature } = problem;
  const { radius, tipLength, insulation } = electrode;
  const mediumAt = makeMediumAt(regions.map(({ where }) => where));
  const r = (radius + (insulation?.thickness ?? 0)) * (1 + BESIDE);
  const [below, above] = [mediumAt(r, tipLength - spacing), mediumAt(r, tipLength + spacing)];
  if (below === above) return ONE_MEDIUM;
  const at = (medium: number): number => {
    const { thermalConductivity, electricalConductivity } = tissuesOf(problem)[medium] ?? problem.tissue;
    return propertyAt(isHeld ? thermalConductivity : electricalConductivity, startTemperature);
  };
  return Math.min((2 / Math.PI) * Math.atan(Math.sqrt(at(below) / at(above))), ONE_MEDIUM);
}

/** Between which the flow is looked at [°C]. */
const TISSUE_TEMPERATURES = [37, 100] as const;

/** The most blood that flows in a tissue whose flow changes with heat; 0 where it is constant [1/s]. */
function changingFlow(tissue: CheckedTissue): number {
  const { perfusionRate, perfusionResponse } = tissue;
  const { factor } = perfusionResponse;
  if (typeof factor === 'number' && shutOffRule(tissue) === null) return 0;
  return perfusionRate * highestOf(factor, ...TISSUE_TEMPERATURES);
}

/** What the bar needs to know of a problem. */
export function gridScaleOf(problem: CheckedProblem, resolution: Resolution, hasBoiled = false): GridScale {
  const { electrode, isHeld } = problem;
  const { radius, tipLength, tipShape: end, coneLength } = electrode;
  const straight = tipLength - capHeight({ end, radius, coneLength });
  const isCooled = electrode.cooling !== undefined;
  return {
    resolution,
    radius,
    end,
    coneLength,
    straight,
    isDriven: !isHeld,
    isCooled,
    stoppedFlow: Math.max(...tissuesOf(problem).map(changingFlow)),
    diffusivity: startDiffusivity(problem).lowest,
    hasBoiled,
    edgeExponent: edgeExponentOf(problem, resolution),
    regions: problem.regions.map(({ where }) => where),
  };
}

/** Error that is left even where all companions agree by chance, for a border at a distance d from the wall or edge. */
interface Floor {
  /** Part of h²/a. */
  readonly wall: number;
  /** Part of (local cell)²/(distance from the axis). */
  readonly local: number;
  /** Part of h²/(h + d): close to an edge no grid is fine. */
  readonly near: number;
  /** Part of h. */
  readonly far: number;
}

/** Floors beside the tip, at its end and along the shaft, and of the thickness of a volume's skin. */
interface Floors {
  readonly side: Floor;
  readonly end: Floor;
  readonly shaft: Floor;
  readonly skin: Floor;
}

/** A held tip's, for a flat end: half as large along the shaft, where the border meets the wall at a right angle. */
const HELD_SIDE: Floor = { wall: 0.035, local: 0.007, near: 0, far: 0 };
const HELD_END: Floor = { wall: 0.05, local: 0.01, near: 0, far: 0 };
const HELD: Floors = {
  side: HELD_SIDE,
  end: HELD_END,
  shaft: { wall: 0.0375, local: 0.0075, near: 0, far: 0 },
  skin: HELD_SIDE,
};

/** Larger at a rounded end, which cuts the cells differently on each grid. */
const HELD_ROUND: Floors = { ...HELD, end: { wall: 0.125, local: 0.025, near: 0, far: 0 } };

/** Where RF current heats tissue, by the end. */
const DRIVEN_SHAFT: Floor = { wall: 0, local: 0.005, near: 0.23, far: 0.01 };
const DRIVEN_SKIN: Floor = { wall: 0, local: 0.005, near: 0.15, far: 0.005 };
const DRIVEN: Floors = {
  side: { wall: 0.045, local: 0.018, near: 0.13, far: 0.0035 },
  end: { wall: 0, local: 0.005, near: 0.2, far: 0.008 },
  shaft: DRIVEN_SHAFT,
  skin: DRIVEN_SKIN,
};
const DRIVEN_ROUND: Floors = {
  side: { wall: 0.045, local: 0.018, near: 0.13, far: 0.013 },
  end: { wall: 0, local: 0.005, near: 0.32, far: 0.018 },
  shaft: DRIVEN_SHAFT,
  skin: DRIVEN_SKIN,
};

/** A point that the cells cut off changes the heat about it, and so all sizes. */
const DRIVEN_POINTED: Floors = {
  side: { wall: 0.05, local: 0.02, near: 0.15, far: 0.4 },
  end: { wall: 0, local: 0.005, near: 0.32, far: 0.1 },
  shaft: { wall: 0, local: 0.005, near: 0.23, far: 0.35 },
  skin: { wall: 0, local: 0.005, near: 0.15, far: 0.25 },
};

/** On top where metal is cooled: part of h, more of it where the cells cut a rounded or pointed end. */
const COOLED = { flat: 0.175, hemisphere: 0.875, cone: 0.875 } as const;

/** Of a pointed end the cells cut off more, which all sizes see. */
const HELD_POINTED: Floors = { ...HELD_ROUND, side: HELD_END, skin: HELD_END };

const FLOORS = {
  held: { flat: HELD, hemisphere: HELD_ROUND, cone: HELD_POINTED },
  driven: { flat: DRIVEN, hemisphere: DRIVEN_ROUND, cone: DRIVEN_POINTED },
} as const;

/** The floors for a needle's end and a model. */
export function floorsOf({ end, isDriven, isCooled }: GridScale): Floors {
  const floors = FLOORS[isDriven ? 'driven' : 'held'][end];
  if (!isCooled) return floors;
  const more = (floor: Floor): Floor => ({ ...floor, far: floor.far + COOLED[end] });
  const { side, skin, shaft } = floors;
  return { side: more(side), skin: more(skin), shaft: more(shaft), end: more(floors.end) };
}

/** The cell at a distance from the wall or from an end of the bare tip [m]. */
export function cellAt(distance: number, { resolution: { spacing, growthRatio } }: GridScale): number {
  return spacing + (growthRatio - 1) * distance;
}

/** A floor for a border at a distance, where `length` is the shortest feature beside it [m]. */
export function floorAt(
  { wall, local, near, far }: Floor,
  distance: number,
  scale: GridScale,
  length: number = scale.radius,
): number {
  const { radius: a } = scale;
  const { spacing: h } = scale.resolution;
  const cell = cellAt(distance, scale);
  return (
    (wall * h ** 2) / length +
    (local * cell ** 2) / (a + distance) +
    (near * h ** 2) / (h + distance) +
    far * h
  );
}

/** Part of the local cell by which a border moves for each unit of (flow · cell²/diffusivity), where blood stops in part of a cell. */
const FLOW = { side: 0.1, skin: 0.025, end: 0.025 } as const;

/** A floor where the flow of blood changes within a cell, and the heat that it carries off with it [m]. */
export function flowFloor(where: keyof typeof FLOW, distance: number, scale: GridScale): number {
  const { stoppedFlow, diffusivity } = scale;
  const cell = cellAt(distance, scale);
  return (FLOW[where] * stoppedFlow * cell ** 2 * cell) / diffusivity;
}
