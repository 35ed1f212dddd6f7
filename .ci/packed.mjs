// The built package as a user gets it: packed, and installed in an empty project outside the work tree.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const repository = resolve(import.meta.dirname, '..');

/** The one case that every way of calling the package must answer with the same digits. */
export const problem = `{
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'tip-temperature', target: 80, ramp: 10, duration: 90 },
}`;

/** The same case for the command. */
export const command = [
  ...[
    'rf-lesion',
    'estimate',
    '--gauge',
    '22',
    '--tip',
    '5 mm',
    '--temperature',
    '80 degC',
    '--time',
    '90 s',
  ],
  ...['--tissue', 'muscle', '--model', 'tip-temperature', '--json'],
];

/** Installs the packed package; the folder is removed when the process ends. */
export function installPacked() {
  const folder = mkdtempSync(join(tmpdir(), 'rf-lesion-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], repository));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  run('npm', ['install', '--no-audit', '--no-fund', `./${filename}`], folder);
  return folder;
}

/** Writes a script into the folder, runs it with Node and returns what it printed. */
export function runScript(folder, name, text) {
  writeFileSync(join(folder, name), text);
  return run(process.execPath, [name], folder).trim();
}

/** The width of the case [m] as JSON, from Node. */
export function widthInNode(folder) {
  return runScript(
    folder,
    'width.mjs',
    `import { cannula, estimateLesion, tissues } from 'rf-lesion';
     console.log(JSON.stringify(estimateLesion(${problem}).width.value));`,
  );
}

export function run(program, options, cwd) {
  const maxBuffer = 64 * 1024 ** 2; // an answer in JSON has all its fields
  return execFileSync(program, options, {
    cwd,
    encoding: 'utf8',
    maxBuffer,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
