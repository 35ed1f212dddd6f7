/** What the library costs on this machine: prints the limits, and leaves all figures in out/bench.json for `npm run bench:page`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { stamp } from '../tests/support/stamp.js';
import { formatGates, gatesOf } from './gates.js';
import { measureAll } from './measurements.js';

const measurements = await measureAll();
const gates = gatesOf(measurements);
for (const { words, costs } of Object.values(measurements.tasks)) {
  const times = costs.map(
    ({ resolution, plain, withBar }) =>
      `${resolution} ${plain.toFixed(1)} ms, with error bar ${withBar.toFixed(1)} ms`,
  );
  console.log(`${words}: ${times.join('; ')}`);
}
console.log(`\n${formatGates(gates)}`);
mkdirSync('out', { recursive: true });
writeFileSync('out/bench.json', `${JSON.stringify({ ...stamp(), ...measurements, gates }, null, 2)}\n`);
