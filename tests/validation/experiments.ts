// Published experiments that can be computed, and what is computed for them. The rule by which a fact is met stands in
// docs/validation.md and was written before the first comparison; nothing here was chosen by what came out.
import {
  cannula,
  type Criterion,
  estimateLesion,
  parameterRange,
  type Problem,
  type Tissue,
  tissues,
} from 'rf-lesion';

/** One published experiment. */
export interface Experiment {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly doi?: string;
  readonly url: string;
  readonly medium: string;
  /** What was found, as it is on record. */
  readonly found: string;
  /** What the record leaves unsaid of the set-up. */
  readonly unsaid: readonly string[];
}

/** What is not known of an experiment, one choice of it. */
export interface Case {
  readonly tissue: 'muscle' | 'liver';
  /** [°C] */
  readonly start: number;
  readonly gauge: number;
  /** [m] */
  readonly tipLength: number;
  /** Isotherm that is taken for the border [°C]. */
  readonly border: number;
  /** [°C] */
  readonly target: number;
  /** Whether the time counts from the set temperature on. */
  readonly afterRamp: boolean;
  /** [s] */
  readonly duration: number;
}

type Choices = { readonly [Key in keyof Case]: readonly Case[Key][] };

/** A published number that a computed one is held against. */
export interface Fact {
  readonly title: string;
  /** Records that it rests on. */
  readonly records: readonly string[];
  readonly unit: '' | 'mm';
  readonly reported: readonly [low: number, high: number];
  /** Every choice of what is not known. */
  readonly choices: Choices;
  /** The two lesions that are compared; one of them where a size is no ratio. */
  readonly of: (one: Case) => readonly Case[];
  readonly measure: (sizes: readonly Sizes[], one: Case) => number;
}

/** [m], [m³] */
interface Sizes {
  readonly width: number;
  readonly length: number;
  readonly volume: number;
}

/** Sizes, and their numerical errors. */
interface BarredSizes {
  readonly sizes: Sizes;
  readonly errors: Sizes;
}

/** The tips and gauges of Cosman 2014; tissue from an animal that is not named, without blood flow, at an unknown temperature. */
const COSMAN: Choices = {
  tissue: ['muscle', 'liver'],
  start: [20, 37],
  gauge: [23, 22, 20, 18, 16],
  tipLength: [5e-3, 6e-3, 10e-3, 15e-3],
  border: [45, 50, 55, 60],
  target: [60, 70, 80, 90],
  afterRamp: [false, true],
  duration: [120],
};

const ratioOf = ([one, other]: readonly Sizes[]): number => one!.width / other!.width;

export const FACTS: readonly Fact[] = [
  {
    title: 'width, 16 G over 22 G',
    records: ['cosman2014-gauge'],
    unit: '',
    reported: [1.58, 1.65],
    choices: { ...COSMAN, gauge: [16], target: [80] },
    of: (one) => [one, { ...one, gauge: 22 }],
    measure: ratioOf,
  },
  {
    title: 'width, 90 °C over 60 °C',
    records: ['cosman2014-temperature'],
    unit: '',
    reported: [2.08, 2.52],
    choices: { ...COSMAN, target: [90] },
    of: (one) => [one, { ...one, target: 60 }],
    measure: ratioOf,
  },
  {
    title: 'width, 120 s over 60 s',
    records: ['cosman2014-time-120-60'],
    unit: '',
    reported: [1.11, 1.2],
    choices: COSMAN,
    of: (one) => [one, { ...one, duration: 60 }],
    measure: ratioOf,
  },
  {
    title: 'width, 180 s over 60 s',
    records: ['cosman2014-time-180-60'],
    unit: '',
    reported: [1.23, 1.32],
    choices: { ...COSMAN, duration: [180] },
    of: (one) => [one, { ...one, duration: 60 }],
    measure: ratioOf,
  },
  {
    title: 'length beyond the bare tip',
    records: ['cosman2014-length'],
    unit: 'mm',
    reported: [1, 5],
    choices: { ...COSMAN, target: [80] },
    of: (one) => [one],
    measure: ([sizes], { tipLength }) => 1e3 * (sizes!.length - tipLength),
  },
  {
    title: 'volume, start at room temperature over 37 °C',
    records: ['chung-room', 'chung-37C'],
    unit: '',
    reported: [(1 - 0.26) / (1.58 + 0.35), (1 + 0.26) / (1.58 - 0.35)],
    choices: {
      ...COSMAN,
      tissue: ['liver'],
      start: [20, 25],
      gauge: [16],
      tipLength: [5e-3, 10e-3, 20e-3],
      target: [90],
      duration: [60, 120, 180],
    },
    of: (one) => [one, { ...one, start: 37 }],
    measure: ([cold, warm]) => cold!.volume / warm!.volume,
  },
];

