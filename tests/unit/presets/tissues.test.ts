import { describe, expect, test } from 'vitest';
import { cannula } from '../../../src/presets/needles.js';
import { GABRIEL_1996 } from '../../../src/presets/sources-tissue.js';
import { type TissueName, tissues } from '../../../src/presets/tissues.js';
import { citedTissues } from '../../../src/presets/tissues-cited.js';
import { type TabledTissueName, thermalRow } from '../../../src/presets/tissues-thermal.js';
import { checkProblem } from '../../../src/problem/check.js';

const names = Object.keys(tissues) as TissueName[];
const tabled = names.filter((name): name is TabledTissueName => !(name in citedTissues));

describe('tissues', () => {
  test('muscle has the numbers that it always had', () => {
    expect(tissues.muscle).toMatchObject({
      thermalConductivity: 0.49497,
      density: 1090.4,
      specificHeat: 3421.2,
      electricalConductivity: { kind: 'linear', value: 0.4459, coefficient: 0.02, reference: 37, cap: 100 },
      perfusionRate: 0.00066766,
      metabolicHeat: 0.90612 * 1090.4,
    });
  });

  test.each(tabled.filter((name) => name !== 'blood'))('%s is perfused by its heat transfer rate', (name) => {
    const { heatTransferRate, density, perfusionRate } = thermalRow(name);
    const exact = (heatTransferRate * density) / 6e7;
    expect(Math.abs(perfusionRate - exact)).toBeLessThanOrEqual(0.5001 * fifthDigit(exact));
  });

  test('blood is not perfused', () => {
    expect(tissues.blood.perfusionRate).toBe(0);
    expect(tissues.blood.evidence?.perfusionRate?.note).toContain('convention');
  });

  test.each(Object.entries(citedTissues))('%s rests on one source for each of its numbers', (_, tissue) => {
    const { electricalConductivity: sigma, evidence = {}, sources } = tissue;
    const slope = typeof sigma === 'object' && sigma.kind === 'linear' ? sigma.coefficient : undefined;
    expect(sources).toHaveLength(1);
    expect(evidence.electricalConductivitySlope?.value).toBe(slope);
    for (const one of Object.values(evidence)) expect(one.sources[0]).toBe(sources?.[0]);
  });

  test.each(names)('%s can be computed with', (name) => {
    const electrode = cannula({ gauge: 22, tipLength: 5e-3 });
    const heating = { kind: 'temperature', target: 80, duration: 90 };
    expect(checkProblem({ electrode, tissue: tissues[name], heating }).tissue).toMatchObject({
      perfusionRate: tissues[name].perfusionRate,
    });
  });

  test('none has the zero-frequency term of its dispersion', () => {
    const zeroFrequency = { nerve: 0.006, liver: 0.02, skin: 0.0002, muscle: 0.2, heartMuscle: 0.05 };
    for (const [name, sigma] of Object.entries(zeroFrequency)) {
      const { electricalConductivity, evidence } = tissues[name as TissueName];
      expect(electricalConductivity).not.toHaveProperty('value', sigma);
      expect(evidence?.electricalConductivity?.low ?? Infinity).toBeGreaterThan(sigma);
    }
  });
});

/** One unit in the fifth significant digit. */
function fifthDigit(value: number): number {
  return value === 0 ? 0 : 10 ** (Math.floor(Math.log10(value)) - 4);
}

