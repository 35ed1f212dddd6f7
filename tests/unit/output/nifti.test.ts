import fc from 'fast-check';
import { type NIFTI1, readHeader, readImage } from 'nifti-reader-js';
import { describe, expect, test } from 'vitest';
import { type ImageSource, labelNifti, temperatureNifti, type Voxels } from '../../../src/files.js';
import {
  type Contour,
  type NeedlePose,
  needlePose,
  peakTemperatureAt,
  type Point3,
  temperatureAt,
} from '../../../src/index.js';
import { drivenRun, heldRun, madeUp, movedRun, phantomOf } from './phantom.js';

/** Tilted, and different along every axis of the image [mm]. */
const tilted = needlePose({ entry: [40, -30, 70], target: [10, 20, 30] });

/** A pear about the tip, in no way symmetric along the needle [m]. */
const pear: Contour = {
  r: Float64Array.of(0, 2e-3, 4e-3, 1.5e-3, 0),
  z: Float64Array.of(-2e-3, -1.5e-3, 1e-3, 6e-3, 7e-3),
  from: 'axis',
  to: 'axis',
  closed: true,
};
const source: ImageSource = { run: phantomOf(drivenRun), border: { contours: [pear] } };

/** A voxel as a reader sees it: where its middle lies [mm], and its value. */
interface Voxel {
  readonly at: Point3;
  readonly value: number;
}

function readNifti(file: Uint8Array): { header: NIFTI1; voxels: Voxel[] } {
  const buffer = file.slice().buffer;
  const header = readHeader(buffer) as NIFTI1;
  const image = readImage(header, buffer);
  const values = header.datatypeCode === 2 ? new Uint8Array(image) : new Float32Array(image);
  const [, ni, nj, nk] = header.dims as [number, number, number, number];
  expect(values).toHaveLength(ni * nj * nk);
  const voxels = Array.from(values, (value, n) => {
    const [i, j, k] = [n % ni, Math.floor(n / ni) % nj, Math.floor(n / (ni * nj))];
    const at = header.affine
      .slice(0, 3)
      .map(([a, b, c, one]) => a! * i + b! * j + c! * k + one!) as unknown as Point3;
    return { at, value };
  });
  return { header, voxels };
}

/** Distance to the needle's axis and height above its end [m], from its end and direction alone. */
function about({ tip, direction, unit }: NeedlePose, at: Point3): { r: number; z: number } {
  const from = at.map((x, k) => x * 1e-3 - tip[k]! * unit);
  const z = -from.reduce((sum, x, k) => sum + x * direction[k]!, 0);
  return { r: Math.sqrt(Math.max(Math.hypot(...from) ** 2 - z ** 2, 0)), z };
}

/** How far out the pear reaches at a height [m]. */
function pearAt(z: number): number {
  const { r, z: heights } = pear;
  const n = heights.findIndex((height) => height > z);
  if (n <= 0) return -1;
  const part = (z - heights[n - 1]!) / (heights[n]! - heights[n - 1]!);
  return r[n - 1]! + part * (r[n]! - r[n - 1]!);
}

const RADIUS = drivenRun.grid.profile.radius;
const SLEEVE = RADIUS + (drivenRun.grid.profile.sleeve?.thickness ?? 0);
const TIP_LENGTH = drivenRun.grid.tipLength;
const box = (spacing: number, margin = 2e-3): Voxels => ({ kind: 'box', spacing, margin });

