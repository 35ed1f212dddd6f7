import { createRequire } from 'node:module';
import { Command, CommanderError } from 'commander';
import { type ErrorCode, LesionModelError } from 'rf-lesion';
import { addChartCommand } from './chart-command.js';
import { addCompareCommand } from './compare-command.js';
import { addEstimateCommand } from './estimate-command.js';
import { inRed } from './colour.js';
import { addRunCommand } from './run-command.js';
import { addExportCommand } from './export-command.js';
import { addPlotCommand } from './plot-command.js';
import { addPresetsCommand } from './presets-command.js';
import { addReplayCommand } from './replay-command.js';
import { type CliOutput, EXIT, EXIT_WORDS, type Session } from './session.js';

/** Errors that are the caller's: a wrong value, a file that cannot be read, a region too small for the lesion. */
const BAD_INPUT: readonly ErrorCode[] = ['invalid-input', 'domain-too-small'];

function isBadInput(error: unknown): boolean {
  return error instanceof LesionModelError && BAD_INPUT.includes(error.code);
}

function createProgram(session: Session): Command {
  const { io } = session;
  const { version } = createRequire(import.meta.url)('rf-lesion/package.json') as { version: string };
  const program = new Command('rf-lesion')
    .description('Estimates the size of a radiofrequency lesion. Research software, not a medical device.')
    .version(version)
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .addHelpText('after', `\n${EXIT_WORDS}`)
    .exitOverride();
  addEstimateCommand(program, session);
  addRunCommand(program, session);
  addCompareCommand(program, session);
  addChartCommand(program, session);
  addPlotCommand(program, session);
  addExportCommand(program, session);
  addReplayCommand(program, session);
  addPresetsCommand(program, session);
  return program;
}

/**
 * Runs the command line.
 *
 * @param argv - The words after `rf-lesion`.
 * @returns The exit code, one of {@link EXIT}; an error is told in one sentence on stderr.
 */
export async function runCli(argv: readonly string[], io: CliOutput): Promise<number> {
  const session: Session = { io, exitCode: EXIT.done };
  try {
    await createProgram(session).parseAsync(argv, { from: 'user' });
    return session.exitCode;
  } catch (error) {
    // commander has written its own message.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badInput;
    io.stderr.write(`${inRed(error instanceof Error ? error.message : String(error), io.stderr)}\n`);
    return isBadInput(error) ? EXIT.badInput : EXIT.failed;
  }
}
