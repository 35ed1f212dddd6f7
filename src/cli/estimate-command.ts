import type { Command } from 'commander';
import { DEFAULTS, tissues } from 'rf-lesion';
import { answer, type PrintedOptions, withAnswerOptions } from './output.js';
import { ALL_MODELS, DEFAULT_MODEL, GAUGE_RANGE, problemFrom, type ProblemWords } from './problem-words.js';
import type { Session } from './session.js';

const EXAMPLE =
  'rf-lesion estimate --gauge 22 --tip "5 mm" --temperature "80 degC" --time "90 s" --tissue muscle';

/** Adds `rf-lesion estimate`. */
export function addEstimateCommand(program: Command, session: Session): void {
  const command = program.command('estimate');
  command
    .description(
      'estimate the lesion of a needle that heats tissue for a time; schedules and cooled needles are read by run',
    )
    .option('--gauge <number>', `of the needle, ${GAUGE_RANGE}`)
    .option('--tip <length>', 'bare length of the tip, as in "5 mm"')
    .option(
      '--temperature <temperature>',
      'set temperature, as in "80 degC"; of pulses, the highest at the sensor',
    )
    .option('--time <time>', 'from the start to switch-off, the ramp included, as in "90 s" or "1.5 min"')
    .option('--ramp <time>', 'linear rise to the set temperature (default: "10 s")')
    .option('--power <power>', 'of the model power, as in "5 W"')
    .option('--voltage <voltage>', 'rms, of the models voltage and pulsed, as in "45 V"')
    .option('--pulse-width <time>', `of the model pulsed (default: "${1e3 * DEFAULTS.pulsed.pulseWidth} ms")`)
    .option('--pulse-rate <rate>', `of the model pulsed (default: "${DEFAULTS.pulsed.pulseRate} Hz")`)
    .option('--tissue <name>', `one of ${Object.keys(tissues).join(', ')}`)
    .option('--start <temperature>', 'of everything before heating (default: "37 degC")')
    .option('--model <name>', `one of ${ALL_MODELS.join(', ')} (default: "${DEFAULT_MODEL}")`)
    .addHelpText('after', `\nExample:\n  ${EXAMPLE}`)
    .action(async ({ json, compare, resolution, receipt, ...words }: ProblemWords & PrintedOptions) => {
      if (Object.keys(words).length === 0) command.help({ error: true });
      const problem = await problemFrom(words);
      const tissue = `tissue ${words.tissue ?? ''}`;
      const given = Object.entries({ json, compare, resolution, receipt }).filter(
        ([, value]) => value !== undefined,
      );
      await answer(problem, { ...(Object.fromEntries(given) as PrintedOptions), tissue }, session);
    });
  withAnswerOptions(command);
}
