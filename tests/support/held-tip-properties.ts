import { expect } from 'vitest';
import { measureLesion, simulate } from '../../src/index.js';
import type { HeldTipProblem } from './random-problems.js';

/** What the maximum principle may miss by [°C]; nothing in the time loop caps a temperature. */
const OVERSHOOT = 0.1;

/** Round-off of a whole run, relative to the heat delivered. */
const ROUND_OFF = 1e-11;

/** A larger lesion may measure smaller by this part: contours are measured, not counted. */
const NOISE = 1e-3;

/** Finite, within the maximum principle, heat in balance; larger when hotter and when longer. Draft resolution. */
export function expectHeldTipProperties(problem: HeldTipProblem): void {
  const { heating } = problem;
  const run = simulate(problem, { resolution: 'draft' });
  const said = JSON.stringify({ heating, electrode: problem.electrode.tipLength });
  for (const field of [run.temperature, run.exposure.final.peakTemperature]) {
    expect(field.data.every(Number.isFinite), said).toBe(true);
    expect(
      field.data.reduce((a, b) => Math.max(a, b)),
      said,
    ).toBeLessThan(heating.target + OVERSHOOT);
    expect(
      field.data.reduce((a, b) => Math.min(a, b)),
      said,
    ).toBeGreaterThan(37 - OVERSHOOT);
  }
  expect(Math.abs(run.energyAudit.residual), said).toBeLessThan(ROUND_OFF);

  const threshold = 37 + 0.6 * (heating.target - 37);
  const volume = (changed: HeldTipProblem): number => {
    const {
      width,
      length,
      volume: V,
    } = measureLesion(simulate(changed, { resolution: 'draft' }), {
      kind: 'peak-temperature',
      threshold,
    });
    expect(
      Object.values({ width, length, V }).every((x) => Number.isFinite(x) && x > 0),
      said,
    ).toBe(true);
    return V;
  };
  const plain = volume(problem);
  const longer = { ...problem, heating: { ...heating, duration: 1.3 * heating.duration } };
  const hotter = { ...problem, heating: { ...heating, target: heating.target + 4 } };
  expect(volume(longer), said).toBeGreaterThan((1 - NOISE) * plain);
  expect(volume(hotter), said).toBeGreaterThan(plain);
}
