import { expect, test } from 'vitest';
import { fieldCsv, historyCsv, lesionsCsv } from '../../../src/files.js';
import { drivenRun, heldRun, history } from './phantom.js';

/** Cells of a table, by the letter of RFC 4180. */
function cellsOf(text: string): string[][] {
  expect(text.endsWith('\r\n')).toBe(true);
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows: string[][] = [[]];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const found = cell.exec(text);
    if (!found) throw new Error(`no cell at ${at}`);
    rows.at(-1)!.push(found[1]?.replaceAll('""', '"') ?? found[2]!);
    if (found[3] !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('a history has one line for each sample, with every digit', () => {
  expect(cellsOf(historyCsv({ history }))).toEqual([
    ['time [s]', 'sensor temperature [°C]', 'voltage [V]', 'impedance [Ω]', 'power [W]', 'energy [J]'],
    ['0', '37', '0', '120', '0', '0'],
    ['0.30000000000000004', '38.5', '15', '112.5', '2', '0.6'],
  ]);
});

test('a held tip has no voltage: its cells are empty', () => {
  const [header, ...rows] = cellsOf(historyCsv(heldRun));
  expect(rows).toHaveLength(heldRun.history.time.length);
  const column = (name: string): string[] => rows.map((row) => row[header!.indexOf(name)]!);
  expect(new Set([...column('voltage [V]'), ...column('impedance [Ω]')])).toEqual(new Set(['']));
  expect(column('energy [J]').map(Number)).toEqual([...heldRun.history.energy]);
});

const size = (width: number, numericalError: number | null) => {
  const measured = (value: number) => ({ value, numericalError });
  return {
    width: measured(width),
    length: measured(0.01),
    volume: measured(2.5e-7),
    distalReach: measured(-0.001),
    proximalReach: measured(0.002),
    widestAt: measured(0.003),
  };
};

test('lesions have one line for each criterion and instant, in mm and mm³', () => {
  const kinetics = { name: 'Smith, "A", 1999', branches: [] };
  const text = lesionsCsv({
    lesions: [
      {
        criterion: { kind: 'peak-temperature', threshold: 50 },
        atSwitchOff: size(0.004, 0.00025),
        final: size(0.005, 0.0005),
      },
      {
        criterion: { kind: 'arrhenius', kinetics, omega: 1 },
        atSwitchOff: size(0.003, null),
        final: size(0.0035, null),
      },
    ],
  });
  const [header, ...rows] = cellsOf(text);
  const records = rows.map((row) => Object.fromEntries(row.map((cell, k) => [header![k]!, cell])));
  expect(records.map((record) => [record.criterion, record.instant, Number(record['width [mm]'])])).toEqual([
    ['50 °C', 'atSwitchOff', 4],
    ['50 °C', 'final', 5],
    ['Ω = 1, Smith, "A", 1999', 'atSwitchOff', 3],
    ['Ω = 1, Smith, "A", 1999', 'final', 3.5],
  ]);
  expect(records[0]).toMatchObject({ 'width error bar [mm]': '0.25', 'distal reach [mm]': '-1' });
  expect(Number(records[0]!['volume [mm³]'])).toBeCloseTo(250, 9);
  expect(Number(records[0]!['volume error bar [mm³]'])).toBeCloseTo(0.00025e9, 6);
  expect(records[2]).toMatchObject({ 'width error bar [mm]': '', 'volume error bar [mm³]': '' });
});

test('fields have one line for each cell, r fastest, in mm', () => {
  const { nr, r, z, isTissue } = drivenRun.grid;
  const [header, ...rows] = cellsOf(fieldCsv(drivenRun));
  expect(header).toEqual(['r [mm]', 'z [mm]', 'is tissue', 'temperature [°C]', 'peak temperature [°C]']);
  expect(rows).toHaveLength(drivenRun.grid.size);
  rows.forEach((row, c) => {
    const [radius, height, tissue, T, peak] = row.map(Number);
    expect(radius! / 1e3).toBeCloseTo(r[c % nr]!, 15);
    expect(height! / 1e3).toBeCloseTo(z[Math.floor(c / nr)]!, 15);
    expect(tissue).toBe(isTissue[c]);
    expect(T).toBe(drivenRun.temperature.data[c]);
    expect(peak).toBe(drivenRun.exposure.final.peakTemperature.data[c]);
  });
});

test('damage has its columns if it is asked for: ISO doses without a limit are infinite', () => {
  const [header, ...rows] = cellsOf(fieldCsv(drivenRun, { damage: true }));
  expect(header!.slice(5)).toEqual([
    'CEM43 [min]',
    'CEM43 (ISO) [min]',
    'damage integral [1], liver coagulation',
  ]);
  const records = rows.map((row) => row.map(Number));
  const beyond = records.filter((row) => row[4]! > 57);
  expect(beyond.length).toBeGreaterThan(0);
  for (const row of records) expect(row[6] === Infinity).toBe(row[4]! > 57);
  const [first] = drivenRun.exposure.final.damage;
  if (first?.state.kind !== 'sum') throw new Error('must be a sum');
  expect(records.map((row) => row[5])).toEqual([...first.state.sum]);
});

test('of rules with one name the second is told apart, and dead is what is neither alive nor vulnerable', () => {
  const { size: cells } = drivenRun.grid;
  const rule = {
    kind: 'three-state',
    kinetics: { forwardRate: 1, backwardRate: 1, temperatureScale: 40, initialAlive: 1, initialDead: 0 },
  } as const;
  const state = {
    kind: 'three-state',
    alive: new Float64Array(cells).fill(0.5),
    vulnerable: new Float64Array(cells).fill(0.375),
  } as const;
  const record = { rule, state, tip: null };
  const final = { ...drivenRun.exposure.final, damage: [record, record] };
  const run = { ...drivenRun, exposure: { ...drivenRun.exposure, final } };
  const [header, first] = cellsOf(fieldCsv(run, { damage: true }));
  expect(header!.slice(5)).toEqual([
    'dead part of cells [1], own kinetics',
    'dead part of cells [1], own kinetics 2',
  ]);
  expect(first!.slice(5)).toEqual(['0.125', '0.125']);
});

test('a field of another length is refused by its name', () => {
  const run = { ...drivenRun, temperature: { ...drivenRun.temperature, data: new Float64Array(3) } };
  const { size: cells } = run.grid;
  expect(() => fieldCsv(run)).toThrow(
    `run.temperature.data must have one number for each of ${cells} cells, but had 3.`,
  );
});
