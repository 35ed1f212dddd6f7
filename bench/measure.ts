/** Something whose cost is compared with others'. */
export interface Contender {
  /** Calls per round, so that one round takes some milliseconds. */
  readonly calls: number;
  run(): void;
}

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

/**
 * CPU time per call of each contender, round by round [ms].
 *
 * @remarks The contenders take turns in an order that rotates, so whatever else the machine does meets all of them;
 * compare them by the median over the rounds of their ratio.
 */
export function measureInTurns<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  rounds: number = ROUNDS,
): Record<Name, number[]> {
  const names = Object.keys(contenders) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (const name of names) {
    for (let k = 0; k < WARM_UP_CALLS * contenders[name].calls; k++) contenders[name].run();
  }
  for (let round = 0; round < rounds; round++) {
    for (let k = 0; k < names.length; k++) {
      const name = names[(round + k) % names.length]!;
      const { calls, run } = contenders[name];
      const start = cpuTime();
      for (let call = 0; call < calls; call++) run();
      times[name].push((cpuTime() - start) / calls);
    }
  }
  return times;
}

/** Median over the rounds of the ratio of two contenders. */
export function medianRatio(times: readonly number[], reference: readonly number[]): number {
  return median(times.map((time, round) => time / reference[round]!));
}
