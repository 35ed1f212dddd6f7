/** Something whose cost is compared with others'. */
export interface Contender {
  /** Calls per round, so that one round takes some milliseconds. */
  readonly calls: number;
  run(): void;
}

/** Does some work and says what one call of it has cost [ms CPU]. */
export type Cost = () => number;

/** How often each contender is measured. */
const ROUNDS = 11;

/** Calls before the first round, so that the compiler has done its work. */
const WARM_UP_CALLS = 6;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** CPU time of this process, all its threads together [ms]. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}

/** CPU time of something in this process [ms], and what it gave. */
export function timed<T>(run: () => T): { readonly time: number; readonly result: T } {
  const start = cpuTime();
  const result = run();
  return { time: cpuTime() - start, result };
}

/** The cost of work in this process, which is warmed up. */
export function costOf({ calls, run }: Contender): Cost {
  const round = (count: number): number =>
    timed(() => {
      for (let call = 0; call < count; call++) run();
    }).time / count;
  round(WARM_UP_CALLS * calls);
  return () => round(calls);
}

/**
 * What each contender costs, round by round [ms CPU].
 *
 * @remarks They take turns in an order that rotates, so whatever else the machine does meets all of them; compare them by
 * the median over the rounds of their ratio.
 */
export function takeTurns<Name extends string>(
  costs: Readonly<Record<Name, Cost>>,
  rounds: number = ROUNDS,
): Record<Name, number[]> {
  const names = Object.keys(costs) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    for (let k = 0; k < names.length; k++) {
      const name = names[(round + k) % names.length]!;
      times[name].push(costs[name]());
    }
  }
  return times;
}

/** CPU time per call of contenders in this process, round by round [ms]. */
export function measureInTurns<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  rounds: number = ROUNDS,
): Record<Name, number[]> {
  const names = Object.keys(contenders) as Name[];
  const costs = names.map((name) => [name, costOf(contenders[name])] as const);
  return takeTurns(Object.fromEntries(costs) as Record<Name, Cost>, rounds);
}

/** Median over the rounds of the ratio of two contenders. */
export function medianRatio(times: readonly number[], reference: readonly number[]): number {
  return median(times.map((time, round) => time / reference[round]!));
}
