import {
  cannula,
  gauges,
  LesionModelError,
  type Problem,
  type SingleHeating,
  type TissueName,
  tissues,
} from 'rf-lesion';
import type { Dimension } from 'rf-lesion/units';
import { requireOneOf } from './known.js';

const A_GAUGE = 'a needle gauge such as 22';

const known = Object.keys(gauges).map(Number);
/** The gauges that `--gauge` takes, in words. */
export const GAUGE_RANGE: string = `${Math.min(...known)} to ${Math.max(...known)}`;

/** The options by which one line tells a problem. */
export interface ProblemWords {
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
}

/** The heatings that one line can tell; schedules and all else are read from a file by `rf-lesion run`. */
type Model = SingleHeating['kind'];

export const DEFAULT_MODEL: Model = 'temperature';

const MODELS: Readonly<Record<Model, string>> = {
  temperature: 'RF current, controlled at the sensor',
  'tip-temperature': 'bare surface held',
  power: 'RF current of constant power',
  voltage: 'RF current of constant voltage',
  pulsed: 'RF current in pulses',
};
export const ALL_MODELS: readonly string[] = Object.entries(MODELS).map(
  ([name, what]) => `'${name}' (${what})`,
);

function required(value: string | undefined, option: string, what: string): string {
  if (value !== undefined) return value;
  throw new LesionModelError('invalid-input', `${option} must be ${what}, but is missing.`, option);
}

function gaugeFrom(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new LesionModelError('invalid-input', `--gauge must be ${A_GAUGE}, but was '${text}'.`, '--gauge');
}

const tissueNamed = (name: string): Problem['tissue'] =>
  tissues[requireOneOf('--tissue', name, Object.keys(tissues) as TissueName[])];

const modelNamed = (name: string): Model =>
  requireOneOf('--model', name, Object.keys(MODELS) as Model[], ALL_MODELS);

/** What reads the options that are quantities. */
interface QuantityReader {
  needed(option: keyof ProblemWords, dimension: Dimension, what: string): number;
  /** A record with the quantity under a key, or an empty one. */
  optional<K extends string>(
    option: keyof ProblemWords,
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
const OF_MODELS: Readonly<Partial<Record<keyof ProblemWords, readonly Model[]>>> = {
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
function requireKnown(options: ProblemWords, model: Model): void {
  for (const [option, models] of Object.entries(OF_MODELS)) {
    if (options[option as keyof ProblemWords] === undefined || models.includes(model)) continue;
    const message = `${flag(option)} must be left out of the model ${model}.`;
    throw new LesionModelError('invalid-input', message, flag(option));
  }
}

/** The problem that the options describe. */
export async function problemFrom(options: ProblemWords): Promise<Problem> {
  const gauge = required(options.gauge, '--gauge', A_GAUGE);
  const model = modelNamed(options.model ?? DEFAULT_MODEL);
  requireKnown(options, model);
  const { parseQuantity } = await import('rf-lesion/units');
  const read: QuantityReader = {
    needed: (option, dimension, what) =>
      parseQuantity(required(options[option], flag(option), what), dimension, flag(option)),
    optional: (option, dimension, key) => {
      const text = options[option];
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
