// Requested times that all but coincide with each other or with an event, and limits that follow each other.
import { describe, expect, test } from 'vitest';
import { type Problem, simulate, temperatureAt } from '../../src/index.js';
import { coupledFeProblem } from '../support/coupled-problem.js';
import { feProblem } from '../support/problems.js';

const rf = (ramp: number): Problem => ({
  ...coupledFeProblem,
  heating: { ...coupledFeProblem.heating, ramp, duration: 20 },
  coolDown: 2,
});
const held: Problem = { ...feProblem, heating: { ...feProblem.heating, ramp: 5, duration: 20 }, coolDown: 2 };

describe('times that differ by round-off are one stop', () => {
  test.each<[string, Problem, number[]]>([
    ['an event', rf(0.3), [0.1 + 0.2]],
    ['each other', rf(5), [0.3, 0.1 + 0.2]],
    ['each other, later', rf(5), [10.1, 10.1 + 1e-14]],
    ['the end', rf(5), [22 - 1e-13, 22]],
    ['each other, held tip', held, [10.1, 10.1 + 4e-15]],
    ['each other, held tip, further apart', held, [10.1, 10.1 + 1e-12]],
  ])('%s', (_, problem, snapshotTimes) => {
    const run = simulate(problem, { resolution: 'draft', snapshotTimes });
    const plain = simulate(problem, { resolution: 'draft' });
    expect(Math.abs(run.energyAudit.residual)).toBeLessThan(1e-11);
    expect(run.snapshots.map(({ time }) => time)).toEqual(snapshotTimes);
    if (run.history.voltage) {
      const highest = (voltage: Float64Array | undefined): number => Math.max(...voltage!);
      expect(highest(run.history.voltage) / highest(plain.history.voltage)).toBeLessThan(1.1);
    }
    for (const time of snapshotTimes)
      expect(temperatureAt(run, { r: 1e-3, z: 2e-3 }, time)).toBeGreaterThan(37);
  });
});

test('an impedance that runs away stops the power for good, whatever had limited it before', () => {
  const drying = { kind: 'table', temperature: [95, 105], value: [0.6, 0.01] } as const;
  const problem = (maxVoltage?: number): Problem => ({
    ...coupledFeProblem,
    tissue: { ...coupledFeProblem.tissue, electricalConductivity: drying },
    heating: { kind: 'power', power: 6, duration: 60, ...(maxVoltage === undefined ? {} : { maxVoltage }) },
    coolDown: 0,
  });
  for (const maxVoltage of [undefined, 22, 25, 29]) {
    const { outcome, history } = simulate(problem(maxVoltage), { resolution: 'draft' });
    expect(outcome, `${maxVoltage} V`).toMatchObject({ kind: 'limited', reason: 'roll-off' });
    const stopped = history.voltage!.findIndex((V, k) => k > 0 && V === 0);
    expect(history.voltage!.slice(stopped).every((V) => V === 0)).toBe(true);
  }
});

test('the temperature at the end of a run that ends while the tip is held knows the tip’s surface', () => {
  const run = simulate({ ...held, coolDown: 0 }, { resolution: 'draft', snapshotTimes: [20] });
  for (const r of [0.3555e-3, 0.37e-3, 1e-3]) {
    expect(temperatureAt(run, { r, z: 2.5e-3 })).toBe(temperatureAt(run, { r, z: 2.5e-3 }, 20));
  }
  expect(temperatureAt(run, { r: 0.3555e-3, z: 2.5e-3 })).toBeCloseTo(80, 9);
});

test('no cell is hotter than it has ever been, also where the heat capacity changes', () => {
  const kinked = { kind: 'table', temperature: [20, 45, 60, 95], value: [3400, 4200, 3000, 3900] } as const;
  for (const plain of [rf(5), held]) {
    const problem = { ...plain, tissue: { ...plain.tissue, specificHeat: kinked }, coolDown: 0 };
    const { temperature, exposure, grid } = simulate(problem, { resolution: 'draft' });
    const above = temperature.data.map((T, c) =>
      grid.isTissue[c] === 1 ? T - exposure.final.peakTemperature.data[c]! : -1,
    );
    expect(Math.max(...above)).toBeLessThanOrEqual(1e-12);
  }
});
