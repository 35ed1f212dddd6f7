import type { Heating } from '../../src/problem/heating.js';
import type { Problem } from '../../src/problem/types.js';
import { feProblem } from './problems.js';

type Controlled = Extract<Heating, { readonly kind: 'temperature' }>;

/** The same with RF current, a thin sleeve and a grounded rim, controlled at the thermocouple. */
export const coupledFeProblem: Problem & { readonly heating: Controlled } = {
  ...feProblem,
  electrode: {
    ...feProblem.electrode,
    insulation: {
      thickness: 0.05e-3,
      material: { thermalConductivity: 0.15, density: 1420, specificHeat: 1090 },
    },
  },
  tissue: {
    ...feProblem.tissue,
    electricalConductivity: { kind: 'linear', value: 0.45, coefficient: 0.02, reference: 37, cap: 100 },
  },
  heating: { kind: 'temperature', target: 80, ramp: 10, duration: 90 },
  domain: { radius: 40e-3, below: 40e-3, above: 40e-3, electrical: 'grounded' },
};
