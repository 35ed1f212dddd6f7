import { basename } from 'node:path';
import type { Command } from 'commander';
import { answer, withAnswerOptions } from './output.js';
import type { PrintedOptions } from './output.js';
import { readProblem } from './problem-file.js';
import type { Session } from './session.js';

/** Adds `rf-lesion run`. */
export function addRunCommand(program: Command, session: Session): void {
  const command = program
    .command('run')
    .description('estimate the lesion of a problem in a JSON file')
    .argument('<problem.json>', 'a Problem as JSON: SI units, temperatures in °C');
  withAnswerOptions(command)
    .addHelpText('after', '\nExample:\n  rf-lesion run problem.json --resolution fine --receipt receipt.json')
    .action(async (file: string, options: PrintedOptions) => {
      await answer(await readProblem(file), { ...options, tissue: `tissue of ${basename(file)}` }, session);
    });
}
