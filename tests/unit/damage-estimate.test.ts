// What an estimate says by damage rules: zones, growth, validity, comparison.
import { describe, expect, test } from 'vitest';
import {
  compareCriteria,
  type Criterion,
  damageAt,
  DEFAULT_CRITERIA,
  estimateLesion,
  formatComparison,
  formatEstimate,
  fromJson,
  kinetics,
  lesionContour,
  LesionModelError,
  measureCoverage,
  measureLesion,
  measureMargin,
  measureShape,
  peakTemperatureAt,
  type Problem,
  publishedCriteria,
  simulate,
  temperatureAt,
  threeStateKinetics,
  toJson,
} from '../../src/index.js';
import { volumeBelow } from '../../src/grid/needle-profile.js';
import { enclosedBy } from '../../src/metrics/lesion-shape.js';
import { cem43Rate } from '../../src/physics/damage-rate.js';
import { coupledFeProblem } from '../support/coupled-problem.js';
import { feProblem } from '../support/problems.js';

const draft = { resolution: 'draft' } as const;
const estimate = estimateLesion(coupledFeProblem, draft);
const codes = (warnings: readonly { code: string }[]): string[] => warnings.map(({ code }) => code);

describe('a run', () => {
  test('can be measured by the rules that it kept count of, at any threshold, and by no others', () => {
    const run = simulate(feProblem, draft);
    const at = (minutes: number): number => measureLesion(run, { kind: 'cem43', minutes }).width;
    expect(at(60)).toBeGreaterThan(at(240));
    const other: Criterion = { kind: 'arrhenius', kinetics: kinetics.dermis, omega: 1 };
    for (const act of [
      () => measureLesion(run, other),
      () => lesionContour(run, other),
      () => damageAt(run, other, { r: 2e-3, z: 2e-3 }),
    ]) {
      expect(act).toThrow(expect.objectContaining({ code: 'criterion-not-tracked', path: 'criterion' }));
    }
    const tracked = simulate(feProblem, { ...draft, criteria: [other] });
    expect(measureLesion(tracked, other).width).toBeGreaterThan(0);
    expect(() => measureLesion(tracked, { kind: 'cem43', minutes: 240 })).toThrow(LesionModelError);
    expect(measureLesion(tracked, { kind: 'peak-temperature', threshold: 47 }).width).toBeGreaterThan(0);
  });

  test('keeping count changes nothing of the temperatures', () => {
    const [bare, counted] = [[], publishedCriteria].map((criteria) =>
      simulate(coupledFeProblem, { ...draft, criteria }),
    );
    expect(counted!.temperature.data).toEqual(bare!.temperature.data);
    expect(bare!.exposure.final.damage).toEqual([]);
    expect(counted!.exposure.final.damage).toHaveLength(15);
  });

  test('has more damage after the cool-down than at switch-off, and where it was hotter', () => {
    const { run } = estimate;
    for (const { criterion } of estimate.lesions.slice(4)) {
      const at = (r: number, instant: 'atSwitchOff' | 'final'): number =>
        damageAt(run, criterion, { r, z: 2.5e-3 }, instant);
      expect(at(3e-3, 'final')).toBeGreaterThan(at(3e-3, 'atSwitchOff'));
      expect(at(2e-3, 'final')).toBeGreaterThan(at(3e-3, 'final'));
    }
    const isotherm: Criterion = { kind: 'peak-temperature', threshold: 50 };
    const point = { r: 3e-3, z: 1e-3 };
    expect(damageAt(run, isotherm, point)).toBe(peakTemperatureAt(run, point));
  });

  test('has damage at its threshold on the border', () => {
    const { run } = estimate;
    for (const { criterion } of estimate.lesions.slice(4)) {
      const { r, z } = lesionContour(run, criterion)[0]!;
      const n = Math.floor(r.length / 2);
      const threshold = criterion.kind === 'cem43' ? 240 : 1;
      expect(damageAt(run, criterion, { r: r[n]!, z: z[n]! }) / threshold).toBeCloseTo(1, 2);
    }
  });

  test('counts several rules at once on a held surface, each for itself', () => {
    const [dose, dermis]: Criterion[] = [
      { kind: 'cem43', minutes: 240 },
      { kind: 'arrhenius', kinetics: kinetics.dermis, omega: 1 },
    ];
    const at = { r: feProblem.electrode.radius, z: 2.5e-3 };
    const [both, alone] = [[dose!, dermis!], [dermis!]].map((criteria) =>
      damageAt(simulate(feProblem, { ...draft, criteria }), dermis!, at),
    );
    expect(both).toBe(alone);
  });

  test.each([3421, { kind: 'linear', value: 3421, coefficient: 0.004, reference: 37, cap: 90 }] as const)(
    'counts the temperatures that it has: specific heat %o',
    (specificHeat) => {
      const times = Array.from({ length: 120 }, (_, n) => n + 1);
      const problem: Problem = { ...coupledFeProblem, tissue: { ...coupledFeProblem.tissue, specificHeat } };
      const run = simulate(problem, { ...draft, snapshotTimes: times });
      const point = { r: 3e-3, z: 2.5e-3 };
      // The same by hand, from the temperatures of every second.
      const rate = (t: number): number => cem43Rate(t === 0 ? 37 : temperatureAt(run, point, t)) / 60;
      const byHand = times.reduce((sum, t) => sum + (rate(t - 1) + rate(t)) / 2, 0);
      expect(Math.abs(damageAt(run, { kind: 'cem43', minutes: 240 }, point) / byHand - 1)).toBeLessThan(0.02);
    },
  );

  test.each([5, 6, 7, 8])(
    'stopped after %i steps: all that was is counted, and going on ends with the same bits',
    (stopAfter) => {
      const problem = { ...feProblem, heating: { ...feProblem.heating, duration: 12 }, coolDown: 3 };
      const controller = new AbortController();
      let steps = 0;
      const stopped = simulate(problem, {
        ...draft,
        signal: controller.signal,
        onProgress: () => {
          steps += 1;
          if (steps === stopAfter) controller.abort();
        },
      });
      const criterion: Criterion = { kind: 'cem43', minutes: 240 };
      const at = { r: feProblem.electrode.radius, z: 2.5e-3 };
      // On the surface, in the ramp, by hand.
      const beta = 43 / 10;
      const T = 37 + beta * stopped.time;
      const below = (1 - 0.25 ** 6) / Math.log(4);
      const byHand =
        T < 43 ? (0.25 ** (43 - T) - 0.25 ** 6) / Math.log(4) : below + (2 ** (T - 43) - 1) / Math.log(2);
      expect(Math.abs((60 * beta * damageAt(stopped, criterion, at)) / byHand - 1)).toBeLessThan(1e-4);
      const whole = simulate(problem, draft);
      const end = simulate(problem, { ...draft, resumeFrom: stopped.state });
      expect(end.exposure).toEqual(whole.exposure);
    },
  );

  test('says by when: at switch-off less than in the end', () => {
    const point = { r: 6e-3, z: 2e-3 };
    const off = peakTemperatureAt(estimate.run, point, 'atSwitchOff');
    expect(off).toBeLessThan(peakTemperatureAt(estimate.run, point, 'final'));
    expect(damageAt(estimate.run, { kind: 'peak-temperature', threshold: 50 }, point, 'atSwitchOff')).toBe(
      off,
    );
  });

  test('the highest temperature of a point is that of any moment', () => {
    const times = [5, 10, 12, 15, 20, 30, 45, 60, 75, 90, 95];
    const run = simulate(coupledFeProblem, { ...draft, snapshotTimes: times });
    for (const r of [0.4e-3, 0.8e-3, 2e-3]) {
      const point = { r, z: 0.2e-3 };
      const seen = Math.max(...times.map((time) => temperatureAt(run, point, time)));
      expect(peakTemperatureAt(run, point)).toBeGreaterThan(seen - 0.02);
    }
  });

  test('a damage rule that nobody reaches: zeros, never NaN', () => {
    const run = simulate(feProblem, { ...draft, criteria: [{ kind: 'cem43', rule: 'iso', minutes: 1 }] });
    const nothing = measureLesion(run, { kind: 'cem43', rule: 'iso', minutes: 1e6 });
    expect(nothing.width).toBeGreaterThan(0); // unlimited above 57 °C
    const cool = { ...feProblem, heating: { ...feProblem.heating, target: 38.5 } };
    const none = simulate(cool, { ...draft, criteria: [{ kind: 'cem43', rule: 'iso', minutes: 1 }] });
    expect(measureLesion(none, { kind: 'cem43', rule: 'iso', minutes: 1e-6 })).toEqual({
      width: 0,
      length: 0,
      volume: 0,
      distalReach: 0,
      proximalReach: 0,
      widestAt: 0,
    });
  });
});

