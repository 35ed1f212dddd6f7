import { cannula, gauges } from '../../src/presets/needles.js';
import type { Heating } from '../../src/problem/heating.js';
import type { Problem } from '../../src/problem/types.js';

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A problem with a held tip. */
export type HeldTipProblem = Problem & {
  readonly heating: Extract<Heating, { readonly kind: 'tip-temperature' }>;
};

/**
 * Valid problems over the whole range of use: gauges 16–25, both ends, tips of 2–15 mm, 45–95 °C, 1–600 s, ramps from
 * none to the whole time, perfusion 0–0.05 1/s.
 */
export function randomProblems(count: number, seed: number): HeldTipProblem[] {
  const random = seeded(seed);
  const names = Object.keys(gauges).map(Number);
  return Array.from({ length: count }, () => {
    const gauge = names[Math.floor(random() * names.length)]!;
    const duration = Math.exp(Math.log(600) * random());
    const kind = random();
    const ramp = kind < 0.2 ? 0 : kind < 0.5 ? Math.min(10, duration) : duration * random();
    return {
      electrode: cannula({
        gauge,
        tipLength: (2 + 13 * random()) * 1e-3,
        tipShape: random() < 0.4 ? 'hemisphere' : 'flat',
      }),
      tissue: {
        thermalConductivity: 0.495,
        density: 1090,
        specificHeat: 3421,
        electricalConductivity: 0.45,
        perfusionRate: random() < 0.3 ? 0 : 0.05 * random() ** 2,
      },
      heating: { kind: 'tip-temperature', target: 45 + 50 * random(), duration, ramp },
    };
  });
}
