// Does the error bar hold? Random problems of each model, each estimated with its bar and again on a much finer grid. Criteria: a
// quarter, a half and three quarters of the rise, and 50 °C; and the damage rules, where they find a lesion.
import { expect, test } from 'vitest';
import type { Measured } from '../../src/analysis/error-bar.js';
import { estimateLesion } from '../../src/estimate.js';
import { makeRuler } from '../../src/measure.js';
import type { LesionSize } from '../../src/metrics/lesion-size.js';
import { kinetics, threeStateKinetics } from '../../src/presets/kinetics.js';
import { checkProblem } from '../../src/problem/check.js';
import type { Criterion } from '../../src/problem/criterion.js';
import { resolutionFor, type ResolutionName } from '../../src/problem/resolution.js';
import { simulate } from '../../src/simulate.js';
import { type CoupledProblem, randomCoupledProblems } from '../support/random-coupled.js';
import { type HeldTipProblem, randomProblems } from '../support/random-problems.js';

type AnyProblem = HeldTipProblem | CoupledProblem;

const SIZES = ['width', 'length', 'volume', 'distalReach', 'proximalReach', 'widestAt'] as const;
const NAMES: readonly ResolutionName[] = ['draft', 'standard'];

const GROUPS = ['isotherms', 'damage'] as const;
const DAMAGE: readonly Criterion[] = [
  { kind: 'cem43', minutes: 240 },
  { kind: 'cem43', minutes: 20, rule: 'iso' },
  { kind: 'arrhenius', kinetics: kinetics.liverCoagulation, omega: 1 },
  { kind: 'arrhenius', kinetics: kinetics.weaverStoll, omega: 1 },
  { kind: 'arrhenius', kinetics: kinetics.softTissue, omega: 1 },
  { kind: 'three-state', kinetics: threeStateKinetics.oneill, deadFraction: 0.1 },
];

interface Sample {
  readonly error: number;
  readonly bar: number;
  /** What both are small against: the width, or the volume. */
  readonly scale: number;
}

/** Sizes of a much finer run, extrapolated from one twice as coarse. */
function truth(
  problem: AnyProblem,
  criterion: Criterion,
  runs: readonly ReturnType<typeof simulate>[],
): LesionSize<number>[] {
  return (['atSwitchOff', 'final'] as const).map((instant) => {
    const [fine, coarse] = runs.map((run) => makeRuler(run, run.exposure[instant]).size(criterion));
    const pick = (key: (typeof SIZES)[number]): number => fine![key] + (fine![key] - coarse![key]) / 3;
    return Object.fromEntries(SIZES.map((key) => [key, pick(key)])) as unknown as LesionSize<number>;
  });
}

function samples(problem: AnyProblem): Map<string, Sample> {
  const { target } = problem.heating;
  const thresholds = [0.25, 0.5, 0.75]
    .map((part) => 37 + part * (target - 37))
    .concat(target > 50 ? [50] : []);
  const isotherms = thresholds.map((threshold): Criterion => ({ kind: 'peak-temperature', threshold }));
  const criteria = [...isotherms, ...DAMAGE];
  const { spacing, timeStep } = resolutionFor(checkProblem(problem), 'standard');
  const fineRuns = [
    { spacing: spacing / 4, growthRatio: 1.05, timeStep: timeStep / 2 },
    { spacing: spacing / 2, growthRatio: 1.1, timeStep: timeStep / 2 },
  ].map((resolution) => simulate(problem, { resolution, criteria }));
  const exact = criteria.map((criterion) => truth(problem, criterion, fineRuns));
  const found = new Map<string, Sample>();
  for (const resolution of NAMES) {
    const { lesions } = estimateLesion(problem, { resolution, criteria });
    lesions.forEach((lesion, k) => {
      [lesion.atSwitchOff, lesion.final].forEach((size, instant) => {
        const { [instant]: reference } = exact[k]!;
        if (reference!.width === 0) return;
        const group = k < isotherms.length ? 'isotherms' : 'damage';
        for (const key of SIZES) {
          const { value, numericalError }: Measured = size[key];
          const scale = key === 'volume' ? reference!.volume : reference!.width;
          const error = Math.abs(value - reference![key]);
          found.set(`${group} ${resolution} ${key} ${k} ${instant}`, { error, bar: numericalError!, scale });
        }
      });
    });
  }
  return found;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

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
        const held = chosen.filter(({ error, bar }) => error <= bar).length / chosen.length;
        const ratio = median(chosen.map(({ error, bar }) => bar / Math.max(error, 1e-12)));
        const percent = (pick: (s: Sample) => number): string => (100 * median(chosen.map(pick))).toFixed(3);
        const error = percent((s) => s.error / s.scale);
        const bar = percent((s) => s.bar / s.scale);
        rows.push(
          `${group.padEnd(10)}${resolution.padEnd(9)}${key.padEnd(15)}n ${chosen.length}  held ${(100 * held).toFixed(1)} %  error ${error} %  bar ${bar} %  ratio ${ratio.toFixed(1)}`,
        );
        expect.soft(held, `${group} ${resolution} ${key}`).toBeGreaterThanOrEqual(0.98);
        if (group === 'isotherms' && resolution === 'standard' && key === 'width') {
          expect.soft(ratio).toBeLessThanOrEqual(largestRatio);
          expect.soft(Number(bar)).toBeLessThanOrEqual(widest);
        }
      }
    }
    console.log([model, ...rows].join('\n'));
  },
);
