import type { Command } from 'commander';
import { cannula, type Heating, LesionModelError, type Problem, type TissueName, tissues } from 'rf-lesion';
import type { Dimension } from 'rf-lesion/units';
import { answer, type CliOutput } from './output.js';

const EXAMPLE =
  'rf-lesion estimate --gauge 22 --tip "5 mm" --temperature "80 degC" --time "90 s" --tissue muscle';

const A_GAUGE = 'a needle gauge such as 22';

interface EstimateOptions {
  readonly gauge?: string;
  readonly tip?: string;
  readonly temperature?: string;
  readonly time?: string;
  readonly ramp?: string;
  readonly tissue?: string;
  readonly start?: string;
  readonly model?: string;
  readonly resolution?: string;
  readonly json?: boolean;
  readonly compare?: boolean;
}

/** The heatings that take a set temperature. */
type Model = Extract<Heating['kind'], 'temperature' | 'tip-temperature'>;

const DEFAULT_MODEL: Model = 'temperature';

const MODELS =
  "'temperature' (RF current, controlled at the sensor) or 'tip-temperature' (bare surface held)";

function required(value: string | undefined, option: string, what: string): string {
  if (value !== undefined) return value;
  throw new LesionModelError('invalid-input', `${option} must be ${what}, but is missing.`, option);
}

function gaugeFrom(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new LesionModelError('invalid-input', `--gauge must be ${A_GAUGE}, but was '${text}'.`, '--gauge');
}

function tissueNamed(name: string): Problem['tissue'] {
  if (Object.hasOwn(tissues, name)) return tissues[name as TissueName];
  const known = Object.keys(tissues).join(', ');
  throw new LesionModelError(
    'invalid-input',
    `--tissue must be one of ${known}, but was '${name}'.`,
    '--tissue',
  );
}

function modelNamed(name: string): Model {
  if (name === 'temperature' || name === 'tip-temperature') return name;
  throw new LesionModelError('invalid-input', `--model must be ${MODELS}, but was '${name}'.`, '--model');
}

/** The problem that the options describe. */
async function problemFrom(options: EstimateOptions): Promise<Problem> {
  const gauge = required(options.gauge, '--gauge', A_GAUGE);
  const tip = required(options.tip, '--tip', "a length such as '5 mm'");
  const temperature = required(options.temperature, '--temperature', "a temperature such as '80 degC'");
  const time = required(options.time, '--time', "a time such as '90 s'");
  const tissue = tissueNamed(
    required(options.tissue, '--tissue', `one of ${Object.keys(tissues).join(', ')}`),
  );

  const model = modelNamed(options.model ?? DEFAULT_MODEL);

  const { parseQuantity } = await import('rf-lesion/units');
  const optional = (value: string | undefined, dimension: Dimension, option: string, key: string): object =>
    value === undefined ? {} : { [key]: parseQuantity(value, dimension, option) };

  return {
    electrode: cannula({ gauge: gaugeFrom(gauge), tipLength: parseQuantity(tip, 'length', '--tip') }),
    tissue,
    heating: {
      kind: model,
      target: parseQuantity(temperature, 'temperature', '--temperature'),
      duration: parseQuantity(time, 'time', '--time'),
      ...optional(options.ramp, 'time', '--ramp', 'ramp'),
    },
    ...optional(options.start, 'temperature', '--start', 'startTemperature'),
  };
}

/** Adds `rf-lesion estimate`. */
export function addEstimateCommand(program: Command, io: CliOutput): void {
  const command = program.command('estimate');
  command
    .description('estimate the lesion of a needle that is kept at a temperature for a time')
    .option('--gauge <number>', 'of the needle, 16 to 25')
    .option('--tip <length>', 'bare length of the tip, as in "5 mm"')
    .option('--temperature <temperature>', 'set temperature, as in "80 degC"')
    .option('--time <time>', 'from the start to switch-off, the ramp included, as in "90 s" or "1.5 min"')
    .option('--ramp <time>', 'linear rise to the set temperature (default: "10 s")')
    .option('--tissue <name>', `one of ${Object.keys(tissues).join(', ')}`)
    .option('--start <temperature>', 'of everything before heating (default: "37 degC")')
    .option('--model <name>', `${MODELS} (default: "${DEFAULT_MODEL}")`)
    .option('--resolution <name>', 'draft, standard or fine')
    .option('--compare', 'every published damage rule side by side')
    .option('--json', 'print JSON instead of a table')
    .addHelpText('after', `\nExample:\n  ${EXAMPLE}`)
    .action(async ({ json, compare, resolution, ...words }: EstimateOptions) => {
      if (Object.keys(words).length === 0) command.help({ error: true });
      const problem = await problemFrom(words);
      const how = {
        json: json === true,
        compare: compare === true,
        ...(resolution === undefined ? {} : { resolution }),
      };
      answer(problem, { ...how, tissue: `tissue ${words.tissue ?? ''}` }, io);
    });
}
