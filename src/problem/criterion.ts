import type { Source } from './types.js';

/** Gas constant [J/(mol·K)], exact in the SI of 2019. */
export const GAS_CONSTANT = 8.314462618;

/** From one number to another, both included; what is left out is unbounded. */
export interface NumberRange {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Where a damage rule is known to hold; what is left out is not stated by its source. */
export interface Validity {
  /** Highest temperature of tissue at the lesion's border [°C]. */
  readonly temperature?: NumberRange;
  /** Of the whole exposure, cool-down included [s]. */
  readonly time?: NumberRange;
}

/** What damage kinetics say of themselves. */
export interface KineticsRecord {
  /** For tables, as in 'Henriques and Moritz'. */
  readonly name?: string;
  /** What it was measured in. */
  readonly tissue?: string;
  readonly validity?: Validity;
  readonly sources?: readonly Source[];
}

/** Rate of thermal damage by temperature: A·exp(−E_a/(R·T)) [1/s], in one or several ranges of temperature. */
export interface ArrheniusKinetics extends KineticsRecord {
  /** In order of temperature; no damage between or beyond them. */
  readonly branches: readonly {
    /** Holds from here [°C]; without it, from any temperature. */
    readonly from?: number;
    /** Holds up to here [°C]; without it, up to any temperature. */
    readonly to?: number;
    /** A [1/s] */
    readonly frequencyFactor: number;
    /** E_a [J/mol] */
    readonly activationEnergy: number;
  }[];
}

/**
 * Cells that are alive (A), vulnerable (V) or dead (D), A + V + D = 1.
 *
 * ```text
 * dA/dt = −f A + b V,   dD/dt = f V,   f = k_f (e^(T/T_k) − offset) (1 − A),   T in °C
 * ```
 *
 * @remarks O'Neill et al. 2011, doi:10.1007/s10439-010-0177-1
 */
export interface ThreeStateKinetics extends KineticsRecord {
  /** k_f [1/s] */
  readonly forwardRate: number;
  /** b, from vulnerable back to alive [1/s] */
  readonly backwardRate: number;
  /** T_k [°C] */
  readonly temperatureScale: number;
  /** Taken off the exponential; default 0. */
  readonly offset?: number;
  /** A before heating. */
  readonly initialAlive: number;
  /** D before heating. */
  readonly initialDead: number;
}

/** How equivalent minutes at 43 °C are counted. */
export type Cem43Rule = 'sapareto-dewey' | 'iso';

/** What counts as lesion. */
export type Criterion =
  | {
      /** The region whose temperature has reached the threshold at any time so far. */
      readonly kind: 'peak-temperature';
      /** [°C] */
      readonly threshold: number;
    }
  | {
      /**
       * The region with a thermal dose of so many equivalent minutes at 43 °C: ∫ R^(43 − T) dt.
       *
       * 'sapareto-dewey' (default): R = 0.5 from 43 °C on, 0.25 below. 'iso': nothing below 39 °C, R = 0.25 below 43 °C, 0.5
       * from there on and, once 43 °C has been passed, below it too; unlimited above 57 °C.
       */
      readonly kind: 'cem43';
      readonly rule?: Cem43Rule;
      /** Equivalent minutes at 43 °C [min]. */
      readonly minutes: number;
    }
  | {
      /** The region whose damage integral Ω = ∫ A exp(−E_a/(R·T)) dt has reached `omega`. */
      readonly kind: 'arrhenius';
      readonly kinetics: ArrheniusKinetics;
      /** Ω; at 1, 63 % are damaged. */
      readonly omega: number;
    }
  | {
      /** The region of which at least this part of the cells is dead. */
      readonly kind: 'three-state';
      readonly kinetics: ThreeStateKinetics;
      /** Part of the cells. */
      readonly deadFraction: number;
    };

/** A criterion without its threshold: what a run has to keep count of. */
export type DamageRule =
  | { readonly kind: 'cem43'; readonly rule: Cem43Rule }
  | { readonly kind: 'arrhenius'; readonly kinetics: ArrheniusKinetics }
  | { readonly kind: 'three-state'; readonly kinetics: ThreeStateKinetics };

/** The rule behind a criterion; null for a peak isotherm, which every run can tell. */
export function ruleOf(criterion: Criterion): DamageRule | null {
  switch (criterion.kind) {
    case 'peak-temperature':
      return null;
    case 'cem43':
      return { kind: 'cem43', rule: criterion.rule ?? 'sapareto-dewey' };
    case 'arrhenius':
    case 'three-state':
      return { kind: criterion.kind, kinetics: criterion.kinetics } as DamageRule;
  }
}

/** What tells one rule from another: its numbers, not its name or sources. */
export function keyOfRule(rule: DamageRule): string {
  switch (rule.kind) {
    case 'cem43':
      return `cem43 ${rule.rule}`;
    case 'arrhenius': {
      const branches = rule.kinetics.branches.map((b) => [
        b.from ?? null,
        b.to ?? null,
        b.frequencyFactor,
        b.activationEnergy,
      ]);
      return `arrhenius ${JSON.stringify(branches)}`;
    }
    case 'three-state': {
      const {
        forwardRate,
        backwardRate,
        temperatureScale,
        offset = 0,
        initialAlive,
        initialDead,
      } = rule.kinetics;
      const numbers = [forwardRate, backwardRate, temperatureScale, offset, initialAlive, initialDead];
      return `three-state ${JSON.stringify(numbers)}`;
    }
  }
}

/** What a criterion's quantity is held against, in its own unit: [°C], [min], Ω or a part. */
export function thresholdOf(criterion: Criterion): number {
  switch (criterion.kind) {
    case 'peak-temperature':
      return criterion.threshold;
    case 'cem43':
      return criterion.minutes;
    case 'arrhenius':
      return criterion.omega;
    case 'three-state':
      return criterion.deadFraction;
  }
}

/** Whether two criteria ask for the same region. */
export function isSameCriterion(a: Criterion, b: Criterion): boolean {
  const key = (criterion: Criterion): string => {
    const rule = ruleOf(criterion);
    return `${rule === null ? criterion.kind : keyOfRule(rule)} ${thresholdOf(criterion)}`;
  };
  return key(a) === key(b);
}

/** The rules behind some criteria, each once. */
export function rulesOf(criteria: readonly Criterion[]): readonly DamageRule[] {
  const found = new Map<string, DamageRule>();
  for (const criterion of criteria) {
    const rule = ruleOf(criterion);
    if (rule !== null && !found.has(keyOfRule(rule))) found.set(keyOfRule(rule), rule);
  }
  return [...found.values()];
}