describe('odd rules and odd heat', () => {
  const [liver] = kinetics.liverCoagulation.branches;
  const own = (...branches: object[]): Criterion => ({
    kind: 'arrhenius',
    kinetics: { branches: branches.map((one) => ({ ...liver!, ...one })) },
    omega: 1,
  });
  const isFinite = (contours: readonly { r: Float64Array; z: Float64Array }[]): boolean =>
    contours.every(({ r, z }) => r.every(Number.isFinite) && z.every(Number.isFinite));

  test.each([10, 20])(
    'three states in tissue of hundreds of degrees, %i W: a lesion, and all of it dead',
    (power) => {
      const criterion: Criterion = {
        kind: 'three-state',
        kinetics: threeStateKinetics.oneill,
        deadFraction: 0.8,
      };
      const problem: Problem = { ...coupledFeProblem, heating: { kind: 'power', power, duration: 60 } };
      const run = simulate(problem, { ...draft, criteria: [criterion] });
      expect(measureLesion(run, criterion).width).toBeGreaterThan(5e-3);
      expect(isFinite(lesionContour(run, criterion))).toBe(true);
      expect(damageAt(run, criterion, { r: 0.5e-3, z: 2e-3 })).toBeCloseTo(1, 9);
    },
  );

  test('a dose beyond all numbers is a large one', () => {
    const problem: Problem = {
      ...coupledFeProblem,
      heating: { kind: 'voltage', voltage: 200, duration: 0.5 },
    };
    for (const rule of ['sapareto-dewey', 'iso'] as const) {
      const criterion: Criterion = { kind: 'cem43', rule, minutes: 240 };
      const run = simulate(problem, { ...draft, criteria: [criterion] });
      expect(measureLesion(run, criterion).width).toBeGreaterThan(5e-3);
    }
  });

  test('a border across a crease has a bar of a part of the cell', () => {
    const bars = [kinetics.weaverStoll, kinetics.retina].map((one) => {
      const criterion: Criterion = { kind: 'arrhenius', kinetics: one, omega: 1 };
      const { lesions } = estimateLesion(coupledFeProblem, { ...draft, criteria: [criterion] });
      return lesions[0]!.final.width.numericalError!;
    });
    const cell = 0.15e-3 + 0.3 * (3.7e-3 - 0.3555e-3);
    expect(bars[0]!).toBeGreaterThan(2 * 0.08 * 0.9 * cell);
    expect(bars[1]!).toBeLessThan(0.5 * bars[0]!);
    const late: Criterion = { kind: 'cem43', minutes: 10 };
    const warm: Problem = { ...feProblem, heating: { kind: 'tip-temperature', target: 60, duration: 300 } };
    const { lesions } = estimateLesion(warm, { ...draft, criteria: [late, { ...late, minutes: 5000 }] });
    const [near, far] = lesions.map(({ final }) => final.width.numericalError! / final.width.value);
    expect(near).toBeGreaterThan(2 * far!);
  });

  test('a rule that counts from a temperature on finds no lesion beyond it, however small the threshold', () => {
    for (const omega of [0.1, 0.01, 1e-3]) {
      const criterion = { ...own({ from: 45 }), omega } as Criterion;
      const run = simulate(coupledFeProblem, { ...draft, criteria: [criterion] });
      const most = measureLesion(run, { kind: 'peak-temperature', threshold: 45 }).width;
      const { width } = measureLesion(run, criterion);
      expect(width).toBeLessThan(1.01 * most);
      expect(width).toBeGreaterThan(0.9 * most);
    }
    const criterion = own({ from: 45 });
    const run = simulate(coupledFeProblem, { ...draft, criteria: [criterion] });
    expect(damageAt(run, criterion, { r: 6e-3, z: 2.5e-3 })).toBe(0);
  });

  test('the ISO form with a minute threshold ends where it begins to count', () => {
    const run = simulate(coupledFeProblem, {
      ...draft,
      criteria: [{ kind: 'cem43', rule: 'iso', minutes: 1 }],
    });
    const { width: most } = measureLesion(run, { kind: 'peak-temperature', threshold: 39 });
    const { width } = measureLesion(run, { kind: 'cem43', rule: 'iso', minutes: 1e-5 });
    expect(Math.abs(width / most - 1)).toBeLessThan(0.01);
  });

  test('metal that stays cool does not shorten a lesion about it', () => {
    const problem: Problem = { ...coupledFeProblem, heating: { kind: 'power', power: 50, duration: 3 } };
    const lengths = (['iso', 'sapareto-dewey'] as const).map((rule) => {
      const criterion: Criterion = { kind: 'cem43', rule, minutes: 240 };
      return measureLesion(simulate(problem, { criteria: [criterion] }), criterion).length;
    });
    expect(Math.abs(lengths[0]! / lengths[1]! - 1)).toBeLessThan(2e-3);
  });

  test('kinetics with an upper end, a gap, or a branch of a tenth of a degree', () => {
    const plain = measureLesion(estimate.run, own({})).width;
    const widthBy = (criterion: Criterion): number =>
      measureLesion(simulate(coupledFeProblem, { ...draft, criteria: [criterion] }), criterion).width;
    expect(Math.abs(widthBy(own({ to: 60 })) / plain - 1)).toBeLessThan(2e-3);
    expect(widthBy(own({ to: 55 }))).toBeLessThan(1.02 * plain); // creased close to its border
    expect(Math.abs(widthBy(own({ to: 49 }, { from: 49 })) / plain - 1)).toBeLessThan(1e-6);
    expect(widthBy(own({ to: 40 }, { from: 44 }))).toBeLessThan(1.01 * plain);
    const narrow = { ...own({ from: 45.05, to: 45.2 }), omega: 1e-3 } as Criterion;
    expect(widthBy(narrow)).toBeGreaterThan(1e-3);
  });

  test('a held surface that was never where the rule counts', () => {
    const criterion = own({ from: 45, to: 50 });
    const problem: Problem = {
      ...feProblem,
      heating: { kind: 'tip-temperature', target: 80, ramp: 0, duration: 90 },
    };
    const run = simulate(problem, { ...draft, criteria: [criterion] });
    for (const mm of [0.36, 0.4, 0.5, 2]) {
      expect(damageAt(run, criterion, { r: 1e-3 * mm, z: 2.5e-3 }, 'atSwitchOff')).toBeGreaterThanOrEqual(0);
    }
    expect(Number.isFinite(measureLesion(run, criterion, 'atSwitchOff').volume)).toBe(true);
  });

  test('a border that the outer boundary cuts off is refused like a size', () => {
    const act = (): unknown => lesionContour(estimate.run, { kind: 'peak-temperature', threshold: 37.001 });
    expect(act).toThrow(expect.objectContaining({ code: 'domain-too-small' }));
  });

  test('another instant than the two', () => {
    const criterion: Criterion = { kind: 'cem43', minutes: 240 };
    for (const act of [
      () => measureLesion(estimate.run, criterion, 'end' as never),
      () => damageAt(estimate.run, criterion, { r: 3e-3, z: 0 }, 'end' as never),
      () => peakTemperatureAt(estimate.run, { r: 3e-3, z: 0 }, 'end' as never),
    ]) {
      expect(act).toThrow(expect.objectContaining({ code: 'invalid-input', path: 'instant' }));
    }
  });
});

