// Installs the packed package in an empty project and calls it in every way that a Node user can.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, installPacked, problem, repository, run, runScript, widthInNode } from './packed.mjs';

const folder = installPacked();

const width = widthInNode(folder);
assert.ok(Number(width) > 0, `The width must be a positive number, got ${width}.`);
console.log(`import: width ${width} m`);

const required = runScript(
  folder,
  'required.cjs',
  `const { cannula, estimateLesion, tissues } = require('rf-lesion');
   console.log(JSON.stringify(estimateLesion(${problem}).width.value));`,
);
assert.equal(required, width, 'require() and import differ');
console.log('require: the same digits');

const printed = JSON.parse(run('npx', ['--no', '--', ...command], folder));
assert.equal(JSON.stringify(printed.width.value), width, 'the command and import differ');
console.log('command: the same digits');

for (const entry of ['units', 'ndarray', 'output', 'plot']) {
  runScript(
    folder,
    `${entry}.mjs`,
    `import assert from 'node:assert/strict';
     import { createRequire } from 'node:module';
     import * as imported from 'rf-lesion/${entry}';
     const required = createRequire(import.meta.url)('rf-lesion/${entry}');
     assert.ok(Object.keys(imported).length > 0);
     assert.deepEqual(Object.keys(required).sort(), Object.keys(imported).sort());`,
  );
  console.log(`rf-lesion/${entry}: import and require agree`);
}

const typed = `import { cannula, estimateLesion, tissues, type Problem } from 'rf-lesion';
import * as units from 'rf-lesion/units';
import * as views from 'rf-lesion/ndarray';
import * as output from 'rf-lesion/output';
import * as plot from 'rf-lesion/plot';

const problem: Problem = ${problem};
export const width: number = estimateLesion(problem).width.value;
// @ts-expect-error The width is a number: the types have arrived.
export const text: string = estimateLesion(problem).width.value;
export const entries: object[] = [units, views, output, plot];
`;
const compiler = join(repository, 'node_modules/typescript/bin/tsc');
const strict = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2023,dom'];
for (const [resolution, module, files] of [
  ['node16', 'node16', ['typed.mts', 'typed.cts']],
  ['bundler', 'esnext', ['typed.ts']],
]) {
  for (const file of files) writeFileSync(join(folder, file), typed);
  execFileSync(
    process.execPath,
    [compiler, ...strict, '--module', module, '--moduleResolution', resolution, ...files],
    { cwd: folder, stdio: 'inherit' },
  );
  console.log(`types, moduleResolution ${resolution}: ok`);
}
