/** Holds the ratios to their limits; exits with 1 when one is missed. */
import { formatGates, gatesOf, isMissed } from './gates.js';
import { measureAll } from './measurements.js';

const gates = gatesOf(await measureAll());
const missed = gates.filter(isMissed);
console.log(formatGates(gates));
console.log(
  missed.length === 0 ? '\nall gates held' : `\nmissed: ${missed.map(({ name }) => name).join('; ')}`,
);
process.exitCode = missed.length === 0 ? 0 : 1;
