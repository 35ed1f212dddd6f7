import { DEFAULTS } from '../problem/defaults.js';
import { propertyAt } from '../problem/property.js';
import type { Problem } from '../problem/types.js';
import { tissuesIn } from './caveats.js';

/**
 * How far tissue far from any needle warms by its metabolism and its blood within a time, that of the warmest tissue [K].
 *
 * ```text
 * ρc dT/dt = ω ρ_b c_b (T_a − T) + Q_m   from the start temperature on
 * ```
 */
export function ownWarmth(problem: Problem, time: number): number {
  const { startTemperature: start = DEFAULTS.startTemperature, blood = DEFAULTS.blood } = problem;
  const { arterialTemperature: arterial = DEFAULTS.arterialTemperature } = problem;
  const rises = tissuesIn(problem).map(({ tissue }) => {
    const { density, specificHeat, perfusionRate, metabolicHeat = 0 } = tissue;
    const capacity = density * propertyAt(specificHeat, start); // [J/(m³·K)]
    const flow = perfusionRate * blood.density * blood.specificHeat; // [W/(m³·K)]
    const heat = flow * (arterial - start) + metabolicHeat; // [W/m³]
    const passed = (flow * time) / capacity;
    return passed < 1e-9 ? (heat * time) / capacity : (heat / flow) * -Math.expm1(-passed);
  });
  return Math.max(0, ...rises);
}
