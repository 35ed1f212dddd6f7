import { invalidInput, mustBe } from '../problem/sentence.js';
import { attribute } from './vtk-xml.js';

/** A file of a time series. */
export interface SeriesEntry {
  /** [s] */
  readonly time: number;
  /** Its name, seen from the folder of the series' own file: 'temperature-30.vtr'. */
  readonly file: string;
}

/**
 * A list of files and their times as a ParaView file (.pvd), such as one {@link rectilinearVtr} for each snapshot.
 *
 * @param entries - In order of time.
 * @returns Text, to be stored as UTF-8.
 * @throws {@link index!LesionModelError | LesionModelError} 'invalid-input' for a time that is none or not after the one before, or a file without a name.
 * @remarks ParaView data format, https://www.paraview.org/Wiki/ParaView/Data_formats#PVD_File_Format
 */
export function timeSeriesPvd(entries: readonly SeriesEntry[]): string {
  entries.forEach(({ time, file }, k) => {
    const before = entries[k - 1]?.time ?? -Infinity;
    if (!Number.isFinite(time)) throw invalidInput(`entries[${k}].time`, mustBe('a finite number', time));
    if (time <= before) throw invalidInput(`entries[${k}].time`, mustBe(`later than ${before} s`, time));
    if (typeof file !== 'string' || file === '')
      throw invalidInput(`entries[${k}].file`, mustBe('the name of a file', file));
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<VTKFile type="Collection" version="1.0" byte_order="LittleEndian">',
    '<Collection>',
    ...entries.map(({ time, file }) => `<DataSet timestep="${time}" part="0" file="${attribute(file)}"/>`),
    '</Collection>',
    '</VTKFile>',
    '',
  ].join('\n');
}
