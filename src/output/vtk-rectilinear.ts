import type { LesionRun, Snapshot } from '../lesion-run.js';
import { damageFields, requireCells, temperatureFields } from './run-fields.js';
import { type VtkArray, vtkFile } from './vtk-xml.js';

/** The arrays of a file: those of the end of a run, or the temperature of a snapshot. */
function arraysOf(run: LesionRun, snapshot: Snapshot | undefined): VtkArray[] {
  if (snapshot === undefined) {
    const fields = [...temperatureFields(run), ...damageFields(run)];
    const arrays = fields.map(({ key, data }) => ({ name: key, data }));
    return [...arrays, { name: 'is_tissue', data: run.grid.isTissue }];
  }
  const { data } = snapshot.temperature;
  requireCells(data, run.grid.size, 'snapshot.temperature.data');
  const { isTissue } = (run.stages[snapshot.stage] ?? run).grid;
  return [
    { name: 'temperature', data },
    { name: 'is_tissue', data: isTissue },
  ];
}

/**
 * The half plane of a run as a VTK file (.vtr): a rectilinear grid, one layer of cells in the plane y = 0.
 *
 * ```text
 * x = r, y = 0, z = height above the needle's end where it was last   [m]
 * temperature, peak_temperature                                       [°C]
 * damage_…      by every rule that was kept count of: CEM43 [min], Ω, or the dead part of the cells
 * is_tissue     1, or 0 in the needle, of which a held tip's temperature is not computed
 * TimeValue     of the whole file                                     [s]
 * ```
 *
 * @param snapshot - One of `run.snapshots`: its temperature alone; left out, the end of the run.
 * @returns The bytes of the file, all arrays one number for each cell.
 * @throws {@link index!LesionModelError | LesionModelError} 'invalid-input' for a field that has not one number for each cell.
 * @remarks VTK XML, RectilinearGrid, https://docs.vtk.org/en/latest/vtk_file_formats/vtkxml_file_format.html
 */
export function rectilinearVtr(run: LesionRun, snapshot?: Snapshot): Uint8Array {
  const { nr, nz, rEdges, zEdges } = run.grid;
  const extent = `0 ${nr} 0 0 0 ${nz}`;
  const arrays = arraysOf(run, snapshot);
  const time = Float64Array.of((snapshot ?? run).time);
  return vtkFile('RectilinearGrid', (element) =>
    [
      `<RectilinearGrid WholeExtent="${extent}">`,
      '<FieldData>',
      element({ name: 'TimeValue', data: time, tuples: 1 }),
      '</FieldData>',
      `<Piece Extent="${extent}">`,
      '<CellData Scalars="temperature">',
      ...arrays.map(element),
      '</CellData>',
      '<Coordinates>',
      element({ name: 'x', data: rEdges }),
      element({ name: 'y', data: new Float64Array(1) }),
      element({ name: 'z', data: zEdges }),
      '</Coordinates>',
      '</Piece>',
      '</RectilinearGrid>',
    ].join('\n'),
  );
}
