import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { processorTime } from './processor-time.js';
import { type Mutant, mutated } from './sites.js';

/** What the tests say of a tree. */
export interface Verdict {
  readonly result: 'killed' | 'timeout' | 'survived';
  /** The first test that failed, or the file that took too long; null of a survivor. */
  readonly by: string | null;
  /** [s] */
  readonly seconds: number;
}

/** A test file and the processor time it takes without a change [s]. */
export interface TimedTest {
  readonly file: string;
  readonly seconds: number;
}

/** Times the unmutated time of a file, and what is given beyond that, to start [s]. */
const PATIENCE = 3;
const GRACE = 10;

/** Folders that the tests do without. */
const LEFT_OUT = new Set(['node_modules', '.git', 'out', 'dist', 'site', 'coverage']);

/** A copy of the tree in which mutants are tried. */
export interface Copy {
  /** Runs test files in their order, up to the first failure; `onEnd` hears the processor time of each [s]. */
  run(tests: readonly TimedTest[], onEnd?: (file: string, seconds: number) => void): Promise<Verdict>;
  /** Runs them with one change in the tree. */
  try(mutant: Mutant, tests: readonly TimedTest[]): Promise<Verdict>;
  remove(): void;
}

/** Copies the tree to a temporary folder; its packages are those of the tree. */
export function makeCopy(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'rf-lesion-mutants-'));
  cpSync('.', folder, { recursive: true, filter: (path) => !LEFT_OUT.has(relative('.', path)) });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const orderFile = join(folder, 'test-order.json');
  let stop = (): void => undefined;

  function run(
    tests: readonly TimedTest[],
    onEnd?: (file: string, seconds: number) => void,
  ): Promise<Verdict> {
    writeFileSync(orderFile, JSON.stringify(tests.map(({ file }) => file)));
    const begin = performance.now();
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/mutation/vitest.config.ts'];
    const child = spawn(process.execPath, vitest, {
      cwd: folder,
      detached: true, // a group of its own, so that its end takes its children along
      env: { ...process.env, TEST_ORDER: orderFile },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    stop = () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    };
    const left = new Map(tests.map(({ file, seconds }) => [file, seconds]));
    const used = (): number => processorTime(child.pid, begin);

    return new Promise((settle) => {
      let last = 0;
      let isSettled = false;
      const conclude = (result: Verdict['result'], by: string | null): void => {
        clearInterval(watch);
        if (isSettled) return;
        isSettled = true;
        stop();
        settle({ result, by, seconds: Math.round((performance.now() - begin) / 100) / 10 });
      };
      const watch = setInterval(() => {
        const [file, seconds] = [...left][0] ?? ['their end', 0];
        if (used() - last > PATIENCE * seconds + GRACE) conclude('timeout', file);
      }, 500);
      createInterface({ input: child.stdout }).on('line', (line) => {
        const [, what, rest] = /^(failed|ended) (.*)$/.exec(line) ?? [];
        if (rest === undefined) return;
        if (what === 'failed') {
          conclude('killed', rest);
          return;
        }
        left.delete(rest);
        const now = used();
        onEnd?.(rest, now - last);
        last = now;
      });
      child.on('close', (code) => {
        if (code === 0 && left.size === 0) conclude('survived', null);
        else conclude('killed', `the tests broke off before ${[...left.keys()][0] ?? 'their end'}`);
      });
    });
  }

  return {
    run,
    async try(mutant, tests) {
      const path = join(folder, mutant.file);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, mutated(text, mutant));
      try {
        return await run(tests);
      } finally {
        writeFileSync(path, text);
      }
    },
    remove() {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
