// Follows the recipes of CONTRIBUTING.md in a copy of the project, and checks that they lead where they say.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '..');
const text = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8');
const place = mkdtempSync(join(tmpdir(), 'rf-lesion-'));
process.on('exit', () => rmSync(place, { recursive: true, force: true }));

const run = (program, words, cwd) => execFileSync(program, words, { cwd, encoding: 'utf8', stdio: 'pipe' });

/** A copy of the project with the change of a recipe made. */
function follow(name) {
  const folder = join(place, name);
  const files = run('git', ['ls-files', '-co', '--exclude-standard'], repository).trim().split('\n');
  for (const file of files) cpSync(join(repository, file), join(folder, file));
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
  const [, patch] = new RegExp(`<!-- recipe: ${name} -->\\s+\`\`\`diff\\n([\\s\\S]*?)\`\`\``).exec(text);
  writeFileSync(join(folder, 'recipe.diff'), patch);
  run('git', ['init', '--quiet'], folder);
  run('git', ['apply', '--recount', 'recipe.diff'], folder);
  return folder;
}

/** Files in which the compiler finds faults. */
function faultyFiles(folder) {
  const { stdout, status } = spawnSync('npx', ['tsc', '-p', '.', '--noEmit'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const files = [
    ...new Set([...stdout.matchAll(/^(\S+)\(\d+,\d+\): error/gm)].map(([, file]) => file)),
  ].sort();
  assert.equal(status === 0, files.length === 0, stdout);
  return files;
}

/** Runs tests and returns the names of those that passed; throws where one failed. */
function testsOf(folder, ...files) {
  const words = ['vitest', 'run', '--project', 'fast*', '--typecheck=false', '--reporter=json', ...files];
  const { stdout, stderr } = spawnSync('npx', words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 ** 2,
  });
  const report = JSON.parse(stdout.slice(stdout.indexOf('{')));
  assert.ok(report.success, stderr); // a file that cannot be loaded has no results
  const results = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = results.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
  assert.deepEqual(failed, [], stderr);
  return results.filter(({ status }) => status === 'passed').map(({ fullName }) => fullName);
}

/** Follows a recipe that adds a preset: its rows and tests must appear by themselves. */
function checkPreset(recipe, name, tests) {
  const folder = follow(recipe);
  assert.deepEqual(faultyFiles(folder), [], 'the recipe does not compile');
  run('npm', ['run', 'presets'], folder);
  run('npm', ['run', 'references'], folder);
  assert.match(readFileSync(join(folder, 'docs/presets.md'), 'utf8'), new RegExp(`^\\| \`${name}\` `, 'm'));
  const own = testsOf(folder, ...tests).filter((test) => test.includes(name));
  assert.ok(own.length > 0, `no test names ${name}`);
  console.log(`${recipe}: ${name} has its row, and ${own.length} tests of its own`);
}

checkPreset('tissue', 'liverTumourGoSmart', [
  'tests/unit/presets',
  'tests/house/presets.test.ts',
  'tests/docs/references.test.ts',
]);
checkPreset('kinetics', 'weaverStollLow', [
  'tests/unit/presets',
  'tests/house/presets.test.ts',
  'tests/docs/references.test.ts',
]);

const listed = [...text.matchAll(/^\| `((?:src|tests)\/[^`]+\.ts)`/gm)].map(([, file]) => file).sort();
assert.deepEqual(faultyFiles(follow('heating')), listed, 'the compiler names other files');
console.log(`heating: the compiler names the ${listed.length} files of the table`);
