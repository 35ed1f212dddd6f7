// FreeFem++ on the tasks of bench/tasks.ts: meshes, steps and rules that go together, from coarse to fine.
import { spawnSync } from 'node:child_process';
import type { Material } from 'rf-lesion';
import { coupledFeProblem } from '../../tests/support/coupled-problem.js';

/** What a script is told. */
export interface FeChoice {
  /** Cells along each border, in proportion. */
  readonly fine: number;
  /** [s] */
  readonly dt: number;
  /** Steps between two solves of the field; left out where there is none. */
  readonly every?: number;
}

/** A script and what it is tried with. */
export interface FeTask {
  readonly script: string;
  /** What the script is told of the problem, in SI units; temperatures over body temperature. */
  readonly problem: Readonly<Record<string, number>>;
  readonly choices: readonly FeChoice[];
}

const { electrode, tissue, heating, domain, coolDown } = coupledFeProblem;
const BODY = 37;

const heatOf = ({ density, specificHeat }: Pick<Material, 'density' | 'specificHeat'>): number =>
  density * specificHeat;

const HELD = {
  radius: electrode.radius,
  tip: electrode.tipLength,
  far: domain!.radius,
  k: tissue.thermalConductivity as number,
  rhoc: tissue.density * (tissue.specificHeat as number),
  rise: heating.target - BODY,
  ramp: heating.ramp!,
  heating: heating.duration,
  cooling: coolDown!,
  level: 50 - BODY,
};

export const HELD_TIP: FeTask = {
  script: 'bench/compare/held-tip.edp',
  problem: HELD,
  choices: [
    ...[0.6, 0.8, 1, 1.25, 1.5].flatMap((fine) => [2, 1].map((dt) => ({ fine, dt }))),
    ...[1, 0.5, 0.25].map((dt) => ({ fine: 2, dt })),
  ],
};

const { material: metal } = electrode.body as { material: Material };
const { thickness, material: plastic } = electrode.insulation!;
const sigma = tissue.electricalConductivity as { value: number; coefficient: number; cap: number };

export const RF_TIP: FeTask = {
  script: 'bench/compare/rf-tip.edp',
  problem: {
    ...HELD,
    sleeve: thickness,
    sensor: electrode.sensor.z,
    kMetal: metal.thermalConductivity,
    rhocMetal: heatOf(metal),
    kSleeve: plastic.thermalConductivity,
    rhocSleeve: heatOf(plastic),
    sigma: sigma.value,
    slope: sigma.coefficient,
    cap: sigma.cap - BODY,
  },
  choices: [0.5, 0.6, 0.8, 1, 1.25, 1.5, 2].flatMap((fine) =>
    (
      [
        [2, 4],
        [2, 2],
        [1, 3],
        [1, 1],
      ] as const
    ).map(([dt, every]) => ({ fine, dt, every })),
  ),
};

export interface FeAnswer {
  /** Of the peak isotherm of 50 °C [m]. */
  readonly width: number;
  /** Degrees of freedom. */
  readonly size: number;
  /** CPU time of the script, without the start of the program [ms]. */
  readonly time: number;
}

const PROGRAM = process.env.FREEFEM ?? 'FreeFem++';
export const hasFreeFem = (): boolean => spawnSync(PROGRAM, ['-h']).error === undefined;

/** Runs a script once. */
export function solveWithFreeFem({ script, problem }: FeTask, choice: FeChoice): FeAnswer {
  const words = Object.entries({ ...problem, ...choice }).flatMap(([name, value]) => [
    `-${name}`,
    String(value),
  ]);
  const { stdout } = spawnSync(PROGRAM, ['-nw', '-v', '0', script, ...words], { encoding: 'utf8' });
  const [, width, size, seconds] = /result (\S+) (\S+) (\S+)/.exec(stdout) ?? [];
  if (seconds === undefined) throw new Error(`FreeFem++ gave no result: ${stdout.slice(-200)}`);
  return { width: Number(width), size: Number(size), time: 1e3 * Number(seconds) };
}
