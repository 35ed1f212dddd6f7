import type { Command } from 'commander';
import {
  compareCriteria,
  DEFAULTS,
  type EstimateOptions,
  formatComparison,
  formatEstimate,
  type LesionEstimate,
  type Problem,
  publishedCriteria,
  switchOffTime,
  type ResolutionName,
  toJson,
} from 'rf-lesion';
import { compute } from './compute.js';
import { writeWhole } from './files.js';
import type { Session } from './session.js';

/** How an answer is asked for and printed: the options that several commands share. */
export interface PrintedOptions {
  readonly json?: boolean;
  /** By every published damage rule. */
  readonly compare?: boolean;
  /** 'draft', 'standard' or 'fine'. */
  readonly resolution?: string;
  /** A file for the receipt. */
  readonly receipt?: string;
}

/** Adds these options to a command. */
export function withAnswerOptions(command: Command): Command {
  return command
    .option('--resolution <name>', 'draft, standard or fine')
    .option('--compare', 'every published damage rule side by side')
    .option('--json', 'print JSON instead of a table')
    .option('--receipt <file>', 'write what is needed to repeat the run: see replay');
}

/** The same, and what the answer itself does not say. */
interface PrintOptions extends PrintedOptions {
  /** Which tissue it is, as in 'tissue muscle'. */
  readonly tissue: string;
}

const CAVEAT =
  '± is the numerical error alone: it says nothing of how well tissue, needle and model match the patient or the bench.';

/** Digits of what a generator shows. */
const DIGITS = 4;

/** Of a sum of time steps, relative. */
const ROUND_OFF = 1e-9;

/** What the generator showed at switch-off; nothing for a heating without a current. */
function generatorLines({ history, run }: LesionEstimate): string[] {
  const { time, voltage, impedance, power, energy } = history;
  if (!voltage || !impedance) return [];
  const duration = switchOffTime(run.problem.heating);
  const at = time.findLastIndex((t) => t <= duration * (1 + ROUND_OFF));
  const shown = (values: Float64Array, unit: string): string =>
    `${Number((values[at] ?? NaN).toPrecision(DIGITS))} ${unit}`;
  return [
    '',
    `generator at switch-off: ${shown(voltage, 'V')}, ${shown(impedance, 'Ω')}, ${shown(power, 'W')}, ${shown(energy, 'J')} delivered`,
  ];
}

function printable(estimate: LesionEstimate, { tissue, compare }: PrintOptions): string {
  const { heating, startTemperature = DEFAULTS.startTemperature } = estimate.run.problem;
  const heading = `model ${heating.kind}, ${tissue}, start at ${startTemperature} °C`;
  const table =
    compare === true
      ? ['after the cool-down, ± (numerical)', formatComparison(compareCriteria(estimate))].join('\n')
      : formatEstimate(estimate);
  return [heading, table, '', CAVEAT, ...generatorLines(estimate)].join('\n');
}

/** Answers a problem and prints the answer, for people or for programs. */
export async function answer(problem: Problem, options: PrintOptions, session: Session): Promise<void> {
  const { json, compare, resolution, receipt } = options;
  const settings: EstimateOptions = {
    ...(resolution === undefined ? {} : { resolution: resolution as ResolutionName }),
    ...(compare === true ? { criteria: publishedCriteria } : {}),
  };
  const estimate = await compute(problem, settings, session);
  session.io.stdout.write(`${json === true ? toJson(estimate) : printable(estimate, options)}\n`);
  if (receipt !== undefined) await writeWhole(receipt, `${toJson(estimate.receipt)}\n`);
}
