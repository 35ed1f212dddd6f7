// The modes of heating in which the error bar is studied, each with its random problems and with what is measured in them.
import type { Measured } from '../../src/analysis/error-bar.js';
import { findHottest } from '../../src/hottest.js';
import type { LesionEstimate } from '../../src/lesion-estimate.js';
import type { LesionRun } from '../../src/lesion-run.js';
import type { PulseRecord } from '../../src/physics/pulse.js';
import { kinetics, threeStateKinetics } from '../../src/presets/kinetics.js';
import type { Criterion } from '../../src/problem/criterion.js';
import type { Problem } from '../../src/problem/types.js';
import { type CoupledProblem, randomCoupledProblems } from '../support/random-coupled.js';
import { type Mode as RfMode, randomModeProblems } from '../support/random-modes.js';
import { type HeldTipProblem, randomProblems } from '../support/random-problems.js';
import { randomRegionProblems, type RegionProblem } from '../support/random-regions.js';

/** A named number that is no size: with its bar in the answer, and as it is in a run. */
export interface Extra {
  readonly measured: (estimate: LesionEstimate) => Measured;
  readonly inRun: (run: LesionRun) => number;
  /** What its error is small against. */
  readonly scale: (exact: number) => number;
}

/** A criterion with the group that its samples count in. */
interface Asked {
  readonly criterion: Criterion;
  readonly group: string;
}

/** One mode: problem k is the same however many are drawn. */
export interface StudyMode {
  readonly title: string;
  /** Problems in the whole study. */
  readonly count: number;
  /** Not one of those on which the constants of the bar were chosen. */
  readonly seed: number;
  readonly problems: (count: number, seed: number) => readonly Problem[];
  readonly asked: (problem: Problem) => readonly Asked[];
  readonly extras: readonly (readonly [string, Extra])[];
}

const isotherm = (threshold: number): Criterion => ({ kind: 'peak-temperature', threshold });
const CEM43: Criterion = { kind: 'cem43', minutes: 240 };
const DAMAGE: readonly Criterion[] = [
  CEM43,
  { kind: 'cem43', minutes: 20, rule: 'iso' },
  { kind: 'arrhenius', kinetics: kinetics.liverCoagulation, omega: 1 },
  { kind: 'arrhenius', kinetics: kinetics.weaverStoll, omega: 1 },
  { kind: 'arrhenius', kinetics: kinetics.softTissue, omega: 1 },
  { kind: 'three-state', kinetics: threeStateKinetics.oneill, deadFraction: 0.1 },
];

/** A quarter, a half and three quarters of the rise, and 50 °C; and all damage rules. */
function allCriteria(problem: Problem): Asked[] {
  const { target } = (problem as CoupledProblem | HeldTipProblem).heating;
  const thresholds = [0.25, 0.5, 0.75].map((part) => 37 + part * (target - 37));
  return [
    ...[...thresholds, ...(target > 50 ? [50] : [])].map((threshold) => ({
      criterion: isotherm(threshold),
      group: 'isotherms',
    })),
    ...DAMAGE.map((criterion) => ({ criterion, group: 'damage rules' })),
  ];
}

const asking =
  (thresholds: readonly number[], groupOf: (problem: Problem) => string = () => '') =>
  (problem: Problem): Asked[] =>
    [...thresholds.map(isotherm), CEM43].map((criterion) => ({ criterion, group: groupOf(problem) }));

/** What kind of regions a layered problem has. */
function regionsOf(problem: Problem): string {
  const { regions } = problem as RegionProblem;
  if (regions.some(({ flow }) => flow)) return 'with vessels';
  return regions.some(({ where }) => where.kind === 'sphere') ? 'with spheres' : 'slabs and tubes';
}

const lastPulse = ({ stages }: LesionRun): PulseRecord => stages[0]!.pulses.at(-1)!;
const rise = (T: number): number => T - 37;
const itself = (value: number): number => value;

const PULSED: readonly (readonly [string, Extra])[] = [
  ...(['sensor', 'hottest'] as const).flatMap((where) =>
    (['mean', 'peak'] as const).map((key): [string, Extra] => [
      `${where} ${key}`,
      {
        measured: ({ stages }) => stages[0]!.pulse![where][key],
        inRun: (run) => lastPulse(run)[where][key],
        scale: rise,
      },
    ]),
  ),
  // Fields are told apart by their distance: the first is close to the tip.
  ...(['besideTip', 'aheadOfEnd'] as const).flatMap((side) =>
    [0, 1, 2].map((k): [string, Extra] => [
      `field ${side === 'besideTip' ? 'beside the tip' : 'ahead of the end'}, ${k + 1}`,
      {
        measured: ({ stages }) => stages[0]!.pulse!.field[side][k]!,
        inRun: (run) => lastPulse(run).field[side][k]!,
        scale: itself,
      },
    ]),
  ),
];

const HOTTEST: readonly (readonly [string, Extra])[] = (['temperature', 'distance'] as const).map((key) => [
  `hottest ${key}`,
  {
    measured: ({ hottest }) => hottest[key],
    inRun: (run) => findHottest(run, null)[key].value,
    scale: key === 'temperature' ? rise : itself,
  },
]);

const rf = (mode: RfMode, title: string, count: number): StudyMode => ({
  title,
  count,
  seed: 4052,
  problems: (many, seed) => randomModeProblems(mode, many, seed),
  asked: asking(mode === 'pulsed' ? [40, 41] : [45, 50]),
  extras: mode === 'pulsed' ? PULSED : HOTTEST,
});

/** All modes. A problem that boils takes as long as ten others, one with a needle that is moved as five. */
export const STUDY_MODES: Readonly<Record<string, StudyMode>> = {
  held: {
    title: 'held tip',
    count: 300,
    seed: 2026,
    problems: randomProblems,
    asked: allCriteria,
    extras: [],
  },
  rf: {
    title: 'RF current',
    count: 300,
    seed: 2027,
    problems: randomCoupledProblems,
    asked: allCriteria,
    extras: [],
  },
  staged: rf('staged', 'stages and pauses', 300),
  shifted: rf('shifted', 'needle moved between stages', 150),
  pulsed: rf('pulsed', 'pulsed', 300),
  cooled: rf('cooled', 'cooled from within', 300),
  perfusion: rf('perfusion', 'perfusion that changes', 300),
  withdrawn: rf('withdrawn', 'needle withdrawn', 300),
  boiling: rf('boiling', 'boiling', 60),
  layered: {
    title: 'layered tissue',
    count: 300,
    seed: 4711,
    problems: randomRegionProblems,
    asked: asking([45, 50, 60], regionsOf),
    extras: [],
  },
};