describe('the reversible zone', () => {
  test('must hold the lesion', () => {
    const criterion: Criterion = { kind: 'peak-temperature', threshold: 42 };
    const { reversibleZone, warnings } = estimateLesion(feProblem, { ...draft, criterion, criteria: [] });
    expect(reversibleZone).toBeNull();
    expect(codes(warnings)).toEqual(['region-left-out']);
    const reversible: Criterion = { kind: 'peak-temperature', threshold: 60 };
    expect(() => estimateLesion(feProblem, { ...draft, reversible, criteria: [] })).toThrow(
      expect.objectContaining({ code: 'invalid-input', path: 'reversible' }),
    );
  });

  test('is what has been at 43 °C, with its volume outside the lesion', () => {
    const { reversibleZone: zone, volume, width } = estimate;
    expect(zone!.criterion).toEqual({ kind: 'peak-temperature', threshold: 43 });
    expect(zone!.final.width.value).toBeGreaterThan(width.value);
    expect(zone!.volume.value).toBeCloseTo(zone!.final.volume.value - volume.value, 15);
    expect(zone!.volume.numericalError!).toBeCloseTo(
      zone!.final.volume.numericalError! + volume.numericalError!,
      15,
    );
  });

  test('can be asked for by any rule', () => {
    const reversible: Criterion = { kind: 'cem43', minutes: 20 };
    const { reversibleZone: zone, receipt } = estimateLesion(feProblem, {
      ...draft,
      reversible,
      criteria: [],
    });
    expect(zone!.criterion).toEqual(reversible);
    expect(receipt.reversible).toEqual(reversible);
  });

  test('without an end inside the computed region it is left out, unless it was asked for', () => {
    const warm = {
      ...feProblem,
      startTemperature: 43.5,
      boundaryTemperature: 43.5,
      arterialTemperature: 43.5,
    };
    const criterion: Criterion = { kind: 'peak-temperature', threshold: 60 };
    const { reversibleZone, warnings } = estimateLesion(warm, { ...draft, criterion, criteria: [criterion] });
    expect(reversibleZone).toBeNull();
    expect(codes(warnings)).toEqual(['region-left-out']);
    expect(warnings[0]!.message).toContain('43 °C');
    expect(() =>
      estimateLesion(warm, { ...draft, criterion, reversible: { kind: 'peak-temperature', threshold: 43 } }),
    ).toThrow(expect.objectContaining({ path: 'reversible.threshold' }));
  });

  test('so is a damage rule of the defaults, and one that was asked for is an error', () => {
    const long = {
      ...feProblem,
      startTemperature: 39,
      heating: { kind: 'tip-temperature', target: 60, duration: 3600 } as const,
    };
    const { lesions, warnings } = estimateLesion(long, draft);
    expect(codes(warnings)).toContain('region-left-out');
    expect(lesions.length).toBe(6);
    const liver: Criterion = { kind: 'arrhenius', kinetics: kinetics.liverCoagulation, omega: 1 };
    for (const asked of [{ criteria: [liver] }, { criteria: [], reversible: liver }]) {
      expect(() => estimateLesion(long, { ...draft, ...asked })).toThrow(
        expect.objectContaining({ code: 'domain-too-small' }),
      );
    }
  });
});

