import { basename } from 'node:path';
import type { Command } from 'commander';
import type { EstimateOptions, LesionEstimate, ResolutionName } from 'rf-lesion';
import type { PlotOptions } from 'rf-lesion/plot';
import { compute } from './compute.js';
import { requireOneOf } from './known.js';
import { writePicture } from './picture-file.js';
import { readProblem } from './problem-file.js';
import type { Session } from './session.js';

const FIGURES = ['lesion', 'generator', 'growth', 'comparison'] as const;

interface PlotCommandOptions {
  readonly figure?: string;
  readonly with?: string;
  readonly title?: string;
  readonly slide?: boolean;
  readonly resolution?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** Adds `rf-lesion plot`. */
export function addPlotCommand(program: Command, session: Session): void {
  program
    .command('plot')
    .description('draw the lesion of a problem in a JSON file, the generator, or how the lesion grew')
    .argument('<problem.json>', 'a Problem as JSON')
    .option('--figure <name>', `one of ${FIGURES.join(', ')} (default: "lesion")`)
    .option('--with <problem.json>', 'the other half of a comparison')
    .option('--title <words>', 'above the picture')
    .option('--slide', 'large words, for a slide and not for a column of a journal')
    .option('--resolution <name>', 'draft, standard or fine')
    .option(
      '--out <file>',
      'an SVG, or a PNG where @resvg/resvg-js is installed; left out, SVG goes to stdout',
    )
    .option('--json', 'print the name of the file, or the picture, as JSON')
    .addHelpText('after', '\nExample:\n  rf-lesion plot problem.json --figure generator --out generator.svg')
    .action(async (file: string, options: PlotCommandOptions) => {
      const { title, slide, resolution, out } = options;
      const figure = requireOneOf(
        '--figure',
        options.figure ?? (options.with ? 'comparison' : 'lesion'),
        FIGURES,
      );
      const settings: EstimateOptions =
        resolution === undefined ? {} : { resolution: resolution as ResolutionName };
      const estimateOf = async (path: string): Promise<LesionEstimate> =>
        compute(await readProblem(path), settings, session);
      const how: PlotOptions = {
        ...(title === undefined ? {} : { title }),
        ...(slide === true ? { size: 'slide' } : {}),
      };
      const { drawComparison, drawGenerator, drawGrowth, drawLesion } = await import('rf-lesion/plot');
      const estimate = await estimateOf(file);
      const draw = async (): Promise<string> => {
        switch (figure) {
          case 'lesion':
            return drawLesion(estimate, how);
          case 'generator':
            return drawGenerator(estimate, how);
          case 'growth':
            return drawGrowth(estimate, how);
          case 'comparison': {
            const other = options.with ?? file;
            const right = { name: basename(other, '.json'), estimate: await estimateOf(other) };
            return drawComparison({ name: basename(file, '.json'), estimate }, right, how);
          }
        }
      };
      const picture = await draw();
      if (options.json === true) {
        session.io.stdout.write(`${JSON.stringify(out === undefined ? { svg: picture } : { file: out })}\n`);
        if (out === undefined) return;
      }
      await writePicture(picture, out, session);
    });
}
