import type { AxisymmetricGrid } from '../grid/axisymmetric.js';

/** A field on the needle's surface. */
export interface SurfaceField {
  /** Beside the needle in each row, NaN where it is not known; shape [nz]. */
  readonly beside: Float64Array;
  /** On the needle's end in each column, NaN where it is not known or there is none; shape [nr]. */
  readonly end: Float64Array;
  /** What the whole bare tip is held at; null if it is not held. */
  readonly held: number | null;
}

/** Parts that the needle's cell has in the temperature of the surface between it and tissue. */
export interface ContactWeights {
  /** Shape [nz]. */
  readonly beside: Float64Array;
  /** Shape [nr]. */
  readonly end: Float64Array;
}

/** The surface of a needle whose bare tip is held at a value; null: nothing is known of it. */
export function heldSurface(
  { nr, nz, z, tipLength, endHeight }: AxisymmetricGrid,
  held: number | null,
): SurfaceField {
  const value = held ?? NaN;
  const beside = new Float64Array(nz).map((_, j) => (z[j]! > 0 && z[j]! < tipLength ? value : NaN));
  const end = new Float64Array(nr).map((_, i) => (endHeight[i]! < Infinity ? value : NaN));
  return { beside, end, held };
}

/** The surface between needle and tissue where both are computed: flux is continuous across it. */
export function contactSurface(
  { nr, nz, isTissue, endHeight }: AxisymmetricGrid,
  field: Float64Array,
  weights: ContactWeights,
): SurfaceField {
  const beside = new Float64Array(nz).fill(NaN);
  const end = new Float64Array(nr).fill(NaN);
  for (let j = 0; j < nz; j++) {
    for (let i = 0; i < nr; i++) {
      const c = j * nr + i;
      if (isTissue[c] === 0) continue;
      if (i > 0 && isTissue[c - 1] === 0) {
        beside[j] = field[c]! + weights.beside[j]! * (field[c - 1]! - field[c]!);
      }
      if (j < nz - 1 && isTissue[c + nr] === 0 && endHeight[i]! < Infinity) {
        end[i] = field[c]! + weights.end[i]! * (field[c + nr]! - field[c]!);
      }
    }
  }
  return { beside, end, held: null };
}
