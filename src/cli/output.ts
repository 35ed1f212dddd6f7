import {
  compareCriteria,
  DEFAULTS,
  type EstimateOptions,
  estimateLesion,
  formatComparison,
  formatEstimate,
  type LesionEstimate,
  type Problem,
  publishedCriteria,
  switchOffTime,
  type ResolutionName,
  toJson,
} from 'rf-lesion';

/** Where the command line writes to; `process` is one. */
export interface CliOutput {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** How to answer and to print, and what the answer itself does not say. */
export interface PrintOptions {
  readonly json?: boolean;
  /** By every published damage rule. */
  readonly compare?: boolean;
  /** 'draft', 'standard' or 'fine'. */
  readonly resolution?: string;
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
export function answer(problem: Problem, options: PrintOptions, io: CliOutput): void {
  const { json, compare, resolution } = options;
  const settings: EstimateOptions = {
    ...(resolution === undefined ? {} : { resolution: resolution as ResolutionName }),
    ...(compare === true ? { criteria: publishedCriteria } : {}),
  };
  const estimate = estimateLesion(problem, settings);
  io.stdout.write(`${json === true ? toJson(estimate) : printable(estimate, options)}\n`);
}
