// Publishes without publishing: npm must have nothing to correct, and the package must hold what it should and nothing else.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const { stdout, stderr, status } = spawnSync('npm', ['publish', '--dry-run', '--json'], { encoding: 'utf8' });
assert.equal(status, 0, stderr);
const corrected = stderr
  .split('\n')
  .filter((line) => /auto-corrected|errors corrected|invalid|removed/.test(line));
assert.deepEqual(corrected, [], 'npm corrects package.json');

const report = JSON.parse(stdout);
const { files, size, unpackedSize, bundled } = report.files ? report : Object.values(report)[0];
const names = files.map(({ path }) => path);
const needed = [
  'LICENSE',
  'README.md',
  'CHANGELOG.md',
  'package.json',
  'dist/cli.js',
  'dist/schema.json',
  'dist/THIRD-PARTY-LICENSES.txt',
];
assert.deepEqual(
  needed.filter((name) => !names.includes(name)),
  [],
  'files are missing',
);
const strange = names.filter(
  (name) => !needed.includes(name) && !/^dist\/[\w.-]+\.(js|cjs|d\.ts|d\.cts)$/.test(name),
);
assert.deepEqual(strange, [], 'files that nobody needs');
assert.deepEqual(bundled, []);
const inKilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
console.log(
  `publish, dry run: ${names.length} files, ${inKilobytes(size)} packed, ${inKilobytes(unpackedSize)} unpacked`,
);
