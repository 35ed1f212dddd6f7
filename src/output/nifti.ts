import { concatenate, littleEndian } from './bytes.js';

/** One row of an affine map: three factors and what is added. */
export type AffineRow = readonly [i: number, j: number, k: number, one: number];

/** Where the voxels of an image are. */
export interface VoxelGrid {
  /** Voxels along i, j and k. */
  readonly shape: readonly [i: number, j: number, k: number];
  /** Rows for x (to the right), y (to the front) and z (upwards) [mm]: position of a voxel's middle = affine · (i, j, k, 1). */
  readonly affine: readonly [x: AffineRow, y: AffineRow, z: AffineRow];
}

/** An image with one number for each voxel. */
export interface NiftiImage extends VoxelGrid {
  /** i fastest. */
  readonly data: Uint8Array | Float32Array;
  /** At most 79 letters of ASCII. */
  readonly description: string;
}

/** Length of the header with the four bytes that say that there is no extension. */
const HEADER = 348;
const DATA_FROM = 352;

/** Codes of the format: kinds of numbers, meanings, units and frames. */
const CODES = { uint8: 2, float32: 16, labels: 1002, mmAndSeconds: 2 | 8, aligned: 2 } as const;

/** A voxel's edge along one index [mm]. */
function edgeOf([x, y, z]: VoxelGrid['affine'], index: 0 | 1 | 2): number {
  return Math.hypot(x[index], y[index], z[index]);
}

/**
 * An image as a NIfTI-1 file (.nii).
 *
 * @remarks NIfTI-1, https://nifti.nimh.nih.gov/nifti-1: the map to millimetres is the sform, of code 2 (aligned).
 */
export function niftiFile({ shape, affine, data, description }: NiftiImage): Uint8Array {
  const isLabel = data instanceof Uint8Array;
  const bytes = new Uint8Array(DATA_FROM);
  const header = new DataView(bytes.buffer);
  const int16 = (at: number, ...values: number[]): void =>
    values.forEach((value, n) => header.setInt16(at + 2 * n, value, true));
  const float32 = (at: number, ...values: number[]): void =>
    values.forEach((value, n) => header.setFloat32(at + 4 * n, value, true));
  const text = (at: number, words: string): void => bytes.set(new TextEncoder().encode(words), at);

  header.setInt32(0, HEADER, true);
  int16(40, 3, ...shape, 1, 1, 1, 1); // dim
  int16(68, isLabel ? CODES.labels : 0); // intent_code
  int16(70, isLabel ? CODES.uint8 : CODES.float32, 8 * data.BYTES_PER_ELEMENT); // datatype, bitpix
  float32(76, 1, edgeOf(affine, 0), edgeOf(affine, 1), edgeOf(affine, 2)); // pixdim
  float32(108, DATA_FROM, 1, 0); // vox_offset, scl_slope, scl_inter
  bytes[123] = CODES.mmAndSeconds; // xyzt_units
  text(148, description); // descrip
  int16(252, 0, CODES.aligned); // qform_code, sform_code
  float32(280, ...affine.flat()); // srow_x, srow_y, srow_z
  text(344, 'n+1');
  return concatenate([bytes, littleEndian(data)]);
}
