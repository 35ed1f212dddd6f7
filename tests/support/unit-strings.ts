import type { Dimension } from '../../src/units.js';

/** Powers of m, kg, s, K, A and mol. */
type Powers = readonly [number, number, number, number, number, number];

/** A unit by another way than mathjs: what one of it is in SI. */
interface Unit {
  readonly factor: number;
  readonly powers: Powers;
}

const NONE: Powers = [0, 0, 0, 0, 0, 0];
const PREFIXES = {
  '': 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  c: 1e-2,
  d: 0.1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
} as const;
const PREFIXED: Readonly<Record<string, Unit>> = {
  m: { factor: 1, powers: [1, 0, 0, 0, 0, 0] },
  g: { factor: 1e-3, powers: [0, 1, 0, 0, 0, 0] },
  s: { factor: 1, powers: [0, 0, 1, 0, 0, 0] },
  K: { factor: 1, powers: [0, 0, 0, 1, 0, 0] },
  A: { factor: 1, powers: [0, 0, 0, 0, 1, 0] },
  mol: { factor: 1, powers: [0, 0, 0, 0, 0, 1] },
  mole: { factor: 1, powers: [0, 0, 0, 0, 0, 1] },
  Hz: { factor: 1, powers: [0, 0, -1, 0, 0, 0] },
  J: { factor: 1, powers: [2, 1, -2, 0, 0, 0] },
  W: { factor: 1, powers: [2, 1, -3, 0, 0, 0] },
  Pa: { factor: 1, powers: [-1, 1, -2, 0, 0, 0] },
  N: { factor: 1, powers: [1, 1, -2, 0, 0, 0] },
  V: { factor: 1, powers: [2, 1, -3, 0, -1, 0] },
  ohm: { factor: 1, powers: [2, 1, -3, 0, -2, 0] },
  S: { factor: 1, powers: [-2, -1, 3, 0, 2, 0] },
  L: { factor: 1e-3, powers: [3, 0, 0, 0, 0, 0] },
  l: { factor: 1e-3, powers: [3, 0, 0, 0, 0, 0] },
};
const PLAIN: Readonly<Record<string, Unit>> = {
  mins: { factor: 60, powers: [0, 0, 1, 0, 0, 0] },
  min: { factor: 60, powers: [0, 0, 1, 0, 0, 0] },
  h: { factor: 3600, powers: [0, 0, 1, 0, 0, 0] },
  in: { factor: 0.0254, powers: [1, 0, 0, 0, 0, 0] },
  inch: { factor: 0.0254, powers: [1, 0, 0, 0, 0, 0] },
  ohms: { factor: 1, powers: [2, 1, -3, 0, -2, 0] },
  cc: { factor: 1e-6, powers: [3, 0, 0, 0, 0, 0] },
  degC: { factor: 1, powers: [0, 0, 0, 1, 0, 0] },
  degF: { factor: 5 / 9, powers: [0, 0, 0, 1, 0, 0] },
};

function unitNamed(name: string): Unit | null {
  if (Object.hasOwn(PLAIN, name)) return PLAIN[name] ?? null;
  for (const [prefix, times] of Object.entries(PREFIXES)) {
    const symbol = name.slice(prefix.length);
    if (!name.startsWith(prefix) || !Object.hasOwn(PREFIXED, symbol)) continue;
    const { factor, powers } = PREFIXED[symbol]!;
    return { factor: times * factor, powers };
  }
  return null;
}

const raised = ({ factor, powers }: Unit, n: number): Unit => ({
  factor: factor ** n,
  powers: powers.map((p) => n * p) as unknown as Powers,
});
const product = (units: readonly Unit[]): Unit => ({
  factor: units.reduce((all, { factor }) => all * factor, 1),
  powers: NONE.map((_, k) => units.reduce((sum, { powers }) => sum + powers[k]!, 0)) as unknown as Powers,
});

