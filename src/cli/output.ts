import { formatEstimate, type LesionEstimate, toJson } from 'rf-lesion';

/** Where the command line writes to; `process` is one. */
export interface CliOutput {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** How to print, and what the answer itself does not say. */
export interface PrintOptions {
  readonly json?: boolean;
  /** Its name, where it has one. */
  readonly tissue?: string;
}

const CAVEAT =
  '± is the numerical error alone: it says nothing of how well tissue, needle and model match the patient or the bench.';

function printable(estimate: LesionEstimate, tissue: string | undefined): string {
  const model = `model ${estimate.run.problem.heating.kind}`;
  const heading = tissue === undefined ? model : `${model}, tissue ${tissue}`;
  return [heading, formatEstimate(estimate), '', CAVEAT].join('\n');
}

/** Prints an answer, for people or for programs. */
export function printEstimate(estimate: LesionEstimate, { json, tissue }: PrintOptions, io: CliOutput): void {
  io.stdout.write(`${json === true ? toJson(estimate) : printable(estimate, tissue)}\n`);
}
