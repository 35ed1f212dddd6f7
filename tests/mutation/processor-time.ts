import { readFileSync } from 'node:fs';

/** Ticks of Linux's clock for processes [1/s]. */
const TICKS = 100;

/**
 * The processor time a process has used, so that other work on the machine does not count; where the system does not tell,
 * the time since `begin`, a value of `performance.now()` [s].
 */
export function processorTime(pid: number | undefined, begin: number): number {
  try {
    const fields = readFileSync(`/proc/${pid ?? 0}/stat`, 'utf8')
      .split(') ')[1]!
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return (performance.now() - begin) / 1000;
  }
}
