// Changes the library in one place after another and sees whether a test fails: `npm run mutate`. The changes are made in
// copies of the tree. A run that is broken off goes on from out/mutation.json the next time.
//
//   SITES=300     places to change, of all that are found
//   SEED=2026     which ones
//   WORKERS=2     copies that are tested at the same time
//   MINUTES=…     ends after this time
//   --only <n>    tries one of them again
//   --survivors   tries those again that no test has killed
//   --report      prints what is known
//   --page        writes it to docs/mutation.md
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import { sourceFiles } from '../house/source-files.js';
import { seeded } from '../support/random-problems.js';
import { draw, folderOf } from './draw.js';
import { type MutationRecord, PAGE, page, readRecord, report, writeRecord } from './record.js';
import { type Mutant, mutated, sitesOf } from './sites.js';
import { type Copy, makeCopy, type TimedTest } from './trial.js';
import { stamp } from '../support/stamp.js';

const FOLDERS = ['numerics', 'physics', 'metrics', 'grid'];
/** Folders of tests, in the order in which they are run after those of the changed file's own folder. */
const TESTS = [
  ['tests/verification/', 'tests/validation/'],
  ['tests/unit/', 'tests/property/'],
];

const setting = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);

const hashOf = (folders: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const { path, text } of folders.flatMap((folder) => sourceFiles(folder)))
    hash.update(`${path}\n${text}`);
  return hash.digest('hex').slice(0, 16);
};

/** All tests but those of examples, of the house and of the mutants. */
function testFiles(): string[] {
  return TESTS.flat()
    .flatMap((folder) => sourceFiles(folder.slice(0, -1)).map(({ path }) => path))
    .filter((path) => path.endsWith('.test.ts'));
}

/** The tests in an order in which the first one that fails comes soon. */
function soonest(tests: readonly TimedTest[], { file }: Mutant): TimedTest[] {
  const near = `tests/unit/${folderOf(file)}/`;
  const nearest = near + basename(file).replace('.ts', '.test.ts');
  const rankOf = (test: TimedTest): number => {
    if (test.file === nearest) return -2;
    if (test.file.startsWith(near)) return -1;
    return TESTS.findIndex((folders) => folders.some((folder) => test.file.startsWith(folder)));
  };
  return [...tests].sort((a, b) => rankOf(a) - rankOf(b) || a.seconds - b.seconds);
}

/** Longest time that one test file is thought to take without a change [s]. */
const LONGEST_TEST = 60;

/** Runs all tests without a change; throws when one fails. */
async function timeTests(copy: Copy): Promise<TimedTest[]> {
  const tests: TimedTest[] = [];
  const { result, by, seconds } = await copy.run(
    testFiles().map((file) => ({ file, seconds: LONGEST_TEST })),
    (file, time) => tests.push({ file, seconds: time }),
  );
  if (result !== 'survived') throw new Error(`Without a change, the tests fail: ${by}.`);
  console.log(`Without a change, ${tests.length} files of tests pass in ${seconds.toFixed(0)} s.`);
  return tests;
}

/** Throws when a change is no TypeScript, which would count as killed. */
function requireSyntax(mutant: Mutant): void {
  const text = mutated(readFileSync(mutant.file, 'utf8'), mutant);
  const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true });
  if (diagnostics?.length) throw new Error(`${mutant.file}:${mutant.line} cannot be read: ${mutant.what}.`);
}

function prepare(): { record: MutationRecord; mutants: Mutant[] } {
  const seed = setting('SEED', 2026);
  const random = seeded(seed);
  const found = FOLDERS.flatMap((folder) =>
    sourceFiles(`src/${folder}`).map((file) => ({ folder, ...sitesOf(file, random) })),
  );
  const sites: Record<string, number> = Object.fromEntries(FOLDERS.map((folder) => [folder, 0]));
  const excluded: Record<string, number> = {};
  for (const file of found) {
    sites[file.folder]! += file.mutants.length;
    for (const [kind, count] of file.excluded) excluded[kind] = (excluded[kind] ?? 0) + count;
  }
  const mutants = draw(
    found.flatMap((file) => file.mutants),
    setting('SITES', 300),
    random,
  );
  mutants.forEach(requireSyntax);
  const { date, commit } = stamp();
  const record: MutationRecord = {
    seed,
    date,
    commit,
    sourcesHash: hashOf(FOLDERS.map((folder) => `src/${folder}`)),
    testsHash: hashOf(['tests/support', ...TESTS.flat()].map((folder) => folder.replace(/\/$/, ''))),
    sites,
    excluded,
    tests: [],
    mutants: mutants.map(({ file, line, kind, what }) => ({ file, line, kind, what, verdict: null })),
  };
  return { record: continued(record, readRecord()), mutants };
}

/** Takes over what an earlier run has found out about the same sources. */
function continued(record: MutationRecord, before: MutationRecord | null): MutationRecord {
  if (before === null) return record;
  if (before.seed !== record.seed || before.sourcesHash !== record.sourcesHash) {
    console.log('The earlier results are of other sources or another seed: from the beginning.');
    return record;
  }
  const verdictOf = (n: number): MutationRecord['mutants'][number]['verdict'] =>
    before.mutants[n]?.verdict ?? null;
  const mutants = record.mutants.map((mutant, n) => ({ ...mutant, verdict: verdictOf(n) }));
  return { ...record, mutants, tests: before.testsHash === record.testsHash ? before.tests : [] };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      survivors: { type: 'boolean' },
      report: { type: 'boolean' },
      page: { type: 'boolean' },
    },
  });
  const { record, mutants } = prepare();
  if (values.report) {
    console.log(report(record));
    return;
  }
  if (values.page) {
    writeFileSync(PAGE, page(record));
    return;
  }
  const tried = [...record.mutants];
  const isDue = (n: number): boolean => {
    if (values.only !== undefined) return n === Number(values.only);
    const result = tried[n]!.verdict?.result;
    return result === undefined || (values.survivors === true && result === 'survived');
  };
  const queue = mutants.map((_, n) => n).filter(isDue);
  const end = Date.now() + 60_000 * setting('MINUTES', Infinity);
  const copies = Array.from({ length: Math.min(setting('WORKERS', 2), queue.length) }, makeCopy);
  const clean = (): void => copies.forEach((copy) => copy.remove());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      clean();
      process.exit(1);
    });
  }
  try {
    const tests = record.tests.length > 0 || !copies[0] ? record.tests : await timeTests(copies[0]);
    const store = (): MutationRecord => ({ ...record, tests, mutants: tried });
    writeRecord(store());
    const work = async (copy: Copy): Promise<void> => {
      for (let n = queue.shift(); n !== undefined && Date.now() < end; n = queue.shift()) {
        const mutant = mutants[n]!;
        const verdict = await copy.try(mutant, soonest(tests, mutant));
        tried[n] = { ...tried[n]!, verdict };
        writeRecord(store());
        const { result, by, seconds } = verdict;
        console.log(
          `#${n} ${mutant.file}:${mutant.line}  ${mutant.what}\n   ${result} in ${seconds.toFixed(0)} s${by === null ? '' : ` by ${by}`}`,
        );
      }
    };
    await Promise.all(copies.map(work));
    console.log(`\n${report(store())}`);
  } finally {
    clean();
  }
}

await main();
