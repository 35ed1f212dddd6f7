// A held tip for 90 s with the peak temperature and two damage rules: as the library runs it, and as arrays for its twin in C.
import { type Criterion, kinetics, type LesionRun, type Problem, type Resolution, simulate } from 'rf-lesion';
import { conductancesOf, type FaceConductances } from '../../src/numerics/face-conductance.js';
import { makeRateTable } from '../../src/numerics/rate-table.js';
import { arrheniusRate, cem43Rate, kinksOf, SECONDS_PER_MINUTE } from '../../src/physics/damage-rate.js';
import { heldTipGeometry } from '../../src/physics/needle-surface.js';
import { checkProblem } from '../../src/problem/check.js';
import { buildHeldModel } from '../../src/run-model.js';
import { planRun } from '../../src/run-plan.js';
import { TASK } from '../tasks.js';

/** Without a cool-down, and with a ramp that begins at body temperature. */
const CONDUCTION: Problem = { ...TASK, coolDown: 0 };

/** About 27 by 68 cells, and about 50 by 130. */
export const SHAPES: Readonly<Record<'small' | 'large', Resolution>> = {
  small: { spacing: 0.1e-3, growthRatio: 1.2, timeStep: 1 },
  large: { spacing: 0.05e-3, growthRatio: 1.1, timeStep: 0.5 },
};

const LIVER = kinetics.liverCoagulation;
const RULES: readonly Criterion[] = [
  { kind: 'cem43', minutes: 240 },
  { kind: 'arrhenius', kinetics: LIVER, omega: 1 },
];

/** The whole of it, as a user calls it. */
export function runConduction(resolution: Resolution): LesionRun {
  return simulate(CONDUCTION, { resolution, criteria: RULES });
}

/** Tables as `src/physics/damage.ts` makes them: the twin is held to the damage that a run counts. */
const TABLE = { from: -10, to: 150, perDegree: 16 } as const;

function rateTables(): Float64Array[] {
  const rules = [
    {
      rate: (T: number): number => cem43Rate(T) / SECONDS_PER_MINUTE,
      kinks: kinksOf({ kind: 'cem43', rule: 'sapareto-dewey' }),
    },
    {
      rate: (T: number): number => arrheniusRate(LIVER, T),
      kinks: kinksOf({ kind: 'arrhenius', kinetics: LIVER }),
    },
  ];
  return rules.map(
    ({ rate, kinks }) => makeRateTable(rate, TABLE.from, TABLE.to, TABLE.perDegree, kinks).coefficients,
  );
}

/** What a medium is to the twin; the outer boundary and blood are at the reference temperature. */
function arraysOf(G: FaceConductances): Float64Array[] {
  const { alongR, alongZ, wallR, wallZ, outerR, outerZ } = G;
  const lossR = wallR.map((x, c) => x + outerR[c]!);
  const lossZ = wallZ.map((x, c) => x + outerZ[c]!);
  return [alongR, alongZ, lossR, lossZ, wallR, wallZ];
}

/** Numbers before the first array of a task file. */
const HEAD = 10;

/** The task file of `twin.c` and `splu.py`, as doubles. */
export function twinTask(resolution: Resolution): Float64Array {
  const checked = checkProblem(CONDUCTION);
  const { heating } = checked.stages[0]!;
  if (heating.kind !== 'tip-temperature') throw new Error('The task must hold the tip.');
  const { grid, balance, inverseRootCapacity } = buildHeldModel(checked, resolution);
  const medium = conductancesOf(grid, heldTipGeometry(grid), balance.conductivity);
  const plan = planRun(checked, resolution, []);
  const tables = rateTables();
  const head = [
    grid.nr,
    grid.nz,
    checked.arterialTemperature,
    checked.startTemperature,
    heating.target,
    heating.ramp,
    plan.length,
    TABLE.from,
    TABLE.perDegree,
    tables[0]!.length / 4,
  ];
  const groups = plan.flatMap(({ restart, start, end, dt, count }) => [
    restart ? 1 : 0,
    start,
    end,
    dt,
    count,
  ]);
  const parts = [head, inverseRootCapacity, ...arraysOf(medium), ...tables, groups];
  return Float64Array.from(parts.flatMap((part) => Array.from(part)));
}

/** The arrays of a task file that single steps need. */
export interface TaskArrays {
  readonly nr: number;
  readonly nz: number;
  /** C^(−1/2), shape [nz·nr]. */
  readonly s: Float64Array;
  /** Conductances with the tip held, shape [nz·nr] [W/K]. */
  readonly held: Readonly<Record<'alongR' | 'alongZ' | 'lossR' | 'lossZ' | 'wallR' | 'wallZ', Float64Array>>;
  /** Of the tip over body temperature [K]. */
  readonly rise: number;
  readonly tables: readonly Float64Array[];
  readonly table: typeof TABLE;
}

/** Reads what {@link twinTask} has put together. */
export function readTask(doubles: Float64Array): TaskArrays {
  const [nr, nz, reference, , target] = doubles as unknown as [number, number, number, number, number];
  const count = doubles[9]!;
  const n = nr * nz;
  let at = HEAD;
  const next = (length: number): Float64Array => doubles.slice(at, (at += length));
  const s = next(n);
  const [alongR, alongZ, lossR, lossZ, wallR, wallZ] = [next(n), next(n), next(n), next(n), next(n), next(n)];
  const tables = [next(4 * count), next(4 * count)];
  return {
    nr,
    nz,
    s,
    held: { alongR, alongZ, lossR, lossZ, wallR, wallZ },
    rise: target - reference,
    tables,
    table: TABLE,
  };
}