/** Splits where a sign stands outside brackets; null where those do not match. */
function splitOutside(text: string, isSign: (sign: string) => boolean): string[] | null {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth++;
    if (sign === ')' && --depth < 0) return null;
    if (depth === 0 && isSign(sign)) parts.push('');
    else parts.push((parts.pop() ?? '') + sign);
  }
  return depth === 0 ? parts : null;
}

function readFactor(text: string, isBelow: boolean): Unit | null {
  if (text.startsWith('(')) return readQuotient(text.slice(1, -1), isBelow);
  const number = /^(\d+(?:\.\d+)?)([a-z(].*)$/i.exec(text);
  if (number?.[1] !== undefined && isBelow) {
    const unit = /^[a-z]/i.test(number[2]!) ? readFactor(number[2]!, isBelow) : null;
    return unit && { ...unit, factor: Number(number[1]) * unit.factor };
  }
  const [, name, power] = /^([a-z]+)(?:\^?(-?\d))?$/i.exec(text) ?? [];
  const unit = name === undefined ? null : unitNamed(name);
  return unit && raised(unit, power === undefined ? 1 : Number(power));
}

function readQuotient(text: string, isBelow: boolean): Unit | null {
  const parts = splitOutside(text, (sign) => sign === '/');
  if (!parts) return null;
  const read = parts.map((part, k): Unit | null => {
    const spelled = part
      .trim()
      .replace(/ *\^ */g, '^')
      .replace(/(\^-?\d)(?=[a-z])/gi, '$1 ')
      .replace(/(\d) +(?=[a-z])/gi, (all, digit: string, at: number, whole: string) =>
        /(?:^|[ (])\d*\.?\d*$/.test(whole.slice(0, at)) ? digit : all,
      )
      .replace(/(?<=[a-z0-9)])(?=\()|\)(?=[a-z0-9])/gi, (sign) => `${sign} `);
    if (spelled === '') return k === 0 && parts.length > 1 && !isBelow ? product([]) : null;
    const factors = splitOutside(spelled, (sign) => sign === ' ')?.filter((one) => one !== '');
    if (!factors) return null;
    const units = factors.map((factor) => readFactor(factor, k > 0 !== isBelow));
    if (units.includes(null)) return null;
    return raised(product(units as Unit[]), k === 0 ? 1 : -1);
  });
  return read.includes(null) ? null : product(read as Unit[]);
}

/** In SI; the powers that a quantity of this kind has, and what its number is divided by. */
const KINDS: Readonly<Record<Dimension, readonly [powers: Powers, divisor?: number]>> = {
  activationEnergy: [[2, 1, -2, 0, 0, -1]],
  coordinate: [[1, 0, 0, 0, 0, 0]],
  current: [[0, 0, 0, 0, 1, 0]],
  density: [[-3, 1, 0, 0, 0, 0]],
  electricalConductivity: [[-3, -1, 3, 0, 2, 0]],
  frequencyFactor: [[0, 0, -1, 0, 0, 0]],
  gain: [[2, 1, -3, -1, 0, 0]],
  heatTransferCoefficient: [[0, 1, -3, -1, 0, 0]],
  integralGain: [[2, 1, -4, -1, 0, 0]],
  length: [[1, 0, 0, 0, 0, 0]],
  metabolicHeat: [[-1, 1, -3, 0, 0, 0]],
  perfusionRate: [[0, 0, -1, 0, 0, 0]],
  power: [[2, 1, -3, 0, 0, 0]],
  rate: [[0, 0, -1, 0, 0, 0]],
  ratio: [NONE],
  relativeSlope: [[0, 0, 0, -1, 0, 0]],
  resistance: [[2, 1, -3, 0, -2, 0]],
  specificHeat: [[2, 0, -2, -1, 0, 0]],
  temperature: [[0, 0, 0, 1, 0, 0]],
  temperatureDifference: [[0, 0, 0, 1, 0, 0]],
  thermalConductivity: [[1, 1, -3, -1, 0, 0]],
  thermalDose: [[0, 0, 1, 0, 0, 0], 60],
  time: [[0, 0, 1, 0, 0, 0]],
  velocity: [[1, 0, -1, 0, 0, 0]],
  voltage: [[2, 1, -3, 0, -1, 0]],
  waterContent: [[-3, 1, 0, 0, 0, 0]],
};

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Reads a quantity without mathjs and in another way than the library; null for what is none. */
export function readIndependently(text: string, dimension: Dimension): number | null {
  const ascii = text
    .trim()
    .replace(/\u00a0/g, ' ')
    .replace(/[°º] *(?=[CF](?![a-z0-9_]))/gi, (sign, at: number, all: string) =>
      /[CF]/.test(all.slice(at).replace(/^[°º] */, '')[0]!) ? 'deg' : sign,
    )
    .replace(/\bdeg +(?=[CF]\b)/g, 'deg')
    .replace(/[µμ]/g, 'u')
    .replace(/Ω/g, 'ohm')
    .replace(/[·*]/g, ' ')
    .replace(/−/g, '-')
    .replace(
      /⁻?[⁰¹²³⁴-⁹]/g,
      (s) =>
        `^${Array.from(s)
          .map((c) => (c === '⁻' ? '-' : SUPERSCRIPTS.indexOf(c)))
          .join('')}`,
    );
  const [, digits, rest] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(.*)$/is.exec(ascii) ?? [];
  if (digits === undefined || rest === undefined) return null;
  const number = Number(digits);
  const unitText = rest.trim().replace(/^1 *(?=\/)/, '');
  if (dimension === 'temperature') {
    const K = { K: 1, mK: 1e-3 }[unitText];
    if (K !== undefined) return number * K - 273.15;
    if (unitText === 'degC') return number;
    return unitText === 'degF' ? ((number - 32) * 5) / 9 : null;
  }
  const isPercent = /^%(?= |\/|$)/.test(unitText) && ['ratio', 'relativeSlope'].includes(dimension);
  const bare = isPercent ? unitText.slice(1).replace(/^ *1 *(?=\/)/, '') : unitText;
  const read = bare.trim() === '' ? product([]) : readQuotient(bare, false);
  const unit = read && isPercent ? { ...read, factor: read.factor / 100 } : read;
  const [powers, divisor = 1] = KINDS[dimension];
  if (unit?.powers.every((p, k) => p === powers[k]) !== true) return null;
  if (unitText === '' && dimension !== 'ratio') return null;
  return (number * unit.factor) / divisor;
}

export function pick<T>(random: () => number, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)]!;
}

