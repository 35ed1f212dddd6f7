// What a user would pick instead, side by side with this package in one run: `npm run bench:compare`. Contenders take turns, each
// measured by the CPU clock of its own process; a tool that is not installed is skipped with a word.
import { mkdirSync, writeFileSync } from 'node:fs';
import { stamp } from '../../tests/support/stamp.js';
import { formatGates, gatesBeside } from '../gates.js';
import { countInstructions, overStored } from '../instructions.js';
import { compareAll } from './comparisons.js';
import { cheapestTo, type Curve, measureCurves, METHODS } from './time-to-error.js';

const ERRORS = [0.01, 0.003, 0.001, 0.0003];

function printCurve(curve: Curve): void {
  console.log(`\n${curve.task}, CPU time to a true error of the width:`);
  for (const { by, choice, size, error, bar, time } of curve.points) {
    const shown = bar === null ? '' : ` ± ${(100 * bar).toFixed(3)} %`;
    const numbers = `${String(size).padStart(6)}  ${(100 * error).toFixed(3)} %${shown.padEnd(11)}  ${time.toFixed(1)} ms`;
    console.log(`  ${METHODS[by].padEnd(30)}${choice.padEnd(30)}${numbers}`);
  }
  for (const isSure of [false, true]) {
    console.log(isSure ? '  and as good by every finer choice:' : '  by the cheapest choice:');
    for (const error of ERRORS) {
      const [bare, barred, fe] = (['bare', 'barred', 'fe'] as const).map((by) => {
        const found = cheapestTo(error, by, curve, isSure);
        return found ? `${found.time.toFixed(1)} ms` : '–';
      });
      console.log(`    ${100 * error} %: ${bare}, with bar ${barred}, FreeFem++ ${fe}`);
    }
  }
}

const comparisons = compareAll();
for (const { name, ours, theirs, ratio, note } of Object.values(comparisons)) {
  const numbers =
    ratio === null
      ? '–'
      : `${ratio.toFixed(4)}  (${ours!.toPrecision(3)} ms against ${theirs!.toPrecision(3)} ms)`;
  console.log(`${name}\n  ${numbers}; ${note}`);
}
const curves = measureCurves();
Object.values(curves).forEach(printCurve);
const instructions = overStored(countInstructions());
const beside = { comparisons, curves, instructions };
const gates = gatesBeside(beside);
console.log(`\n${formatGates(gates)}`);
mkdirSync('out', { recursive: true });
writeFileSync('out/bench-compare.json', `${JSON.stringify({ ...stamp(), ...beside, gates }, null, 2)}\n`);
