import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  fieldCsv,
  fieldsNpz,
  type ImageSource,
  labelNifti,
  rectilinearVtr,
  surfaceVtp,
  temperatureNifti,
} from '../../src/files.js';
import { type Contour, needlePose, pointToNeedle, type Point3, temperatureAt } from '../../src/index.js';
import { drivenRun, phantomOf } from '../unit/output/phantom.js';

// The readers that users have; where one is not installed its test is passed over: python3 with numpy, vtk and nibabel.
const has = (module: string): boolean => spawnSync('python3', ['-c', `import ${module}`]).status === 0;

const folder = mkdtempSync(join(tmpdir(), 'rf-lesion-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What a reader makes of a file. */
function readBack(kind: 'csv' | 'npz' | 'vtr' | 'vtp' | 'nii', file: string | Uint8Array): unknown {
  const path = join(folder, `file.${kind}`);
  writeFileSync(path, file);
  const { status, stdout, stderr } = spawnSync('python3', ['tests/readers/read_back.py', kind, path], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout.replaceAll('Infinity', '1e999')); // Python's word is none of JSON's
}

const run = phantomOf(drivenRun);
const { nr, nz, r, z, rEdges, zEdges, isTissue } = run.grid;
const T = run.temperature.data;

test.skipIf(!has('csv'))('Python reads the table of cells', () => {
  const [header, ...rows] = readBack('csv', fieldCsv(run, { damage: true })) as string[][];
  expect(header![3]).toBe('temperature [°C]');
  expect(header!.at(-1)).toBe('damage integral [1], liver coagulation');
  expect(rows.map((row) => Number(row[3]))).toEqual([...T]);
  expect(rows.every((row) => row.length === header!.length)).toBe(true);
});

test.skipIf(!has('numpy'))('NumPy reads the fields: temperature[j, i] is at z[j], r[i]', () => {
  const arrays = readBack('npz', fieldsNpz(run)) as Record<string, { dtype: string; values: unknown }>;
  const rows = (data: Float64Array | Uint8Array): number[][] =>
    Array.from({ length: nz }, (_, j) => [...data.subarray(j * nr, (j + 1) * nr)]);
  expect(arrays.r).toEqual({ dtype: 'float64', values: [...r] });
  expect(arrays.z).toEqual({ dtype: 'float64', values: [...z] });
  expect(arrays.temperature).toEqual({ dtype: 'float64', values: rows(T) });
  expect(arrays.is_tissue).toEqual({ dtype: 'uint8', values: rows(isTissue) });
  expect(arrays.voltage!.values).toEqual([...run.history.voltage!]);
});

const hasVtk = has('vtkmodules.vtkIOXML');

test.skipIf(!hasVtk)('VTK reads the half plane: every cell where it is, with its numbers', () => {
  const read = readBack('vtr', rectilinearVtr(run)) as {
    dimensions: number[];
    bounds: number[];
    time: number;
    centres: [number, number][];
    arrays: Record<string, number[]>;
  };
  expect(read.dimensions).toEqual([nr + 1, 1, nz + 1]);
  expect(read.bounds).toEqual([0, rEdges[nr], 0, 0, zEdges[0], zEdges[nz]]);
  expect(read.time).toBe(run.time);
  expect(read.arrays.temperature).toEqual([...T]);
  expect(read.arrays.peak_temperature).toEqual([...run.exposure.final.peakTemperature.data]);
  expect(read.arrays.is_tissue).toEqual([...isTissue]);
  read.centres.forEach(([x, height], c) => {
    const [i, j] = [c % nr, Math.floor(c / nr)];
    expect(x).toBeCloseTo((rEdges[i]! + rEdges[i + 1]!) / 2, 15);
    expect(height).toBeCloseTo((zEdges[j]! + zEdges[j + 1]!) / 2, 15);
  });
});

/** A pear about the tip, which ends on the needle [m]. */
const pear: Contour = {
  r: Float64Array.of(0, 2e-3, 4e-3, 0.4e-3),
  z: Float64Array.of(-2e-3, -1.5e-3, 1e-3, 6e-3),
  from: 'axis',
  to: 'needle',
  closed: false,
};
const pose = needlePose({ entry: [40, -30, 70], target: [10, 20, 30] });

test.skipIf(!hasVtk)(
  'VTK takes the surface for closed, outward, and of the volume that 64 segments hold',
  () => {
    const read = readBack('vtp', surfaceVtp({ contours: [pear] }, { pose })) as {
      volume: number;
      open: number;
      outwards: number;
      bounds: number[];
    };
    const solid = [0, 1, 2].reduce((sum, n) => {
      const [a, b] = [pear.r[n]!, pear.r[n + 1]!];
      return sum + (Math.PI / 3) * (a * a + a * b + b * b) * (pear.z[n + 1]! - pear.z[n]!);
    }, 0);
    expect(read.open).toBe(0);
    expect(read.outwards).toBeGreaterThan(0.999);
    // VTK's own measure of a volume is good to some parts in a thousand.
    expect((1e9 * solid) / read.volume).toBeCloseTo(1, 2);
    const lowest = 30 - 2 * 0.5657; // along z of the frame, the tip's lowest place is off the axis
    expect(read.bounds[4]).toBeLessThan(lowest);
  },
);

test.skipIf(!has('nibabel'))('nibabel reads the images in place: RAS, mm, every voxel', () => {
  const source: ImageSource = { run, border: { contours: [pear] } };
  const options = { pose, voxels: { kind: 'box', spacing: 0.8e-3, margin: 1e-3 } } as const;
  interface Image {
    shape: number[];
    dtype: string;
    orientation: string[];
    units: string[];
    positions: Point3[];
    values: number[];
  }
  const label = readBack('nii', labelNifti(source, options)) as Image;
  const heat = readBack('nii', temperatureNifti(source, options)) as Image;
  expect([label.dtype, heat.dtype]).toEqual(['uint8', 'float32']);
  for (const { orientation, units } of [label, heat]) {
    expect(orientation).toEqual(['R', 'A', 'S']);
    expect(units).toEqual(['mm', 'sec']);
  }
  expect(heat.positions).toEqual(label.positions);
  const counts = [0, 0, 0];
  label.positions.forEach((at, n) => {
    const [x, y, height] = pointToNeedle(pose, at);
    const point = { r: Math.hypot(x, y), z: height };
    const value = label.values[n]!;
    counts[value]!++;
    if (value !== 2) expect(Math.abs(heat.values[n]! - temperatureAt(run, point))).toBeLessThan(1e-4);
    if (value === 1) expect(point.r).toBeLessThan(4.001e-3);
  });
  expect(Math.min(...counts)).toBeGreaterThan(5);
});