const LENGTHS = ['m', 'mm', 'cm', 'um', 'µm', 'inch'];
const TIMES = ['s', 'min', 'ms', 'h'];
const POWERS = ['W', 'mW', 'kW'];
const DEGREES = ['K', '°C', 'degC', 'degF', 'mK'];
const MASSES = ['kg', 'g', 'mg'];
const ENERGIES = ['J', 'kJ', 'mJ'];
const VOLUMES: readonly (readonly [string, number])[] = [
  ...LENGTHS.map((one) => [one, 3] as const),
  ['mL', 1],
  ['L', 1],
];

type Slot = readonly (string | readonly [name: string, power: number])[];
const below = (slot: Slot): Slot =>
  slot.map((one) => (typeof one === 'string' ? [one, -1] : [one[0], -one[1]]));
const SLOTS: Readonly<Record<Exclude<Dimension, 'ratio'>, readonly Slot[]>> = {
  activationEnergy: [ENERGIES, below(['mol', 'mmol'])],
  coordinate: [LENGTHS],
  current: [['A', 'mA', 'uA']],
  density: [MASSES, below(VOLUMES)],
  electricalConductivity: [['S', 'mS'], below(LENGTHS)],
  frequencyFactor: [below(TIMES)],
  gain: [POWERS, below(DEGREES)],
  heatTransferCoefficient: [POWERS, LENGTHS.map((one) => [one, -2] as const), below(DEGREES)],
  integralGain: [POWERS, below(DEGREES), below(TIMES)],
  length: [LENGTHS],
  metabolicHeat: [POWERS, below(VOLUMES)],
  perfusionRate: [below(TIMES)],
  power: [POWERS],
  rate: [[...below(TIMES), 'Hz', 'kHz']],
  relativeSlope: [below(DEGREES)],
  resistance: [['ohm', 'Ω', 'kΩ', 'kohm', 'mohm']],
  specificHeat: [ENERGIES, below(MASSES), below(DEGREES)],
  temperature: [DEGREES],
  temperatureDifference: [['K', 'mK']],
  thermalConductivity: [POWERS, below(LENGTHS), below(DEGREES)],
  thermalDose: [TIMES],
  time: [TIMES],
  velocity: [LENGTHS, below(TIMES)],
  voltage: [['V', 'mV', 'kV']],
  waterContent: [MASSES, below(VOLUMES)],
};

