// What a fresh pair of eyes found in the modes of heating, each kept from coming back.
import { describe, expect, test } from 'vitest';
import {
  cannula,
  cooledProbe,
  damageAt,
  estimateLesion,
  fromJson,
  LesionModelError,
  type LesionRun,
  measureLesion,
  type Problem,
  simulate,
  type Stage,
  temperatureAt,
  tissues,
  toJson,
} from '../../src/index.js';
import { distanceFromNeedle } from '../../src/grid/needle-profile.js';
import { cellLaw } from '../../src/physics/cell-law.js';
import { makeEnthalpy } from '../../src/physics/enthalpy.js';
import { tissueLaw } from '../../src/physics/tissue-law.js';
import { boilingHeat } from '../../src/physics/vaporisation.js';

const draft = { resolution: 'draft' } as const;
const CRITERION = { kind: 'peak-temperature', threshold: 50 } as const;
const BASE: Problem = {
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'temperature', target: 80, duration: 20, ramp: 5 },
  coolDown: 5,
};
const schedule = (...stages: Stage[]): Problem => ({ ...BASE, heating: { kind: 'schedule', stages } });
const HOT: Stage = { kind: 'temperature', target: 80, duration: 20, ramp: 5 };

describe('water that boils where the specific heat rises with temperature', () => {
  const specificHeat = { kind: 'linear', value: 3500, coefficient: 1e-3, reference: 37 } as const;

  test('the temperature that holds a heat is found from a guess beyond the band', () => {
    const alone = { count: 1, mediumOf: new Int32Array(1), cut: new Map() };
    const law = cellLaw([boilingHeat(tissueLaw(specificHeat), 1.4e6, 400)], alone);
    const enthalpy = makeEnthalpy(
      { capacity: Float64Array.of(3500), tissueMass: Float64Array.of(1) },
      law,
      37,
    );
    const gained = enthalpy.between(0, 90, 99.5);
    expect(enthalpy.after(0, 90, gained, 120)).toBeCloseTo(99.5, 9);
    expect(enthalpy.after(0, 130, -enthalpy.between(0, 99.5, 130), 20)).toBeCloseTo(99.5, 9);
  });

  test('a run of high power stays finite and closes its balance', () => {
    const run = simulate(
      {
        ...BASE,
        tissue: { ...tissues.muscle, waterContent: 700, specificHeat },
        heating: { kind: 'power', power: 12, duration: 8 },
      },
      draft,
    );
    expect(run.temperature.data.every(Number.isFinite)).toBe(true);
    expect(Math.abs(run.energyAudit.residual)).toBeLessThan(1e-9);
    expect(run.outcome).toMatchObject({ kind: 'limited', reason: 'roll-off' });
  });
});

test.each([1e-3, 2e-3, 4e-3])(
  'the field of pulses ahead of a cone of %f m holds a finer one within its bar',
  (length) => {
    const electrode = cannula({ gauge: 22, tipLength: 5e-3, tipShape: { kind: 'cone', length } });
    const problem: Problem = { ...BASE, electrode, heating: { kind: 'pulsed', duration: 5 } };
    const finer = simulate(problem, { resolution: { spacing: 0.04e-3, growthRatio: 1.2, timeStep: 1 } });
    const exact = finer.stages[0]!.pulses.at(-1)!.field.aheadOfEnd;
    const { aheadOfEnd } = estimateLesion(problem, draft).stages[0]!.pulse!.field;
    aheadOfEnd.forEach(({ value, numericalError }, k) => {
      expect(Math.abs(value - exact[k]!), `${k}: ${value}, ${exact[k]!}`).toBeLessThan(numericalError!);
      expect(value).toBeGreaterThan(0);
    });
  },
);

describe('a coolant', () => {
  const electrode = cooledProbe({ gauge: 18, tipLength: 4e-3 });
  const coolant = 15;

  test.each<[string, Stage[]]>([
    [
      'begins in a pause',
      [
        { kind: 'off', duration: 10 },
        { ...HOT, target: 60 },
      ],
    ],
    [
      'comes to a new place',
      [
        { ...HOT, target: 60 },
        { kind: 'off', duration: 10, shift: 6e-3 },
      ],
    ],
  ])('that %s does not ring in the metal', (_, stages) => {
    const run = simulate({ ...schedule(...stages), electrode }, draft);
    const { heating } = run.problem;
    const off = (heating.kind === 'schedule' ? heating.stages : []).findIndex(({ kind }) => kind === 'off');
    const { sensorTemperature } = run.stages[off]!.history;
    const after = sensorTemperature.subarray(1);
    expect(Math.min(...after)).toBeGreaterThan(coolant);
    // Steps of one kind go one way: turns are what ringing is made of.
    const turns = after.filter((T, k) => k > 1 && (T - after[k - 1]!) * (after[k - 1]! - after[k - 2]!) < 0);
    expect(turns.length).toBeLessThanOrEqual(3);
  });
});

