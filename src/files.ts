/**
 * Results as files that other programs read: each function returns the text or the bytes of one, and writes nothing.
 *
 * @module output
 */
export { fieldCsv, type FieldCsvOptions, historyCsv, lesionsCsv } from './output/csv.js';
export { estimateJson } from './output/estimate-json.js';
export { npy } from './output/npy.js';
export { fieldsNpz } from './output/npz.js';
export { rectilinearVtr } from './output/vtk-rectilinear.js';
export { type SeriesEntry, timeSeriesPvd } from './output/vtk-series.js';
export { type SurfaceOptions, surfaceVtp } from './output/vtk-surface.js';
export { labelNifti } from './files/lesion-nifti.js';
export {
  type ImageField,
  temperatureNifti,
  type TemperatureImageOptions,
} from './files/temperature-nifti.js';
export type { ImageOptions, ImageSource, Voxels } from './files/voxels.js';
export type { AffineRow, VoxelGrid } from './output/nifti.js';
