import type { Shape } from '../grid/layout.js';
import { cellAt, type GridScale } from './floor.js';

/** A place on a lesion's border [m]. */
interface Place {
  readonly r: number;
  readonly z: number;
}

/** Distance along one coordinate from the nearer end of a region [m]. */
function gap(x: number, from: number, to: number): number {
  return Math.min(Math.abs(x - from), Math.abs(x - to));
}

/** About how far a place is from a region's surface [m]. */
function distanceFromSurface(shape: Shape, { r, z }: Place): number {
  if (shape.kind === 'sphere') return Math.abs(Math.hypot(r, z - shape.z) - shape.radius);
  const { zMin = -Infinity, zMax = Infinity } = shape;
  const alongZ = gap(z, zMin, zMax);
  if (shape.kind === 'slab') return alongZ;
  const { rMin = 0, rMax = Infinity } = shape;
  const alongR = rMin > 0 || rMax < Infinity ? gap(r, rMin > 0 ? rMin : Infinity, rMax) : Infinity;
  return Math.min(alongZ, alongR);
}

/** Part of the local cell that is left at a region's surface: cells that a sphere cuts are only about right. */
const PART = { slab: 0.03, tube: 0.03, sphere: 0.08 } as const;

/**
 * Error that is left where other tissue is near the border, on top of all else [m].
 *
 * ```text
 * part · cell²/(cell + d),   d the distance from the region's surface
 * ```
 *
 * @param distance - Of the place from the needle [m].
 */
export function interfaceFloor(place: Place, distance: number, scale: GridScale): number {
  const cell = cellAt(distance, scale);
  const floors = scale.regions.map(
    (shape) => (PART[shape.kind] * cell ** 2) / (cell + distanceFromSurface(shape, place)),
  );
  return floors.reduce((most, floor) => Math.max(most, floor), 0);
}
