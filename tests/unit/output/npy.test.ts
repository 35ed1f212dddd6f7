import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fieldsNpz, npy } from '../../../src/files.js';
import { drivenRun, heldRun, phantomOf } from './phantom.js';

/** What a reader makes of a file, by the letter of NumPy's format. */
function readNpy(file: Uint8Array): { descr: string; shape: number[]; values: number[] } {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  expect([...file.subarray(0, 8)]).toEqual([0x93, ...Buffer.from('NUMPY'), 1, 0]);
  const start = 10 + view.getUint16(8, true);
  expect(start % 64).toBe(0);
  const header = Buffer.from(file.subarray(10, start)).toString('latin1');
  const record = /^\{'descr': '(.*?)', 'fortran_order': False, 'shape': \((.*?)\), \} *\n$/.exec(header);
  if (!record) throw new Error(header);
  const [, descr, tuple] = record;
  const shape = tuple!
    .split(',')
    .map((n) => n.trim())
    .filter((n) => n !== '')
    .map(Number);
  const size = descr === '<f8' ? 8 : 1;
  const values = Array.from({ length: (file.length - start) / size }, (_, n) =>
    size === 8 ? view.getFloat64(start + 8 * n, true) : view.getUint8(start + n),
  );
  return { descr: descr!, shape, values };
}

describe('an array as a NumPy file', () => {
  test('of any numbers and two lengths is read back', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.nat(7), fc.double(), (rows, columns, seed) => {
        const values = Float64Array.from({ length: rows * columns }, (_, n) => seed * (n + 1));
        const read = readNpy(npy(values, [rows, columns]));
        expect(read).toEqual({ descr: '<f8', shape: [rows, columns], values: [...values] });
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  test('has one length unless told otherwise, and is a part of a larger memory as well', () => {
    const part = Float64Array.of(1, 2.5, -3, NaN).subarray(1);
    expect(readNpy(npy(part))).toEqual({ descr: '<f8', shape: [3], values: [2.5, -3, NaN] });
  });

  test('of bytes', () => {
    expect(readNpy(npy(Uint8Array.of(1, 0, 255)))).toEqual({ descr: '|u1', shape: [3], values: [1, 0, 255] });
  });

  test('with a long shape keeps the numbers in line', () => {
    const shape = Array.from({ length: 60 }, () => 1);
    expect(readNpy(npy(Float64Array.of(7), shape))).toMatchObject({ shape, values: [7] });
  });

  test.each<[unknown, unknown, string]>([
    [Float64Array.of(1, 2, 3), [2, 2], 'shape must hold as many numbers as array, 3, but [2, 2] holds 4.'],
    [
      Float64Array.of(1),
      [1.5],
      'shape must be a list of whole numbers that are not negative, but was a list.',
    ],
    [Float64Array.of(1), 1, 'shape must be a list of whole numbers that are not negative, but was 1.'],
    [[1, 2], [2], 'array must be a Float64Array or a Uint8Array, but was a list.'],
  ])('refuses %o in the shape %o', (array, shape, message) => {
    expect(() => npy(array as Float64Array, shape as number[])).toThrow(message);
  });
});

describe('the fields of a run as .npz', () => {
  const read = (file: Uint8Array): Record<string, ReturnType<typeof readNpy>> =>
    Object.fromEntries(Object.entries(unzipSync(file)).map(([name, one]) => [name, readNpy(one)]));

  test('hold the run: rows are at z, columns at r', () => {
    const run = phantomOf(drivenRun);
    const { nr, nz, r, z, rEdges, zEdges, isTissue } = run.grid;
    const arrays = read(fieldsNpz(run));
    const { history } = run;
    const fields = { shape: [nz, nr], descr: '<f8' };
    expect(arrays).toMatchObject({
      'r.npy': { shape: [nr], values: [...r] },
      'z.npy': { shape: [nz], values: [...z] },
      'r_edges.npy': { shape: [nr + 1], values: [...rEdges] },
      'z_edges.npy': { shape: [nz + 1], values: [...zEdges] },
      'is_tissue.npy': { descr: '|u1', shape: [nz, nr], values: [...isTissue] },
      'temperature.npy': { ...fields, values: [...run.temperature.data] },
      'peak_temperature.npy': { ...fields, values: [...run.exposure.final.peakTemperature.data] },
      'damage_cem43.npy': fields,
      'damage_cem43_iso.npy': fields,
      'damage_arrhenius_liver_coagulation.npy': fields,
      'time.npy': { values: [...history.time] },
      'sensor_temperature.npy': { values: [...history.sensorTemperature] },
      'power.npy': { values: [...history.power] },
      'energy.npy': { values: [...history.energy] },
      'voltage.npy': { values: [...history.voltage!] },
      'impedance.npy': { values: [...history.impedance!] },
    });
    expect(Object.keys(arrays)).toHaveLength(16);
  });

  test('have no voltage where there is none, and the same bytes each time', () => {
    const file = fieldsNpz(heldRun);
    expect(Object.keys(read(file))).not.toContain('voltage.npy');
    expect(Buffer.from(file).equals(fieldsNpz(heldRun))).toBe(true);
  });
});
