import { describe, expect, test } from 'vitest';
import { sourcesOf, publishedCriteria } from '../../../src/presets/criteria.js';
import { kinetics, threeStateKinetics } from '../../../src/presets/kinetics.js';
import { materials } from '../../../src/presets/materials.js';
import { cannula, type Gauge, gauges } from '../../../src/presets/needles.js';
import * as cited from '../../../src/presets/sources.js';
import * as citedByDefault from '../../../src/problem/default-kinetics.js';
import { tissues } from '../../../src/presets/tissues.js';
import { checkProblem } from '../../../src/problem/check.js';
import type { Source } from '../../../src/problem/types.js';

const presets: Record<string, { readonly sources?: readonly Source[] }> = {
  ...tissues,
  ...materials,
  ...gauges,
  ...kinetics,
  ...threeStateKinetics,
};

const sources: Record<string, Source> = {
  ...cited,
  EXPOSURE_CODE: citedByDefault.EXPOSURE_CODE,
  COMSOL_TUMOR: kinetics.liverCoagulation.sources![0]!,
  PEARCE: kinetics.henriquesMoritz.sources![1]!,
};

test.each(Object.entries(presets))('%s has its sources', (_, { sources: own = [] }) => {
  expect(own.length).toBeGreaterThan(0);
  for (const source of own) expect(Object.values(sources)).toContain(source);
});

test('every published criterion has a source, and an isotherm that nobody uses has none', () => {
  for (const criterion of publishedCriteria) expect(sourcesOf(criterion).length).toBeGreaterThan(0);
  expect(publishedCriteria).toHaveLength(18);
  expect(sourcesOf({ kind: 'peak-temperature', threshold: 55 })).toEqual([]);
});

test.each(Object.entries(sources))('%s says who, what, where and how it was read', (_, source: Source) => {
  expect(source.author).not.toBe('');
  expect(source.title).not.toBe('');
  expect(source.grade).toMatch(/^[ABCD]$/);
  const says = source.doi ?? source.url ?? source.note ?? '';
  expect(says).toMatch(/^10\.|^https?:|address is not on record|^Computed/);
  if (source.doi !== undefined) expect(source.doi).toMatch(/^10\.\d{4,}\/\S+$/);
  if (source.url !== undefined) expect(() => new URL(source.url ?? '')).not.toThrow();
  if (source.grade === 'D') expect(source.note).toMatch(/^Computed/);
});

describe('muscle', () => {
  test('has the perfusion of its heat transfer rate, 36.7383 mL/(min·kg)', () => {
    const { perfusionRate, density } = tissues.muscle;
    expect(perfusionRate).toBeCloseTo((36.7383 * density) / 6e7, 8);
  });

  test("has the conductivity of Gabriel's four Cole–Cole terms at 500 kHz", () => {
    const terms = [
      [50, 7.23e-12, 0.1],
      [7000, 3.537e-7, 0.1],
      [1.2e6, 3.183e-4, 0.1],
      [2.5e7, 2.274e-3, 0],
    ] as const;
    const omega = 2 * Math.PI * 500e3;
    const vacuum = 8.8541878128e-12; // [F/m]
    // σ = σ_s − ω ε₀ Im Σ Δ / (1 + (jωτ)^(1−α))
    const loss = terms.map(([delta, tau, alpha]) => {
      const size = (omega * tau) ** (1 - alpha);
      const angle = (Math.PI / 2) * (1 - alpha);
      const [re, im] = [1 + size * Math.cos(angle), size * Math.sin(angle)];
      return (delta * im) / (re ** 2 + im ** 2);
    });
    const sigma = 0.2 + omega * vacuum * loss.reduce((sum, x) => sum + x, 0);
    expect(tissues.muscle.electricalConductivity).toMatchObject({ kind: 'linear', reference: 37 });
    expect(tissues.muscle.electricalConductivity).toHaveProperty('value', Number(sigma.toPrecision(4)));
  });
});

describe('cannula', () => {
  const known = Object.keys(gauges).map(Number) as Gauge[];

  test.each(known)('%s G makes a sound electrode', (gauge) => {
    const electrode = cannula({ gauge, tipLength: 5e-3 });
    expect(electrode.radius).toBe(gauges[gauge].outerDiameter / 2);
    expect(electrode.sources).toBe(gauges[gauge].sources);
    for (const kind of ['temperature', 'tip-temperature']) {
      const heating = { kind, target: 80, duration: 90 };
      expect(checkProblem({ electrode, tissue: tissues.muscle, heating }).electrode).toMatchObject(electrode);
    }
  });

  test('needles get thinner with their gauge', () => {
    const diameters = known.map((gauge) => gauges[gauge].outerDiameter);
    expect(diameters).toEqual([...diameters].sort((a, b) => b - a));
  });

  test('has an ideal film for a sleeve and its thermocouple half a millimetre from the end', () => {
    expect(cannula({ gauge: 22, tipLength: 5e-3 })).toMatchObject({
      insulation: null,
      sensor: { z: 0.5e-3 },
    });
  });

  test('has a flat end unless told otherwise', () => {
    expect(cannula({ gauge: 22, tipLength: 5e-3 }).tipShape).toBe('flat');
    expect(cannula({ gauge: 22, tipLength: 5e-3, tipShape: 'hemisphere' }).tipShape).toBe('hemisphere');
  });

  test.each([26, 15, 22.5, NaN, 0, '22', undefined, null])(
    'refuses gauge %o and lists the known ones',
    (gauge) => {
      expect(() => cannula({ gauge: gauge as number, tipLength: 5e-3 })).toThrow(
        expect.objectContaining({
          code: 'invalid-input',
          path: 'gauge',
          message: `gauge must be one of 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, but was ${String(gauge)}.`,
        }),
      );
    },
  );
});
