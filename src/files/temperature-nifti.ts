import { radiusAt } from '../grid/needle-profile.js';
import type { LesionRun, ScalarField } from '../lesion-run.js';
import { niftiFile } from '../output/nifti.js';
import { requireCells } from '../output/run-fields.js';
import { peakTemperatureAt, temperatureAt } from '../point-values.js';
import { invalidInput, mustBe } from '../problem/sentence.js';
import { fillVoxels, type ImageOptions, type ImageSource, voxelGridOf } from './voxels.js';

/** Which temperature an image shows. */
export type ImageField =
  | {
      readonly kind: 'temperature';
      /** One of the run's `snapshotTimes` [s]; left out, the end of the run. */
      readonly time?: number;
    }
  | {
      /** The highest that was reached by the end of the run. */
      readonly kind: 'peak-temperature';
    };

/** How temperature is put into an image. */
export interface TemperatureImageOptions extends ImageOptions {
  /** Default the temperature at the end of the run. */
  readonly field?: ImageField;
}

/** A field with the cells that it is of, and what reads it in tissue. */
interface Shown {
  readonly field: ScalarField;
  readonly grid: LesionRun['grid'];
  readonly isNeedleComputed: boolean;
  readonly inTissue: (r: number, z: number) => number;
}

function shownOf(run: LesionRun, field: ImageField): Shown {
  const atEnd = { grid: run.grid, isNeedleComputed: run.contact !== null };
  switch (field.kind) {
    case 'peak-temperature': {
      const inTissue = (r: number, z: number): number => peakTemperatureAt(run, { r, z });
      return { ...atEnd, field: run.exposure.final.peakTemperature, inTissue };
    }
    case 'temperature': {
      const { time } = field;
      const inTissue = (r: number, z: number): number => temperatureAt(run, { r, z }, time);
      const snapshot = run.snapshots.find((one) => one.time === time);
      if (time === undefined) return { ...atEnd, field: run.temperature, inTissue };
      if (!snapshot) {
        const times = run.snapshots.map((one) => one.time).join(', ') || 'none';
        throw invalidInput('field.time', mustBe(`one of the run's snapshotTimes (${times})`, time));
      }
      const { grid } = run.stages[snapshot.stage] ?? run;
      return { ...atEnd, grid, field: snapshot.temperature, inTissue };
    }
    default: {
      const { kind } = field as { readonly kind: unknown };
      throw invalidInput('field.kind', mustBe("'temperature' or 'peak-temperature'", kind));
    }
  }
}

/** The cell between two edges that holds a place. */
function cellAt(edges: Float64Array, at: number): number {
  const above = edges.findIndex((edge) => edge > at);
  return above < 0 ? edges.length - 2 : above - 1;
}

/**
 * Temperature in an image, voxel by voxel, as a NIfTI-1 file (.nii) [°C].
 *
 * @param source - An estimate, or a run with the border of its lesion, about which a box of voxels is laid.
 * @returns The bytes of the file: float32, shape [k, j, i] with i fastest, positions in mm (RAS+, sform), each value that at the
 * voxel's middle. In tissue as {@link temperatureAt} and {@link peakTemperatureAt} say; in the needle, or in its track, that of the cell
 * there. NaN
 * where nothing is computed: beyond the domain, in the needle of a held tip, in a bore. At an earlier time the needle lies where it
 * was then, of a needle that is moved along its axis afterwards.
 * @throws {@link index!LesionModelError | LesionModelError} 'invalid-input' with a path below 'pose', 'voxels' or 'field'.
 * @remarks NIfTI-1, https://nifti.nimh.nih.gov/nifti-1
 */
export function temperatureNifti(
  source: ImageSource,
  { field = { kind: 'temperature' }, ...options }: TemperatureImageOptions,
): Uint8Array {
  const voxels = voxelGridOf(source, options);
  const { run } = source;
  const { grid, field: cells, isNeedleComputed, inTissue } = shownOf(run, field);
  requireCells(cells.data, grid.size, 'run.temperature.data');
  const { nr, rEdges, zEdges, profile } = grid;
  const [domainRadius, bottom, top] = [rEdges.at(-1) ?? 0, zEdges.at(0) ?? 0, zEdges.at(-1) ?? 0];
  const shift = bottom - (run.grid.zEdges.at(0) ?? 0); // the same cells, seen from another end
  const { bore } = profile;
  const valueAt = (r: number, height: number): number => {
    const z = height + shift;
    if (r > domainRadius || z < bottom || z > top) return NaN;
    if (r >= radiusAt(profile, z)) return inTissue(r, z);
    if (!isNeedleComputed || (bore && r < bore.radius && z > bore.from)) return NaN;
    return cells.data[cellAt(zEdges, z) * nr + cellAt(rEdges, r)] ?? NaN;
  };
  const data = new Float32Array(voxels.shape[0] * voxels.shape[1] * voxels.shape[2]);
  fillVoxels(voxels, options.pose, valueAt, data);
  return niftiFile({ ...voxels, data, description: 'rf-lesion: temperature in degrees Celsius' });
}
