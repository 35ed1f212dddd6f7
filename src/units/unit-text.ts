/** A number with its unit, taken apart. */
export interface UnitText {
  /** With what stands in the unit: 0.037 of '3.7 mL/(min 100 g)'. */
  readonly number: number;
  /** Powers of the units by name; zero where one cancels. */
  readonly powers: ReadonlyMap<string, number>;
  /** Whether the number is in per cent, which `number` takes care of. */
  readonly isPercent: boolean;
  /** Whether the unit is one name and nothing else. */
  readonly isOneName: boolean;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Signs that people write, and what they stand for here. */
const SPELLINGS: readonly (readonly [RegExp, string | ((signs: string) => string)])[] = [
  [/[\u00a0\u2009\u202f]/g, ' '], // no-break and thin spaces
  [/(?:[°º]|\bdeg(?:rees?)?\b)\s*(?=[CF]\b)/g, 'deg'],
  [/℃/g, 'degC'],
  [/℉/g, 'degF'],
  [/[µμ]/g, 'u'],
  [/[ΩΩ]/g, 'ohm'],
  [/[·⋅×*]/g, ' '],
  [/\u2212/g, '-'],
  [
    /⁻?[⁰¹²³⁴-⁹]/g,
    (signs) => `^${signs.replace(/[^⁻]/, (s) => String(SUPERSCRIPTS.indexOf(s))).replace('⁻', '-')}`,
  ],
];

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i;

/** What a unit is written with: a name with its power, a number, or a sign. Names are set apart. */
const TOKEN =
  /\s*(?:(?<name>[a-z]+)(?<power>\s*\^\s*(?:-[1-9]|[2-9])(?!\d)|(?:-[1-9]|[2-9])(?!\w)|(?!\w))|(?<number>[1-9]\d*(?:\.\d+)?)|(?<sign>[/()]))\s*/iy;

interface Token {
  readonly name?: string;
  readonly power: number;
  readonly number?: number;
  readonly sign?: string;
}

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length;) {
    const groups = TOKEN.exec(text)?.groups;
    if (!groups) return null;
    const { name, power, number, sign } = groups;
    tokens.push({
      power: power === undefined || power === '' ? 1 : Number(power.replace(/[\s^]/g, '')),
      ...(name === undefined ? {} : { name }),
      ...(number === undefined ? {} : { number: Number(number) }),
      ...(sign === undefined ? {} : { sign }),
    });
  }
  return tokens;
}

/** Reads a unit: what follows a slash, up to the next one or a bracket's end, stands below the line. Null when it is none. */
function readUnit(tokens: readonly Token[]): Pick<UnitText, 'number' | 'powers'> | null {
  const powers = new Map<string, number>();
  let number = 1;
  let next = tokens[0]?.number === 1 && tokens[1]?.sign === '/' ? 1 : 0; // the 1 of 1/min says nothing

  function take(name: string, power: number): true {
    powers.set(name, (powers.get(name) ?? 0) + power);
    return true;
  }

  /** Above the line `side` is 1, below it -1. */
  function readFactor(side: 1 | -1): boolean {
    const token = tokens[next++];
    if (token?.name !== undefined) return take(token.name, side * token.power);
    if (token?.number !== undefined) {
      number /= token.number;
      // As in mL/(min 100 g): below the line only, and before its unit.
      return side === -1 && tokens[next]?.name !== undefined;
    }
    return token?.sign === '(' && readProduct(side) && tokens[next++]?.sign === ')';
  }

  function readProduct(above: 1 | -1): boolean {
    const start = next;
    let side = above;
    while (next < tokens.length && tokens[next]?.sign !== ')') {
      if (tokens[next]?.sign === '/') {
        side = above === 1 ? -1 : 1;
        next++;
      }
      if (!readFactor(side)) return false;
    }
    return next > start;
  }

  return readProduct(1) && next === tokens.length ? { number, powers } : null;
}

/** Takes a text apart; null when it is not one number and a unit, which may be missing. */
export function readUnitText(text: string): UnitText | null {
  let cleaned = text.trim();
  for (const [signs, spelling] of SPELLINGS) cleaned = cleaned.replace(signs, spelling as string);
  const [digits] = NUMBER.exec(cleaned) ?? [];
  if (digits === undefined) return null;
  const number = Number(digits);
  const isTooSmall = number === 0 && /[1-9]/.test(digits.replace(/e.*/i, ''));
  if (isTooSmall || !Number.isFinite(number)) return null;
  const rest = cleaned.slice(digits.length).trim();
  const percent = /^%\s*(?=[\s/]|$)/.exec(rest);
  const isPercent = percent !== null;
  const unitText = rest.slice(percent?.[0].length);
  const tokens = tokensOf(unitText);
  const unit =
    unitText === '' ? { number: 1, powers: new Map<string, number>() } : tokens && readUnit(tokens);
  return (
    unit && {
      number: (isPercent ? number / 100 : number) * unit.number,
      powers: unit.powers,
      isPercent,
      isOneName: !isPercent && /^[a-z]+$/i.test(unitText),
    }
  );
}
