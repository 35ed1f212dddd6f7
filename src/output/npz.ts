import { zipSync } from 'fflate';
import type { History, LesionRun } from '../lesion-run.js';
import { npy } from './npy.js';
import { damageFields, temperatureFields } from './run-fields.js';

/** Of every entry, the same at any time of day: a file depends on the run alone. */
const ENTRY_TIME = [1980, 0, 1] as const;

function historyArrays({ voltage, impedance, ...rest }: History): [key: string, array: Float64Array][] {
  return [
    ['time', rest.time],
    ['sensor_temperature', rest.sensorTemperature],
    ['power', rest.power],
    ['energy', rest.energy],
    ...(voltage ? [['voltage', voltage] as [string, Float64Array]] : []),
    ...(impedance ? [['impedance', impedance] as [string, Float64Array]] : []),
  ];
}

/**
 * The fields at the end of a run and its history as NumPy arrays in one file (.npz).
 *
 * ```text
 * r [nr], z [nz]                     the cells' nodes [m]
 * r_edges [nr + 1], z_edges [nz + 1] the cells' edges [m]
 * is_tissue [nz, nr]                 1, or 0 in the needle, of which a held tip's temperature is not computed
 * temperature, peak_temperature [nz, nr]  [°C]
 * damage_… [nz, nr]                  by every rule that was kept count of: CEM43 [min], Ω, or the dead part of the cells
 * time, sensor_temperature, power, energy, voltage, impedance [samples]  [s], [°C], [W], [J], [V], [Ω]
 * ```
 *
 * @returns The bytes of the file. Row j of a field is at z[j], column i at r[i]. Voltage (rms) and impedance are left out for a
 * held tip, which has none.
 * @throws {@link index!LesionModelError | LesionModelError} 'invalid-input' for a field that has not one number for each cell.
 * @remarks A ZIP file of .npy files, https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function fieldsNpz(run: LesionRun): Uint8Array {
  const { nr, nz, r, z, rEdges, zEdges, isTissue } = run.grid;
  const fields = [...temperatureFields(run), ...damageFields(run)];
  const arrays: [key: string, file: Uint8Array][] = [
    ['r', npy(r)],
    ['z', npy(z)],
    ['r_edges', npy(rEdges)],
    ['z_edges', npy(zEdges)],
    ['is_tissue', npy(isTissue, [nz, nr])],
    ...fields.map(({ key, data }): [string, Uint8Array] => [key, npy(data, [nz, nr])]),
    ...historyArrays(run.history).map(([key, array]): [string, Uint8Array] => [key, npy(array)]),
  ];
  const entries = Object.fromEntries(arrays.map(([key, file]) => [`${key}.npy`, file]));
  return zipSync(entries, { mtime: new Date(...ENTRY_TIME) });
}
