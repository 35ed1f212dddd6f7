// RF current: what the generator does, seen through the public door.
import { describe, expect, test } from 'vitest';
import {
  estimateLesion,
  type Heating,
  measureLesion,
  type Problem,
  simulate,
  simulateSteps,
  type RunState,
} from '../../src/index.js';
import { coupledFeProblem } from '../support/coupled-problem.js';

const short = {
  ...coupledFeProblem,
  heating: { ...coupledFeProblem.heating, duration: 20, ramp: 5 },
  coolDown: 5,
};
const draft = { resolution: 'draft' } as const;
const width = (problem: Problem): number =>
  measureLesion(simulate(problem, draft), { kind: 'peak-temperature', threshold: 50 }).width;

describe('drives', () => {
  test('voltage and power: what was asked for, at every tick', () => {
    const voltage = simulate({ ...short, heating: { kind: 'voltage', voltage: 8, duration: 20 } }, draft);
    const on = voltage.history.time.findIndex((t) => t >= 20);
    expect([...voltage.history.voltage!.slice(1, on + 1)].every((V) => Math.abs(V - 8) < 1e-12)).toBe(true);
    const power = simulate({ ...short, heating: { kind: 'power', power: 0.8, duration: 20 } }, draft);
    expect([...power.history.power.slice(1, 10)].every((P) => Math.abs(P - 0.8) < 1e-12)).toBe(true);
    expect(power.history.energy.at(-1)).toBeCloseTo(16, 9);
    for (const { energyAudit } of [voltage, power])
      expect(Math.abs(energyAudit.residual)).toBeLessThan(1e-11);
  });

  test('power with a limit at the sensor stops there', () => {
    const heating: Heating = { kind: 'power', power: 3, duration: 20, maxSensorTemperature: 70 };
    const { history, outcome } = simulate({ ...short, heating }, draft);
    expect(Math.max(...history.sensorTemperature)).toBeLessThan(70 + 1e-9);
    expect(Math.max(...history.sensorTemperature)).toBeGreaterThan(69.9);
    expect(outcome.kind).toBe('completed');
  });

  test('heat, voltage and impedance: P = V²/Z, and energy is their sum', () => {
    const { history } = simulate(short, draft);
    const { time, voltage, impedance, power, energy } = history;
    time.forEach((t, k) => {
      if (k === 0) return;
      expect(power[k]).toBeCloseTo(voltage![k]! ** 2 / impedance![k]!, 12);
      expect(energy[k]! - energy[k - 1]!).toBeCloseTo(power[k]! * (t - time[k - 1]!), 10);
    });
  });
});

test('a field solve starts from where the last ones lead: hardly any iterations', () => {
  const { driven } = simulate(coupledFeProblem).state;
  expect(driven!.iterations / driven!.solves).toBeLessThan(2.6);
});

describe('limits', () => {
  test('a target out of reach is an outcome with its reason and time, not an error', () => {
    const weak = { ...short, heating: { ...short.heating, maxPower: 0.5 } };
    const { outcome, history } = simulate(weak, draft);
    expect(outcome).toMatchObject({ kind: 'limited', reason: 'maxPower' });
    expect(Math.max(...history.power)).toBeLessThan(0.5 + 1e-12);
    const low = simulate({ ...short, heating: { ...short.heating, maxVoltage: 6 } }, draft);
    expect(low.outcome).toMatchObject({ kind: 'limited', reason: 'maxVoltage' });
  });

  test('a limit touched on the way to the target is no more than that', () => {
    const jump = { ...short, heating: { ...short.heating, ramp: 0, maxPower: 4 } };
    const { outcome, history } = simulate(jump, draft);
    expect(Math.max(...history.power)).toBeCloseTo(4, 9);
    expect(outcome).toEqual({ kind: 'completed' });
  });

  test('the return path takes its part of the voltage, and tissue is heated the same', () => {
    const path = { ...short, returnPathResistance: 100 };
    const [plain, with100] = [simulate(short, draft), simulate(path, draft)];
    expect(with100.history.impedance![5]! - plain.history.impedance![5]!).toBeCloseTo(100, 1);
    expect(Math.abs(width(path) / width(short) - 1)).toBeLessThan(1e-6);
    expect(with100.energyAudit.delivered / plain.energyAudit.delivered).toBeCloseTo(1, 6);
    expect(with100.history.energy.at(-1)!).toBeGreaterThan(1.5 * plain.history.energy.at(-1)!);
  });
});

