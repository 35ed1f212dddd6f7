import { createRequire } from 'node:module';
import { Command, CommanderError } from 'commander';
import { type ErrorCode, LesionModelError } from 'rf-lesion';
import { addEstimateCommand } from './estimate-command.js';
import { addRunCommand } from './run-command.js';
import type { CliOutput } from './output.js';

/** What the shell is told. */
const EXIT = { done: 0, failed: 1, badInput: 2 } as const;

/** Errors that are the caller's: a wrong value, a file that cannot be read, a region too small for the lesion. */
const BAD_INPUT: readonly ErrorCode[] = ['invalid-input', 'domain-too-small'];

function isBadInput(error: unknown): boolean {
  return error instanceof LesionModelError && BAD_INPUT.includes(error.code);
}

function createProgram(io: CliOutput): Command {
  const { version } = createRequire(import.meta.url)('rf-lesion/package.json') as { version: string };
  const program = new Command('rf-lesion')
    .description('Estimates the size of a radiofrequency lesion. Research software, not a medical device.')
    .version(version)
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .exitOverride();
  addEstimateCommand(program, io);
  addRunCommand(program, io);
  return program;
}

/**
 * Runs the command line.
 *
 * @param argv - The words after `rf-lesion`.
 * @returns The exit code: 0; 2 for bad input, with one sentence on stderr; 1 for any other failure.
 */
export async function runCli(argv: readonly string[], io: CliOutput): Promise<number> {
  try {
    await createProgram(io).parseAsync(argv, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    // commander has written its own message.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badInput;
    io.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return isBadInput(error) ? EXIT.badInput : EXIT.failed;
  }
}
