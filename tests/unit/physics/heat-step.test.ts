// The step that control looks ahead with: what it predicts is what then happens.
import { describe, expect, test } from 'vitest';
import { createAxisymmetricGrid } from '../../../src/grid/axisymmetric.js';
import { conductancesOf, faceGeometry } from '../../../src/numerics/face-conductance.js';
import { type HeatStep, makeHeatStep } from '../../../src/physics/heat-step.js';
import { type HeatSums, noHeat } from '../../../src/physics/heat-audit.js';
import { bioheatBalanceWithNeedle } from '../../../src/physics/needle-heat.js';
import { sensorWeights } from '../../../src/physics/sensor.js';
import { checkProblem } from '../../../src/problem/check.js';
import { coupledFeProblem } from '../../support/coupled-problem.js';

const [REFERENCE, BOUNDARY] = [37, 22]; // [°C]
const checked = checkProblem({
  ...coupledFeProblem,
  tissue: { ...coupledFeProblem.tissue, perfusionRate: 0.02, metabolicHeat: 5e4 },
  domain: { radius: 3e-3, below: 3e-3, above: 8e-3 }, // so near that the boundary is felt
});
const { radius, tipLength } = checked.electrode;
const grid = createAxisymmetricGrid({
  profile: { end: 'hemisphere', radius, sleeve: { from: tipLength, thickness: 0.05e-3 } },
  tipLength,
  domain: checked.domain!,
  spacing: 0.15e-3,
  growthRatio: 1.3,
});
const { nr, size, isTissue } = grid;
const balance = bioheatBalanceWithNeedle(grid, checked);
const geometry = faceGeometry(grid, new Uint8Array(size).fill(1));
const G = conductancesOf(grid, geometry, balance.conductivity);
const root = balance.capacity.map(Math.sqrt);
const power = Float64Array.from({ length: size }, (_, c) =>
  isTissue[c] === 1 ? 1e-3 * (1 + Math.sin(c)) ** 2 : 0,
);
const SCALE = 1.7;

/** An uneven field at the start. */
const start = (): {
  v: Float64Array;
  g: Float64Array;
  heat: HeatSums;
} => ({
  v: root.map((C, c) => C * (10 * Math.sin(0.1 * (c % nr)) + 5 * Math.cos(0.3 * Math.floor(c / nr)))),
  g: new Float64Array(size),
  heat: noHeat(),
});

const makeStep = (): HeatStep => makeHeatStep(grid, balance, G, REFERENCE, BOUNDARY);
const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, c) => sum + x * b[c]!, 0);

const thermocouple = sensorWeights(grid, 1e-3);
const everywhere = Float64Array.from({ length: size }, () => 1 / size);

describe.each([
  ['the thermocouple', thermocouple],
  ['the mean of all cells', everywhere],
])('what %s reads', (_name, reading) => {
  const read = (v: Float64Array): number =>
    REFERENCE +
    dot(
      reading,
      v.map((x, c) => x / root[c]!),
    );

  test.each([1, 2, 4, 16])('after %d steps with power is what was predicted before them', (count) => {
    const step = makeStep();
    const state = start();
    step.setTimeStep(0.5);
    step.restart(state, REFERENCE);
    const { g, power: response, constant } = step.predict(reading, [count])[0]!;
    const predicted = constant + dot(g, state.g) + SCALE * dot(response, power);
    const unpowered = constant + dot(g, state.g);
    step.setPower(power, SCALE);
    for (let n = 0; n < count; n++) step.advance(state, REFERENCE, REFERENCE, REFERENCE);
    expect(Math.abs(read(state.v) - predicted)).toBeLessThan(1e-10);
    expect(predicted - unpowered).toBeGreaterThan(1e-6); // the power is felt
  });

  test('also after earlier steps, of another length and with another power', () => {
    const step = makeStep();
    const state = start();
    step.setTimeStep(0.2);
    step.restart(state, REFERENCE);
    step.setPower(power, 3);
    for (let n = 0; n < 5; n++) step.advance(state, REFERENCE, REFERENCE, REFERENCE);
    step.changeTimeStep(state, 0.2, 0.7);
    const { g, power: response, constant } = step.predict(reading, [4])[0]!;
    const predicted = constant + dot(g, state.g) + SCALE * dot(response, power);
    step.setPower(power, SCALE);
    for (let n = 0; n < 4; n++) step.advance(state, REFERENCE, REFERENCE, REFERENCE);
    expect(Math.abs(read(state.v) - predicted)).toBeLessThan(1e-10);
  });
});

test('steps of another length go on as if started afresh there', () => {
  const [step, fresh] = [makeStep(), makeStep()];
  const state = start();
  step.setTimeStep(0.2);
  step.restart(state, REFERENCE);
  for (let n = 0; n < 3; n++) step.advance(state, REFERENCE, REFERENCE, REFERENCE);
  const other = structuredClone(state);
  step.changeTimeStep(state, 0.2, 0.7);
  fresh.setTimeStep(0.7);
  fresh.restart(other, REFERENCE);
  const scale = Math.max(...other.g.map(Math.abs));
  const worst = Math.max(...other.g.map((g, c) => Math.abs(g - state.g[c]!)));
  expect(worst / scale).toBeLessThan(1e-12);
});

test('a new length of the steps ends the power', () => {
  const [step, plain] = [makeStep(), makeStep()];
  const [state, other] = [start(), start()];
  step.setTimeStep(0.5);
  step.setPower(power, SCALE);
  step.setTimeStep(0.5);
  plain.setTimeStep(0.5);
  for (const [one, its] of [
    [step, state],
    [plain, other],
  ] as const) {
    one.restart(its, REFERENCE);
    one.advance(its, REFERENCE, REFERENCE, REFERENCE);
  }
  expect(state).toEqual(other);
});

test('heat: put in and made = stored, carried away by blood and lost at the boundary, to round-off', () => {
  const step = makeStep();
  const state = start();
  const stored = (): number => dot(state.v, root); // Σ C (T − T_ref)
  const before = stored();
  step.setTimeStep(0.5);
  step.restart(state, REFERENCE);
  step.setPower(power, SCALE);
  for (let n = 0; n < 20; n++) step.advance(state, REFERENCE, REFERENCE, REFERENCE);
  const { delivered, metabolism, perfusion, boundary } = state.heat;
  const sum = (x: Float64Array): number => x.reduce((total, y) => total + y, 0);
  expect(delivered / (SCALE * sum(power) * 10)).toBeCloseTo(1, 12);
  expect(metabolism / (sum(balance.metabolism) * 10)).toBeCloseTo(1, 12);
  expect(Math.min(Math.abs(perfusion), boundary)).toBeGreaterThan(1e-3 * delivered);
  const open = delivered + metabolism - (stored() - before) - perfusion - boundary;
  expect(Math.abs(open) / delivered).toBeLessThan(1e-12);
});