describe('a lesion as a label image', () => {
  const file = labelNifti(source, { pose: tilted, voxels: box(0.4e-3) });
  const { header, voxels } = readNifti(file);

  test('has the header of NIfTI-1: labels of one byte, mm, to the right, to the front and upwards', () => {
    expect(header).toMatchObject({
      littleEndian: true,
      datatypeCode: 2,
      numBitsPerVoxel: 8,
      intent_code: 1002,
      sform_code: 2,
      qform_code: 0,
      xyzt_units: 10,
      vox_offset: 352,
    });
    expect([...file.subarray(344, 352)]).toEqual([...Buffer.from('n+1\0'), 0, 0, 0, 0]);
    expect(header.pixDims.slice(1, 4).map((x) => x.toFixed(6))).toEqual(['0.400000', '0.400000', '0.400000']);
    [0, 1, 2].forEach((k) => expect(header.affine[k]![k]).toBeCloseTo(0.4, 6));
    expect(header.dims[0]).toBe(3);
    expect(new Set(header.dims.slice(1, 4)).size).toBe(3); // the phantom tells the axes apart
  });

  test('voxel by voxel it is what lies there', () => {
    const counts = [0, 0, 0];
    for (const { at, value } of voxels) {
      const { r, z } = about(tilted, at);
      const wall = z <= 0 ? 0 : z > TIP_LENGTH ? SLEEVE : RADIUS;
      const [toNeedle, toBorder] = [Math.abs(r - wall), Math.abs(r - pearAt(z))];
      if (Math.min(toNeedle, toBorder) < 1e-7) continue; // on a border, and round-off decides
      expect(value, `r ${r} z ${z}`).toBe(r < wall ? 2 : r < pearAt(z) ? 1 : 0);
      counts[value]!++;
    }
    expect(Math.min(...counts)).toBeGreaterThan(50);
  });

  test('the box leaves its margin on all sides of lesion and bare tip', () => {
    const { voxels: all } = readNifti(labelNifti(source, { pose: tilted, voxels: box(0.4e-3, 2e-3) }));
    const far = (k: number, part: readonly Voxel[]): readonly [number, number] => [
      Math.min(...part.map(({ at }) => at[k]!)),
      Math.max(...part.map(({ at }) => at[k]!)),
    ];
    const lesion = all.filter(({ value }) => value === 1);
    for (const k of [0, 1, 2]) {
      const [[low, high], [from, to]] = [far(k, all), far(k, lesion)];
      // A cylinder about the lesion is what the box is laid about.
      expect(from - low).toBeGreaterThan(2 - 0.4);
      expect(high - to).toBeGreaterThan(2 - 0.4);
      expect(from - low).toBeLessThan(2 + 4 + 0.4);
    }
  });

  test('the box lies about the middle of what it holds', () => {
    const upright = needlePose({ entry: [5, -7, 80], target: [5, -7, 20] });
    const { header: of } = readNifti(labelNifti(source, { pose: upright, voxels: box(0.4e-3, 2e-3) }));
    const shape = of.dims.slice(1, 4);
    expect(shape).toEqual([30, 30, 33]); // of 8 by 8 by 9 mm and the margins
    const middle = shape.map((n, k) => of.affine[k]![3]! + (0.4 * (n - 1)) / 2);
    [5, -7, 20 + 2.5].forEach((x, k) => expect(middle[k]).toBeCloseTo(x, 5));
  });

  test('holds the volume of the lesion in any pose and unit', () => {
    const solid = [0, 1, 2, 3].reduce((sum, n) => {
      const [a, b] = [pear.r[n]!, pear.r[n + 1]!];
      return sum + (Math.PI / 3) * (a * a + a * b + b * b) * (pear.z[n + 1]! - pear.z[n]!);
    }, 0);
    const inside = Math.PI * (RADIUS ** 2 * TIP_LENGTH + SLEEVE ** 2 * (7e-3 - TIP_LENGTH)); // but for the pear's upper end
    const coordinate = fc.double({ min: -90, max: 90, noNaN: true });
    const point = fc.tuple(coordinate, coordinate, coordinate);
    fc.assert(
      fc.property(point, point, fc.constantFrom(1e-3, 1e-2), (entry, target, unit) => {
        fc.pre(Math.hypot(...entry.map((x, k) => x - target[k]!)) > 1);
        const pose = needlePose({ entry, target, unit });
        const { voxels: all } = readNifti(labelNifti(source, { pose, voxels: box(0.5e-3, 0) }));
        const volume = all.filter(({ value }) => value === 1).length * 0.5e-3 ** 2 * 0.5e-3;
        expect(Math.abs(volume / (solid - inside) - 1)).toBeLessThan(0.03);
      }),
      { seed: 11, numRuns: 12 },
    );
  });

  test('takes the voxels of another image, with its own axes', () => {
    const affine = [
      [-0.5, 0, 0, 18],
      [0, 0, 0.8, 6],
      [0, 0.6, 0, 22],
    ] as const; // i to the left, j upwards, k to the front
    const voxelsOf: Voxels = { kind: 'image', shape: [32, 27, 35], affine };
    const read = readNifti(labelNifti(source, { pose: tilted, voxels: voxelsOf }));
    expect(read.header.dims.slice(1, 4)).toEqual([32, 27, 35]);
    affine.forEach((row, k) => row.forEach((x, n) => expect(read.header.affine[k]![n]).toBeCloseTo(x, 6)));
    expect(read.header.pixDims.slice(1, 4).map((x) => Number(x.toFixed(6)))).toEqual([0.5, 0.6, 0.8]);
    for (const { at, value } of read.voxels) {
      const { r, z } = about(tilted, at);
      const isClear = Math.min(Math.abs(r - pearAt(z)), Math.abs(r - SLEEVE), Math.abs(r - RADIUS)) > 1e-7;
      if (isClear && r > SLEEVE) expect(value).toBe(r < pearAt(z) ? 1 : 0);
    }
    expect(read.voxels.filter(({ value }) => value === 1).length).toBeGreaterThan(100);
  });
});