describe('control', () => {
  test('a PI controller with realistic gains makes the same lesion within 1 %', () => {
    const control = { kind: 'pi', proportional: 0.5, integral: 0.25, interval: 0.1 } as const;
    const long = { ...coupledFeProblem, coolDown: 1 };
    const pi = { ...long, heating: { ...long.heating, control } };
    const { history } = simulate(pi, draft);
    expect(Math.max(...history.sensorTemperature)).toBeLessThan(84);
    expect(Math.abs(width(pi) / width(long) - 1)).toBeLessThan(0.01);
  });

  test('a sensor far up the needle does not make the voltage ring', () => {
    const far = { ...short, electrode: { ...short.electrode, sensor: { z: 2.5e-3 } } };
    const { history } = simulate(far, draft);
    const V = history.voltage!;
    const turns = [...history.time.keys()].filter(
      (k) => k > 4 && history.time[k]! < 20 && (V[k]! - V[k - 1]!) * (V[k - 1]! - V[k - 2]!) < 0,
    );
    expect(turns.length).toBeLessThan(6);
  });
});

describe('the needle and the tissue', () => {
  test('sensible changes: constant conductivity, colder start, perfusion, sensor, rounded end', () => {
    const reference = width(short);
    const constant = width({ ...short, tissue: { ...short.tissue, electricalConductivity: 0.45 } });
    const cold = width({ ...short, startTemperature: 22, arterialTemperature: 22 });
    const perfused = width({ ...short, tissue: { ...short.tissue, perfusionRate: 0.02 } });
    expect(Math.abs(constant / reference - 1)).toBeLessThan(0.1);
    expect(cold).toBeLessThan(0.85 * reference);
    expect(perfused).toBeLessThan(reference);
  });

  test('a tube, a rounded end and no sleeve run, and their heat is in balance', () => {
    const steel = short.electrode.body.material;
    const air = { thermalConductivity: 0.026, density: 1.2, specificHeat: 1005 };
    const electrode = {
      ...short.electrode,
      tipShape: 'hemisphere' as const,
      insulation: null,
      body: { kind: 'tube' as const, material: steel, wallThickness: 0.1e-3, core: air },
    };
    const { energyAudit, outcome } = simulate({ ...short, electrode }, draft);
    expect(outcome).toEqual({ kind: 'completed' });
    expect(Math.abs(energyAudit.residual)).toBeLessThan(1e-11);
  });

  test('tissue beyond 100 °C is a warning', () => {
    const hot: Problem = { ...short, heating: { kind: 'voltage', voltage: 30, duration: 20 } };
    const { warnings } = estimateLesion(hot, { ...draft, errorBar: false });
    expect(warnings.map(({ code }) => code)).toContain('boiling');
  });

  test('a thermocouple in a column of water that leaves its target behind is a warning, a close one is not', () => {
    const water = { thermalConductivity: 0.6, density: 998, specificHeat: 4180 };
    const { material } = coupledFeProblem.electrode.body;
    const body = { kind: 'tube' as const, material, wallThickness: 0.1e-3, core: water };
    const heating = { kind: 'temperature' as const, target: 55, duration: 1, ramp: 0.5 };
    const wide = { ...short, electrode: { ...short.electrode, radius: 0.8e-3, body }, heating };
    const codes = (problem: Problem): string[] =>
      estimateLesion(problem, { ...draft, errorBar: false }).warnings.map(({ code }) => code);
    expect(codes(wide)).toContain('overshoot');
    expect(codes(short)).not.toContain('overshoot');
  });
});

test('a run saved after any tick and resumed ends with the same bits', () => {
  const options = { resolution: 'draft', snapshotTimes: [7.7] } as const;
  const whole = simulate(short, options);
  for (const stopAfter of [1, 3, 11, 20, whole.steps - 3]) {
    const steps = simulateSteps(short, options);
    let saved: RunState | undefined;
    for (let n = 0; n < stopAfter; n++) {
      const next = steps.next();
      if (next.done !== true) saved = structuredClone(next.value.state);
    }
    const resumed = simulate(short, { ...options, resumeFrom: saved! });
    expect(resumed.temperature.data).toEqual(whole.temperature.data);
    expect(resumed.history).toEqual(whole.history);
    expect(resumed.energyAudit).toEqual(whole.energyAudit);
  }
});
