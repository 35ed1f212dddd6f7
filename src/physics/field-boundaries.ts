import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { heldRim, heldToInsulated, heldToSleeve } from '../grid/edge-solution.js';
import type { ContactWeights } from '../metrics/surface-field.js';
import { type Edge, edgeFactors } from '../numerics/edge-fit.js';
import type { FaceGeometry } from '../numerics/face-conductance.js';
import { edgeReach } from './needle-surface.js';

/**
 * Resistance (times σ) of the open medium behind an outer face [1/m]: the potential of a current from the tip falls like
 * 1/ρ, so −σ ∂V/∂n = σ V (ρ·n)/ρ².
 */
function beyondFace(area: number, alongNormal: number, rho: number): number {
  return rho ** 2 / (alongNormal * area);
}

/**
 * The medium beyond the domain behind each outer face: its resistance times σ, shape [nz·nr] [1/m].
 *
 * ```text
 * −σ ∂V/∂n = σ V (ρ·n)/ρ²,   ρ from the middle of the bare tip
 * ```
 */
export function openMedium({ nr, nz, size, rEdges, zEdges, r, z, tipLength }: AxisymmetricGrid): {
  r: Float64Array;
  z: Float64Array;
} {
  const beyond = { r: new Float64Array(size), z: new Float64Array(size) };
  const centre = tipLength / 2;
  const R = rEdges[nr]!;
  for (let j = 0; j < nz; j++) {
    const area = 2 * Math.PI * R * (zEdges[j + 1]! - zEdges[j]!);
    beyond.r[j * nr + nr - 1] = beyondFace(area, R, Math.hypot(R, z[j]! - centre));
  }
  for (let i = 0; i < nr; i++) {
    const area = Math.PI * (rEdges[i + 1]! ** 2 - rEdges[i]! ** 2);
    const [down, up] = [centre - zEdges[0]!, zEdges[nz]! - centre];
    beyond.z[i] = beyondFace(area, down, Math.hypot(r[i]!, down));
    beyond.z[(nz - 1) * nr + i] = beyondFace(area, up, Math.hypot(r[i]!, up));
  }
  return beyond;
}

/** The current is infinite where the bare tip ends and at the rim of a flat end: the faces near there are fitted. */
export function fitEdges(grid: AxisymmetricGrid, geometry: FaceGeometry): FaceGeometry {
  const { profile, tipLength } = grid;
  const { radius, sleeve, end } = profile;
  const reach = edgeReach(grid);
  const atSleeve = (thickness: number): Edge => ({
    r: radius,
    z: tipLength,
    solution: heldToSleeve(thickness),
    reach: thickness < reach ? reach + thickness : reach, // with the step's outer corner, unless it is far away
  });
  const edges: Edge[] = [
    sleeve ? atSleeve(sleeve.thickness) : { r: radius, z: tipLength, solution: heldToInsulated, reach },
  ];
  if (end === 'flat') edges.push({ r: radius, z: 0, solution: heldRim, reach });
  return edges.reduce((fitted, edge) => edgeFactors(grid, fitted, edge), geometry);
}

/** Tissue cells that the bare tip touches, and where the heat of its current goes. */
interface TipCells {
  readonly cells: Int32Array;
  /** Part that flows to the needle's cell beside it, and to the one above it. */
  readonly toSide: Float64Array;
  readonly toEnd: Float64Array;
}

/** Where, on average, the heat between the tip's surface and a node is made. */
const HALF_WAY = 0.5;

/**
 * Heat made between the tip's surface and a node is made, on average, half-way: the needle's node takes the part that
 * its side of the surface conducts, and tissue's node the rest.
 */
export function tipCellsOf(
  { nr }: AxisymmetricGrid,
  geometry: FaceGeometry,
  contact: ContactWeights,
): TipCells {
  const { wallR, wallZ } = geometry;
  const cells = Int32Array.from([...wallR.keys()].filter((c) => Math.min(wallR[c]!, wallZ[c]!) < Infinity));
  /** Part of the current that leaves through the side. */
  const beside = (c: number): number => 1 / wallR[c]! / (1 / wallR[c]! + 1 / wallZ[c]!);
  const side = (c: number): number => HALF_WAY * contact.beside[Math.floor(c / nr)]!;
  const end = (c: number): number => HALF_WAY * contact.end[c % nr]!;
  return {
    cells,
    toSide: Float64Array.from(cells, (c) => (beside(c) > 0 ? beside(c) * side(c) : 0)),
    toEnd: Float64Array.from(cells, (c) => (beside(c) < 1 ? (1 - beside(c)) * end(c) : 0)),
  };
}
