// Scripts that are run in fresh processes, on the built package: what a user loads.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { COUPLED_TASK, OTHER_COUPLED_TASK, OTHER_TASK, TASK } from './tasks.js';

const BUILT = new URL('../dist/', import.meta.url);

/** Null when the package has not been built. */
export const isBuilt = (): boolean => existsSync(new URL('index.js', BUILT));

/** At the head of every script: `cpu` is the CPU time so far [ms], `tasks` are those of bench/tasks.ts, `entry` loads one. */
const HEAD = `
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e3; };
const [tasks, built] = [JSON.parse(process.env.TASKS), process.env.BUILT];
const entry = (name) => import(built + name + '.js');
`;

const TASKS = { held: TASK, rf: COUPLED_TASK, otherHeld: OTHER_TASK, otherRf: OTHER_COUPLED_TASK };

/** What a process needs to run a script. */
export const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  BUILT: BUILT.href,
  TASKS: JSON.stringify(TASKS),
});

/** A script that a process runs with `--input-type=module --eval`. */
export const scriptOf = (body: string): string => `${HEAD}${body}`;

/** Runs a script in a fresh process; what it prints as JSON. */
export function runFresh(body: string, flags: readonly string[] = []): unknown {
  const words = [...flags, '--input-type=module', '--eval', scriptOf(body)];
  const output = execFileSync(process.execPath, words, { env: environment(), encoding: 'utf8' });
  return JSON.parse(output);
}
