import { describe, expect, test } from 'vitest';
import { LesionModelError, simulate, simulateSteps, temperatureAt, type RunState } from '../../src/index.js';
import { feProblem } from '../support/problems.js';
import { randomProblems, seeded } from '../support/random-problems.js';

const short = { ...feProblem, heating: { ...feProblem.heating, duration: 20, ramp: 5 }, coolDown: 5 };
const options = { resolution: 'draft', snapshotTimes: [3.3, 20, 24] } as const;

describe('events and requested times', () => {
  const run = simulate(short, options);

  test('the steps land exactly on the end of the ramp, on switch-off, on the end and on every requested time', () => {
    for (const event of [3.3, 5, 20, 24, 25]) expect(run.history.time).toContain(event);
    expect(run.snapshots.map(({ time }) => time)).toEqual([3.3, 20, 24]);
    expect(run.exposure.atSwitchOff.time).toBe(20);
    expect(run.time).toBe(25);
  });

  test('the history holds the set curve, the heat and its rate', () => {
    const { time, sensorTemperature, power, energy } = run.history;
    const k = time.indexOf(3.3);
    expect(sensorTemperature[k]).toBeCloseTo(37 + (43 * 3.3) / 5, 10);
    expect(sensorTemperature[time.indexOf(20)]).toBe(80);
    expect(sensorTemperature.at(-1)).toBeLessThan(80);
    expect(power.slice(1).reduce((sum, P, n) => sum + P * (time[n + 1]! - time[n]!), 0)).toBeCloseTo(
      energy.at(-1)!,
      9,
    );
    expect(energy.at(-1)).toBe(run.energyAudit.delivered);
  });

  test('a snapshot at switch-off is the field there', () => {
    expect(temperatureAt(run, { r: 1e-3, z: 2.5e-3 }, 20)).toBeGreaterThan(
      temperatureAt(run, { r: 1e-3, z: 2.5e-3 }),
    );
    expect(() => temperatureAt(run, { r: 1e-3, z: 2.5e-3 }, 21)).toThrow(LesionModelError);
    expect(() => temperatureAt(run, { r: 0.1e-3, z: 2.5e-3 })).toThrow(/tissue/);
  });

  test('requested times change the numbers by less than the time error', () => {
    const plain = simulate(short, { resolution: 'draft' });
    const difference = plain.temperature.data.map((T, c) => Math.abs(T - run.temperature.data[c]!));
    expect(Math.max(...difference)).toBeLessThan(0.02);
  });
});

describe('stop and go on', () => {
  test('a run saved at a random step and resumed ends with the same bits', () => {
    const random = seeded(5);
    const whole = simulate(short, options);
    for (let trial = 0; trial < 8; trial++) {
      const stopAfter = 1 + Math.floor(random() * (whole.steps - 1));
      const steps = simulateSteps(short, options);
      let saved: RunState | undefined;
      for (let n = 0; n < stopAfter; n++) {
        const next = steps.next();
        if (next.done === true) break;
        saved = structuredClone(next.value.state);
      }
      const resumed = simulate(short, { ...options, resumeFrom: saved! });
      expect(resumed.temperature.data).toEqual(whole.temperature.data);
      expect(resumed.exposure).toEqual(whole.exposure);
      expect(resumed.history).toEqual(whole.history);
      expect(resumed.energyAudit).toEqual(whole.energyAudit);
      expect(resumed.snapshots).toEqual(whole.snapshots);
    }
  });

  test('a stopped run is a value, and its state goes on to the same end', () => {
    const controller = new AbortController();
    const stopped = simulate(short, {
      ...options,
      signal: controller.signal,
      onProgress: ({ time }) => {
        if (time > 7) controller.abort();
      },
    });
    expect(stopped.status).toBe('stopped');
    expect(stopped.time).toBeGreaterThan(7);
    expect(stopped.time).toBeLessThan(9);
    expect(stopped.history.time.at(-1)).toBe(stopped.time);
    expect(Math.abs(stopped.energyAudit.residual)).toBeLessThan(1e-11);
    const end = simulate(short, { ...options, resumeFrom: stopped.state });
    expect(end.temperature.data).toEqual(simulate(short, options).temperature.data);
  });

  test('progress rises to 1', () => {
    const seen: number[] = [];
    simulate(short, { resolution: 'draft', onProgress: ({ fraction }) => seen.push(fraction) });
    expect(seen.at(-1)).toBe(1);
    expect(seen.every((x, k) => k === 0 || x > seen[k - 1]!)).toBe(true);
  });
});

test('heat is in balance to round-off at every resolution, with perfusion, metabolism and unequal temperatures', () => {
  const [problem] = randomProblems(1, 8);
  const mixed = {
    ...problem!,
    tissue: { ...problem!.tissue, perfusionRate: 0.02, metabolicHeat: 5000 },
    startTemperature: 22,
    arterialTemperature: 37,
    boundaryTemperature: 30,
    domain: { radius: 8e-3, below: 6e-3, above: 22e-3 },
  };
  for (const resolution of ['draft', 'standard', 'fine'] as const) {
    const { energyAudit } = simulate(mixed, { resolution });
    expect(Math.abs(energyAudit.residual)).toBeLessThan(1e-11);
    expect(energyAudit.metabolism).toBeGreaterThan(0);
    expect(Math.abs(energyAudit.perfusion)).toBeGreaterThan(1e-3);
    expect(Math.abs(energyAudit.boundary)).toBeGreaterThan(1e-3);
  }
});

test('runs are plain data: they survive a structured clone', () => {
  const run = simulate(short, { resolution: 'draft' });
  expect(structuredClone(run)).toEqual(run);
});
