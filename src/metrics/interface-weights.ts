/**
 * Where two media meet between cells: the part that the second cell has in the temperature of the face between them, as the flux
 * is continuous across it. NaN where there is one medium; shape [nz·nr].
 */
export interface InterfaceWeights {
  /** Between c and c + 1. */
  readonly alongR: Float64Array;
  /** Between c and c + nr. */
  readonly alongZ: Float64Array;
}
