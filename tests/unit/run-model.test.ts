import { expect, test } from 'vitest';
import { checkProblem } from '../../src/problem/check.js';
import { clockFor, readSensor } from '../../src/run-drive.js';
import { buildDrivenModels, buildHeldModel, makeTipReading } from '../../src/run-model.js';
import { coupledFeProblem } from '../support/coupled-problem.js';
import { feProblem } from '../support/problems.js';

test('the reading after switch-off is of the cells beside the bare tip, not of those below it or beside the shaft', () => {
  const checked = checkProblem(feProblem);
  const model = buildHeldModel(checked, { spacing: 0.15e-3, growthRatio: 1.3, timeStep: 1 });
  const { grid, inverseRootCapacity } = model;
  const v = Float64Array.from({ length: grid.size }, (_, c) => {
    const z = grid.z[Math.floor(c / grid.nr)]!;
    return (z > 0 && z < grid.tipLength ? 20 : -20) / inverseRootCapacity[c]!;
  });
  expect(makeTipReading(model, 37)(v)).toBeCloseTo(57, 9);
});

test('a run with RF current reads what lies at the height of its thermocouple', () => {
  const checked = checkProblem(coupledFeProblem);
  const model = buildDrivenModels(checked, { spacing: 0.15e-3, growthRatio: 1.3, timeStep: 1 })[0]!;
  const { grid, inverseRootCapacity } = model;
  const v = Float64Array.from({ length: grid.size }, (_, c) => {
    return (2e3 * grid.z[Math.floor(c / grid.nr)]!) / inverseRootCapacity[c]!;
  });
  expect(readSensor(model.sensor, inverseRootCapacity, v, 37)).toBeCloseTo(
    37 + 2e3 * checked.electrode.sensor.z,
    9,
  );
});

test('with RF current the sleeve is part of the grid, and takes up heat; of a held tip it is left out', () => {
  const checked = checkProblem(coupledFeProblem);
  const resolution = { spacing: 0.15e-3, growthRatio: 1.3, timeStep: 1 };
  const { radius, tipLength, insulation } = checked.electrode;
  const driven = buildDrivenModels(checked, resolution)[0]!;
  const held = buildHeldModel(checked, resolution);
  expect(driven.grid.profile.sleeve).toEqual({ from: tipLength, thickness: insulation!.thickness });
  expect(driven.grid.rEdges).toContain(radius + insulation!.thickness);
  expect(held.grid.profile.sleeve).toBeUndefined();
  expect([driven.contact === null, held.contact]).toEqual([false, null]);
});

test('a calm tick: a second one adds 1.05 times the first at most, and a tick 3 % shorter would add more', () => {
  const checked = checkProblem({
    ...coupledFeProblem,
    electrode: { ...coupledFeProblem.electrode, radius: 0.7e-3, sensor: { z: 3e-3 } },
  });
  const model = buildDrivenModels(checked, { spacing: 0.15e-3, growthRatio: 1.3, timeStep: 0.25 })[0]!;
  const heat = new Float64Array(model.grid.size);
  const sigma = Float64Array.from(model.grid.isTissue, (t) => 0.45 * t);
  model.field.solve(sigma, new Float64Array(model.grid.size), heat, 1e-6);
  const response = (tick: number, count: number): number => {
    model.medium.step.setTimeStep(tick / 4);
    return model.medium.step
      .predict(model.sensor, [count])[0]!
      .power.reduce((sum, w, c) => sum + w * heat[c]!, 0);
  };
  const excess = (tick: number): number => response(tick, 8) / response(tick, 4) - 2;
  const { heating, end } = checked.stages[0]!;
  if (heating.kind !== 'temperature') throw new Error('another problem');
  const { tick } = clockFor(heating, end, model, heat, 0.25);
  expect(tick).toBeGreaterThan(0.3);
  expect(excess(tick)).toBeLessThanOrEqual(0.05); // (twice − once)/once ≤ 1.05
  expect(excess(0.97 * tick)).toBeGreaterThan(0.05);
});
