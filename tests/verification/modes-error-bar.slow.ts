// Does the error bar hold in the modes of RF current beyond one stage at one temperature? Random problems of each, each estimated
// with its bar and again on a much finer grid.
import { describe, expect, test } from 'vitest';
import { LesionModelError } from '../../src/errors.js';
import { estimateLesion } from '../../src/estimate.js';
import type { LesionEstimate } from '../../src/lesion-estimate.js';
import type { Measured } from '../../src/analysis/error-bar.js';
import { findHottest } from '../../src/hottest.js';
import type { LesionRun } from '../../src/lesion-run.js';
import type { PulseRecord } from '../../src/physics/pulse.js';
import type { Criterion } from '../../src/problem/criterion.js';
import type { Problem } from '../../src/problem/types.js';
import {
  extrapolated,
  type FineRuns,
  fineRunsOf,
  INSTANTS,
  judge,
  median,
  NAMES,
  type Sample,
  sampleOf,
  SIZES,
  truthOf,
} from '../support/error-bar-study.js';
import { type Mode, MODES, randomModeProblems } from '../support/random-modes.js';

/** Problems of each mode, unless the environment says otherwise: the whole file within a quarter of an hour. */
const COUNTS: Readonly<Record<Mode, number>> = {
  staged: 20,
  shifted: 20,
  pulsed: 25,
  cooled: 25,
  boiling: 4,
  perfusion: 20,
  withdrawn: 20,
};
const SEED = Number(process.env.SEED ?? 4052);

/**
 * What of the bars must hold. At an edge of the tip the temperature within a pulse is far from its limit on any grid, and its bar is
 * known to be too narrow; boiling has few problems.
 */
function leastHeld(mode: Mode, name: string): number {
  if (name.includes('hottest peak')) return 0;
  if (mode === 'boiling') return 0.7;
  return name.startsWith('draft') ? 0.8 : 0.95;
}

const WORST = 3;

const isotherm = (threshold: number): Criterion => ({ kind: 'peak-temperature', threshold });

function criteriaFor(mode: Mode): Criterion[] {
  const isotherms = mode === 'pulsed' ? [40, 41] : [45, 50];
  return [...isotherms.map(isotherm), { kind: 'cem43', minutes: 240 }];
}

/** A named number that is no size: with its bar in the answer, and as it is in a run. */
interface Extra {
  readonly measured: (estimate: LesionEstimate) => Measured;
  readonly inRun: (run: LesionRun) => number;
  /** What its error is small against. */
  readonly scale: (exact: number) => number;
}

const lastPulse = ({ stages }: LesionRun): PulseRecord => stages[0]!.pulses.at(-1)!;
const rise = (T: number): number => T - 37;
const itself = (value: number): number => value;

/** Fields are told apart by their distance: the first is close to the tip. */
function fieldExtras(side: 'besideTip' | 'aheadOfEnd'): [string, Extra][] {
  return [0, 1, 2].map((k) => [
    `field ${side} ${k}`,
    {
      measured: ({ stages }) => stages[0]!.pulse!.field[side][k]!,
      inRun: (run) => lastPulse(run).field[side][k]!,
      scale: itself,
    },
  ]);
}

const PULSED: readonly [string, Extra][] = [
  ...(['mean', 'peak'] as const).flatMap((key): [string, Extra][] => [
    [
      `sensor ${key}`,
      {
        measured: ({ stages }) => stages[0]!.pulse!.sensor[key],
        inRun: (run) => lastPulse(run).sensor[key],
        scale: rise,
      },
    ],
    [
      `hottest ${key}`,
      {
        measured: ({ stages }) => stages[0]!.pulse!.hottest[key],
        inRun: (run) => lastPulse(run).hottest[key],
        scale: rise,
      },
    ],
  ]),
  ...fieldExtras('besideTip'),
  ...fieldExtras('aheadOfEnd'),
];

const HOTTEST: readonly [string, Extra][] = (['temperature', 'distance'] as const).map((key) => [
  `hottest ${key}`,
  {
    measured: ({ hottest }) => hottest[key],
    inRun: (run) => findHottest(run, null)[key].value,
    scale: key === 'temperature' ? rise : itself,
  },
]);

