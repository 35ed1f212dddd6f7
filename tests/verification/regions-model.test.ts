// What a run is built from, where a sphere cuts cells: its faces for heat and for current, and the heat that its cells take up.
import { describe, expect, test } from 'vitest';
import { withCutCells } from '../../src/numerics/cut-cells.js';
import { type ElectricField, makeElectricField } from '../../src/physics/electric-field.js';
import { checkProblem, checkResolution } from '../../src/problem/check.js';
import type { Problem, Property, Region, Tissue } from '../../src/problem/types.js';
import { buildDrivenModels, buildHeldModel, type DrivenModel, type HeldModel } from '../../src/run-model.js';
import { claim } from '../support/claims.js';
import { feProblem } from '../support/problems.js';
import { regionFaces } from '../support/region-bench.js';

const BALL: Region = { kind: 'sphere', z: 2e-3, radius: 2.1e-3 };
const BONE: Tissue = {
  thermalConductivity: 0.25,
  density: 1900,
  specificHeat: 1310,
  electricalConductivity: 2,
  perfusionRate: 0.01,
  metabolicHeat: 400,
};
const problem: Problem = { ...feProblem, regions: [{ where: BALL, tissue: BONE }] };
const [K, SIGMA] = [
  [0.49, 0.25],
  [0.45, 2],
];

function buildBoth(): [string, HeldModel | DrivenModel, (HeldModel | DrivenModel)['medium']][] {
  const held = checkProblem(problem);
  const driven = checkProblem({ ...problem, heating: { kind: 'voltage', voltage: 10, duration: 20 } });
  const model = buildHeldModel(held, checkResolution('draft', held));
  const [other] = buildDrivenModels(driven, checkResolution('draft', driven)) as [DrivenModel];
  return [
    ['a held tip', model, model.medium],
    ['RF current', other, other.medium],
  ];
}

describe.each(buildBoth())('%s', (_, { grid, layout, balance, specificHeat }, medium) => {
  const { isTissue, volume, size, nr } = grid;
  const parts = (c: number): readonly number[] =>
    layout.cut.get(c)?.parts ?? [1 - layout.mediumOf[c]!, layout.mediumOf[c]!];
  const mean = (c: number, [first, second]: readonly number[]): number =>
    parts(c)[0]! * first! + parts(c)[1]! * second!;

  test('conducts heat between cells as their strips do', () => {
    const { conductances } = regionFaces(grid, [BALL], K);
    const { terms } = 'adiabatic' in medium ? medium.adiabatic.step : medium.step;
    let seen = 0;
    const errors: number[] = [];
    for (const c of layout.cut.keys()) {
      const isOpen = (next: number): boolean => next < size && isTissue[c] === 1 && isTissue[next] === 1;
      if (isOpen(c + 1)) errors.push(terms.alongR[c]! / conductances.alongR[c]! - 1);
      if (isOpen(c + nr)) errors.push(terms.alongZ[c]! / conductances.alongZ[c]! - 1);
      seen += isOpen(c + nr) ? 1 : 0;
    }
    expect(seen).toBeGreaterThan(15);
    claim(
      {
        id: 'regions-model/strips',
        kind: 'layers',
        claim: 'What a run conducts between cells that a sphere cuts is that of their strips',
        definition: 'Conductances of a run’s model against those of the faces alone',
        source: 'this package, below the public door',
        grids: 'the preset of `draft`',
        unit: '%',
      },
      { kind: 'round-off', errors, below: 1e-12 },
    );
  });

  test('cells hold what their parts hold: heat by volume, and specific heat by mass', () => {
    const { blood } = checkProblem(problem);
    for (const c of [...layout.mediumOf.keys()].filter((cell) => isTissue[cell] === 1)) {
      const [mass, heat] = [mean(c, [1090, 1900]), mean(c, [1090 * 3421, 1900 * 1310])];
      const near = (value: number, expected: number): void => {
        expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected));
      };
      near(balance.tissueMass[c]!, mass * volume[c]!);
      near(specificHeat.at(c, 50), heat / mass);
      near(specificHeat.integral(c, 40, 50), (10 * heat) / mass);
      near(balance.perfusion[c]!, mean(c, [0, 0.01]) * blood.density * blood.specificHeat * volume[c]!);
      near(balance.metabolism[c]!, mean(c, [0, 400]) * volume[c]!);
      near(balance.conductivity[c]!, mean(c, K));
      if (grid.needleVolume[c] === 0) near(balance.capacity[c]!, heat * volume[c]!);
    }
  });
});

test('laws of media fill cells with what they are in each', () => {
  const rising = (value: number): Property => ({ kind: 'linear', value, coefficient: 0.02, reference: 37 });
  const checked = checkProblem({
    ...problem,
    tissue: { ...problem.tissue, electricalConductivity: rising(0.45) },
    regions: [{ where: BALL, tissue: { ...BONE, electricalConductivity: rising(2), waterContent: 300 } }],
    heating: { kind: 'voltage', voltage: 10, duration: 20 },
  });
  const [{ grid, layout, conductivity, specificHeat }] = buildDrivenModels(
    checked,
    checkResolution('draft', checked),
  ) as [DrivenModel];
  const T = Float64Array.from({ length: grid.size }, (_, c) => 37 + (c % 70));
  for (const law of [conductivity, specificHeat]) {
    const filled = new Float64Array(grid.size);
    law.fill(T, filled);
    filled.forEach((value, c) => {
      expect(Math.abs(value / law.at(c, T[c]!) - 1)).toBeLessThan(1e-12);
    });
  }
  const [c] = [...layout.cut.keys()] as [number];
  const [outer, inner] = layout.cut.get(c)!.parts as [number, number];
  expect(conductivity.at(c, 87)).toBeCloseTo(2 * (outer * 0.45 + inner * 2), 10);
});

test('current passes cut cells as their strips do', () => {
  const checked = checkProblem({ ...problem, heating: { kind: 'voltage', voltage: 10, duration: 20 } });
  const [{ grid, layout, contact, field, conductivity }] = buildDrivenModels(
    checked,
    checkResolution('draft', checked),
  ) as [DrivenModel];
  const sigma = new Float64Array(grid.size);
  conductivity.fill(new Float64Array(grid.size).fill(37), sigma);
  sigma.forEach((_, c) => {
    if (grid.isTissue[c] === 0) sigma[c] = 0;
  });
  const own = makeElectricField(grid, checked.electricalBoundary, contact!, (geometry) =>
    withCutCells(geometry, layout, grid.nr, SIGMA),
  );
  const solved = (one: ElectricField) => {
    const phi = new Float64Array(grid.size);
    return { phi, ...one.solve(sigma, phi, new Float64Array(grid.size), 1e-12) };
  };
  const [found, expected] = [solved(field), solved(own)];
  expect(found.conductance).toBe(expected.conductance);
  expect(found.phi).toEqual(expected.phi);
});
