import type { CutCell, Layout } from '../grid/layout.js';
import type { TissueLaw } from './tissue-law.js';

/** A property of the tissue in each cell as a function of its temperature. */
export interface CellLaw extends Pick<TissueLaw, 'isConstant' | 'jumpsFrom' | 'isFlatBelowJump' | 'fill'> {
  /** Value in cell c at a temperature [°C]. */
  at(c: number, T: number): number;
  /** ∫ value dT in cell c between two temperatures [the property's unit · K]. */
  integral(c: number, from: number, to: number): number;
}

/** A number for each cell from one for each medium; where several share a cell, their mean by volume. */
export function valueIn({ mediumOf, cut }: Layout, values: readonly number[]): (c: number) => number {
  if (values.length === 1) return () => values[0]!;
  return (c) => {
    const shared = cut.get(c);
    if (!shared) return values[mediumOf[c]!]!;
    return shared.parts.reduce((sum, part, m) => sum + part * values[m]!, 0);
  };
}

/** Weights of the media in a cell that they share, of sum 1. */
type Weights = (cell: CutCell) => readonly number[];

/** Weights for a property per volume. */
const byVolume: Weights = ({ parts }) => parts;

/** Weights for a property per mass. */
export function byMass(densities: readonly number[]): Weights {
  return ({ parts }) => {
    const mass = parts.reduce((sum, part, m) => sum + part * densities[m]!, 0);
    return parts.map((part, m) => (part * densities[m]!) / mass);
  };
}

/**
 * Makes a property of cells from the laws of the media.
 *
 * ```text
 * x(T) = Σ_m weight_m x_m(T),   the weights of a shared cell its parts by volume, or by mass
 * ```
 *
 * @param weights - How a shared cell's property is made up.
 */
export function cellLaw(laws: readonly TissueLaw[], layout: Layout, weights: Weights = byVolume): CellLaw {
  const [only] = laws;
  if (laws.length === 1 && only) {
    return { ...only, at: (_, T) => only.at(T), integral: (_, from, to) => only.integral(from, to) };
  }
  const { mediumOf, cut } = layout;
  const shares = new Map([...cut].map(([c, cell]) => [c, weights(cell)]));
  const mean = (c: number, of: (law: TissueLaw) => number): number => {
    const own = shares.get(c);
    if (!own) return of(laws[mediumOf[c]!]!);
    return own.reduce((sum, weight, m) => (weight > 0 ? sum + weight * of(laws[m]!) : sum), 0);
  };
  const values = laws.map(() => new Float64Array(mediumOf.length));
  return {
    isConstant: laws.every((law) => law.isConstant),
    jumpsFrom: Math.min(...laws.map((law) => law.jumpsFrom)),
    isFlatBelowJump: laws.every((law) => law.isFlatBelowJump),
    at: (c, T) => mean(c, (law) => law.at(T)),
    integral: (c, from, to) => mean(c, (law) => law.integral(from, to)),
    fill(T, out): void {
      laws.forEach((law, m) => {
        law.fill(T, values[m]!);
      });
      for (let c = 0; c < out.length; c++) out[c] = values[mediumOf[c]!]![c]!;
      for (const [c, own] of shares)
        out[c] = own.reduce((sum, weight, m) => sum + weight * values[m]![c]!, 0);
    },
  };
}
