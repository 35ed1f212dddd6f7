import { expect } from 'vitest';
import {
  type Criterion,
  type LesionRun,
  measureLesion,
  publishedCriteria,
  simulate,
} from '../../src/index.js';
import type { CoupledProblem } from './random-coupled.js';
import type { HeldTipProblem } from './random-problems.js';

/** A larger lesion may measure smaller by this part: contours are measured, not counted. */
const NOISE = 2e-3;

/** Isotherms from the outside in. */
const ISOTHERMS = [45, 50, 55, 60].map((threshold): Criterion => ({ kind: 'peak-temperature', threshold }));

function sizes(run: LesionRun, criterion: Criterion): { width: number; volume: number } {
  const { width, volume } = measureLesion(run, criterion);
  expect(Number.isFinite(width) && Number.isFinite(volume), JSON.stringify(criterion)).toBe(true);
  return { width, volume };
}

type Controlled = HeldTipProblem | CoupledProblem;

/** Hotter or longer is never smaller, by every rule; isotherms lie within each other. Draft resolution. */
export function expectDamageProperties(problem: Controlled): void {
  const { heating } = problem;
  const said = JSON.stringify({ heating, electrode: problem.electrode });
  const criteria = [...publishedCriteria, ...ISOTHERMS];
  const run = (changed: Controlled): LesionRun => simulate(changed, { resolution: 'draft', criteria });
  const plain = run(problem);
  const longer = run({ ...problem, heating: { ...heating, duration: 1.3 * heating.duration } } as Controlled);
  const hotter = run({ ...problem, heating: { ...heating, target: heating.target + 4 } } as Controlled);
  // A film about the needle is its volume less the needle's: told to a part of a cell all round [m³]; and a part of a cell [m].
  const leastVolume = 1e-10;
  const least = 0.15e-3;
  for (const criterion of criteria) {
    const before = sizes(plain, criterion);
    for (const more of [longer, hotter]) {
      const after = sizes(more, criterion);
      const about = `${JSON.stringify(criterion)} ${said}`;
      expect(after.width, about).toBeGreaterThanOrEqual((1 - NOISE) * before.width - least * NOISE);
      expect(after.volume, about).toBeGreaterThanOrEqual((1 - NOISE) * before.volume - leastVolume);
    }
  }
  const within = ISOTHERMS.map((criterion) => sizes(plain, criterion));
  within.slice(1).forEach((inner, k) => {
    expect(inner.width, said).toBeLessThanOrEqual(within[k]!.width);
    expect(inner.volume, said).toBeLessThanOrEqual(within[k]!.volume);
  });
}
