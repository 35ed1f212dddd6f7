import type { CheckedProblem } from './checked.js';
import type { Property } from './types.js';

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
  let [before, below] = [-Infinity, NaN];
  for (const [k, node] of temperature.entries()) {
    const here = value[k] ?? NaN;
    if (T <= node) return k === 0 ? here : below + ((T - before) / (node - before)) * (here - below);
    [before, below] = [node, here];
  }
  return below;
}

/** Thermal diffusivity k/(ρc) at the start temperature [m²/s]. */
export function startDiffusivity({ tissue, startTemperature }: CheckedProblem): number {
  const conductivity = propertyAt(tissue.thermalConductivity, startTemperature);
  return conductivity / (tissue.density * propertyAt(tissue.specificHeat, startTemperature));
}