/** Samples of one problem: by resolution and name. */
interface Found {
  readonly problem: Problem;
  readonly samples: readonly (readonly [name: string, sample: Sample])[];
  /** How far the fine runs are apart, in parts of the width. */
  readonly apart: readonly number[];
}

function extraSamples(
  extras: readonly [string, Extra][],
  estimate: LesionEstimate,
  runs: FineRuns,
): [string, Sample][] {
  return extras.map(([name, { measured, inRun, scale }]) => {
    const exact = extrapolated(inRun(runs[0]), inRun(runs[1]));
    const { value, numericalError } = measured(estimate);
    return [name, { error: Math.abs(value - exact), bar: numericalError!, scale: Math.abs(scale(exact)) }];
  });
}

function study(mode: Mode, problem: Problem): Found {
  const criteria = criteriaFor(mode);
  const runs = fineRunsOf(problem, criteria);
  const truths = criteria.map((criterion) => truthOf(runs, criterion));
  const lesions = truths.flatMap((instants) => instants.filter(({ exact }) => exact.width > 0));
  const samples = NAMES.flatMap((resolution) => {
    const estimate = estimateLesion(problem, { resolution, criteria });
    const sizes = criteria.flatMap((_, k) =>
      INSTANTS.flatMap((instant, n): [string, Sample][] => {
        const { exact } = truths[k]![n]!;
        if (exact.width === 0) return [];
        return SIZES.map((key) => [key, sampleOf(key, estimate.lesions[k]![instant][key], exact)]);
      }),
    );
    const extras = mode === 'pulsed' ? PULSED : HOTTEST;
    const all = [...sizes, ...extraSamples(extras, estimate, runs)];
    return all.map(([name, sample]) => [`${resolution} ${name}`, sample] as const);
  });
  const apart = lesions.map(({ fine, coarse, exact }) => Math.abs(fine.width - coarse.width) / exact.width);
  return { problem, samples, apart };
}

/** The problems whose bars are exceeded most, in words. */
function worstOf(all: readonly Found[], key: string): string[] {
  return all
    .flatMap(({ problem, samples }) =>
      samples.flatMap(([name, { error, bar, scale }]) =>
        name === key && error > bar ? [{ problem, excess: error / bar, part: error / scale }] : [],
      ),
    )
    .sort((a, b) => b.excess - a.excess)
    .slice(0, WORST)
    .map(
      ({ problem, excess, part }) =>
        `  ${key}: error ${excess.toFixed(2)} bars, ${(100 * part).toFixed(2)} %: ${JSON.stringify(problem, (name, value: unknown) => (name === 'sources' ? undefined : value))}`,
    );
}

describe.each(MODES)('%s', (mode) => {
  test('the bar holds nearly always', () => {
    const count = Number(process.env.PROBLEMS ?? COUNTS[mode]);
    const refused: string[] = [];
    const all = randomModeProblems(mode, count, SEED).flatMap((problem) => {
      try {
        return [study(mode, problem)];
      } catch (error) {
        if (!(error instanceof LesionModelError)) throw error;
        refused.push(`  ${error.code}: ${error.message} ${JSON.stringify(problem.heating)}`);
        return [];
      }
    });
    const names = [...new Set(all.flatMap(({ samples }) => samples.map(([name]) => name)))].sort();
    const rows: string[] = [];
    for (const name of names) {
      const chosen = all.flatMap(({ samples }) =>
        samples.filter(([one]) => one === name).map(([, sample]) => sample),
      );
      const { held, text } = judge(chosen);
      rows.push(`${name.padEnd(28)}${text}`);
      const least = leastHeld(mode, name);
      if (held < least) rows.push(...worstOf(all, name));
      expect.soft(held, `${mode} ${name}`).toBeGreaterThanOrEqual(least);
    }
    const apart = `fine runs apart by ${(100 * median(all.flatMap((one) => one.apart))).toFixed(3)} % of the width`;
    console.log([`${mode}: ${all.length} of ${count} problems, ${apart}`, ...rows, ...refused].join('\n'));
    expect.soft(refused, mode).toEqual([]);
  });
});
