import type { AxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import { type Layout, layoutOf, type Shape } from '../../src/grid/layout.js';
import { withCutCells } from '../../src/numerics/cut-cells.js';
import {
  conductancesOf,
  type FaceConductances,
  type FaceGeometry,
  faceGeometry,
} from '../../src/numerics/face-conductance.js';
import { makeConjugateGradients } from '../../src/numerics/pcg.js';
import { valueIn } from '../../src/physics/cell-law.js';

/** Faces of media on a grid, for one coefficient of each. */
export interface RegionFaces {
  readonly layout: Layout;
  /** Shape [nz·nr]. */
  readonly k: Float64Array;
  readonly geometry: FaceGeometry;
  readonly conductances: FaceConductances;
}

/** Makes the faces as a run does; `isWhole` makes every cell belong to the one medium at its node. */
export function regionFaces(
  grid: AxisymmetricGrid,
  shapes: readonly Shape[],
  k: readonly number[],
  isWhole = false,
): RegionFaces {
  const own = layoutOf(grid, shapes);
  const layout = isWhole ? { ...own, cut: new Map<number, never>() } : own;
  const geometry = withCutCells(faceGeometry(grid), layout, grid.nr, k);
  const at = valueIn(layout, k);
  const inCells = Float64Array.from({ length: grid.size }, (_, c) => at(c));
  return { layout, k: inCells, geometry, conductances: conductancesOf(grid, geometry, inCells) };
}

/**
 * Solves ∇·(k ∇u) = loss·u with given values on the outer boundary and one on the needle's surface.
 *
 * @returns Shape [nz·nr]; 0 in the needle.
 */
export function solveSteady(
  { nr, nz, size, r, z, rEdges, zEdges, volume }: AxisymmetricGrid,
  { alongR, alongZ, wallR, wallZ, outerR, outerZ }: FaceConductances,
  boundary: (r: number, z: number) => number,
  surface = 0,
  loss = 0,
): Float64Array {
  const diagonal = new Float64Array(size);
  const b = new Float64Array(size);
  for (let j = 0; j < nz; j++) {
    for (let i = 0; i < nr; i++) {
      const c = j * nr + i;
      const pointToNeedle = wallR[c]! + wallZ[c]!;
      let sum = loss * volume[c]! + pointToNeedle + alongR[c]! + alongZ[c]! + outerR[c]! + outerZ[c]!;
      if (i > 0) sum += alongR[c - 1]!;
      if (j > 0) sum += alongZ[c - nr]!;
      diagonal[c] = sum > 0 ? sum : 1;
      b[c] =
        pointToNeedle * surface +
        outerR[c]! * boundary(rEdges[nr]!, z[j]!) +
        outerZ[c]! * boundary(r[i]!, zEdges[j === 0 ? 0 : nz]!);
    }
  }
  const u = new Float64Array(size);
  const gradients = makeConjugateGradients({ nr, diagonal, alongR, alongZ });
  gradients.factor();
  gradients.solve(b, u, 1e-13);
  return u;
}

/** A mode of (w k u′)′ + λ w C u = 0, w = 1 or the distance from the axis. */
interface Mode {
  /** Decay [1/s]. */
  readonly decay: number;
  /** 1 at its largest. */
  readonly at: (x: number) => number;
}

/** Layers one after the other, from `from` on, each with its end, conductivity and heat capacity per volume. */
export interface Layers {
  readonly from: number;
  readonly layers: readonly { readonly to: number; readonly k: number; readonly C: number }[];
}

/** Steps of Runge and Kutta in each layer, whose error is far below round-off of a temperature. */
const STEPS = 2000;

/**
 * The slowest mode of layers whose ends are held at 0, by shooting: about an axis (`isRound`: u′ = 0 at 0, where `from` is 0) or
 * across plates.
 */
export function slowestMode({ from, layers }: Layers, isRound: boolean): Mode {
  const weight = (x: number): number => (isRound ? x : 1);
  /** Values along the way for one λ: u is sampled at every step. */
  const shoot = (lambda: number): { readonly x: number[]; readonly u: number[]; readonly sign: number } => {
    const onAxis = isRound && from === 0;
    let [u, flow] = onAxis ? [1, 0] : [0, weight(from)]; // flow = w k u′
    let x = from;
    const found = { x: [x], u: [u] };
    let hasCrossed = false;
    for (const { to, k, C } of layers) {
      const dx = (to - x) / STEPS;
      const start = x;
      const slope = (at: number, v: number, f: number): [number, number] => [
        onAxis && at === 0 ? 0 : f / (weight(at) * k),
        -lambda * weight(at) * C * v,
      ];
      for (let n = 0; n < STEPS; n++) {
        x = start + n * dx;
        const k1 = slope(x, u, flow);
        const k2 = slope(x + dx / 2, u + (dx / 2) * k1[0], flow + (dx / 2) * k1[1]);
        const k3 = slope(x + dx / 2, u + (dx / 2) * k2[0], flow + (dx / 2) * k2[1]);
        const k4 = slope(x + dx, u + dx * k3[0], flow + dx * k3[1]);
        u += (dx / 6) * (k1[0] + 2 * k2[0] + 2 * k3[0] + k4[0]);
        flow += (dx / 6) * (k1[1] + 2 * k2[1] + 2 * k3[1] + k4[1]);
        found.x.push(start + (n + 1) * dx);
        found.u.push(u);
        if (u < 0) hasCrossed = true;
      }
      x = to;
    }
    return { ...found, sign: hasCrossed ? -1 : 1 };
  };
  // λ from 0 up: the slowest mode is where the last value first turns negative.
  let [low, high] = [0, 1];
  while (shoot(high).sign > 0) [low, high] = [high, 2 * high];
  for (let n = 0; n < 60; n++) {
    const middle = (low + high) / 2;
    if (shoot(middle).sign > 0) low = middle;
    else high = middle;
  }
  const { x, u } = shoot(low);
  const most = Math.max(...u);
  const ends = [from, ...layers.map(({ to }) => to)];
  const at = (place: number): number => {
    const layer = Math.max(
      ends.findLastIndex((end) => end <= place),
      0,
    );
    const first = Math.min(layer, layers.length - 1) * STEPS;
    const dx = x[first + 1]! - x[first]!;
    const k = Math.min(Math.max(Math.floor((place - x[first]!) / dx) - 1, 0), STEPS - 3);
    const t = (place - x[first + k]!) / dx;
    const [a, b, c, d] = u.slice(first + k, first + k + 4) as [number, number, number, number];
    const cubic =
      (a * (t - 1) * (t - 2) * (t - 3)) / -6 +
      (b * t * (t - 2) * (t - 3)) / 2 +
      (c * t * (t - 1) * (t - 3)) / -2 +
      (d * t * (t - 1) * (t - 2)) / 6;
    return cubic / most;
  };
  return { decay: low, at };
}
