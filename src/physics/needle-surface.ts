import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { capHeight } from '../grid/needle-profile.js';
import { heldRim, heldToInsulated } from '../grid/edge-solution.js';
import { type Edge, edgeFactors } from '../numerics/edge-fit.js';
import {
  conductancesOf,
  type FaceConductances,
  faceConductances,
  faceGeometry,
  insulateNeedle,
} from '../numerics/face-conductance.js';

/** Edges are fitted within this part of the shortest length beside them. */
const REACH = 0.5;

/** How far from an edge of the bare tip its plane solution is that of the needle [m]. */
export function edgeReach({ profile, tipLength }: AxisymmetricGrid): number {
  // The upper half of a hemisphere is nearly straight; beyond it the edge's own solution is not zero on the wall.
  const bent = profile.end === 'cone' ? capHeight(profile) : capHeight(profile) / 2;
  return REACH * Math.min(profile.radius, tipLength - bent);
}

/** Places where a held tip makes the heat flux infinite: the border of the insulation, and the rim of a flat end. */
function heldEdges(grid: AxisymmetricGrid): Edge[] {
  const { profile, tipLength } = grid;
  const { radius } = profile;
  const reach = edgeReach(grid);
  const edges: Edge[] = [{ r: radius, z: tipLength, solution: heldToInsulated, reach }];
  if (capHeight(profile) === 0) edges.push({ r: radius, z: 0, solution: heldRim, reach });
  return edges;
}

/** Conductances about a needle whose bare tip is held at a temperature and whose shaft is adiabatic [W/K]. */
export function heldTipConductances(grid: AxisymmetricGrid, conductivity: Float64Array): FaceConductances {
  const geometry = heldEdges(grid).reduce(
    (fitted, edge) => edgeFactors(grid, fitted, edge),
    faceGeometry(grid),
  );
  const G = conductancesOf(grid, geometry, conductivity);
  for (let j = 0; j < grid.nz; j++) {
    if (grid.z[j]! > grid.tipLength) G.wallR.fill(0, j * grid.nr, (j + 1) * grid.nr);
  }
  return G;
}

/** Conductances about a needle that takes up and gives off no heat [W/K]. */
export function adiabaticNeedleConductances(
  grid: AxisymmetricGrid,
  conductivity: Float64Array,
): FaceConductances {
  const G = faceConductances(grid, conductivity);
  insulateNeedle(grid, G);
  return G;
}
