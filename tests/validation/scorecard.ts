// What comes of each fact, and whether it is met: made by `npm run validation`.
import { type Case, type Fact, FACTS, casesOf, computed, type Found, tissueRange } from './experiments.js';

export const STORED_SCORECARD = 'tests/validation/data/scorecard.json';

/** One fact against what was computed. */
export interface Score {
  readonly title: string;
  readonly records: readonly string[];
  readonly unit: Fact['unit'];
  readonly reported: readonly [number, number];
  /** Cases computed, and those among them without a lesion. */
  readonly cases: number;
  readonly empty: number;
  /** 0, 5, 25, 50, 75, 95 and 100 % of the cases. */
  readonly quantiles: readonly number[];
  /** Part of the cases that lie in the reported range. */
  readonly inside: number;
  /** Numerical error of a case: median, and 95 % of the cases are at most at. */
  readonly numerical: readonly [median: number, most: number];
  /** The median by each choice of what is not known, in the order of the choices. */
  readonly medians: Readonly<
    Partial<Record<keyof Case, readonly (readonly [choice: string, median: number])[]>>
  >;
  /** In the middle case, what the ranges of the tissue's numbers add. */
  readonly tissue: readonly [number, number];
  readonly verdict: Verdict;
}

/**
 * 'met': the median lies in the reported range. 'possible': it does not, but the middle nine tenths of the cases reach into the range.
 * 'missed': they do not.
 */
export type Verdict = 'met' | 'possible' | 'missed';

const PARTS = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1] as const;

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.round(part * (sorted.length - 1))] ?? NaN;

export function verdictOf([low, high]: readonly [number, number], quantiles: readonly number[]): Verdict {
  const [, least = NaN, , median = NaN, , most = NaN] = quantiles;
  if (median >= low && median <= high) return 'met';
  return most >= low && least <= high ? 'possible' : 'missed';
}

interface FoundCase extends Found {
  readonly one: Case;
}

const ascending = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);

/** The median by each choice of each thing of which there is a choice. */
function mediansOf({ choices }: Fact, found: readonly FoundCase[]): Score['medians'] {
  const keys = (Object.keys(choices) as (keyof Case)[]).filter((key) => choices[key].length > 1);
  return Object.fromEntries(
    keys.map((key) => [
      key,
      choices[key].map((choice) => {
        const those = found.filter(({ one }) => one[key] === choice).map(({ value }) => value);
        return [String(choice), quantile(ascending(those), 0.5)];
      }),
    ]),
  );
}

function scoreOf(fact: Fact): Score {
  const cases = casesOf(fact);
  const found = cases.flatMap((one): FoundCase[] => {
    const result = computed(fact, one);
    return result === null ? [] : [{ one, ...result }];
  });
  const sorted = found.toSorted((a, b) => a.value - b.value);
  const values = sorted.map(({ value }) => value);
  const errors = ascending(found.map(({ numericalError }) => numericalError));
  const quantiles = PARTS.map((part) => quantile(values, part));
  const [low, high] = fact.reported;
  return {
    title: fact.title,
    records: fact.records,
    unit: fact.unit,
    reported: fact.reported,
    cases: cases.length,
    empty: cases.length - values.length,
    quantiles,
    inside: values.filter((value) => value >= low && value <= high).length / values.length,
    numerical: [quantile(errors, 0.5), quantile(errors, 0.95)],
    medians: mediansOf(fact, found),
    tissue: tissueRange(fact, sorted[Math.round(0.5 * (sorted.length - 1))]!.one),
    verdict: verdictOf(fact.reported, quantiles),
  };
}

export const allScores = (): Score[] => FACTS.map(scoreOf);