describe('growth', () => {
  test('begins with nothing, never falls by more than the grid can tell, and ends with the size of the run', () => {
    const { growth, run, criterion } = estimate;
    const { width, length } = measureLesion(run, criterion);
    expect([growth.time[0], growth.width[0], growth.length[0]]).toEqual([0, 0, 0]);
    expect(growth.time.at(-1)).toBe(run.time);
    expect(growth.width.at(-1)).toBe(width);
    expect(growth.length.at(-1)).toBe(length);
    expect(growth.time).toContain(90);
    expect(growth.time).toHaveLength(17);
    expect(growth.time[1]).toBeLessThan(0.9 + 0.5); // closer at first
    for (const sizes of [growth.width, growth.length]) {
      sizes.forEach((size, k) => expect(size).toBeGreaterThanOrEqual((1 - 5e-4) * (sizes[k - 1] ?? 0)));
    }
    expect(growth.time.every((t, k) => k === 0 || t > growth.time[k - 1]!)).toBe(true);
  });

  test('by a damage rule it goes on after switch-off', () => {
    const criterion: Criterion = { kind: 'cem43', minutes: 240 };
    const { growth, width } = estimateLesion(feProblem, { ...draft, criterion, criteria: [] });
    const off = growth.time.indexOf(90);
    expect(growth.width.at(-1)).toBeGreaterThan(1.01 * growth.width[off]!);
    expect(Math.abs(growth.width.at(-1)! - width.value)).toBeLessThan(0.01 * width.value);
    expect(growth.time.every((t, k) => k === 0 || t > growth.time[k - 1]!)).toBe(true);
    expect(growth.time.at(-1)).toBe(120);
  });

  test('each sample is the size of a run that ends there', () => {
    const { growth } = estimate;
    const k = growth.time.findIndex((t) => t > 30);
    const heating = { ...coupledFeProblem.heating, duration: growth.time[k]! };
    const shorter = simulate({ ...coupledFeProblem, heating, coolDown: 0 }, { ...draft, criteria: [] });
    const { width } = measureLesion(shorter, estimate.criterion);
    expect(Math.abs(growth.width[k]! / width - 1)).toBeLessThan(2e-3);
  });
});

