/** A run of equal steps. */
export interface StepGroup {
  /** [s] */
  readonly start: number;
  /** [s] */
  readonly end: number;
  /** (end − start)/count [s] */
  readonly dt: number;
  readonly count: number;
}

/** What limits the steps between two events. */
export interface StepLimits {
  /** Length of the first step [s]. */
  readonly first: number;
  /** No step is longer [s]. */
  readonly longest: number;
  /** Steps of one length before it is doubled, at least. */
  readonly stepsPerLength: number;
  /** The same for each second of that length [1/s]: the step then goes with the root of the time since; 0 if left out. */
  readonly slowing?: number;
}

/** Equal steps, none longer than `dt`, from `start` exactly to `end`. */
function equalSteps(start: number, end: number, dt: number): StepGroup {
  const count = Math.max(1, Math.ceil(((end - start) / dt) * (1 - 1e-12)));
  return { start, end, dt: (end - start) / count, count };
}

/**
 * Steps from one event exactly to the next: short ones first, doubling up to the longest as long as there is room for
 * steps of both lengths, then equal ones.
 */
export function planSteps(
  start: number,
  end: number,
  { first, longest, stepsPerLength, slowing = 0 }: StepLimits,
): StepGroup[] {
  const groups: StepGroup[] = [];
  let from = start;
  let dt = Math.min(first, longest);
  const countOf = (length: number): number => Math.max(stepsPerLength, Math.round(slowing * length));
  for (let count = countOf(dt); 2 * dt <= longest && end - from > 2 * count * dt; count = countOf(dt)) {
    const to = from + count * dt;
    groups.push({ start: from, end: to, dt, count });
    from = to;
    dt *= 2;
  }
  return [...groups, equalSteps(from, end, 2 * dt > longest ? longest : dt)];
}

/** Times closer than this part of a step are one, and never those further apart than that [s]. */
const SAME_PART = 1e-6;
export const SAME_TIME = 1e-5;

/** The same steps, divided so that they land on every one of `times` as well [s]: exactly, unless they all but do so. */
export function landOn(groups: readonly StepGroup[], times: readonly number[]): StepGroup[] {
  const inOrder = times.toSorted((a, b) => a - b);
  return groups.flatMap((group) => {
    const apart = Math.min(SAME_PART * group.dt, SAME_TIME);
    const stops = [group.start];
    for (const t of inOrder) {
      const isStart = t <= stops.at(-1)! + (stops.length === 1 && group.start === 0 ? 0 : apart);
      if (!isStart && t < group.end - apart) stops.push(t);
    }
    if (stops.length === 1) return [group];
    stops.push(group.end);
    return stops.slice(1).map((stop, k) => equalSteps(stops[k]!, stop, group.dt));
  });
}
