/** Holds the ratios to their limits; exits with 1 when one is missed. Tools that are not installed are skipped, and so is dist/. */
import { compareAll } from './compare/comparisons.js';
import { measureCurves } from './compare/time-to-error.js';
import { formatGates, gatesBeside, gatesOf, isMissed } from './gates.js';
import { countInstructions, overStored } from './instructions.js';
import { measureAll } from './measurements.js';

const gates = [
  ...gatesOf(await measureAll()),
  ...gatesBeside({
    comparisons: compareAll(),
    curves: measureCurves(),
    instructions: overStored(countInstructions()),
  }),
];
const missed = gates.filter(isMissed);
console.log(formatGates(gates));
console.log(
  missed.length === 0 ? '\nall gates held' : `\nmissed: ${missed.map(({ name }) => name).join('; ')}`,
);
process.exitCode = missed.length === 0 ? 0 : 1;
