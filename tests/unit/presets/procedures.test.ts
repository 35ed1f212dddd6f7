import { describe, expect, test } from 'vitest';
import { formatProcedure } from '../../../src/output/procedure-in-words.js';
import * as procedureSources from '../../../src/presets/procedure-sources.js';
import { type Procedure, procedures } from '../../../src/presets/procedures.js';
import * as sources from '../../../src/presets/sources.js';
import { tissues } from '../../../src/presets/tissues.js';
import { checkProblem } from '../../../src/problem/check.js';
import { valueAt } from '../../../src/problem/evidence.js';
import { stagesOf } from '../../../src/problem/heating.js';
import type { Problem, Source, Tissue } from '../../../src/problem/types.js';

const { unverified, ...cited } = procedures;
const citedOnes: [string, Procedure][] = Object.entries(cited);
const unverifiedOnes: [string, Procedure][] = Object.entries(unverified);
const all = [...citedOnes, ...unverifiedOnes];

/** What every problem has to account for: the numbers of its needle and of its heating. */
function pathsOf({ electrode, heating }: Problem): string[] {
  const needle = ['radius', 'tipLength', 'tipShape', 'insulation'].map((key) => `electrode.${key}`);
  const isDriven = heating.kind !== 'voltage';
  const stages = stagesOf(heating).flatMap((stage, k) => {
    const path = heating.kind === 'schedule' ? `heating.stages[${k}]` : 'heating';
    return Object.keys(stage)
      .filter((key) => key !== 'kind')
      .map((key) => `${path}.${key}`);
  });
  const cooling = Object.keys(electrode.cooling ?? {}).map((key) => `electrode.cooling.${key}`);
  return [...needle, ...(isDriven ? ['electrode.sensor.z'] : []), ...stages, ...cooling, 'tissue'];
}

describe.each(all)('%s', (_, procedure) => {
  const { stated = {}, assumed = {}, unverified: remembered = {} } = procedure.about;
  const accounted = [stated, assumed, remembered].flatMap((notes) => Object.keys(notes));

  test('is a sound problem, and the same after a way through JSON', () => {
    expect(() => checkProblem(procedure)).not.toThrow();
    expect(JSON.parse(JSON.stringify(procedure))).toEqual(procedure);
  });

  test('says what is heated and what must be spared', () => {
    expect(procedure.about.target).toBeTruthy();
    expect(procedure.about.structuresAtRisk?.length).toBeGreaterThan(0);
  });

  test('accounts for all of its needle and heating, for each once', () => {
    expect(pathsOf(procedure).filter((path) => !accounted.includes(path))).toEqual([]);
    expect([...new Set(accounted)]).toEqual(accounted);
  });

  test('accounts for nothing that it does not have', () => {
    expect(accounted.filter((path) => valueAt(procedure, path) === undefined)).toEqual([]);
  });

  test('keeps the value of all that it accounts for', () => {
    const { values = {} } = procedure.about;
    expect(Object.keys(values).sort()).toEqual([...accounted, 'regions'].sort());
    for (const path of accounted.filter((one) => one.startsWith('heating.'))) {
      expect(values[path]).toEqual(valueAt(procedure, path));
    }
    expect(JSON.stringify(values)).not.toMatch(/"(evidence|sources)":/);
  });

  test('cites sources that are on record', () => {
    const known: Source[] = [...Object.values(procedureSources), ...Object.values(sources)];
    for (const own of Object.values(stated)) {
      expect(own.length).toBeGreaterThan(0);
      for (const source of own) expect(known).toContain(source);
    }
  });
});

/** Numbers of needle and tissue from memory. */
function remembered({ electrode, tissue }: Procedure): string[] {
  return [electrode.evidence ?? {}, tissue.evidence ?? {}].flatMap((evidence) =>
    Object.entries(evidence)
      .filter(([, { grade }]) => grade === 'M')
      .map(([name]) => name),
  );
}

test.each(citedOnes)('%s has nothing from memory', (_, procedure) => {
  expect(procedure.about.unverified).toBeUndefined();
  expect(remembered(procedure)).toEqual([]);
});

test.each(unverifiedOnes)('%s says what it has from memory', (_, procedure) => {
  const named = Object.keys(procedure.about.unverified ?? {});
  expect(named.length).toBeGreaterThan(0);
  for (const name of remembered(procedure)) expect(named).toContain(`tissue.${name}`);
});

test.each(Object.entries(procedureSources))('%s says who, what, where and how it was read', (_, source) => {
  expect(source.author).not.toBe('');
  expect(source.title).not.toBe('');
  expect(source.note).toBeTruthy();
  expect(source.doi ?? source.url).toMatch(/^10\.|^https?:/);
});

