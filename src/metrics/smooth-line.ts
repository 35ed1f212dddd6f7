/** A point of the half plane [m]. */
interface Point {
  readonly r: number;
  readonly z: number;
}

/** Pieces that each stretch between two given points is divided into. */
const PIECES = 4;

/** A point closer to the one before it than this part of the distance to the one after is left out. */
const CLOSE = 0.2;

const distance = (a: Point, b: Point): number => Math.hypot(b.r - a.r, b.z - a.z);

/** Without points that all but coincide with another, whose direction from there would be noise. */
function thinned(points: readonly Point[]): Point[] {
  const kept = [points[0]!];
  for (let n = 1; n < points.length - 1; n++) {
    const before = distance(kept.at(-1)!, points[n]!);
    const after = distance(points[n]!, points[n + 1]!);
    const isClose = before < CLOSE * after || (after < CLOSE * before && n === points.length - 2);
    if (!isClose && before > 0) kept.push(points[n]!);
  }
  kept.push(points.at(-1)!);
  return kept;
}

/** A point at a part of the way from point k to the next, on the cubic (or less) in the chord's length through those given. */
function pointBetween(through: readonly Point[], k: number, part: number): Point {
  const t = [0];
  for (let n = 1; n < through.length; n++) t.push(t[n - 1]! + distance(through[n - 1]!, through[n]!));
  const at = t[k]! + part * (t[k + 1]! - t[k]!);
  let [r, z] = [0, 0];
  for (let m = 0; m < t.length; m++) {
    let weight = 1;
    for (let n = 0; n < t.length; n++) if (n !== m) weight *= (at - t[n]!) / (t[m]! - t[n]!);
    r += weight * through[m]!.r;
    z += weight * through[m]!.z;
  }
  return { r, z };
}

/** How a line goes on beyond its ends. */
export interface LineEnds {
  /** Its last point is its first. */
  readonly isLoop: boolean;
  /** It meets the axis, and goes on as its mirror image. */
  readonly fromAxis: boolean;
  readonly toAxis: boolean;
}

const mirrored = ({ r, z }: Point): Point => ({ r: -r, z });

/** A smooth line through points of the half plane, with points of its own between them [m]. */
export function smoothed(
  points: readonly Point[],
  { isLoop, fromAxis, toAxis }: LineEnds,
): { r: Float64Array; z: Float64Array } {
  const own = thinned(points);
  const before = isLoop ? own.slice(-2, -1) : fromAxis ? own.slice(1, 2).map(mirrored) : [];
  const after = isLoop ? own.slice(1, 2) : toAxis ? own.slice(-2, -1).map(mirrored) : [];
  const all = [...before, ...own, ...after];
  const line: Point[] = [own[0]!];
  for (let n = 0; n + 1 < own.length; n++) {
    const k = n + before.length;
    const from = Math.max(0, Math.min(k - 1, all.length - 4));
    const through = all.slice(from, from + 4);
    for (let m = 1; m < PIECES; m++) line.push(pointBetween(through, k - from, m / PIECES));
    line.push(own[n + 1]!);
  }
  return { r: Float64Array.from(line, ({ r }) => r), z: Float64Array.from(line, ({ z }) => z) };
}
