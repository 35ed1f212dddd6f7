import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rectilinearVtr, surfaceVtp, timeSeriesPvd } from '../../../src/files.js';
import { needlePose, type Contour } from '../../../src/index.js';
import { drivenRun, movedRun, phantomOf } from './phantom.js';

/** Elements and arrays of a file with appended raw data. */
function readVtk(file: Uint8Array): { text: string; arrays: Record<string, number[]> } {
  const all = Buffer.from(file);
  const start = all.indexOf('_', all.indexOf('<AppendedData encoding="raw">')) + 1;
  const text = all.subarray(0, start).toString('utf8');
  const view = new DataView(file.buffer, file.byteOffset);
  const arrays: Record<string, number[]> = {};
  for (const [, type, name, offset] of text.matchAll(
    /<DataArray type="(\w+)" Name="([^"]*)"[^>]* format="appended" offset="(\d+)"\/>/g,
  )) {
    const at = start + Number(offset);
    const bytes = Number(view.getBigUint64(at, true));
    const size = type === 'UInt8' ? 1 : 8;
    arrays[name!] = Array.from({ length: bytes / size }, (_, n) => {
      const from = at + 8 + size * n;
      if (type === 'UInt8') return view.getUint8(from);
      return type === 'Int64' ? Number(view.getBigInt64(from, true)) : view.getFloat64(from, true);
    });
  }
  return { text, arrays };
}

describe('a run as .vtr', () => {
  test('one layer of cells in the plane y = 0, x = r and z = z, with all fields', () => {
    const run = phantomOf(drivenRun);
    const { nr, nz, rEdges, zEdges, isTissue } = run.grid;
    const { text, arrays } = readVtk(rectilinearVtr(run));
    expect(text).toContain(`<RectilinearGrid WholeExtent="0 ${nr} 0 0 0 ${nz}">`);
    expect(text).toContain('byte_order="LittleEndian" header_type="UInt64"');
    expect(arrays).toMatchObject({
      x: [...rEdges],
      y: [0],
      z: [...zEdges],
      TimeValue: [run.time],
      temperature: [...run.temperature.data],
      peak_temperature: [...run.exposure.final.peakTemperature.data],
      is_tissue: [...isTissue],
    });
    expect(Object.keys(arrays).filter((name) => name.startsWith('damage_'))).toHaveLength(3);
  });

  test('of a snapshot: its temperature and time', () => {
    const [snapshot] = drivenRun.snapshots;
    const { arrays } = readVtk(rectilinearVtr(drivenRun, snapshot));
    expect(arrays.TimeValue).toEqual([5]);
    expect(arrays.temperature).toEqual([...snapshot!.temperature.data]);
    expect(arrays).not.toHaveProperty('peak_temperature');
  });

  test('of a snapshot before the needle was moved: in the same cells, with the needle where it was', () => {
    const [early] = movedRun.snapshots;
    const end = readVtk(rectilinearVtr(movedRun)).arrays;
    const { z, is_tissue: isTissue } = readVtk(rectilinearVtr(movedRun, early)).arrays;
    expect(z).toEqual(end.z);
    const lowestMetal = (cells: number[]): number => z![Math.floor(cells.indexOf(0) / movedRun.grid.nr)]!;
    expect(lowestMetal(end.is_tissue!)).toBeCloseTo(0, 12);
    expect(lowestMetal(isTissue!)).toBeCloseTo(-2e-3, 12);
  });

  test('a snapshot of another grid is refused', () => {
    const [snapshot] = drivenRun.snapshots;
    const temperature = { data: new Float64Array(4), shape: [2, 2] } as const;
    expect(() => rectilinearVtr(drivenRun, { ...snapshot!, temperature })).toThrow(
      `snapshot.temperature.data must have one number for each of ${drivenRun.grid.size} cells, but had 4.`,
    );
  });
});

describe('a series as .pvd', () => {
  test('names files and times', () => {
    const text = timeSeriesPvd([
      { time: 0.5, file: 'a&b.vtr' },
      { time: 10, file: 'c.vtr' },
    ]);
    expect(text).toContain('<DataSet timestep="0.5" part="0" file="a&amp;b.vtr"/>\n<DataSet timestep="10"');
  });

  test.each([
    [[{ time: NaN, file: 'a' }], 'entries[0].time must be a finite number, but was NaN.'],
    [
      [
        { time: 3, file: 'a' },
        { time: 3, file: 'b' },
      ],
      'entries[1].time must be later than 3 s, but was 3.',
    ],
    [[{ time: 0, file: '' }], "entries[0].file must be the name of a file, but was ''."],
  ])('refuses %j', (entries, message) => {
    expect(() => timeSeriesPvd(entries)).toThrow(message);
  });
});

/** A border of made-up places. */
const border = (
  places: readonly (readonly [number, number])[],
  from: Contour['from'],
  to: Contour['to'],
): Contour => ({
  r: Float64Array.from(places, ([r]) => r),
  z: Float64Array.from(places, ([, z]) => z),
  from,
  to,
  closed: from !== 'needle' && to !== 'needle',
});

