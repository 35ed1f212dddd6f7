import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { median } from './measure.js';
import { OTHER_TASK, TASK } from './tasks.js';

/** The built package: what a user loads. */
const BUILT = new URL('../dist/index.js', import.meta.url);

const PROCESSES = 9;

/** The first answer of a process and the same answer later; CPU times in ms. */
const SCRIPT = `
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e3; };
const timed = (run) => { const start = cpu(); run(); return cpu() - start; };
const loading = cpu();
const { estimateLesion } = await import(process.env.BUILT);
const load = cpu() - loading;
const [task, other] = JSON.parse(process.env.TASKS);
const solve = (problem = task) => estimateLesion(problem, { errorBar: false });
const wall = performance.now();
const cold = timed(() => solve());
const coldWall = performance.now() - wall;
for (let k = 0; k < 3; k++) solve(other);
for (let k = 0; k < 8; k++) solve();
const warm = Array.from({ length: 9 }, () => timed(() => solve())).sort((a, b) => a - b)[4];
console.log(JSON.stringify({ load, cold, coldWall, warm, ratio: cold / warm }));
`;

export interface ColdStart {
  /** Loading the package [ms CPU]. */
  readonly load: number;
  /** The first answer of a process, without an error bar [ms CPU]. */
  readonly cold: number;
  /** The same [ms wall]. */
  readonly coldWall: number;
  /** The same answer once the process is warm [ms CPU]. */
  readonly warm: number;
  /** Cold over warm, in the same process. */
  readonly ratio: number;
}

/** Measures the first answer in fresh processes; null when the package has not been built. */
export function measureColdStart(): ColdStart | null {
  if (!existsSync(BUILT)) return null;
  const env = { ...process.env, BUILT: BUILT.href, TASKS: JSON.stringify([TASK, OTHER_TASK]) };
  const samples = Array.from({ length: PROCESSES }, () => {
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', SCRIPT], {
      env,
      encoding: 'utf8',
    });
    return JSON.parse(output) as ColdStart;
  });
  const of = (key: keyof ColdStart): number => median(samples.map((sample) => sample[key]));
  return {
    load: of('load'),
    cold: of('cold'),
    coldWall: of('coldWall'),
    warm: of('warm'),
    ratio: of('ratio'),
  };
}
