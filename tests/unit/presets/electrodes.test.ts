import { describe, expect, test } from 'vitest';
import { cooledProbe, electrodes, NUSSELT } from '../../../src/presets/electrodes.js';
import { materials } from '../../../src/presets/materials.js';
import { gauges } from '../../../src/presets/needles.js';
import { tissues } from '../../../src/presets/tissues.js';
import { checkProblem } from '../../../src/problem/check.js';
import type { Electrode } from '../../../src/problem/types.js';

const entries: [string, Electrode][] = Object.entries(electrodes);

describe.each(entries)('%s', (name, electrode) => {
  test('can be computed', () => {
    const heating = { kind: 'temperature', target: 60, duration: 60 };
    expect(() => checkProblem({ electrode, tissue: tissues.muscle, heating })).not.toThrow();
  });

  test('is the same after a way through JSON', () => {
    expect(JSON.parse(JSON.stringify(electrode))).toEqual(electrode);
  });

  test('says where its bare length comes from, and nothing from memory', () => {
    const { evidence = {}, sources = [] } = electrode;
    expect(evidence.tipLength?.sources.length).toBeGreaterThan(0);
    for (const { grade, sources: own } of Object.values(evidence)) {
      expect(grade).not.toBe('M');
      expect(own.length).toBeGreaterThan(0);
    }
    for (const source of evidence.tipLength?.sources ?? []) expect(sources).toContainEqual(source);
  });

  test('has the size of its name', () => {
    const [, , length] = /(\d+p?\d*x|G|trigeminal)(\d+p?\d*)mm$/.exec(name) ?? [];
    expect(1e3 * electrode.tipLength).toBeCloseTo(Number(length?.replace('p', '.')), 9);
    const [, diameter] = /(\d+p\d+)x/.exec(name) ?? [];
    if (diameter) expect(2e3 * electrode.radius).toBeCloseTo(Number(diameter.replace('p', '.')), 9);
  });
});

test('a trigeminal electrode is taken to be of 22 G, as the SMK cannula is', () => {
  expect(electrodes.trigeminal5mm.radius).toBe(gauges[22].outerDiameter / 2);
  expect(electrodes.smk22G5mm.radius).toBe(gauges[22].outerDiameter / 2);
});

test('an open-tip thermocouple is at the end', () => {
  expect(electrodes.cordotomy0p3x2mm.sensor.z).toBe(0);
  expect(electrodes.cordotomy0p4x2mm.evidence).toHaveProperty(['sensor.z']);
});

describe('a cooled probe', () => {
  test.each([17, 18] as const)('of %s G has the bore of its gauge', (gauge) => {
    const { outerDiameter, innerDiameter } = gauges[gauge];
    const { body, cooling } = cooledProbe({ gauge, tipLength: 4e-3 });
    expect(body).toMatchObject({ kind: 'tube', wallThickness: (outerDiameter - innerDiameter) / 2 });
    const coefficient = (NUSSELT * materials.water.thermalConductivity) / innerDiameter;
    expect(cooling).toEqual({ temperature: 15, coefficient });
  });

  test('has a range for its coolant, unless that is stated', () => {
    const range = { low: 5, high: 25, grade: 'C' };
    expect(electrodes.cooled18G4mm.evidence?.['cooling.temperature']).toMatchObject(range);
    const stated = cooledProbe({ gauge: 18, tipLength: 4e-3, coolant: 15 });
    expect(stated.evidence).not.toHaveProperty(['cooling.temperature']);
    expect(stated.cooling?.temperature).toBe(15);
  });

  test.each([16, 17.5, NaN])('of %s G is refused', (gauge) => {
    expect(() => cooledProbe({ gauge, tipLength: 4e-3 })).toThrow(
      expect.objectContaining({ code: 'invalid-input', path: 'gauge' }),
    );
  });
});