describe('the border as polylines', () => {
  test.each([
    ['held tip', feProblem],
    ['RF current', coupledFeProblem],
  ] as const)('%s: area and volume agree with those of the field to 0.2 %', (_, problem) => {
    const [run, fine] = (['standard', 'fine'] as const).map((resolution) =>
      simulate(problem, { resolution }),
    );
    for (const criterion of DEFAULT_CRITERIA) {
      const contours = lesionContour(run!, criterion);
      expect(contours).toHaveLength(1);
      const { z, from, to, closed } = contours[0]!;
      expect([from, to, closed]).toEqual(['axis', 'needle', false]);
      const { area, volume } = enclosedBy(contours);
      const tissue = volume - volumeBelow(run!.grid.profile, z.at(-1)!);
      expect(Math.abs(tissue / measureLesion(run!, criterion).volume - 1)).toBeLessThan(0.002);
      expect(Math.abs(area / enclosedBy(lesionContour(fine!, criterion)).area - 1)).toBeLessThan(0.002);
    }
  });
});

describe('shape', () => {
  test('has bars that hold against a finer run', () => {
    const fine = estimateLesion(coupledFeProblem, { resolution: 'fine', criteria: [] });
    for (const key of ['sphericity', 'surfaceArea', 'ellipsoidVolume'] as const) {
      const [{ value, numericalError }, exact] = [estimate.shape[key], fine.shape[key]];
      expect(Math.abs(value - exact.value), key).toBeLessThan(numericalError! + exact.numericalError!);
      expect(numericalError! / value).toBeLessThan(0.03);
    }
    const { sphericity } = measureShape(fine.run, fine.criterion);
    expect(Math.abs(sphericity / fine.shape.sphericity.value - 1)).toBeLessThan(2e-3);
  });

  test('nothing reached: zeros', () => {
    const cool = { ...feProblem, heating: { ...feProblem.heating, target: 48 } };
    const { shape, border, growth } = estimateLesion(cool, { ...draft, criteria: [] });
    expect(shape.sphericity).toEqual({ value: 0, numericalError: 0 });
    expect(shape.ellipsoidVolume).toEqual({ value: 0, numericalError: 0 });
    expect(border.contours).toEqual([]);
    expect(growth.width.every((width) => width === 0)).toBe(true);
    const { lesion } = measureMargin(
      { border, reversibleZone: null, run: estimate.run },
      {
        kind: 'point',
        at: [0, 0, 0],
      },
    );
    expect(lesion).toEqual({ value: Infinity, numericalError: 0 });
    const { lesion: covered } = measureCoverage(
      { border, reversibleZone: null, run: estimate.run },
      {
        path: [
          [-1e-3, 0, 0],
          [1e-3, 0, 0],
        ],
        radius: 0,
      },
    );
    expect(covered.length).toEqual({ value: 0, numericalError: 0 });
  });
});