describe('a needle that is moved after the last heat', () => {
  const problem = schedule(HOT, { kind: 'off', duration: 10, shift: 5e-3 });
  const run = simulate(problem, { ...draft, snapshotTimes: [10, 25] });
  const copy = fromJson(toJson(run)) as LesionRun;
  const plain = simulate({ ...BASE, coolDown: 15 }, { ...draft, snapshotTimes: [10] });

  test('has the lesion at switch-off seen from where it was then, after JSON too', () => {
    const size = measureLesion(run, CRITERION, 'atSwitchOff');
    expect(measureLesion(copy, CRITERION, 'atSwitchOff')).toEqual(size);
    expect(size.distalReach).toBeCloseTo(measureLesion(plain, CRITERION, 'atSwitchOff').distalReach, 4);
    expect(measureLesion(run, CRITERION).distalReach).toBeCloseTo(size.distalReach + 5e-3, 4);
    const point = { r: 2e-3, z: 2e-3 };
    expect(damageAt(copy, CRITERION, point, 'atSwitchOff')).toBe(
      damageAt(run, CRITERION, point, 'atSwitchOff'),
    );
  });

  test('has its snapshots seen from where it was at their time', () => {
    const point = { r: 2e-3, z: 2e-3 };
    expect(temperatureAt(run, point, 10)).toBeCloseTo(temperatureAt(plain, point, 10), 0);
    const now = temperatureAt(run, { r: 2e-3, z: -3e-3 }, 25);
    expect(now).toBeGreaterThan(temperatureAt(run, point, 25) + 2);
  });
});

test('a stage that cools tissue down does not roll off: only a generator that gives current can', () => {
  const hot: Stage = { kind: 'temperature', target: 95, duration: 20, ramp: 5 };
  const mild: Stage = { kind: 'temperature', target: 45, duration: 60, ramp: 5, rollOff: 1.2 };
  const run = simulate({ ...schedule(hot, mild), startTemperature: 20 }, draft);
  expect(run.stages.map(({ outcome }) => outcome.kind)).toEqual(['completed', 'completed']);
});

test('a lower target is waited for without a current, whatever the ramp', () => {
  const run = simulate(schedule(HOT, { kind: 'temperature', target: 60, duration: 20, ramp: 10 }), draft);
  const { sensorTemperature, voltage } = run.stages[1]!.history;
  sensorTemperature.forEach((T, k) => {
    if (k > 0 && T > 60.01) expect(voltage![k]).toBe(0);
  });
});

test('pulses that the sensor does not allow are said to be none', () => {
  const { stages, outcome } = estimateLesion(schedule(HOT, { kind: 'pulsed', duration: 2 }), draft);
  expect(outcome.kind).toBe('completed');
  expect(stages[1]!.pulse).toMatchObject({ voltage: { value: 0 }, pulseWidth: { value: 0 } });
});

test('the distance from a needle is that from the nearest point of its surface', () => {
  const R = 0.4e-3;
  const flat = { end: 'flat', radius: R } as const;
  const round = { end: 'hemisphere', radius: R } as const;
  const cone = { end: 'cone', radius: R, coneLength: 2 * R } as const;
  expect(distanceFromNeedle(flat, 1e-3, 2e-3)).toBeCloseTo(0.6e-3, 12);
  expect(distanceFromNeedle(flat, 0.2e-3, -1e-3)).toBeCloseTo(1e-3, 12);
  expect(distanceFromNeedle(flat, R + 3e-4, -4e-4)).toBeCloseTo(5e-4, 12);
  expect(distanceFromNeedle(round, 0.5e-3, 0.1e-3)).toBeCloseTo(Math.hypot(0.5e-3, 0.3e-3) - R, 12);
  expect(distanceFromNeedle(cone, R, 0)).toBeCloseTo((2 * R) / Math.sqrt(5), 12); // to the side, not to the point
  expect(distanceFromNeedle({ ...flat, sleeve: { from: 5e-3, thickness: 1e-4 } }, 1e-3, 6e-3)).toBeCloseTo(
    0.5e-3,
    12,
  );
});

test.each<[string, object, string]>([
  [
    'a fraction for a water content',
    { tissue: { ...tissues.muscle, waterContent: 0.7 } },
    'tissue.waterContent',
  ],
  ['more water than tissue', { tissue: { ...tissues.muscle, waterContent: 1099 } }, 'tissue.waterContent'],
  [
    'a held tip with a coolant, which it would leave out',
    {
      electrode: cooledProbe({ gauge: 18, tipLength: 4e-3 }),
      heating: { kind: 'tip-temperature', target: 60, duration: 60 },
    },
    'electrode.cooling',
  ],
])('%s is refused', (_, change, path) => {
  const problem = { ...BASE, ...change };
  expect(() => simulate(problem, draft)).toThrow(LesionModelError);
  expect(() => simulate(problem, draft)).toThrow(path);
});