export const DIMENSIONS = Object.keys(KINDS) as Dimension[];

function powerText(random: () => number, power: number): string {
  if (power === 1) return '';
  const superscript = `${power < 0 ? '⁻' : ''}${SUPERSCRIPTS[Math.abs(power)] ?? ''}`;
  return pick(random, [`^${power}`, superscript, `${power}`, ` ^ ${power}`]);
}

/** A unit of a quantity in one of the ways in which people write it. */
function randomUnit(random: () => number, dimension: Dimension): string {
  if (dimension === 'ratio') return pick(random, ['%', '', ' %']);
  const factors = SLOTS[dimension]
    .map((slot) => pick(random, slot))
    .map((one) => (typeof one === 'string' ? ([one, 1] as const) : one));
  const percent = dimension === 'relativeSlope' && random() < 0.5 ? ['%'] : [];
  const dot = pick(random, [' ', '·', ' * ', ' · ', '  ']);
  const write = ([name, power]: readonly [string, number]): string => name + powerText(random, power);
  if (random() < 0.3) return [...percent, ...factors.map(write)].join(dot);
  const above = [...percent, ...factors.filter(([, power]) => power > 0).map(write)];
  const under = factors.filter(([, power]) => power < 0).map(([name, power]) => write([name, -power]));
  if (under.length === 0) return above.join(dot);
  const top = above.length === 0 ? pick(random, ['', '1']) : above.join(dot);
  const slash = pick(random, ['/', ' / ']);
  return under.length > 1 && random() < 0.5
    ? `${top}${slash}(${under.join(dot)})`
    : top + under.map((one) => slash + one).join('');
}

/** A number of a useful size, as people write it. */
function randomNumber(random: () => number): string {
  const value = (random() < 0.5 ? 1 : 10 ** Math.floor(8 * random() - 4)) * random();
  const digits = 1 + Math.floor(12 * random());
  const text = pick(random, [
    value.toPrecision(digits),
    value.toExponential(digits),
    String(value),
    value.toFixed(4),
  ]);
  return pick(random, ['', '', '', '+', '-', '−']) + text;
}

/** A quantity as text, whose reading is known. */
export function randomQuantity(random: () => number, dimension: Dimension): string {
  const unit = randomUnit(random, dimension);
  const needsSpace = /^[\d]/.test(unit);
  return (
    pick(random, [' ', '']) +
    randomNumber(random) +
    (needsSpace ? ' ' : pick(random, [' ', '', '\u00a0'])) +
    unit
  );
}

const SIGNS = Array.from('0123456789.eE+-−/()^*·% mskgKWJVAcdhinuΩµ°CFTxz²³⁻,;"\'\\\u00a0');

/** The same text with one to three slips. */
export function broken(random: () => number, text: string): string {
  const signs = Array.from(text);
  for (let k = 1 + Math.floor(3 * random()); k > 0; k--) {
    const at = Math.floor(random() * (signs.length + 1));
    const kind = random();
    if (kind < 0.35) signs.splice(at, 1);
    else if (kind < 0.7) signs.splice(at, 0, pick(random, SIGNS));
    else if (kind < 0.85) signs.splice(at, 1, pick(random, SIGNS));
    else signs.splice(at, 2, ...signs.slice(at, at + 2).reverse());
  }
  return signs.join('');
}
