import type { LesionEstimate } from '../lesion-estimate.js';
import type { Contour } from '../metrics/contour.js';
import { type NeedlePose, pointToNeedle } from '../metrics/needle-pose.js';
import type { AffineRow, VoxelGrid } from '../output/nifti.js';
import { isNumbers, requirePose } from '../output/pose-check.js';
import { invalidInput, mustBe } from '../problem/sentence.js';
import type { Point3 } from '../problem/structure.js';

/** Which voxels an image has. */
export type Voxels =
  | {
      /** A box along the axes of the pose's frame, about the lesion and the bare tip. */
      readonly kind: 'box';
      /** Edge of a voxel [m]. */
      readonly spacing: number;
      /** Left on all sides [m]; default 5 mm. */
      readonly margin?: number;
    }
  | ({
      /** Those of another image, such as the patient's own. */
      readonly kind: 'image';
    } & VoxelGrid);

/** Where the needle lies, and which voxels an image has. */
export interface ImageOptions {
  /** In a frame whose x runs to the right, y to the front and z upwards (RAS+): that of NIfTI. Of DICOM's, x and y are turned around. */
  readonly pose: NeedlePose;
  readonly voxels: Voxels;
}

/** What is put into an image: an estimate, or a run with the border of its lesion. */
export interface ImageSource extends Pick<LesionEstimate, 'run'> {
  readonly border: { readonly contours: readonly Contour[] };
}

const MILLIMETRES = 1e3;
const DEFAULT_MARGIN = 5e-3;

/** Voxels along one index, and in all, that a file may have. */
const MOST_ALONG = 32767;
const MOST_VOXELS = 512 * 512 * 512;

const INDICES = [0, 1, 2] as const;

/** Three numbers, one for each index. */
const forEachIndex = (of: (k: 0 | 1 | 2) => number): [number, number, number] => [of(0), of(1), of(2)];

function requireLength(value: unknown, isPositive: boolean, path: string): void {
  const is = Number.isFinite(value) && (isPositive ? Number(value) > 0 : Number(value) >= 0);
  const what = isPositive ? 'a positive finite length' : 'a finite length that is not negative';
  if (!is) throw invalidInput(path, mustBe(`${what} in m`, value));
}

function requireCount(shape: readonly number[], path: string): void {
  const [count, longest] = [shape.reduce((product, n) => product * n, 1), Math.max(...shape)];
  if (longest > MOST_ALONG)
    throw invalidInput(path, `must make at most ${MOST_ALONG} voxels along an index, but made ${longest}`);
  if (count > MOST_VOXELS)
    throw invalidInput(path, `must make at most ${MOST_VOXELS} voxels, but made ${count}`);
}

function requireImage({ shape, affine }: VoxelGrid): void {
  if (!(isNumbers(shape, 3) && shape.every((n) => Number.isInteger(n) && n > 0)))
    throw invalidInput('voxels.shape', mustBe('a list of three whole numbers above 0', shape));
  requireCount(shape, 'voxels.shape');
  const given: unknown = affine;
  if (!(Array.isArray(given) && given.length === 3 && given.every((row) => isNumbers(row, 4))))
    throw invalidInput('voxels.affine', mustBe('a list of three rows of four finite numbers', given));
  const [[a, b, c], [d, e, f], [g, h, i]] = affine;
  if (a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g) === 0)
    throw invalidInput('voxels.affine', 'must tell voxels apart, but its determinant was 0');
}

/** How far the lesion and the bare tip reach, in needle coordinates [m]. */
export function reachOf({ run, border }: ImageSource): {
  readonly radius: number;
  readonly low: number;
  readonly high: number;
} {
  const { profile, tipLength } = run.grid;
  let [radius, low, high] = [profile.radius, 0, tipLength];
  for (const { r, z } of border.contours) {
    radius = Math.max(radius, ...r);
    low = Math.min(low, ...z);
    high = Math.max(high, ...z);
  }
  return { radius, low, high };
}

function boxAbout(
  source: ImageSource,
  { unit, tip, axes }: NeedlePose,
  edge: number,
  margin: number,
): VoxelGrid {
  const { radius, low, high } = reachOf(source);
  const sides = INDICES.map((k) => {
    const along = axes[2][k];
    const across = radius * Math.sqrt(1 - Math.min(along ** 2, 1));
    const [from, to] = [Math.min(low * along, high * along), Math.max(low * along, high * along)];
    const length = to - from + 2 * (across + margin);
    return { middle: unit * tip[k] + (from + to) / 2, count: Math.ceil(length / edge) };
  });
  const [x, y, z] = sides as [(typeof sides)[0], (typeof sides)[0], (typeof sides)[0]];
  const shape = [x.count, y.count, z.count] as const;
  requireCount(shape, 'voxels.spacing');
  const size = MILLIMETRES * edge;
  const row = ({ middle, count }: typeof x, k: number): AffineRow => [
    ...forEachIndex((index) => (index === k ? size : 0)),
    MILLIMETRES * middle - (size * (count - 1)) / 2,
  ];
  return { shape, affine: [row(x, 0), row(y, 1), row(z, 2)] };
}

/** The voxels of an image; @throws {@link index!LesionModelError | LesionModelError} 'invalid-input' with a path below 'pose' or 'voxels'. */
export function voxelGridOf(source: ImageSource, { pose, voxels }: ImageOptions): VoxelGrid {
  requirePose(pose);
  const given: unknown = voxels;
  if (typeof given !== 'object' || given === null)
    throw invalidInput('voxels', mustBe('a record with a kind', given));
  switch (voxels.kind) {
    case 'image':
      requireImage(voxels);
      return { shape: voxels.shape, affine: voxels.affine };
    case 'box': {
      const { spacing, margin = DEFAULT_MARGIN } = voxels;
      requireLength(spacing, true, 'voxels.spacing');
      requireLength(margin, false, 'voxels.margin');
      return boxAbout(source, pose, spacing, margin);
    }
    default:
      throw invalidInput('voxels.kind', mustBe("'box' or 'image'", (voxels as { kind: unknown }).kind));
  }
}

/**
 * Fills an array voxel by voxel, i fastest, with what is at the voxels' middles.
 *
 * @param valueAt - Of a point in needle coordinates: distance to the axis, and height above the needle's end [m].
 * @param out - Shape [k·j·i].
 */
export function fillVoxels(
  { shape: [ni, nj, nk], affine: [x, y, z] }: VoxelGrid,
  pose: NeedlePose,
  valueAt: (r: number, z: number) => number,
  out: Uint8Array | Float32Array,
): void {
  const toFrame = 1 / (MILLIMETRES * pose.unit);
  const needlePoint = (i: number, j: number, k: number): Point3 => {
    const at = ([a, b, c, one]: AffineRow): number => toFrame * (a * i + b * j + c * k + one);
    return pointToNeedle(pose, [at(x), at(y), at(z)]);
  };
  let n = 0;
  for (let k = 0; k < nk; k++) {
    for (let j = 0; j < nj; j++) {
      for (let i = 0; i < ni; i++) {
        const [across, beside, height] = needlePoint(i, j, k);
        out[n++] = valueAt(Math.hypot(across, beside), height);
      }
    }
  }
}