describe('temperature as an image', () => {
  const { run } = source;

  test('is in tissue what is told of a point, and in the needle that of its cells', () => {
    const { header, voxels } = readNifti(temperatureNifti(source, { pose: tilted, voxels: box(0.7e-3) }));
    expect(header).toMatchObject({ datatypeCode: 16, numBitsPerVoxel: 32, intent_code: 0, sform_code: 2 });
    let inNeedle = 0;
    for (const { at, value } of voxels) {
      const { r, z } = about(tilted, at);
      const wall = z <= 0 ? 0 : z > TIP_LENGTH ? SLEEVE : RADIUS;
      if (r > run.grid.rEdges.at(-1)!) {
        expect(value).toBeNaN();
      } else if (r > wall + 1e-7) {
        // The affine is rounded to single precision; the field changes by up to 2 °C/mm.
        expect(Math.abs(value - temperatureAt(run, { r, z }))).toBeLessThan(1e-4);
        if (r > 2e-3) expect(Math.abs(value - madeUp(r, z))).toBeLessThan(0.1);
      } else if (r < wall - 1e-7) {
        const { rEdges, zEdges, r: nodes, z: heights } = run.grid;
        const [column, row] = [rEdges.findLastIndex((at) => at <= r), zEdges.findLastIndex((at) => at <= z)];
        expect(value).toBeCloseTo(madeUp(nodes[column]!, heights[row]!), 4);
        inNeedle++;
      }
    }
    expect(inNeedle).toBeGreaterThan(10);
  });

  test('the highest so far, and an earlier time', () => {
    const [snapshot] = run.snapshots;
    const options = { pose: tilted, voxels: box(1e-3, 0) };
    const peak = readNifti(temperatureNifti(source, { ...options, field: { kind: 'peak-temperature' } }));
    const early = readNifti(
      temperatureNifti(source, { ...options, field: { kind: 'temperature', time: snapshot!.time } }),
    );
    peak.voxels.forEach(({ at, value }, n) => {
      const { r, z } = about(tilted, at);
      expect(value).toBeGreaterThan(36.99);
      if (r < SLEEVE) return;
      expect(Math.abs(value - peakTemperatureAt(run, { r, z }))).toBeLessThan(1e-2);
      expect(Math.abs(early.voxels[n]!.value - temperatureAt(run, { r, z }, snapshot!.time))).toBeLessThan(
        1e-2,
      );
    });
    expect(Math.max(...peak.voxels.map(({ value }) => value))).toBeGreaterThan(55);
  });

  test('at a time before the needle was moved, is seen from where it lies at the end', () => {
    const moved: ImageSource = { run: movedRun, border: { contours: [] } };
    const field = { kind: 'temperature', time: 8 } as const;
    const { voxels } = readNifti(temperatureNifti(moved, { pose: tilted, voxels: box(0.7e-3), field }));
    let [inNeedle, inTissue] = [0, 0];
    for (const { at, value } of voxels) {
      const { r, z: atEnd } = about(tilted, at);
      const z = atEnd + 2e-3; // above its end at that time
      const wall = z <= 0 ? 0 : z > TIP_LENGTH ? SLEEVE : RADIUS;
      if (r > wall + 1e-7 && r < 8e-3) {
        expect(Math.abs(value - temperatureAt(movedRun, { r, z }, 8))).toBeLessThan(1e-2);
        inTissue++;
      } else if (r < wall - 1e-7 && z > 0.3e-3 && z < TIP_LENGTH) {
        expect(value).toBeGreaterThan(45); // °C, of hot metal
        inNeedle++;
      }
    }
    expect(inTissue).toBeGreaterThan(400);
    expect(inNeedle).toBeGreaterThan(2);
  });

  test('is no number where nothing is computed: in a held tip, beyond the domain', () => {
    const held: ImageSource = { run: heldRun, border: { contours: [] } };
    const { voxels } = readNifti(temperatureNifti(held, { pose: tilted, voxels: box(0.3e-3, 0) }));
    const inNeedle = voxels.filter(({ at }) => {
      const { r, z } = about(tilted, at);
      return z > 1e-6 && r < heldRun.grid.profile.radius - 1e-6;
    });
    expect(inNeedle.length).toBeGreaterThan(10);
    expect(inNeedle.every(({ value }) => Number.isNaN(value))).toBe(true);
    expect(voxels.filter(({ value }) => Number.isNaN(value))).toHaveLength(inNeedle.length);

    const edge = 1e3 * run.grid.rEdges.at(-1)!;
    const row: Voxels = {
      kind: 'image',
      shape: [4, 1, 1],
      affine: [
        [edge / 2, 0, 0, -edge / 4],
        [0, 1, 0, 0],
        [0, 0, 1, -5],
      ],
    };
    const upright = needlePose({ entry: [0, 0, 80], target: [0, 0, 0] });
    const along = readNifti(temperatureNifti(source, { pose: upright, voxels: row })).voxels;
    expect(along.map(({ value }) => Number.isNaN(value))).toEqual([false, false, false, true]);
  });
});