describe('validity', () => {
  const only = (criterion: Criterion, problem: Problem = coupledFeProblem): string[] =>
    estimateLesion(problem, { ...draft, criteria: [criterion] }).warnings.map(({ message }) => message);

  test('the defaults are within theirs', () => {
    expect(estimate.warnings).toEqual([]);
  });

  test('too hot, too long, too short: a warning with the rule and the number', () => {
    const short = { ...feProblem, heating: { ...feProblem.heating, target: 90, ramp: 0.5, duration: 1 } };
    expect(only({ kind: 'cem43', minutes: 240 }, short)).toEqual([
      expect.stringMatching(
        /^CEM43 240 min: its border has been at up to \d\d(\.\d)? °C, and the rule is stated for at most 57 °C\.$/,
      ) as unknown,
    ]);
    const found = only({ kind: 'three-state', kinetics: threeStateKinetics.oneill, deadFraction: 0.011 });
    expect(found).toContain(
      "1.1 % dead, O'Neill: the exposure lasts 120 s, and the rule is stated for 300–900 s.",
    );
    const own = { ...kinetics.dermis, validity: { temperature: { from: 63 } } };
    expect(only({ kind: 'arrhenius', kinetics: own, omega: 1 })[0]).toMatch(
      /no hotter than .* 63 °C and more/,
    );
  });

  test('the headline’s rule is judged too, once', () => {
    const criterion: Criterion = {
      kind: 'three-state',
      kinetics: threeStateKinetics.oneill,
      deadFraction: 0.011,
    };
    const warned = (criteria: Criterion[]): (string | undefined)[] =>
      estimateLesion(coupledFeProblem, { ...draft, criterion, criteria, errorBar: false }).warnings.flatMap(
        ({ code, path }) => (code === 'outside-validity' ? [path] : []),
      );
    expect(warned([])).toEqual(['criterion']);
    expect(warned([criterion])).toEqual(['criteria[0]']);
  });

  test('in strict mode it is an error with the criterion’s path', () => {
    const criteria: Criterion[] = [
      { kind: 'cem43', minutes: 240 },
      { kind: 'three-state', kinetics: threeStateKinetics.oneill, deadFraction: 0.011 },
    ];
    expect(() => estimateLesion(coupledFeProblem, { ...draft, criteria, strict: true })).toThrow(
      expect.objectContaining({ code: 'strict', path: 'criteria[1]' }),
    );
  });
});

