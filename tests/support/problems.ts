import type { Heating } from '../../src/problem/heating.js';
import type { Material, Problem } from '../../src/problem/types.js';

/** Plays no part in the held-tip model, whose needle is left out. */
const STEEL: Material = { thermalConductivity: 16.2, density: 7900, specificHeat: 500 };

type HeldTip = Extract<Heating, { readonly kind: 'tip-temperature' }>;

/** The problem of the independent finite-element solution. */
export const feProblem: Problem & { readonly heating: HeldTip } = {
  electrode: {
    radius: 0.3555e-3,
    tipLength: 5e-3,
    tipShape: 'flat',
    body: { kind: 'solid', material: STEEL },
    insulation: null,
    sensor: { z: 0.5e-3 },
  },
  tissue: {
    thermalConductivity: 0.49,
    density: 1090,
    specificHeat: 3421,
    electricalConductivity: 0.45,
    perfusionRate: 0,
  },
  heating: { kind: 'tip-temperature', target: 80, ramp: 10, duration: 90 },
  coolDown: 30,
  domain: { radius: 40e-3, below: 40e-3, above: 40e-3 },
};
