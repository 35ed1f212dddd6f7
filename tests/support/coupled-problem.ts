import type { Heating, Problem } from '../../src/problem/types.js';

type Controlled = Extract<Heating, { readonly kind: 'temperature' }>;

/** The problem of the independent finite-element solution with RF current, a steel needle and a thin sleeve. */
export const coupledFeProblem: Problem & { readonly heating: Controlled } = {
  electrode: {
    radius: 0.3555e-3,
    tipLength: 5e-3,
    tipShape: 'flat',
    body: { kind: 'solid', material: { thermalConductivity: 16.2, density: 7900, specificHeat: 500 } },
    insulation: {
      thickness: 0.05e-3,
      material: { thermalConductivity: 0.15, density: 1420, specificHeat: 1090 },
    },
    sensor: { z: 0.5e-3 },
  },
  tissue: {
    thermalConductivity: 0.49,
    density: 1090,
    specificHeat: 3421,
    electricalConductivity: { kind: 'linear', value: 0.45, coefficient: 0.02, reference: 37, cap: 100 },
    perfusionRate: 0,
  },
  heating: { kind: 'temperature', target: 80, ramp: 10, duration: 90 },
  coolDown: 30,
  domain: { radius: 40e-3, below: 40e-3, above: 40e-3, electrical: 'grounded' },
};
