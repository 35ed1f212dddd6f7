import type { CheckedProblem } from './checked.js';
import { tissuesOf } from './checked.js';
import type { Property } from './types.js';

/** How many of some increasing numbers are less than another. */
export function countBelow(increasing: readonly number[], x: number): number {
  let [low, high] = [0, increasing.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((increasing[middle] ?? Infinity) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A property's value at one temperature [°C].
 *
 * ```text
 * linear:  value · (1 + coefficient · (min(T, cap) − reference))
 * table:   straight lines between its nodes, constant beyond its ends
 * ```
 */
export function propertyAt(property: Property, T: number): number {
  if (typeof property === 'number') return property;
  if (property.kind === 'linear') {
    const { value, coefficient, reference, cap = Infinity } = property;
    return value * (1 + coefficient * (Math.min(T, cap) - reference));
  }
  const { temperature, value } = property;
  const k = countBelow(temperature, T);
  const [below, above] = [value[k - 1] ?? NaN, value[k] ?? NaN];
  if (k === 0) return above;
  if (k === temperature.length) return below;
  const [from, to] = [temperature[k - 1] ?? NaN, temperature[k] ?? NaN];
  return below + ((T - from) / (to - from)) * (above - below);
}

/** A property's highest value between two temperatures [°C]. */
export function highestOf(property: Property, from: number, to: number): number {
  const places = typeof property === 'number' || property.kind === 'linear' ? [] : property.temperature;
  const all = [from, to, ...places.filter((T) => T > from && T < to)];
  return Math.max(...all.map((T) => propertyAt(property, T)));
}

/** Thermal diffusivities k/(ρc) at the start temperature of all tissue: the lowest and the highest [m²/s]. */
export function startDiffusivity(problem: CheckedProblem): {
  readonly lowest: number;
  readonly highest: number;
} {
  const { startTemperature } = problem;
  const all = tissuesOf(problem).map(({ thermalConductivity, density, specificHeat }) => {
    const conductivity = propertyAt(thermalConductivity, startTemperature);
    return conductivity / (density * propertyAt(specificHeat, startTemperature));
  });
  return { lowest: Math.min(...all), highest: Math.max(...all) };
}
