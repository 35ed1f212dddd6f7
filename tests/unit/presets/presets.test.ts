import { describe, expect, test } from 'vitest';
import { sourcesOf, publishedCriteria } from '../../../src/presets/criteria.js';
import { kinetics, threeStateKinetics } from '../../../src/presets/kinetics.js';
import { type MaterialName, materials } from '../../../src/presets/materials.js';
import { doseThresholds } from '../../../src/presets/dose-thresholds.js';
import { generators } from '../../../src/presets/generators.js';
import { cannula, type Gauge, gauges } from '../../../src/presets/needles.js';
import * as cited from '../../../src/presets/sources.js';
import * as citedForDevices from '../../../src/presets/sources-device.js';
import * as citedForDoses from '../../../src/presets/sources-dose.js';
import * as citedForTissue from '../../../src/presets/sources-tissue.js';
import * as citedByDefault from '../../../src/problem/default-kinetics.js';
import { tissues } from '../../../src/presets/tissues.js';
import { checkProblem } from '../../../src/problem/check.js';
import type { Source } from '../../../src/problem/types.js';

const presets: Record<string, { readonly sources?: readonly Source[] }> = {
  ...tissues,
  ...materials,
  ...gauges,
  ...generators,
  ...doseThresholds,
  ...kinetics,
  ...threeStateKinetics,
};

const sources: Record<string, Source> = {
  ...cited,
  ...citedForTissue,
  ...citedForDevices,
  ...citedForDoses,
  EXPOSURE_CODE: citedByDefault.EXPOSURE_CODE,
  ...Object.fromEntries(
    Object.entries(presets).flatMap(([name, { sources: own = [] }]) =>
      own.map((source, k) => [`${name}, source ${k + 1}`, source]),
    ),
  ),
};

test.each(Object.entries(presets))('%s has its sources', (_, { sources: own = [] }) => {
  expect(own.length).toBeGreaterThan(0);
});

test('every published criterion has a source, and an isotherm that nobody uses has none', () => {
  for (const criterion of publishedCriteria) expect(sourcesOf(criterion).length).toBeGreaterThan(0);
  const rules = Object.keys(kinetics).length + Object.keys(threeStateKinetics).length;
  expect(publishedCriteria).toHaveLength(rules + 5);
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

describe('materials', () => {
  test.each(Object.keys(materials) as MaterialName[])('%s can be computed with', (name) => {
    const electrode = {
      ...cannula({ gauge: 22, tipLength: 5e-3 }),
      body: { kind: 'solid', material: materials[name] },
    };
    const heating = { kind: 'temperature', target: 80, duration: 90 };
    expect(() => checkProblem({ electrode, tissue: tissues.muscle, heating })).not.toThrow();
  });

  test('have the water of the tissues', () => {
    const { thermalConductivity, density, specificHeat } = tissues.water;
    expect(materials.water).toMatchObject({ thermalConductivity, density, specificHeat });
  });
});

test('a wall is thinner than half the needle, and so is its bore', () => {
  for (const { outerDiameter, innerDiameter } of Object.values(gauges)) {
    expect(innerDiameter).toBeGreaterThan(outerDiameter / 2);
    expect(innerDiameter).toBeLessThan(outerDiameter);
  }
});

test('doses follow from time and temperature', () => {
  const dose = (minutes: number, T: number): number => minutes * (T >= 43 ? 0.5 : 0.25) ** (43 - T);
  const { ratSciaticNerve, ratCervicalCord, dogBrain, dogCordTolerated, dogCordImpaired } = doseThresholds;
  expect([dose(32, 44), dose(12, 45)]).toEqual([
    ratSciaticNerve.evidence.minutes.high,
    ratSciaticNerve.evidence.minutes.low,
  ]);
  expect(ratCervicalCord.minutes).toBeCloseTo(dose(41, 42.9), 1);
  expect(dogBrain.evidence.minutes.low).toBeCloseTo(dose(45, 42), 0);
  expect([dogCordTolerated.minutes, dogCordImpaired.minutes]).toEqual([dose(30, 44), dose(30, 45)]);
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

  test.each([26, 13, 22.5, NaN, 0, '22', undefined, null])(
    'refuses gauge %o and lists the known ones',
    (gauge) => {
      expect(() => cannula({ gauge: gauge as number, tipLength: 5e-3 })).toThrow(
        expect.objectContaining({
          code: 'invalid-input',
          path: 'gauge',
          message: `gauge must be one of 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, but was ${String(gauge)}.`,
        }),
      );
    },
  );
});
