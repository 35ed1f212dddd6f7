import { radiusAt } from '../grid/needle-profile.js';
import { makeBorderDistance } from '../metrics/border-distance.js';
import { niftiFile } from '../output/nifti.js';
import { fillVoxels, type ImageOptions, type ImageSource, reachOf, voxelGridOf } from './voxels.js';

/** What the voxels of a label image say. */
const LABELS = { outside: 0, lesion: 1, needle: 2 } as const;

/**
 * A lesion in an image, voxel by voxel, as a NIfTI-1 file (.nii): 0 outside, 1 in the lesion, 2 in the needle.
 *
 * @param source - An estimate, or `{ run, border: { contours: lesionContour(run, criterion) } }`.
 * @returns The bytes of the file: uint8, shape [k, j, i] with i fastest, positions in mm (RAS+, sform). A voxel is what its middle
 * lies in. The needle, its sleeve included, lies where it was last (its track, if it has been withdrawn), and its shaft goes on to the
 * end of the image.
 * @throws {@link index!LesionModelError | LesionModelError} 'invalid-input' with a path below 'pose' or 'voxels'.
 * @remarks NIfTI-1, https://nifti.nimh.nih.gov/nifti-1
 */
export function labelNifti(source: ImageSource, options: ImageOptions): Uint8Array {
  const grid = voxelGridOf(source, options);
  const { profile } = source.run.grid;
  const { radius, low, high } = reachOf(source);
  const distance = makeBorderDistance(source.border.contours);
  const data = new Uint8Array(grid.shape[0] * grid.shape[1] * grid.shape[2]);
  const labelAt = (r: number, z: number): number => {
    if (r < radiusAt(profile, z)) return LABELS.needle;
    if (r > radius || z < low || z > high) return LABELS.outside;
    return distance(r, z) < 0 ? LABELS.lesion : LABELS.outside;
  };
  fillVoxels(grid, options.pose, labelAt, data);
  return niftiFile({ ...grid, data, description: 'rf-lesion: 1 lesion, 2 needle' });
}
