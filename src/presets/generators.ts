import type { NumberRange } from '../problem/criterion.js';
import type { Evidence } from '../problem/evidence.js';
import type { Source } from '../problem/types.js';
import {
  GO_SMART_GENERATOR,
  IRASTORZA_GENERATOR,
  K032149,
  K033981,
  K173582,
  NT1100_OUTPUT,
  RF_BAND,
} from './sources-device.js';

/** The numbers of a generator that may have evidence. */
export type GeneratorParameter = 'maxPower' | 'setTemperature' | 'voltage' | 'frequency' | 'pulses';

/** What is published of an RF generator; what is left out was not found. Nothing is computed from it. */
export interface RfGenerator {
  readonly name: string;
  /** [W] */
  readonly maxPower?: number;
  /** That can be set [°C]. */
  readonly setTemperature?: NumberRange;
  /** [V] */
  readonly voltage?: NumberRange;
  /** [Hz] */
  readonly frequency?: NumberRange;
  /** Of pulsed RF, as the maker sets it. */
  readonly pulses?: {
    /** Time that a pulse is on [s]. */
    readonly width: number;
    /** [1/s] */
    readonly rate: number;
    /** That the sensor is kept at or below [°C]. */
    readonly maxSensorTemperature: number;
    /** [s] */
    readonly duration: number;
  };
  readonly sources: readonly Source[];
  /** What its numbers rest on. */
  readonly evidence: Readonly<Partial<Record<GeneratorParameter, Evidence>>>;
}

/** Names of the generators at hand. */
export type GeneratorName =
  'nt1100' | 'rita1500x' | 'rf3000' | 'sn20s' | 'thermi' | 'band' | 'irastorzaModel';

type Stated = Omit<RfGenerator, 'name' | 'sources' | 'evidence'>;

/** A generator all of whose numbers are from one source. */
function from(source: Source, name: string, stated: Stated, note?: string): RfGenerator {
  const one: Evidence = { grade: source.grade, sources: [source], ...(note !== undefined && { note }) };
  const parameters = Object.keys(stated) as GeneratorParameter[];
  return {
    name,
    ...stated,
    sources: [source],
    evidence: Object.fromEntries(parameters.map((parameter) => [parameter, one])),
  };
}

/**
 * Generators with the sources of their numbers, for the limits of a heating: `maxPower: generators.nt1100.maxPower`.
 *
 * @remarks No published accuracy, impedance limit or exact frequency of a device was found.
 */
export const generators: Readonly<Record<GeneratorName, RfGenerator>> = {
  /** For neurotomy and pulsed RF. */
  nt1100: from(
    NT1100_OUTPUT,
    'NeuroTherm NT1100',
    { maxPower: 50, pulses: { width: 0.02, rate: 2, maxSensorTemperature: 42, duration: 120 } },
    'The power is the highest that the manual speaks of, where it states the size of the dispersive pad.',
  ),
  /** For tumours. */
  rita1500x: from(K032149, 'RITA 1500X', { maxPower: 250 }),
  /** For tumours. */
  rf3000: from(GO_SMART_GENERATOR, 'RF 3000', { maxPower: 200 }),
  /** For the spine. */
  sn20s: from(K033981, 'Smith & Nephew 20S', { maxPower: 20 }),
  /** With the range of its set temperature. */
  thermi: from(K173582, 'Thermi TTC', { setTemperature: { from: 35, to: 90 } }),
  /** No device: what RF generators have in common. */
  band: from(RF_BAND, 'RF generators in general', { frequency: { from: 300e3, to: 550e3 } }),
  /** No device: the limits of a published model. */
  irastorzaModel: from(IRASTORZA_GENERATOR, 'model of the RFA-tutorial', {
    voltage: { from: 12.85, to: 66.33 },
  }),
};
