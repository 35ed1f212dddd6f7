import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';

/** When, of what and where something was measured. */
export interface Stamp {
  /** Year, month and day. */
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
}

/** Of what is measured now. */
export function stamp(): Stamp {
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    machine: `${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`,
  };
}
