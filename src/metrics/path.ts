import type { Point3 } from '../problem/structure.js';

/** A broken line in space, by the way along it. */
export interface Path {
  /** [m] */
  readonly length: number;
  /** Distance from the needle's axis and height above its end, at a way along the line [m]. */
  at(way: number): { readonly r: number; readonly z: number };
}

/** Makes a path through points in needle coordinates [m]. */
export function makePath(points: readonly Point3[]): Path {
  const ways = [0];
  for (let n = 1; n < points.length; n++) {
    const [a, b] = [points[n - 1]!, points[n]!];
    ways.push(ways[n - 1]! + Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]));
  }
  const length = ways.at(-1)!;
  return {
    length,
    at(way) {
      let [from, n] = [0, points.length - 1];
      while (n - from > 1) {
        const middle = (from + n) >> 1;
        if (ways[middle]! < way) from = middle;
        else n = middle;
      }
      const span = ways[n]! - ways[n - 1]!;
      const part = span > 0 ? (way - ways[n - 1]!) / span : 0;
      const [a, b] = [points[n - 1]!, points[n]!];
      const on = (k: 0 | 1 | 2): number => a[k] + part * (b[k] - a[k]);
      return { r: Math.hypot(on(0), on(1)), z: on(2) };
    },
  };
}

/** No stretch of a path shorter than this is looked for [m]. */
const SHORTEST = 1e-6;

/** A minimum is found to this [m], far below the error of any border. */
const TOLERANCE = 5e-7;

/** An extrapolated distance, with two thirds of differences between distances, changes by no more than this times the way. */
const STEEPEST = 7 / 3;

/** The stretches of a path where a distance is not positive, in order; none of more than a few micrometres is missed [m]. */
export function stretchesWithin(
  distance: (way: number) => number,
  length: number,
): readonly (readonly [from: number, to: number])[] {
  const turns: number[] = [];
  const search = (a: number, b: number, fa: number, fb: number): void => {
    const changes = fa <= 0 !== fb <= 0;
    if (!changes && Math.abs(fa) + Math.abs(fb) >= STEEPEST * (b - a)) return;
    if (b - a <= SHORTEST) {
      if (changes) turns.push(a + (fa / (fa - fb)) * (b - a));
      return;
    }
    const middle = (a + b) / 2;
    const f = distance(middle);
    search(a, middle, fa, f);
    search(middle, b, f, fb);
  };
  const [first, last] = [distance(0), distance(length)];
  search(0, length, first, last);
  const ends = [...(first <= 0 ? [0] : []), ...turns, ...(last <= 0 ? [length] : [])];
  return Array.from(
    { length: Math.floor(ends.length / 2) },
    (_, n) => [ends[2 * n]!, ends[2 * n + 1]!] as const,
  );
}

/** Where along a path a plain distance, which changes no faster than the way, is least [m]. */
export function nearestWay(distance: (way: number) => number, length: number): number {
  let best = { way: 0, value: distance(0) };
  const look = (way: number): number => {
    const value = distance(way);
    if (value < best.value) best = { way, value };
    return value;
  };
  const search = (a: number, b: number, fa: number, fb: number): void => {
    const least = (fa + fb - (b - a)) / 2;
    if (!(least < best.value - TOLERANCE)) return;
    const middle = (a + b) / 2;
    const f = look(middle);
    search(a, middle, fa, f);
    search(middle, b, f, fb);
  };
  search(0, length, best.value, look(length));
  return best.way;
}
