import { expect, test } from 'vitest';
import { requireRoom, runCompanions } from '../../../src/analysis/companions.js';
import { checkProblem } from '../../../src/problem/check.js';
import { feProblem } from '../../support/problems.js';

test('each companion changes one thing', () => {
  const problem = {
    ...feProblem,
    heating: { kind: 'tip-temperature', target: 80, ramp: 1, duration: 2 },
    coolDown: 0,
    domain: { radius: 6e-3, below: 6e-3, above: 11e-3 },
  } as const;
  const resolution = { spacing: 0.15e-3, growthRatio: 1.3, timeStep: 0.5 };
  const checked = checkProblem(problem);
  const steps = runCompanions({ problem, checked, resolution, snapshotTimes: [], rules: [] });
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  const { spacing, growth, timeStep, domain } = next.value!;

  expect(spacing.resolution).toEqual({ spacing: 0.3e-3, growthRatio: 1.3, timeStep: 0.5 });
  expect(growth.resolution.growthRatio).toBeCloseTo(1.6, 12);
  expect(growth.resolution).toMatchObject({ spacing: 0.15e-3, timeStep: 0.5 });
  expect(timeStep.resolution).toEqual({ ...growth.resolution, timeStep: 1 });
  expect(domain.resolution).toEqual(timeStep.resolution);
  for (const { grid } of [spacing, growth, timeStep]) {
    expect([grid.rEdges.at(-1), grid.zEdges[0], grid.zEdges.at(-1)]).toEqual([6e-3, -6e-3, 11e-3]);
  }
  expect(domain.grid.rEdges.at(-1)).toBeCloseTo(9e-3, 12);
  expect(domain.grid.zEdges[0]).toBeCloseTo(-9e-3, 12);
  expect(domain.grid.zEdges.at(-1)).toBeCloseTo(16.5e-3, 12);
});

test('a width that the outer boundary moves by more than 2 % is refused, unless it lies at the needle', () => {
  const scale = {
    resolution: { spacing: 0.1e-3, growthRatio: 1.2, timeStep: 0.5 },
    radius: 0.36e-3,
    end: 'flat',
    coneLength: 0,
    straight: 5e-3,
    isDriven: true,
    isCooled: false,
    stoppedFlow: 0,
    diffusivity: 1.3e-7,
    hasBoiled: false,
    edgeExponent: 0.5,
    regions: [],
  } as const;
  const act = (width: number, larger: number) => () => requireRoom(width, larger, '50 °C', scale);
  expect(act(10e-3, 10.3e-3)).toThrow('The width of 50 °C changes by 3 %');
  expect(act(10e-3, 10.1e-3)).not.toThrow();
  expect(act(0, 5e-3)).toThrow('changes by 100 %');
  expect(act(0.8e-3, 0.9e-3)).not.toThrow();
});
