import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { LesionModelError, type Problem } from 'rf-lesion';
import { answer, type CliOutput } from './output.js';

interface RunOptions {
  readonly resolution?: string;
  readonly json?: boolean;
  readonly compare?: boolean;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A file may say which schema it follows, for editors: `rf-lesion/schema.json`. It is no part of the problem. */
function withoutSchema(content: unknown): unknown {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return content;
  const { $schema, ...problem } = content as Readonly<Record<string, unknown>>;
  return $schema === undefined || typeof $schema === 'string' ? problem : content;
}

/** A problem from a file; what is in it is checked by whoever computes it. */
async function readProblem(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new LesionModelError('invalid-input', `${file} cannot be read: ${reasonOf(error)}.`);
  });
  try {
    return withoutSchema(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    throw new LesionModelError(
      'invalid-input',
      `${file} must be a problem in JSON, but is not JSON: ${reasonOf(error)}.`,
    );
  }
}

/** Adds `rf-lesion run`. */
export function addRunCommand(program: Command, io: CliOutput): void {
  program
    .command('run')
    .description('estimate the lesion of a problem in a JSON file')
    .argument('<problem.json>', 'a Problem as JSON: SI units, temperatures in °C')
    .option('--resolution <name>', 'draft, standard or fine')
    .option('--compare', 'every published damage rule side by side')
    .option('--json', 'print JSON instead of a table')
    .action(async (file: string, options: RunOptions) => {
      const problem = (await readProblem(file)) as Problem;
      answer(problem, { ...options, tissue: `tissue of ${basename(file)}` }, io);
    });
}
