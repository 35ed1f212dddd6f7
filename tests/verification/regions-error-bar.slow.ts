// Does the error bar hold in layered tissue? Random problems with one to three regions, each estimated with its bar and again on a
// much finer grid; slabs and tubes have grid lines of their own, spheres cut cells.
import { describe, expect, test } from 'vitest';
import { LesionModelError } from '../../src/errors.js';
import { estimateLesion } from '../../src/estimate.js';
import type { Criterion } from '../../src/problem/criterion.js';
import {
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
import { randomRegionProblems, type RegionProblem } from '../support/random-regions.js';

/** Problems, unless the environment says otherwise; some seconds each. */
const COUNT = Number(process.env.PROBLEMS ?? 40);
const SEED = Number(process.env.SEED ?? 4711);

/** What of the bars must hold, over all sizes, and of each size alone. */
const LEAST = { all: 0.97, each: 0.93 } as const;

/** How many of the worst are shown. */
const WORST = 3;

const CRITERIA: readonly Criterion[] = [
  ...[45, 50, 60].map((threshold): Criterion => ({ kind: 'peak-temperature', threshold })),
  { kind: 'cem43', minutes: 240 },
];

/** What kinds of regions a problem has. */
const GROUPS = ['straight', 'sphere', 'flow'] as const;
type Group = (typeof GROUPS)[number];

function groupOf({ regions }: RegionProblem): Group {
  if (regions.some(({ flow }) => flow)) return 'flow';
  return regions.some(({ where }) => where.kind === 'sphere') ? 'sphere' : 'straight';
}

interface Found extends Sample {
  readonly name: string;
  readonly group: Group;
  readonly problem: RegionProblem;
}

/** How far the fine runs are apart, in parts of the width, and the samples. */
function study(problem: RegionProblem): { readonly found: Found[]; readonly apart: number[] } {
  const runs = fineRunsOf(problem, CRITERIA);
  const truths = CRITERIA.map((criterion) => truthOf(runs, criterion));
  const found = NAMES.flatMap((resolution) => {
    const { lesions } = estimateLesion(problem, { resolution, criteria: CRITERIA });
    return CRITERIA.flatMap((_, k) =>
      INSTANTS.flatMap((instant, n) => {
        const { exact } = truths[k]![n]!;
        if (exact.width === 0) return [];
        return SIZES.map((key): Found => {
          const sample = sampleOf(key, lesions[k]![instant][key], exact);
          return { ...sample, name: `${resolution} ${key}`, group: groupOf(problem), problem };
        });
      }),
    );
  });
  const apart = truths
    .flat()
    .filter(({ exact }) => exact.width > 0)
    .map(({ fine, coarse, exact }) => Math.abs(fine.width - coarse.width) / exact.width);
  return { found, apart };
}

/** The problems whose bars are exceeded most, in words. */
function worstOf(found: readonly Found[]): string[] {
  return found
    .filter(({ error, bar }) => error > bar)
    .toSorted((a, b) => b.error / b.bar - a.error / a.bar)
    .slice(0, WORST)
    .map(({ name, error, bar, scale, problem: { regions, heating } }) => {
      const off = `error ${(error / bar).toFixed(2)} bars, ${((100 * error) / scale).toFixed(2)} %`;
      return `  ${name}: ${off}: ${JSON.stringify({ heating, regions })}`;
    });
}

describe('layered tissue', () => {
  test('the bar holds nearly always', () => {
    const refused: string[] = [];
    const all = randomRegionProblems(COUNT, SEED).flatMap((problem) => {
      try {
        return [study(problem)];
      } catch (error) {
        if (!(error instanceof LesionModelError)) throw error;
        refused.push(`  ${error.code}: ${error.message}`);
        return [];
      }
    });
    const found = all.flatMap((one) => one.found);
    const rows: string[] = [];
    for (const name of [...new Set(found.map((one) => one.name))].sort()) {
      const chosen = found.filter((one) => one.name === name);
      const { held, text } = judge(chosen);
      rows.push(`${name.padEnd(24)}${text}`);
      for (const group of GROUPS) {
        const own = chosen.filter((one) => one.group === group);
        if (own.length > 0) rows.push(`  ${group.padEnd(22)}${judge(own).text}`);
      }
      if (held < LEAST.all) rows.push(...worstOf(chosen));
      expect.soft(held, name).toBeGreaterThanOrEqual(LEAST.each);
    }
    const apart = `fine runs apart by ${(100 * median(all.flatMap((one) => one.apart))).toFixed(3)} % of the width`;
    const whole = judge(found);
    console.log(
      [
        `${all.length} of ${COUNT} problems, ${apart}`,
        ...rows,
        `all ${whole.text}`,
        ...worstOf(found),
        ...refused,
      ].join('\n'),
    );
    expect.soft(whole.held).toBeGreaterThanOrEqual(LEAST.all);
    // A conductive layer may lead so much current away that a lesion has no end.
    expect.soft(refused.length).toBeLessThanOrEqual(0.05 * COUNT);
  });
});
