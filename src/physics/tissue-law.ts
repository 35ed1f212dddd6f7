import { countBelow, propertyAt } from '../problem/property.js';
import type { Property } from '../problem/types.js';

/** A property as a function of temperature, ready for whole fields. */
export interface TissueLaw {
  /** Whether the property is the same at all temperatures. */
  readonly isConstant: boolean;
  /**
   * Temperature from which on it jumps so far that a step across needs more than its value at the middle; Infinity where it does
   * not [°C].
   */
  readonly jumpsFrom: number;
  /** Whether it is the same at all temperatures below that. */
  readonly isFlatBelowJump: boolean;
  /** Value at one temperature [°C]. */
  at(T: number): number;
  /** Values at many temperatures; `out` may not alias `T`. */
  fill(T: Float64Array, out: Float64Array): void;
  /** ∫ value dT between two temperatures [the property's unit · K]. */
  integral(from: number, to: number): number;
}

/** Temperatures between which a law is a straight line, in order [°C]. */
function kinksOf(property: Property): readonly number[] {
  if (typeof property === 'number') return [];
  if (property.kind === 'linear') return property.cap === undefined ? [] : [property.cap];
  return property.temperature;
}

/** Whether a law gives the same value everywhere. */
function isFlat(property: Property): boolean {
  if (typeof property === 'number') return true;
  if (property.kind === 'linear') return property.coefficient === 0;
  return property.value.every((value) => value === property.value[0]);
}

/**
 * Makes a property's law.
 *
 * ```text
 * x(T) = x₀ (1 + b (min(T, T_cap) − T₀)),   or a table with straight lines between its values
 * ```
 */
export function tissueLaw(property: Property): TissueLaw {
  const at = (T: number): number => propertyAt(property, T);
  const kinks = kinksOf(property);
  const values = kinks.map(at);
  /** ∫ value dT from the first kink, or from 0 °C, to each kink: the trapezoid is exact on a straight line. */
  const sums = kinks.map(() => 0);
  for (let k = 1; k < kinks.length; k++) {
    sums[k] = sums[k - 1]! + ((values[k - 1]! + values[k]!) / 2) * (kinks[k]! - kinks[k - 1]!);
  }

  function primitive(T: number): number {
    const k = Math.max(countBelow(kinks, T) - 1, 0);
    const from = kinks[k] ?? 0;
    return (sums[k] ?? 0) + (((values[k] ?? at(0)) + at(T)) / 2) * (T - from);
  }

  return {
    isConstant: isFlat(property),
    jumpsFrom: Infinity,
    isFlatBelowJump: isFlat(property),
    at,
    integral: (from, to) => primitive(to) - primitive(from),
    fill(T, out): void {
      if (typeof property === 'number') out.fill(property);
      else if (property.kind === 'linear') {
        const { value, coefficient, reference, cap = Infinity } = property;
        for (let c = 0; c < out.length; c++) {
          const limited = T[c]! < cap ? T[c]! : cap;
          out[c] = value * (1 + coefficient * (limited - reference));
        }
      } else for (let c = 0; c < out.length; c++) out[c] = at(T[c]!);
    },
  };
}