/** Tissue that has been taken out: without blood flow and metabolism. */
function excised(name: Case['tissue']): Tissue {
  const { evidence = {}, ...tissue } = tissues[name];
  const known = Object.entries(evidence).filter(
    ([path]) => path !== 'perfusionRate' && path !== 'metabolicHeat',
  );
  return { ...tissue, perfusionRate: 0, metabolicHeat: 0, evidence: Object.fromEntries(known) };
}

const RAMP = 10;

function problemOf({ tissue, start, gauge, tipLength, target, afterRamp, duration }: Case): Problem {
  return {
    electrode: cannula({ gauge, tipLength }),
    tissue: excised(tissue),
    startTemperature: start,
    arterialTemperature: start,
    boundaryTemperature: start,
    heating: { kind: 'temperature', target, ramp: RAMP, duration: duration + (afterRamp ? RAMP : 0) },
  };
}

const isotherm = (threshold: number): Criterion => ({ kind: 'peak-temperature', threshold });

const BORDERS = COSMAN.border;

/** Sizes by every border, shared by all facts. */
const known = new Map<string, readonly BarredSizes[]>();

function sizesByBorder(one: Case): readonly BarredSizes[] {
  const criteria = BORDERS.map(isotherm);
  const { lesions } = estimateLesion(problemOf(one), {
    resolution: 'draft',
    criteria,
    criterion: isotherm(50),
  });
  return lesions.map(({ final: { width, length, volume } }) => ({
    sizes: { width: width.value, length: length.value, volume: volume.value },
    errors: {
      width: width.numericalError ?? NaN,
      length: length.numericalError ?? NaN,
      volume: volume.numericalError ?? NaN,
    },
  }));
}

function sizesOf(one: Case): BarredSizes {
  const { border, ...heated } = one;
  const key = JSON.stringify(heated);
  const sizes = known.get(key) ?? sizesByBorder(one);
  known.set(key, sizes);
  return sizes[BORDERS.indexOf(border)]!;
}

/** Every combination of what is not known; a border that is as hot as the tip is none. */
export function casesOf({ choices, of }: Fact): Case[] {
  const all = Object.entries(choices).reduce<Partial<Case>[]>(
    (cases, [key, values]) =>
      cases.flatMap((one) =>
        (values as readonly unknown[]).map((value): Partial<Case> => ({ ...one, [key]: value })),
      ),
    [{}],
  ) as Case[];
  return all.filter((one) => of(one).every(({ border, target }) => border < target));
}

/** A number with its numerical error. */
export interface Found {
  readonly value: number;
  readonly numericalError: number;
}

/**
 * What a fact comes to in one case; null where one of its lesions is empty. Its numerical error is the sum of what the bar of each size
 * does to it.
 */
export function computed(fact: Fact, one: Case): Found | null {
  const found = fact.of(one).map(sizesOf);
  const sizes = found.map((each) => each.sizes);
  if (!sizes.every(({ width }) => width > 0)) return null;
  const value = fact.measure(sizes, one);
  let numericalError = 0;
  for (const [k, { errors }] of found.entries()) {
    for (const name of ['width', 'length', 'volume'] as const) {
      const moved = { ...sizes[k]!, [name]: sizes[k]![name] + errors[name] };
      numericalError += Math.abs(fact.measure(sizes.with(k, moved), one) - value);
    }
  }
  return { value, numericalError };
}

/** How far the tissue's own numbers, each anywhere in its range, move a fact in one case; `parameterRange` of both lesions. */
export function tissueRange(fact: Fact, one: Case): readonly [low: number, high: number] {
  const ranges = fact.of(one).map((lesion) =>
    parameterRange(problemOf(lesion), {
      criterion: isotherm(lesion.border),
      resolution: 'draft',
      errorBar: false,
    }),
  );
  const ofEnd = (path: string, end: 'atLow' | 'atHigh'): number => {
    const sizes = ranges.map(({ effects }) => effects.find((effect) => effect.path === path)![end]);
    const plain = sizes.map(({ width, length, volume }) => ({
      width: width.value,
      length: length.value,
      volume: volume.value,
    }));
    return fact.measure(plain, one);
  };
  const paths = ranges[0]!.effects.map(({ path }) => path);
  const middle = computed(fact, one)?.value ?? NaN;
  const sides = (sign: 1 | -1): number =>
    Math.sqrt(
      paths.reduce((sum, path) => {
        const moves = (['atLow', 'atHigh'] as const).map((end) => sign * (ofEnd(path, end) - middle));
        return sum + Math.max(...moves, 0) ** 2;
      }, 0),
    );
  return [middle - sides(-1), middle + sides(1)];
}