describe('electrical conductivities at 500 kHz', () => {
  /** Size, time constant [s] and broadening of four terms, after the zero-frequency conductivity [S/m]. */
  type Terms = readonly [sigma: number, ...terms: (readonly [delta: number, tau: number, alpha: number])[]];
  const GREY: Terms = [
    0.02,
    [45, 7.958e-12, 0.1],
    [400, 15.915e-9, 0.15],
    [2e5, 106.103e-6, 0.22],
    [4.5e7, 5.305e-3, 0],
  ];
  const gabriel: Partial<Record<TissueName, Terms>> = {
    muscle: [0.2, [50, 7.23e-12, 0.1], [7000, 3.537e-7, 0.1], [1.2e6, 3.183e-4, 0.1], [2.5e7, 2.274e-3, 0]],
    fat: [0.035, [9, 7.96e-12, 0.2], [35, 15.92e-9, 0.1], [3.3e4, 1.5915e-4, 0.05], [1e7, 15.915e-3, 0.01]],
    greyMatter: GREY,
    thalamus: GREY,
    whiteMatter: [
      0.02,
      [32, 7.958e-12, 0.1],
      [100, 7.958e-9, 0.1],
      [4e4, 53.052e-6, 0.3],
      [3.5e7, 7.958e-3, 0.02],
    ],
    csf: [2, [65, 7.96e-12, 0.1], [40, 1.592e-9, 0]],
    blood: [0.7, [56, 8.377e-12, 0.1], [5200, 132.629e-9, 0.1]],
    boneCortical: [
      0.02,
      [10, 13.263e-12, 0.2],
      [180, 79.577e-9, 0.2],
      [5e3, 159.155e-6, 0.2],
      [1e5, 15.915e-3, 0],
    ],
    boneCancellous: [
      0.07,
      [18, 13.263e-12, 0.22],
      [300, 79.577e-9, 0.25],
      [2e4, 159.155e-6, 0.2],
      [2e7, 15.915e-3, 0],
    ],
    boneMarrowYellow: [
      0.001,
      [3, 7.958e-12, 0.2],
      [25, 15.915e-9, 0.1],
      [5e3, 1.591549e-3, 0.1],
      [2e6, 15.915e-3, 0.1],
    ],
    boneMarrowRed: [
      0.1,
      [9, 14.469e-12, 0.2],
      [80, 15.915e-9, 0.1],
      [1e4, 1.591549e-3, 0.1],
      [2e6, 15.915e-3, 0.1],
    ],
    cartilage: [
      0.15,
      [38, 13.263e-12, 0.15],
      [2500, 144.686e-9, 0.15],
      [1e5, 318.31e-6, 0.1],
      [4e7, 15.915e-3, 0],
    ],
    liver: [
      0.02,
      [39, 8.842e-12, 0.1],
      [6000, 530.516e-9, 0.2],
      [5e4, 22.736e-6, 0.2],
      [3e7, 15.915e-3, 0.05],
    ],
  };

  /** σ = σ_s − ω ε₀ Im Σ Δ / (1 + (jωτ)^(1−α)) */
  function conductivity([sigma, ...terms]: Terms, frequency: number): number {
    const omega = 2 * Math.PI * frequency;
    const vacuum = 8.8541878128e-12; // [F/m]
    const loss = terms.map(([delta, tau, alpha]) => {
      const size = (omega * tau) ** (1 - alpha);
      const angle = (Math.PI / 2) * (1 - alpha);
      const [re, im] = [1 + size * Math.cos(angle), size * Math.sin(angle)];
      return (delta * im) / (re ** 2 + im ** 2);
    });
    return sigma + omega * vacuum * loss.reduce((sum, x) => sum + x, 0);
  }

  test.each(Object.entries(gabriel) as [TissueName, Terms][])(
    'of %s are those of its terms',
    (name, terms) => {
      const { electricalConductivity, evidence } = tissues[name];
      expect(electricalConductivity).toMatchObject({ kind: 'linear', reference: 37 });
      const digits = Number(conductivity(terms, 500e3).toPrecision(4));
      expect(electricalConductivity).toHaveProperty('value', digits);
      expect(evidence?.electricalConductivity?.sources).toContain(GABRIEL_1996);
    },
  );

  test('are all that Gabriel is cited for', () => {
    const citing = names.filter((name) =>
      tissues[name].evidence?.electricalConductivity?.sources.includes(GABRIEL_1996),
    );
    expect(citing.sort()).toEqual(Object.keys(gabriel).sort());
  });
});
