/**
 * Fields as n-dimensional arrays.
 *
 * @module ndarray
 */
import ndarray, { type NdArray } from 'ndarray';

/** A field of a run: one number for each cell, r fastest, shape [nz, nr]. */
export interface FieldLike {
  readonly data: Float64Array;
  readonly shape: readonly [number, number];
}

/**
 * A field as an ndarray of shape [nz, nr]: a view on the same memory, nothing is copied.
 *
 * @example
 * ```ts
 * const T = asNdarray(lesion.run.temperature);
 * T.get(j, i); // row j (z), column i (r)
 * ```
 */
export function asNdarray({ data, shape: [nz, nr] }: FieldLike): NdArray<Float64Array> {
  return ndarray(data, [nz, nr]);
}