describe('a page', () => {
  const { drgThermal, lumbarMedialBranch, trigeminalStaged } = procedures;

  test('tells a procedure before it is computed', () => {
    const page = formatProcedure(trigeminalStaged);
    expect(page).toMatch(/^Trigeminal rhizotomy in stages/);
    expect(page).toContain('stage 3: set temperature  72 °C  Demartini et al. 2021 (C) [2]');
    expect(page).toMatch(/stage 2: time +30 s/);
    expect(page).toContain('doi:10.4103/sja.sja_972_20');
    expect(page).not.toMatch(/^lesion /m);
    expect(page).not.toMatch(/^± is the error/m);
  });

  test('keeps to its lines, but for a source that is longer in one word', () => {
    for (const [, procedure] of all) {
      const long = formatProcedure(procedure)
        .split('\n')
        .filter((line) => line.length > 110 && !/^\s*https?:\S+$/.test(line));
      expect(long).toEqual([]);
    }
  });

  test('has numbers in the units of its reader', () => {
    const page = formatProcedure(lumbarMedialBranch);
    expect(page).toContain('1.27 mm across, bare tip 10 mm, flat end, solid');
    expect(page).toMatch(/set temperature +80 °C/);
    expect(page).toMatch(/its slope +2 %\/K +1\.3–2\.25/);
  });

  test('says that a number is from memory', () => {
    const page = formatProcedure(unverified.cordotomy);
    expect(page).toContain('unverified, from memory: check before use');
    expect(page).toMatch(/electrical conductivity +0\.1109 S\/m +\S+ +from memory \(M\)/);
  });

  test('says nothing of a value that has been changed, and names it', () => {
    const heating = { kind: 'temperature', target: 95, duration: 300, ramp: 10 } as const;
    const page = formatProcedure({ ...drgThermal, heating });
    expect(page).toContain(
      'changed, and no longer that of the source or the assumption: heating.target, heating.duration\n',
    );
    expect(page).not.toMatch(/^ +(set temperature|time) /m);
    expect(page).toMatch(/^ +ramp +10 s/m);
    expect(page).toMatch(/^remarks /m);
    expect(formatProcedure(drgThermal)).not.toContain('changed, and');
  });

  test('says nothing of another needle and another tissue, but for what is the same', () => {
    const electrode = { ...drgThermal.electrode, tipLength: 1e-2 };
    const tissue = { ...drgThermal.tissue, electricalConductivity: 0.3 };
    const page = formatProcedure({ ...drgThermal, electrode, tissue });
    expect(page.replaceAll(/\s+/g, ' ')).toContain(
      'assumption: electrode.tipLength, tissue, tissue.electricalConductivity stated',
    );
    expect(page).not.toMatch(/^ +(bare tip|electrical conductivity) /m);
    expect(page.match(/^ +diameter of the needle /gm)).toHaveLength(2);
    expect(page).not.toContain('Nerve everywhere');
    expect(page).not.toContain('ASCENT');
  });

  test('does not mind the order of keys, nor other sources', () => {
    const tissue = Object.fromEntries(Object.entries(drgThermal.tissue).reverse()) as unknown as Tissue;
    const page = formatProcedure({ ...drgThermal, tissue: { ...tissue, sources: [] } });
    expect(page).not.toContain('changed, and');
    expect(page).toContain('Nerve everywhere');
  });

  test('tells of the tissue beside, which is then not the same everywhere', () => {
    const regions = [{ where: { kind: 'tube', rMin: 3e-3 }, tissue: tissues.muscle }] as const;
    const page = formatProcedure({ ...drgThermal, regions });
    expect(page.replaceAll(/\s+/g, ' ')).toContain(
      'region 1 tube from 3 mm off the axis: 0.495 W/(m·K), 1090 kg/m³, 3421 J/(kg·K), 0.4459 S/m, perfusion 0.0006677 1/s at 37 °C',
    );
    expect(page).toContain('changed, and no longer that of the source or the assumption: tissue\n');
    expect(page).not.toContain('Nerve everywhere');
    expect(page).toMatch(/region 1: perfusion +0\.0006677 1\/s +0\.000167–0\.00117/);
  });

  test('can do with a problem that says nothing of itself', () => {
    const { electrode, tissue, heating } = drgThermal;
    const page = formatProcedure({
      electrode: {
        radius: electrode.radius,
        tipLength: electrode.tipLength,
        tipShape: { kind: 'cone', length: 1e-3 },
        body: electrode.body,
        insulation: {
          thickness: 5e-5,
          material: { thermalConductivity: 0.12, density: 1420, specificHeat: 1090 },
        },
        sensor: { z: 1e-3 },
      },
      tissue: {
        thermalConductivity: { kind: 'table', temperature: [20, 90], value: [0.33, 0.57] },
        density: tissue.density,
        specificHeat: tissue.specificHeat,
        electricalConductivity: { kind: 'linear', value: 0.3, coefficient: -0.01, reference: 37 },
        perfusionRate: 0,
      },
      heating,
      coolDown: 0,
    });
    expect(page).toMatch(/^A problem without a name/);
    expect(page).toContain('conical end, solid, sleeve of 0.05 mm');
    expect(page.replaceAll(/\s+/g, ' ')).toContain(
      '0.33 W/(m·K) at 20 °C and 0.57 W/(m·K) at 90 °C, 1075 kg/m³, 3613 J/(kg·K), 0.3 S/m at 37 °C and −1 %/K, perfusion 0 1/s',
    );
    for (const word of ['sources', 'assumed', 'followed', 'undefined']) expect(page).not.toContain(word);
  });
});
