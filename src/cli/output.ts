import { formatEstimate, type LesionEstimate, toJson } from 'rf-lesion';

/** Where the command line writes to; `process` is one. */
export interface CliOutput {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** Prints an answer, for people or for programs. */
export function printEstimate(
  estimate: LesionEstimate,
  { json }: { readonly json?: boolean },
  io: CliOutput,
): void {
  const text = json === true ? toJson(estimate) : formatEstimate(estimate);
  io.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}
