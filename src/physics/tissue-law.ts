import type { Property } from '../problem/types.js';

/** A property as a function of temperature, ready for whole fields. */
export interface TissueLaw {
  /** Whether the property is the same at all temperatures. */
  readonly isConstant: boolean;
  /** Value at one temperature [°C]. */
  at(T: number): number;
  /** Values at many temperatures; `out` may not alias `T`. */
  fill(T: Float64Array, out: Float64Array): void;
}

/** Straight lines between the nodes of a table, constant beyond its ends. */
function tableLaw(temperature: readonly number[], value: readonly number[]): (T: number) => number {
  const last = temperature.length - 1;
  return (T) => {
    if (T <= temperature[0]!) return value[0]!;
    if (T >= temperature[last]!) return value[last]!;
    let k = 0;
    while (temperature[k + 1]! < T) k++;
    const part = (T - temperature[k]!) / (temperature[k + 1]! - temperature[k]!);
    return value[k]! + part * (value[k + 1]! - value[k]!);
  };
}

/**
 * Makes a property's law.
 *
 * ```text
 * linear:  value · (1 + coefficient · (min(T, cap) − reference))
 * ```
 */
export function tissueLaw(property: Property): TissueLaw {
  if (typeof property === 'number') {
    return { isConstant: true, at: () => property, fill: (_T, out) => void out.fill(property) };
  }
  if (property.kind === 'linear') {
    const { value, coefficient, reference, cap = Infinity } = property;
    return {
      isConstant: coefficient === 0,
      at: (T) => value * (1 + coefficient * (Math.min(T, cap) - reference)),
      fill(T, out): void {
        for (let c = 0; c < out.length; c++) {
          const limited = T[c]! < cap ? T[c]! : cap;
          out[c] = value * (1 + coefficient * (limited - reference));
        }
      },
    };
  }
  const at = tableLaw(property.temperature, property.value);
  return {
    isConstant: false,
    at,
    fill(T, out): void {
      for (let c = 0; c < out.length; c++) out[c] = at(T[c]!);
    },
  };
}
