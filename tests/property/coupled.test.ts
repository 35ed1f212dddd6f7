import { expect, test } from 'vitest';
import { measureLesion, simulate } from '../../src/index.js';
import { randomCoupledProblems } from '../support/random-coupled.js';

test('40 random problems with RF current: finite, on the set curve, in balance, calm', () => {
  for (const problem of randomCoupledProblems(40, 9)) {
    const { target, ramp = 10, duration } = problem.heating;
    const run = simulate(problem, { resolution: 'draft' });
    const said = JSON.stringify(problem.heating);
    expect(run.temperature.data.every(Number.isFinite), said).toBe(true);
    expect(Math.abs(run.energyAudit.residual), said).toBeLessThan(1e-10);
    expect(run.outcome.kind, said).toBe('completed');
    const { time, sensorTemperature, voltage } = run.history;
    let turns = 0;
    time.forEach((t, k) => {
      if (t > duration || k === 0) return;
      // Below the set curve only where the voltage is at its limit, above it only where it is zero.
      const set = t < ramp ? 37 + ((target - 37) * t) / ramp : target;
      const reading = sensorTemperature[k]!;
      if (voltage![k]! > 0) expect(reading, said).toBeLessThan(set + 1e-6);
      // A turn of the voltage counts when both sides of it are more than the tolerance of the field.
      const [after, before] = [voltage![k]! - voltage![k - 1]!, voltage![k - 1]! - (voltage![k - 2] ?? 0)];
      const turned =
        after * before < 0 && Math.min(Math.abs(after), Math.abs(before)) > 2e-3 * voltage![k - 1]!;
      if (k > 3 && turned) turns++;
    });
    expect(turns, said).toBeLessThan(8);
    const threshold = 37 + 0.5 * (target - 37);
    const { width, volume } = measureLesion(run, { kind: 'peak-temperature', threshold });
    expect(width, said).toBeGreaterThan(2 * problem.electrode.radius);
    expect(volume, said).toBeGreaterThan(0);
  }
});
