// Does the error bar hold? Random problems of each model, each estimated with its bar and again on a much finer grid. Criteria: a
// quarter, a half and three quarters of the rise, and 50 °C; and the damage rules, where they find a lesion.
import { expect, test } from 'vitest';
import { estimateLesion } from '../../src/estimate.js';
import { kinetics, threeStateKinetics } from '../../src/presets/kinetics.js';
import type { Criterion } from '../../src/problem/criterion.js';
import {
  fineRunsOf,
  judge,
  NAMES,
  type Sample,
  sampleOf,
  SIZES,
  truthOf,
} from '../support/error-bar-study.js';
import { type CoupledProblem, randomCoupledProblems } from '../support/random-coupled.js';
import { type HeldTipProblem, randomProblems } from '../support/random-problems.js';

type AnyProblem = HeldTipProblem | CoupledProblem;

const GROUPS = ['isotherms', 'damage'] as const;
const DAMAGE: readonly Criterion[] = [
  { kind: 'cem43', minutes: 240 },
  { kind: 'cem43', minutes: 20, rule: 'iso' },
  { kind: 'arrhenius', kinetics: kinetics.liverCoagulation, omega: 1 },
  { kind: 'arrhenius', kinetics: kinetics.weaverStoll, omega: 1 },
  { kind: 'arrhenius', kinetics: kinetics.softTissue, omega: 1 },
  { kind: 'three-state', kinetics: threeStateKinetics.oneill, deadFraction: 0.1 },
];

function samples(problem: AnyProblem): Map<string, Sample> {
  const { target } = problem.heating;
  const thresholds = [0.25, 0.5, 0.75]
    .map((part) => 37 + part * (target - 37))
    .concat(target > 50 ? [50] : []);
  const isotherms = thresholds.map((threshold): Criterion => ({ kind: 'peak-temperature', threshold }));
  const criteria = [...isotherms, ...DAMAGE];
  const fineRuns = fineRunsOf(problem, criteria);
  const truths = criteria.map((criterion) => truthOf(fineRuns, criterion));
  const found = new Map<string, Sample>();
  for (const resolution of NAMES) {
    const { lesions } = estimateLesion(problem, { resolution, criteria });
    lesions.forEach((lesion, k) => {
      [lesion.atSwitchOff, lesion.final].forEach((size, instant) => {
        const { exact } = truths[k]![instant]!;
        if (exact.width === 0) return;
        const group = k < isotherms.length ? 'isotherms' : 'damage';
        for (const key of SIZES) {
          found.set(`${group} ${resolution} ${key} ${k} ${instant}`, sampleOf(key, size[key], exact));
        }
      });
    });
  }
  return found;
}

const COUNT = Number(process.env.PROBLEMS ?? 100);
/** Not the problems on which the constants of the bar were chosen. */
const SEEDS = { held: Number(process.env.SEED ?? 2026), driven: Number(process.env.SEED ?? 2027) };

test.each([
  ['held tip', randomProblems(COUNT, SEEDS.held), 0.6, 5],
  ['RF current', randomCoupledProblems(COUNT, SEEDS.driven), 1, 6],
] as const)(
  '%s: the bar holds at least 98 % of the true errors and is not much wider',
  (model, problems, widest, largestRatio) => {
    const all = problems.map(samples);
    const rows: string[] = [];
    for (const [group, resolution] of GROUPS.flatMap((one) => NAMES.map((name) => [one, name] as const))) {
      for (const key of SIZES) {
        const chosen = all.flatMap((one) =>
          [...one].filter(([name]) => name.startsWith(`${group} ${resolution} ${key} `)).map(([, s]) => s),
        );
        const { held, ratio, bar, text } = judge(chosen);
        rows.push(`${group.padEnd(10)}${resolution.padEnd(9)}${key.padEnd(15)}${text}`);
        expect.soft(held, `${group} ${resolution} ${key}`).toBeGreaterThanOrEqual(0.98);
        if (group === 'isotherms' && resolution === 'standard' && key === 'width') {
          expect.soft(ratio).toBeLessThanOrEqual(largestRatio);
          expect.soft(bar).toBeLessThanOrEqual(widest);
        }
      }
    }
    console.log([model, ...rows].join('\n'));
  },
);
