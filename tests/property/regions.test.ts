// Random problems in layered tissue, in shards that each take a few seconds.
import { describe, expect, test } from 'vitest';
import {
  LesionModelError,
  type LesionRun,
  type LesionSize,
  measureLesion,
  simulate,
} from '../../src/index.js';
import { randomRegionProblems, type RegionProblem } from '../support/random-regions.js';

const [SHARDS, IN_EACH] = [4, 50];

/** Round-off of a whole run, relative to the largest term of its balance. */
const ROUND_OFF = 1e-9;

/** What the maximum principle may miss by [K]; nothing in the time loop caps a temperature. */
const OVERSHOOT = 0.1;

const isFinite = (values: ArrayLike<number>): boolean => Array.prototype.every.call(values, Number.isFinite);

/** Finite, heat in balance, no temperature beyond the extremes, sizes sound. */
function expectSound(problem: RegionProblem): void {
  const said = JSON.stringify({ regions: problem.regions, heating: problem.heating });
  const run = simulate(problem, { resolution: 'draft' });
  const { temperature, exposure, history, energyAudit } = run;
  const peak = exposure.final.peakTemperature.data;
  expect(isFinite(temperature.data) && isFinite(peak), said).toBe(true);
  for (const record of Object.values(history) as Float64Array[]) expect(isFinite(record), said).toBe(true);
  expect(Math.abs(energyAudit.residual), said).toBeLessThan(ROUND_OFF);
  const isHeld = problem.heating.kind === 'tip-temperature';
  const most = isHeld ? problem.heating.target + OVERSHOOT : Infinity; // current may heat other places more
  expect(
    peak.reduce((a, b) => Math.max(a, b)),
    said,
  ).toBeLessThan(most);
  expect(
    temperature.data.reduce((a, b) => Math.min(a, b)),
    said,
  ).toBeGreaterThan(37 - OVERSHOOT);
  for (const threshold of [45, 50, 60]) {
    const size = sizeOrNull(run, threshold);
    if (size === null) continue;
    expect(isFinite(Object.values(size)), said).toBe(true);
    expect(Math.min(size.width, size.length, size.volume), said).toBeGreaterThanOrEqual(0);
  }
}

/** Null where tissue that conducts well leads so much current away that the region reaches the outer boundary. */
function sizeOrNull(run: LesionRun, threshold: number): LesionSize<number> | null {
  try {
    return measureLesion(run, { kind: 'peak-temperature', threshold });
  } catch (error) {
    if (error instanceof LesionModelError && error.code === 'domain-too-small') return null;
    throw error;
  }
}

describe('at draft resolution', () => {
  const problems = randomRegionProblems(SHARDS * IN_EACH, 8123);
  test.each(Array.from({ length: SHARDS }, (_, k) => k))('shard %d is sound', (k) => {
    for (const problem of problems.slice(k * IN_EACH, (k + 1) * IN_EACH)) expectSound(problem);
  });
});
