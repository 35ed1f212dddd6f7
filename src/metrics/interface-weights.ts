/**
 * Where two media meet between cells: the part that the second cell has in the temperature of the face between them, as the flux
 * is continuous across it. NaN where there is one medium; shape [nz·nr].
 */
export interface FaceWeights {
  /** On the first cell's side of the face. */
  readonly near: Float64Array;
  /** On the second cell's side: the same, but for the wall of a vessel, where blood is cooler than the wall. */
  readonly far: Float64Array;
}

/** The same for all faces. */
export interface InterfaceWeights {
  /** Between c and c + 1. */
  readonly alongR: FaceWeights;
  /** Between c and c + nr. */
  readonly alongZ: FaceWeights;
}
