/**
 * Results as n-dimensional arrays.
 *
 * @module ndarray
 */
import ndarray, { type NdArray } from 'ndarray';
import { LesionModelError } from '../errors.js';

/** A field of a run: one number for each cell, r fastest, shape [nz, nr]. */
export interface FieldLike {
  readonly data: Float64Array;
  readonly shape: readonly [number, number];
}

type Values = Float64Array | Uint8Array;

/**
 * A field as an ndarray of shape [nz, nr]: a view on the same memory, nothing is copied.
 *
 * @example
 * ```ts
 * const T = asNdarray(lesion.run.temperature);
 * T.get(j, i); // row j (z), column i (r)
 * ```
 */
export function asNdarray(values: FieldLike): NdArray<Float64Array>;
/**
 * Any other array of a result as an ndarray: of a history, of a contour (`r` and `z`), of damage or of the grid.
 *
 * @param shape - Left out, it has one dimension. Arrays of all cells have the shape [nz, nr].
 * @throws {@link index!LesionModelError | LesionModelError} 'invalid-input' with the path 'shape' where it has another number of entries.
 * @example
 * ```ts
 * const sensor = asNdarray(lesion.history.sensorTemperature);
 * const { grid } = lesion.run;
 * const isTissue = asNdarray(grid.isTissue, [grid.nz, grid.nr]);
 * ```
 */
export function asNdarray<Array extends Float64Array | Uint8Array>(
  values: Array,
  shape?: readonly number[],
): NdArray<Array>;
export function asNdarray(values: FieldLike | Values, shape?: readonly number[]): NdArray<Values> {
  if ('shape' in values) return ndarray<Values>(values.data, [...values.shape]);
  if (shape === undefined) return ndarray<Values>(values, [values.length]);
  const entries = shape.reduce((product, length) => product * length, 1);
  if (entries === values.length) return ndarray<Values>(values, [...shape]);
  const message = `shape must have ${values.length} entries in all, but was [${shape.join(', ')}].`;
  throw new LesionModelError('invalid-input', message, 'shape');
}
