import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { capHeight } from '../grid/needle-profile.js';
import { heldRim, heldToInsulated } from '../grid/edge-solution.js';
import { type Edge, edgeFactors } from '../numerics/edge-fit.js';
import { type FaceGeometry, faceGeometry, insulateNeedle } from '../numerics/face-conductance.js';

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

/** Faces about a needle whose bare tip is held at a temperature and whose shaft is adiabatic. */
export function heldTipGeometry(grid: AxisymmetricGrid): FaceGeometry {
  const geometry = heldEdges(grid).reduce(
    (fitted, edge) => edgeFactors(grid, fitted, edge),
    faceGeometry(grid),
  );
  const wallR = geometry.wallR.map((R, c) =>
    grid.z[Math.floor(c / grid.nr)]! > grid.tipLength ? Infinity : R,
  );
  return { ...geometry, wallR };
}

/** Faces about a needle that takes up and gives off no heat. */
export function adiabaticNeedleGeometry(grid: AxisymmetricGrid): FaceGeometry {
  return insulateNeedle(grid, faceGeometry(grid));
}
