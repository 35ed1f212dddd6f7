// Studies the error bar in all modes of heating: `npm run study`. One that is broken off goes on where it was, as long as the
// numerics are the same; when all problems are through, the results are stored and docs/error-bar.md is made of them.
//
//   WORKERS=2        problems that are studied at the same time
//   MODES=rf,held    no others
//   --report         what is known so far
import { fork } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { STUDY_MODES, type StudyMode } from './modes.js';
import { hashOfNumerics } from './sources-hash.js';
import { STORED_STUDY, type StoredStudy } from './study-record.js';
import { type StudiedProblem, studyProblem } from './study-problem.js';
import { summaryOf } from './summary.js';
import { stamp } from '../support/stamp.js';

/** Where results are left until all are there. */
const FOLDER = 'out/study';

/** One problem that is to be studied. */
interface Task {
  readonly mode: string;
  readonly index: number;
}

const fileOf = (sources: string, mode: string): string => `${FOLDER}/${sources}-${mode}.jsonl`;

function known(sources: string, mode: string): StudiedProblem[] {
  const file = fileOf(sources, mode);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines
    .map((line) => JSON.parse(line) as StudiedProblem)
    .sort((a, b) => a.index - b.index)
    .filter(({ index }, k, all) => all[k - 1]?.index !== index);
}

function tasksLeft(sources: string, modes: readonly (readonly [string, StudyMode])[]): Task[] {
  return modes.flatMap(([mode, { count }]) => {
    const done = new Set(known(sources, mode).map(({ index }) => index));
    const all = Array.from({ length: count }, (_, index) => ({ mode, index }));
    return all.filter(({ index }) => !done.has(index));
  });
}

/** In a process of its own: studies what it is sent. */
function work(): void {
  const problems = new Map(
    Object.entries(STUDY_MODES).map(([name, { problems: draw, count, seed }]) => [name, draw(count, seed)]),
  );
  process.on('message', ({ mode, index }: Task) => {
    process.send!(studyProblem(STUDY_MODES[mode]!, problems.get(mode)![index]!, index));
  });
}

/** Has all tasks done by several processes. */
async function runAll(tasks: readonly Task[], sources: string, workers: number): Promise<void> {
  const queue = [...tasks];
  const begin = performance.now();
  let done = 0;
  const serve = (): Promise<void> =>
    new Promise((settle, fail) => {
      const child = fork(process.argv[1]!, ['--work'], { execArgv: process.execArgv });
      let task = queue.shift();
      const next = (): void => {
        if (task) child.send(task);
        else child.disconnect();
      };
      child.on('message', (studied: StudiedProblem) => {
        appendFileSync(fileOf(sources, task!.mode), `${JSON.stringify(studied)}\n`);
        done++;
        if (done % 20 === 0) {
          const minutes = (performance.now() - begin) / 60_000;
          console.log(`${done} of ${tasks.length} problems, ${minutes.toFixed(1)} min`);
        }
        task = queue.shift();
        next();
      });
      child.on('exit', (code) => (code === 0 ? settle() : fail(new Error('A worker broke off.'))));
      next();
    });
  await Promise.all(Array.from({ length: Math.min(workers, tasks.length) }, serve));
}

function report(sources: string): void {
  for (const [name, mode] of Object.entries(STUDY_MODES)) {
    const studied = known(sources, name);
    if (studied.length === 0) continue;
    const { rows, refused, apart } = summaryOf(name, mode, studied);
    console.log(
      `${name}: ${studied.length} of ${mode.count}, ${refused} refused, apart ${(100 * apart).toFixed(3)} %`,
    );
    for (const { group, resolution, size, compared, held, error, bar, ratio, excess } of rows) {
      const worst = excess.at(-1) ?? Infinity;
      const numbers = [100 * held, 100 * error, 100 * bar, ratio, worst].map((x) => x.toFixed(3));
      console.log(`  ${[group, resolution, size].join(' ').padEnd(44)} n ${compared}  ${numbers.join('  ')}`);
    }
    for (const { index, refused: why } of studied) if (why) console.log(`  ${index}: ${why}`);
  }
}

async function main(): Promise<void> {
  const sources = hashOfNumerics();
  if (process.argv.includes('--report')) {
    report(sources);
    return;
  }
  const asked = process.env.MODES?.split(',');
  const modes = Object.entries(STUDY_MODES).filter(([name]) => asked?.includes(name) ?? true);
  mkdirSync(FOLDER, { recursive: true });
  const begun = stamp();
  await runAll(tasksLeft(sources, modes), sources, Number(process.env.WORKERS ?? 2));
  if (asked) return;
  if (hashOfNumerics() !== sources) throw new Error('The numerics have changed while they were studied.');
  const stored: StoredStudy = {
    ...begun,
    sources,
    modes: modes.map(([name, mode]) => summaryOf(name, mode, known(sources, name))),
  };
  const config = await resolveConfig(STORED_STUDY);
  writeFileSync(STORED_STUDY, await format(JSON.stringify(stored), { ...config, parser: 'json' }));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--work')) work();
  else await main();
}
