/** What the page asks, and how it stands in the page's address. */
import { cannula, type Gauge, gauges, type Problem, type TissueName, tissues } from 'rf-lesion';

/** The tissues that can be chosen, as one calls them. */
export const TISSUE_WORDS: Readonly<Partial<Record<TissueName, string>>> = {
  muscle: 'muscle',
  fat: 'fat',
  nerve: 'nerve',
  spinalCord: 'spinal cord',
  greyMatter: 'grey matter',
  whiteMatter: 'white matter',
  thalamus: 'thalamus',
  brainAverage: 'brain, on average',
  medullaOblongata: 'medulla oblongata',
  csf: 'cerebrospinal fluid',
  dura: 'dura mater',
  boneCortical: 'bone, cortical',
  boneCancellous: 'bone, cancellous',
  boneMarrowYellow: 'bone marrow, yellow',
  boneMarrowRed: 'bone marrow, red',
  cartilage: 'cartilage',
  intervertebralDisc: 'intervertebral disc',
  ligamentTendon: 'ligament, tendon',
  connectiveTissue: 'connective tissue',
  skin: 'skin',
  liver: 'liver',
  heartMuscle: 'heart muscle',
};

/** What can be set on the page. */
export interface Settings {
  /** At the sensor [°C]. */
  readonly temperature: number;
  /** The ramp included [s]. */
  readonly time: number;
  /** Bare length [mm]. */
  readonly tip: number;
  readonly gauge: Gauge;
  readonly tissue: TissueName;
}

/** The settings that have a slider. */
export type SliderName = 'temperature' | 'time' | 'tip';

/** Where a slider begins and ends, and its steps. */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit: string;
}

export const RANGES: Readonly<Record<SliderName, Range>> = {
  temperature: { min: 45, max: 95, step: 1, unit: '°C' },
  time: { min: 20, max: 300, step: 5, unit: 's' },
  tip: { min: 2, max: 15, step: 0.5, unit: 'mm' },
};

/** Where the page begins. */
export const START: Settings = { temperature: 80, time: 90, tip: 5, gauge: 22, tissue: 'muscle' };

/** Settings, or why a text holds none. */
export type Reading =
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'refused'; /** Sentences. */ readonly faults: readonly string[] };

/** Of the ramp to the set temperature [s]. */
const RAMP = 10;

/** The problem behind some settings. */
export function problemOf({ temperature, time, tip, gauge, tissue }: Settings): Problem {
  return {
    electrode: cannula({ gauge, tipLength: tip / 1000 }),
    tissue: tissues[tissue],
    heating: { kind: 'temperature', target: temperature, ramp: RAMP, duration: time },
  };
}

/** Settings for the part of an address after the #, in the units of the page. */
export function toHash({ temperature, time, tip, gauge, tissue }: Settings): string {
  const words = { temperature, time, tip, gauge, tissue };
  return new URLSearchParams(Object.entries(words).map(([name, value]) => [name, String(value)])).toString();
}

/** What an address says after its #: all settings, or nothing at all, which stands for those at the start. Nothing is clamped. */
export function fromHash(hash: string): Reading {
  const text = hash.replace(/^#/, '');
  if (text === '') return { kind: 'settings', settings: START };
  const words = new URLSearchParams(text);
  const names = [...words.keys()];
  const faults = [...new Set(names)].flatMap((name) => {
    if (!Object.hasOwn(START, name)) return [`“${name}” is not a setting of this page.`];
    return words.getAll(name).length > 1 ? [`${name} is given more than once.`] : [];
  });
  const reading = readSettings((name) => words.get(name));
  const all = [...faults, ...(reading.kind === 'refused' ? reading.faults : [])];
  return all.length > 0 ? { kind: 'refused', faults: all } : reading;
}

/** Reads every setting from its words, which are null where there are none. */
export function readSettings(wordsOf: (name: keyof Settings) => string | null): Reading {
  const faults: string[] = [];
  const take = <T>(name: keyof Settings, read: (words: string) => T | Fault): T | undefined => {
    const words = wordsOf(name);
    const value = words === null ? new Fault(`${name} is missing.`) : read(words);
    if (!(value instanceof Fault)) return value;
    faults.push(value.sentence);
    return undefined;
  };
  const temperature = take('temperature', (words) => readNumber('temperature', words));
  const time = take('time', (words) => readNumber('time', words));
  const tip = take('tip', (words) => readNumber('tip', words));
  const gauge = take('gauge', readGauge);
  const tissue = take('tissue', readTissue);
  const isWhole =
    temperature !== undefined &&
    time !== undefined &&
    tip !== undefined &&
    gauge !== undefined &&
    tissue !== undefined;
  return isWhole
    ? { kind: 'settings', settings: { temperature, time, tip, gauge, tissue } }
    : { kind: 'refused', faults };
}

/** Why words are not a value. */
class Fault {
  constructor(readonly sentence: string) {}
}

function readNumber(name: SliderName, words: string): number | Fault {
  const { min, max, step, unit } = RANGES[name];
  const told = `but is “${words}”.`;
  if (!/^-?\d+(\.\d+)?$/.test(words)) return new Fault(`${name} must be a number in ${unit}, ${told}`);
  const value = Number(words);
  if (value < min || value > max) return new Fault(`${name} must be ${min} to ${max} ${unit}, ${told}`);
  const isOnStep = Number.isInteger((value - min) / step); // steps are exact in binary
  return isOnStep ? value : new Fault(`${name} must be in steps of ${step} ${unit} from ${min}, ${told}`);
}

/** The gauges that can be chosen. */
export const GAUGES: readonly string[] = Object.keys(gauges);

const isGauge = (value: number): value is Gauge => GAUGES.includes(String(value));
const isTissue = (words: string): words is TissueName => Object.hasOwn(TISSUE_WORDS, words);

function readGauge(words: string): Gauge | Fault {
  const value = Number(words);
  if (GAUGES.includes(words) && isGauge(value)) return value;
  return new Fault(`gauge must be one of ${GAUGES.join(', ')}, but is “${words}”.`);
}

function readTissue(words: string): TissueName | Fault {
  return isTissue(words) ? words : new Fault(`tissue “${words}” is not one that this page knows.`);
}
