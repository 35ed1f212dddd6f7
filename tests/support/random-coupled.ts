import { cannula, gauges } from '../../src/presets/needles.js';
import { materials } from '../../src/presets/materials.js';
import type { Heating } from '../../src/problem/heating.js';
import type { Problem } from '../../src/problem/types.js';
import { seeded } from './random-problems.js';

/** A problem of RF current that is controlled at the sensor. */
export type CoupledProblem = Problem & {
  readonly heating: Extract<Heating, { readonly kind: 'temperature' }>;
};

/**
 * Valid problems with RF current: gauges 16–25, both ends, tips of 2–15 mm, with and without a sleeve, sensor near the
 * end or at mid-tip, 55–95 °C, 10–300 s, ramps from 2 s to the whole time, perfusion 0–0.05 1/s, conductivity
 * constant or rising.
 */
export function randomCoupledProblems(count: number, seed: number): CoupledProblem[] {
  const random = seeded(seed);
  const names = Object.keys(gauges).map(Number);
  return Array.from({ length: count }, () => {
    const gauge = names[Math.floor(random() * names.length)]!;
    const tipLength = (2 + 13 * random()) * 1e-3;
    const duration = 10 * Math.exp(Math.log(30) * random());
    const kind = random();
    const ramp = kind < 0.2 ? 2 : kind < 0.6 ? 10 : duration * (0.2 + 0.8 * random());
    const thickness = (0.02 + 0.06 * random()) * 1e-3;
    return {
      electrode: {
        ...cannula({ gauge, tipLength, tipShape: random() < 0.35 ? 'hemisphere' : 'flat' }),
        insulation: random() < 0.5 ? null : { thickness, material: materials.polyimide },
        sensor: { z: random() < 0.3 ? tipLength / 2 : 0.5e-3 },
      },
      tissue: {
        thermalConductivity: 0.495,
        density: 1090,
        specificHeat: 3421,
        electricalConductivity:
          random() < 0.2 ? 0.45 : { kind: 'linear', value: 0.45, coefficient: 0.02, reference: 37, cap: 100 },
        perfusionRate: random() < 0.3 ? 0 : 0.05 * random() ** 2,
      },
      heating: { kind: 'temperature', target: 55 + 40 * random(), duration, ramp },
    };
  });
}