describe('side by side', () => {
  const all = estimateLesion(coupledFeProblem, { ...draft, criteria: publishedCriteria });
  const rows = compareCriteria(all);

  test('every rule has its row, in the order asked for', () => {
    expect(rows.map(({ criterion }) => criterion)).toEqual([...publishedCriteria]);
    rows.forEach((row, k) => {
      expect(row.width).toEqual(all.lesions[k]!.final.width);
      expect(row.sources.length).toBeGreaterThan(0);
    });
  });

  test('says which are used beyond what they are stated for', () => {
    const outside = rows.filter(({ isWithinValidity }) => isWithinValidity === false);
    expect(outside.map(({ rule }) => rule)).toEqual(["three-state, O'Neill", 'three-state, Go-Smart']);
    expect(rows.find(({ rule }) => rule === 'CEM43')).toMatchObject({
      validity: '39–57 °C',
      isWithinValidity: true,
    });
    expect(rows[0]).toMatchObject({ validity: 'not stated', isWithinValidity: null });
    expect(compareCriteria(fromJson(toJson(all)) as typeof all)).toEqual(rows);
  });

  test('a warning of another kind says nothing of validity', () => {
    const criterion: Criterion = { kind: 'cem43', minutes: 1e6 };
    const one = estimateLesion(feProblem, { ...draft, criteria: [criterion] });
    const cold = {
      ...one,
      warnings: [{ code: 'nothing-reached', message: '', path: 'criteria[0]' }],
    } as const;
    expect(compareCriteria(cold)[0]!.isWithinValidity).toBe(true);
  });

  test('prints rule, threshold, source, validity and sizes with their bars', () => {
    const lines = formatComparison(rows).split('\n');
    expect(lines[0]).toMatch(/^rule +threshold +source +stated for +width mm +length mm +volume mm³$/);
    expect(lines[4]).toMatch(
      /^CEM43 +240 min +Sapareto SA 1984 +39–57 °C +6\.\d+ ± 0\.\d+ +9\.\d+ ± 0\.\d+ +\d+(\.\d+)? ± \d/,
    );
    expect(lines.at(-1)).toBe('* used beyond what the rule is stated for');
    expect(formatEstimate(estimate)).toMatch(/Ω = 1, liver coagulation +7\.\d+ ± 0\.\d+/);
    expect(formatEstimate(estimate)).toMatch(/warmed, 43 °C +11\.\d+ ± 0\.\d+/);
  });

  test('a user’s own kinetics are a record like any other', () => {
    const own: Criterion = {
      kind: 'arrhenius',
      kinetics: { branches: [{ frequencyFactor: 7.39e39, activationEnergy: 257_700 }] },
      omega: 1,
    };
    const [row] = compareCriteria(estimateLesion(coupledFeProblem, { ...draft, criteria: [own] }));
    expect(row).toMatchObject({ rule: 'Arrhenius, own kinetics', threshold: 'Ω = 1', sources: [] });
    expect(row!.width).toEqual(estimate.lesions[5]!.final.width);
    expect(formatComparison([row!])).toContain('–');
  });
});
