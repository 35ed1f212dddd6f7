import type { CliOutput } from './session.js';

/** Nothing is shown of what takes no longer [ms]. */
const PATIENCE = 500;

/** Between two looks at the bar [ms]. */
const REFRESH = 100;

const WIDTH = 30;

/** A bar on one line of a terminal. */
export interface ProgressBar {
  /** Shows a part of the work, 0 to 1. */
  show(part: number): void;
  /** Takes the bar away. */
  clear(): void;
}

/** Makes a bar on stderr that comes only when the work takes a while, and only on a terminal. */
export function makeProgressBar(
  { stderr }: CliOutput,
  now: () => number = () => performance.now(),
): ProgressBar {
  let next = now() + PATIENCE;
  let isShown = false;
  return {
    show(part): void {
      if (stderr.isTTY !== true || now() < next) return;
      next = now() + REFRESH;
      isShown = true;
      const done = Math.round(part * WIDTH);
      const bar = `${'█'.repeat(done)}${'░'.repeat(WIDTH - done)}`;
      stderr.write(`\r${bar} ${Math.round(100 * part)} %`);
    },
    clear(): void {
      if (isShown) stderr.write(`\r${' '.repeat(WIDTH + 6)}\r`);
      isShown = false;
    },
  };
}