/** Volume within a surface by the divergence theorem, positive where faces look outwards, and how often each edge is used. */
function solidOf(file: Uint8Array): { volume: number; edges: Map<string, number>; points: number[] } {
  const { Points: points, connectivity, offsets } = readVtk(file).arrays;
  const edges = new Map<string, number>();
  const at = (p: number): readonly number[] => points!.slice(3 * p, 3 * p + 3);
  let volume = 0;
  offsets!.forEach((end, f) => {
    const face = connectivity!.slice(f === 0 ? 0 : offsets![f - 1], end);
    face.forEach((p, n) => {
      const edge = `${p} ${face[(n + 1) % face.length]!}`;
      edges.set(edge, (edges.get(edge) ?? 0) + 1);
    });
    for (let n = 2; n < face.length; n++) {
      const [[a, b, c], [d, e, g], [h, i, j]] = [at(face[0]!), at(face[n - 1]!), at(face[n]!)] as unknown as [
        [number, number, number],
        [number, number, number],
        [number, number, number],
      ];
      volume += (a * (e * j - g * i) - b * (d * j - g * h) + c * (d * i - e * h)) / 6;
    }
  });
  return { volume, edges, points: points! };
}

/** Every edge once in either direction: closed, and all faces seen from one side. */
function expectClosed(edges: Map<string, number>): void {
  for (const [edge, count] of edges) {
    expect(count, edge).toBe(1);
    expect(edges.get(edge.split(' ').reverse().join(' ')), edge).toBe(1);
  }
}

/** The part of a circle that a polygon of n corners covers. */
const covered = (n: number): number => (n * Math.sin((2 * Math.PI) / n)) / (2 * Math.PI);

describe('a surface as .vtp', () => {
  const cone = border([[0, -2], [3, 1], [1, 4]], 'axis', 'needle'); // prettier-ignore
  const coneVolume = (Math.PI / 3) * (9 * 3 + (9 + 3 + 1) * 3);

  test('is closed, looks outwards and holds the volume to the part that its segments cover', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 40 }), (segments) => {
        const { volume, edges } = solidOf(surfaceVtp({ contours: [cone] }, { segments }));
        expectClosed(edges);
        expect(volume / (coneVolume * covered(segments))).toBeCloseTo(1, 12);
      }),
      { seed: 3, numRuns: 20 },
    );
  });

  test('of a ring off the needle, with a hole in it', () => {
    const square = (a: number, b: number): (readonly [number, number])[] => [[a, a], [b, a], [b, b], [a, b], [a, a]]; // prettier-ignore
    const ring = border(square(4, 8), 'loop', 'loop');
    const hole = border(square(5, 7).reverse(), 'loop', 'loop');
    const { volume, edges } = solidOf(surfaceVtp({ contours: [ring, hole] }, { segments: 32 }));
    expectClosed(edges);
    expect(volume).toBeCloseTo(Math.PI * ((64 - 16) * 4 - (49 - 25) * 2) * covered(32), 9);
  });

  test('from needle to needle is closed straight across at both ends', () => {
    const sleeve = border([[1, 0], [2, 1], [1, 3]], 'needle', 'needle'); // prettier-ignore
    const { volume, edges } = solidOf(surfaceVtp({ contours: [sleeve] }));
    expectClosed(edges);
    expect(volume).toBeCloseTo((Math.PI / 3) * 7 * 3 * covered(64), 9);
  });

  test('lies where the pose is, in its unit, and still looks outwards', () => {
    const mm = border([[0, -2e-3], [3e-3, 1e-3], [1e-3, 4e-3]], 'axis', 'needle'); // prettier-ignore
    const pose = needlePose({ entry: [40, -30, 70], target: [10, 20, 30] });
    const { volume, points } = solidOf(surfaceVtp({ contours: [mm] }, { segments: 50, pose }));
    expect(volume).toBeCloseTo(coneVolume * covered(50), 6); // [mm³]
    // The lowest point lies 2 mm beyond the needle's end.
    const lowest = pose.tip.map((x, k) => x + 2 * pose.direction[k]!);
    points.slice(0, 3).forEach((x, k) => expect(x).toBeCloseTo(lowest[k]!, 12));
  });

  test('of no lesion has no points', () => {
    expect(readVtk(surfaceVtp({ contours: [] })).arrays).toEqual({
      Points: [],
      connectivity: [],
      offsets: [],
    });
  });

  test('refuses axes that are none', () => {
    const pose = needlePose({ entry: [0, 0, 9], target: [0, 0, 0] });
    const [x, y] = pose.axes;
    const long = { ...pose, axes: [x, y, [0, 0, 3]] } as const;
    expect(() => surfaceVtp({ contours: [] }, { pose: long })).toThrow(
      'pose.axes[2] must be a unit vector, but its length was 3.',
    );
  });

  test.each([2, 5000, 7.5, NaN])('refuses %d segments', (segments) => {
    expect(() => surfaceVtp({ contours: [] }, { segments })).toThrow(
      `segments must be a whole number from 3 to 4096, but was ${segments}.`,
    );
  });
});
