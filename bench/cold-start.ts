import { isBuilt, runFresh } from './child.js';
import { median } from './measure.js';

const PROCESSES = 9;

/** The first answer of a process and the same answer later. */
const answer = (task: 'held' | 'rf', other: 'otherHeld' | 'otherRf'): string => `
const { estimateLesion } = await entry('index');
const timed = (run) => { const start = cpu(); run(); return cpu() - start; };
const solve = (problem = tasks.${task}) => estimateLesion(problem, { errorBar: false });
const wall = performance.now();
const cold = timed(() => solve());
const coldWall = performance.now() - wall;
for (let k = 0; k < 3; k++) solve(tasks.${other});
for (let k = 0; k < 8; k++) solve();
const warm = Array.from({ length: 9 }, () => timed(() => solve())).sort((a, b) => a - b)[4];
console.log(JSON.stringify({ cold, coldWall, warm, ratio: cold / warm }));
`;

const loading = (name: string): string => `
const start = cpu();
await entry('${name}');
console.log(JSON.stringify({ load: cpu() - start }));
`;

const ENTRIES = ['index', 'output', 'plot', 'ndarray', 'units'] as const;

/** An answer without an error bar at standard resolution. */
interface First {
  /** The first one of a process [ms CPU]. */
  readonly cold: number;
  /** The same [ms wall]. */
  readonly coldWall: number;
  /** Once the process is warm [ms CPU]. */
  readonly warm: number;
  /** Cold over warm, in the same process. */
  readonly ratio: number;
}

export interface ColdStart {
  readonly held: First;
  readonly rf: First;
  /** Loading each entry of the package in a fresh process [ms CPU]. */
  readonly load: Readonly<Record<(typeof ENTRIES)[number], number>>;
}

/** Medians over fresh processes, key by key. */
function medians<Key extends string>(script: string): Record<Key, number> {
  const samples = Array.from({ length: PROCESSES }, () => runFresh(script) as Record<Key, number>);
  const keys = Object.keys(samples[0]!) as Key[];
  return Object.fromEntries(keys.map((key) => [key, median(samples.map((sample) => sample[key]))])) as Record<
    Key,
    number
  >;
}

/** Measures the first answer in fresh processes; null when the package has not been built. */
export function measureColdStart(): ColdStart | null {
  if (!isBuilt()) return null;
  const loads = ENTRIES.map((name) => [name, medians<'load'>(loading(name)).load] as const);
  return {
    held: medians<keyof First>(answer('held', 'otherHeld')),
    rf: medians<keyof First>(answer('rf', 'otherRf')),
    load: Object.fromEntries(loads) as ColdStart['load'],
  };
}
