import type { Command } from 'commander';
import {
  cannula,
  DEFAULTS,
  LesionModelError,
  type Problem,
  type SingleHeating,
  type TissueName,
  tissues,
} from 'rf-lesion';
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
  readonly power?: string;
  readonly voltage?: string;
  readonly pulseWidth?: string;
  readonly pulseRate?: string;
  readonly tissue?: string;
  readonly start?: string;
  readonly model?: string;
  readonly resolution?: string;
  readonly json?: boolean;
  readonly compare?: boolean;
}

/** The heatings that one line can tell; schedules and all else are read from a file by `rf-lesion run`. */
type Model = SingleHeating['kind'];

const DEFAULT_MODEL: Model = 'temperature';

const MODELS: Readonly<Record<Model, string>> = {
  temperature: 'RF current, controlled at the sensor',
  'tip-temperature': 'bare surface held',
  power: 'RF current of constant power',
  voltage: 'RF current of constant voltage',
  pulsed: 'RF current in pulses',
};
const ALL_MODELS = Object.entries(MODELS)
  .map(([name, what]) => `'${name}' (${what})`)
  .join(', ');

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
  if (Object.hasOwn(MODELS, name)) return name as Model;
  throw new LesionModelError(
    'invalid-input',
    `--model must be one of ${ALL_MODELS}, but was '${name}'.`,
    '--model',
  );
}

/** What reads the options that are quantities. */
interface QuantityReader {
  needed(option: keyof EstimateOptions, dimension: Dimension, what: string): number;
  /** A record with the quantity under a key, or an empty one. */
  optional<K extends string>(
    option: keyof EstimateOptions,
    dimension: Dimension,
    key: K,
  ): { readonly [key in K]?: number };
}

/** The heating that the options describe. */
function heatingFrom(model: Model, { needed, optional }: QuantityReader): SingleHeating {
  const duration = needed('time', 'time', "a time such as '90 s'");
  switch (model) {
    case 'temperature':
    case 'tip-temperature': {
      const target = needed('temperature', 'temperature', "a temperature such as '80 degC'");
      return { kind: model, target, duration, ...optional('ramp', 'time', 'ramp') };
    }
    case 'power':
      return { kind: model, power: needed('power', 'power', "a power such as '5 W'"), duration };
    case 'voltage':
      return { kind: model, voltage: needed('voltage', 'voltage', "a voltage such as '20 V'"), duration };
    case 'pulsed': {
      const limit = optional('temperature', 'temperature', 'maxSensorTemperature');
      return {
        kind: model,
        duration,
        ...optional('voltage', 'voltage', 'voltage'),
        ...optional('pulseWidth', 'time', 'pulseWidth'),
        ...optional('pulseRate', 'rate', 'pulseRate'),
        ...limit,
      };
    }
  }
}

/** Options that only some models know. */
const OF_MODELS: Readonly<Partial<Record<keyof EstimateOptions, readonly Model[]>>> = {
  temperature: ['temperature', 'tip-temperature', 'pulsed'],
  ramp: ['temperature', 'tip-temperature'],
  power: ['power'],
  voltage: ['voltage', 'pulsed'],
  pulseWidth: ['pulsed'],
  pulseRate: ['pulsed'],
};

/** An option as it is written: `--pulse-width`. */
function flag(option: string): string {
  return `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Refuses what a model does not know. */
function requireKnown(options: EstimateOptions, model: Model): void {
  for (const [option, models] of Object.entries(OF_MODELS)) {
    if (options[option as keyof EstimateOptions] === undefined || models.includes(model)) continue;
    const message = `${flag(option)} must be left out of the model ${model}.`;
    throw new LesionModelError('invalid-input', message, flag(option));
  }
}

/** The problem that the options describe. */
async function problemFrom(options: EstimateOptions): Promise<Problem> {
  const gauge = required(options.gauge, '--gauge', A_GAUGE);
  const model = modelNamed(options.model ?? DEFAULT_MODEL);
  requireKnown(options, model);
  const { parseQuantity } = await import('rf-lesion/units');
  const read: QuantityReader = {
    needed: (option, dimension, what) =>
      parseQuantity(
        required(options[option] as string | undefined, flag(option), what),
        dimension,
        flag(option),
      ),
    optional: (option, dimension, key) => {
      const text = options[option] as string | undefined;
      const found = text === undefined ? {} : { [key]: parseQuantity(text, dimension, flag(option)) };
      return found as Record<typeof key, number>;
    },
  };
  const tipLength = read.needed('tip', 'length', "a length such as '5 mm'");
  const heating = heatingFrom(model, read);
  const tissue = tissueNamed(
    required(options.tissue, '--tissue', `one of ${Object.keys(tissues).join(', ')}`),
  );
  return {
    electrode: cannula({ gauge: gaugeFrom(gauge), tipLength }),
    tissue,
    heating,
    ...read.optional('start', 'temperature', 'startTemperature'),
  };
}

/** Adds `rf-lesion estimate`. */
export function addEstimateCommand(program: Command, io: CliOutput): void {
  const command = program.command('estimate');
  command
    .description(
      'estimate the lesion of a needle that heats tissue for a time; schedules and cooled needles are read by run',
    )
    .option('--gauge <number>', 'of the needle, 16 to 25')
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
    .option('--model <name>', `one of ${ALL_MODELS} (default: "${DEFAULT_MODEL}")`)
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
