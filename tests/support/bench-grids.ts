import type { AxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import { mappedNodes } from '../../src/grid/grading.js';

/** n + 1 equidistant edges. */
export function uniformEdges(from: number, to: number, n: number): Float64Array {
  return Float64Array.from({ length: n + 1 }, (_, k) => from + ((to - from) * k) / n);
}

/**
 * A grid given by its edges. Rows above z = 0 have the needle of `radius` inside (its edge must be a grid line), rows
 * below have none.
 */
export function gridOf(rEdges: Float64Array, zEdges: Float64Array, radius: number): AxisymmetricGrid {
  const r = mappedNodes(rEdges);
  const z = mappedNodes(zEdges);
  const [nr, nz] = [r.length, z.length];
  const isTissue = new Uint8Array(nr * nz);
  const volume = new Float64Array(nr * nz);
  for (let j = 0; j < nz; j++) {
    for (let i = 0; i < nr; i++) {
      const c = j * nr + i;
      if (z[j]! > 0 && r[i]! < radius) continue;
      isTissue[c] = 1;
      volume[c] = Math.PI * (rEdges[i + 1]! ** 2 - rEdges[i]! ** 2) * (zEdges[j + 1]! - zEdges[j]!);
    }
  }
  return {
    kind: 'axisymmetric',
    nr,
    nz,
    size: nr * nz,
    rEdges,
    zEdges,
    r,
    z,
    isTissue,
    volume,
    needleVolume: new Float64Array(nr * nz),
    wallRadius: z.map((height) => (height > 0 ? radius : 0)),
    endHeight: r.map((x) => (x < radius ? 0 : Infinity)),
    profile: { end: 'flat', radius },
    tipLength: zEdges[nz]!,
  };
}
