import { expect, test } from 'vitest';
import { checkProblem } from '../../src/problem/check.js';
import { readSensor } from '../../src/run-drive.js';
import { buildDrivenModel, buildHeldModel, makeTipReading } from '../../src/run-model.js';
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
  const model = buildDrivenModel(checked, { spacing: 0.15e-3, growthRatio: 1.3, timeStep: 1 });
  const { grid, inverseRootCapacity } = model;
  const v = Float64Array.from({ length: grid.size }, (_, c) => {
    return (2e3 * grid.z[Math.floor(c / grid.nr)]!) / inverseRootCapacity[c]!;
  });
  expect(readSensor(model, v, 37)).toBeCloseTo(37 + 2e3 * checked.electrode.sensor.z, 9);
});

test('with RF current the sleeve is part of the grid, and takes up heat; of a held tip it is left out', () => {
  const checked = checkProblem(coupledFeProblem);
  const resolution = { spacing: 0.15e-3, growthRatio: 1.3, timeStep: 1 };
  const { radius, tipLength, insulation } = checked.electrode;
  const driven = buildDrivenModel(checked, resolution);
  const held = buildHeldModel(checked, resolution);
  expect(driven.grid.profile.sleeve).toEqual({ from: tipLength, thickness: insulation!.thickness });
  expect(driven.grid.rEdges).toContain(radius + insulation!.thickness);
  expect(held.grid.profile.sleeve).toBeUndefined();
  expect([driven.contact === null, held.contact]).toEqual([false, null]);
});
