import { basename } from 'node:path';
import type { Command } from 'commander';
import {
  describeCriterion,
  type EstimateOptions,
  type LesionEstimate,
  type Measured,
  type ResolutionName,
  toJson,
} from 'rf-lesion';
import { inColumns, printMeasured } from '../output/measured-in-words.js';
import { compute } from './compute.js';
import { readProblem } from './problem-file.js';
import type { Session } from './session.js';

/** What is compared, and how it is printed. */
const SIZES = [
  ['width', 'width mm', 1e3],
  ['length', 'length mm', 1e3],
  ['volume', 'volume mm³', 1e9],
] as const;

/** Both errors may be in one direction. */
function difference(a: Measured, b: Measured): Measured {
  const isKnown = a.numericalError !== null && b.numericalError !== null;
  return { value: b.value - a.value, numericalError: isKnown ? a.numericalError + b.numericalError : null };
}

/** Two lesions side by side, after the cool-down. */
function comparison(a: LesionEstimate, b: LesionEstimate, names: readonly [string, string]): string {
  const pairs = a.lesions.flatMap((one, k) =>
    b.lesions.slice(k, k + 1).map((other) => [one, other] as const),
  );
  const rows = pairs.flatMap(([{ criterion, final }, { final: otherFinal }]) =>
    SIZES.map(([size, words, scale]) => {
      const [one, other] = [final[size], otherFinal[size]];
      const shown = [one, other, difference(one, other)].map((measured) => printMeasured(measured, scale));
      return [describeCriterion(criterion), words, ...shown];
    }),
  );
  return inColumns([['after the cool-down', '', ...names, 'difference'], ...rows], 2);
}

interface CompareOptions {
  readonly resolution?: string;
  readonly json?: boolean;
}

/** Adds `rf-lesion compare`. */
export function addCompareCommand(program: Command, session: Session): void {
  program
    .command('compare')
    .description('two problems side by side: their lesions and the difference')
    .argument('<first.json>', 'a Problem as JSON')
    .argument('<second.json>', 'another')
    .option('--resolution <name>', 'draft, standard or fine')
    .option('--json', 'print both answers as JSON')
    .addHelpText('after', '\nExample:\n  rf-lesion compare bare.json insulated.json')
    .action(async (first: string, second: string, { resolution, json }: CompareOptions) => {
      const options: EstimateOptions =
        resolution === undefined ? {} : { resolution: resolution as ResolutionName };
      const problems = [await readProblem(first), await readProblem(second)] as const;
      const a = await compute(problems[0], options, session);
      const b = await compute(problems[1], options, session);
      const names = [basename(first), basename(second)] as const;
      session.io.stdout.write(
        `${json === true ? toJson({ first: a, second: b }) : comparison(a, b, names)}\n`,
      );
    });
}