describe('what is refused', () => {
  const affine = [
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
  ] as const;
  const shape = [2, 2, 2] as const;
  const [x, y, z] = tilted.axes;
  test.each<[path: string, voxels: unknown, pose: unknown, fault: string]>([
    [
      'voxels.spacing',
      { kind: 'box', spacing: 0 },
      tilted,
      'must be a positive finite length in m, but was 0.',
    ],
    ['voxels.spacing', { kind: 'box', spacing: '1 mm' }, tilted, "in m, but was '1 mm'."],
    ['voxels.spacing', { kind: 'box' }, tilted, 'must be a positive finite length in m, but is missing.'],
    [
      'voxels.spacing',
      { kind: 'box', spacing: 1e-5 },
      tilted,
      'must make at most 134217728 voxels, but made',
    ],
    [
      'voxels.spacing',
      { kind: 'box', spacing: 1e-7 },
      tilted,
      'must make at most 32767 voxels along an index',
    ],
    ['voxels.margin', { kind: 'box', spacing: 1e-3, margin: -1 }, tilted, 'not negative in m, but was -1.'],
    [
      'voxels.shape',
      { kind: 'image', shape: [2, 2], affine },
      tilted,
      'must be a list of three whole numbers',
    ],
    ['voxels.shape', { kind: 'image', shape: [2, 2, 0], affine }, tilted, 'numbers above 0, but was a list.'],
    ['voxels.shape', { kind: 'image', shape: [1e3, 1e3, 1e3], affine }, tilted, 'but made 1000000000.'],
    ['voxels.affine', { kind: 'image', shape, affine: [[1]] }, tilted, 'three rows of four finite numbers'],
    [
      'voxels.affine',
      { kind: 'image', shape, affine: [affine[0], affine[0], affine[2]] },
      tilted,
      'its determinant was 0.',
    ],
    ['voxels.kind', { kind: 'cube' }, tilted, "must be 'box' or 'image', but was 'cube'."],
    ['voxels', undefined, tilted, 'must be a record with a kind, but is missing.'],
    ['pose', box(1e-3), undefined, 'must be a pose, but is missing.'],
    ['pose.unit', box(1e-3), { ...tilted, unit: 0 }, 'must be a positive finite number, but was 0.'],
    ['pose.tip', box(1e-3), { ...tilted, tip: [0, NaN, 0] }, 'must be a list of three finite coordinates'],
    ['pose.axes', box(1e-3), { ...tilted, axes: [x, y] }, 'must be a list of three vectors, but was a list.'],
    [
      'pose.axes[2]',
      box(1e-3),
      { ...tilted, axes: [x, y, [0, 0, 2]] },
      'must be a unit vector, but its length was 2.',
    ],
    ['pose.axes', box(1e-3), { ...tilted, axes: [y, x, z] }, 'must be right-angled and right-handed, but'],
  ])('%s of %j', (path, voxels, pose, fault) => {
    const options = { pose: pose as NeedlePose, voxels: voxels as Voxels };
    for (const make of [labelNifti, temperatureNifti]) {
      expect(() => make(source, options)).toThrow(expect.objectContaining({ code: 'invalid-input', path }));
      expect(() => make(source, options)).toThrow(fault);
    }
  });

  test.each([
    [
      { kind: 'temperature', time: 3 },
      "field.time must be one of the run's snapshotTimes (5, 20), but was 3.",
    ],
    [{ kind: 'damage' }, "field.kind must be 'temperature' or 'peak-temperature', but was 'damage'."],
  ])('a field %j', (field, message) => {
    const options = { pose: tilted, voxels: box(1e-3), field: field as { kind: 'temperature' } };
    expect(() => temperatureNifti(source, options)).toThrow(message);
  });
});
