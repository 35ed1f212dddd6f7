import type { LesionEstimate } from '../lesion-estimate.js';
import type { History, LesionRun } from '../lesion-run.js';
import type { Measured } from '../analysis/error-bar.js';
import type { LesionSize } from '../metrics/lesion-size.js';
import { describeCriterion } from './criterion-in-words.js';
import { damageFields, temperatureFields } from './run-fields.js';

/** What a cell of a table holds; nothing is an empty cell. */
type Cell = string | number | null | undefined;

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined || Number.isNaN(cell)) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function toCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

/**
 * What the generator's screen showed, as CSV: a header with units, then one line for each sample.
 *
 * ```text
 * time [s],sensor temperature [°C],voltage [V],impedance [Ω],power [W],energy [J]
 * ```
 *
 * @param source - A run, an estimate or a stage: whatever has a history.
 * @returns Text with every digit, to be stored as UTF-8; voltage (rms) and impedance of a held tip, which has none, are empty.
 * @remarks RFC 4180: commas, lines that end in CR LF, quotes where a cell needs them.
 */
export function historyCsv({ history }: { readonly history: History }): string {
  const { time, sensorTemperature, voltage, impedance, power, energy } = history;
  const header = [
    'time [s]',
    'sensor temperature [°C]',
    'voltage [V]',
    'impedance [Ω]',
    'power [W]',
    'energy [J]',
  ];
  const rows = Array.from(time, (t, n) => [
    t,
    sensorTemperature[n],
    voltage?.[n],
    impedance?.[n],
    power[n],
    energy[n],
  ]);
  return toCsv([header, ...rows]);
}

/** The sizes of a lesion in a table. */
const SIZES: readonly {
  readonly title: string;
  readonly unit: string;
  readonly scale: number;
  readonly key: keyof LesionSize<Measured>;
}[] = [
  { title: 'width', unit: 'mm', scale: 1e3, key: 'width' },
  { title: 'length', unit: 'mm', scale: 1e3, key: 'length' },
  { title: 'distal reach', unit: 'mm', scale: 1e3, key: 'distalReach' },
  { title: 'proximal reach', unit: 'mm', scale: 1e3, key: 'proximalReach' },
  { title: 'height of widest place', unit: 'mm', scale: 1e3, key: 'widestAt' },
  { title: 'volume', unit: 'mm³', scale: 1e9, key: 'volume' },
];

/**
 * The lesion by every criterion as CSV: a header with units, then one line for each criterion and instant.
 *
 * ```text
 * criterion,instant,width [mm],width error bar [mm],…,volume [mm³],volume error bar [mm³]
 * ```
 *
 * @returns Text with every digit, to be stored as UTF-8. Heights and reaches as in {@link LesionSize}, in mm; a bar is half
 * its width, and empty where none was asked for.
 * @remarks RFC 4180: commas, lines that end in CR LF, quotes where a cell needs them.
 */
export function lesionsCsv({ lesions }: Pick<LesionEstimate, 'lesions'>): string {
  const header = [
    'criterion',
    'instant',
    ...SIZES.flatMap(({ title, unit }) => [`${title} [${unit}]`, `${title} error bar [${unit}]`]),
  ];
  const rows = lesions.flatMap((lesion) =>
    (['atSwitchOff', 'final'] as const).map((instant) => [
      describeCriterion(lesion.criterion),
      instant,
      ...SIZES.flatMap(({ key, scale }) => {
        const { value, numericalError } = lesion[instant][key];
        return [scale * value, numericalError === null ? null : scale * numericalError];
      }),
    ]),
  );
  return toCsv([header, ...rows]);
}

/** What goes into a table of cells. */
export interface FieldCsvOptions {
  /** Whether the damage by every rule that the run kept count of has its columns; default false. */
  readonly damage?: boolean;
}

/**
 * The end of a run, cell by cell, as CSV: a header with units, then one line for each cell, r fastest.
 *
 * ```text
 * r [mm],z [mm],is tissue,temperature [°C],peak temperature [°C]
 * ```
 *
 * @returns Text with every digit, to be stored as UTF-8. r and z are of the cell's node: distance to the needle's axis and height
 * above its end. `is tissue` is 1, or 0 in the needle, of which a held tip's temperature is not computed. Damage: CEM43 [min], Ω,
 * or the dead part of the cells; `Infinity` where the ISO form of CEM43 has no limit.
 * @throws {@link index!LesionModelError | LesionModelError} 'invalid-input' for a field that has not one number for each cell.
 * @remarks RFC 4180: commas, lines that end in CR LF, quotes where a cell needs them.
 */
export function fieldCsv(run: LesionRun, { damage = false }: FieldCsvOptions = {}): string {
  const { nr, r, z, isTissue } = run.grid;
  const fields = [...temperatureFields(run), ...(damage ? damageFields(run) : [])];
  const header = ['r [mm]', 'z [mm]', 'is tissue', ...fields.map(({ title }) => title)];
  const rows = Array.from(isTissue, (tissue, c) => [
    1e3 * r[c % nr]!,
    1e3 * z[Math.floor(c / nr)]!,
    tissue,
    ...fields.map(({ data }) => data[c]),
  ]);
  return toCsv([header, ...rows]);
}
