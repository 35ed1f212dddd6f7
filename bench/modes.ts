import { cooledProbe, estimateLesion, type Problem } from 'rf-lesion';
import { type Contender, measureInTurns, median, medianRatio } from './measure.js';
import { COUPLED_TASK, STAGED_TASK } from './tasks.js';

/** What a mode of RF current costs against one stage at one temperature, of the same duration. */
export interface ModeCosts {
  readonly mode: string;
  /** CPU time at standard resolution without an error bar [ms]. */
  readonly plain: number;
  readonly plainOverOneStage: number;
  /** CPU time with an error bar [ms]. */
  readonly withBar: number;
  readonly withBarOverOneStage: number;
}

/** All of them heat for so long [s]. */
const DURATION = 90;

/** Water in muscle, about three quarters of it [kg/m³]. */
const WATER = 750;

const { tissue, electrode } = COUPLED_TASK;
const at = (target: number, duration: number): Extract<Problem['heating'], { kind: 'temperature' }> => ({
  kind: 'temperature',
  target,
  ramp: 10,
  duration,
});
const wet = { ...tissue, waterContent: WATER };

/** Perfusion is constant in the first, with which all others are compared. */
const ONE_STAGE: Problem = {
  ...COUPLED_TASK,
  tissue: { ...tissue, perfusionResponse: { kind: 'constant' } },
};

const MODES: Readonly<Record<string, Problem>> = {
  'three stages': { ...ONE_STAGE, heating: STAGED_TASK.heating },
  'two places': {
    ...ONE_STAGE,
    heating: {
      kind: 'schedule',
      stages: [at(80, DURATION / 2), { ...at(80, DURATION / 2), shift: electrode.tipLength }],
    },
  },
  pulsed: { ...ONE_STAGE, heating: { kind: 'pulsed', duration: DURATION } },
  cooled: {
    ...ONE_STAGE,
    electrode: cooledProbe({ gauge: 18, tipLength: 4e-3 }),
    heating: at(60, DURATION),
  },
  'boiling, 4 W until it rolls off': {
    ...ONE_STAGE,
    tissue: wet,
    heating: { kind: 'power', power: 4, duration: DURATION },
  },
  'hardly boiling, 95 °C': { ...ONE_STAGE, tissue: wet, heating: at(95, DURATION) },
  'perfusion that stops': { ...ONE_STAGE, tissue: { ...tissue, perfusionRate: 0.01 } },
  'perfusion that follows temperature': {
    ...ONE_STAGE,
    tissue: {
      ...tissue,
      perfusionRate: 0.01,
      perfusionResponse: {
        kind: 'follows-temperature',
        factor: { kind: 'table', temperature: [37, 45, 60], value: [1, 2, 0] },
      },
    },
  },
  withdrawn: { ...ONE_STAGE, needleAfterwards: 'withdrawn' },
};

const ROUNDS = 7;

function timesOf(errorBar: boolean): Record<string, number[]> {
  const solve = (problem: Problem): Contender => ({
    calls: 1,
    run: () => estimateLesion(problem, { errorBar }),
  });
  const contenders = Object.entries({ ...MODES, 'one stage': ONE_STAGE });
  return measureInTurns(
    Object.fromEntries(contenders.map(([mode, problem]) => [mode, solve(problem)])),
    ROUNDS,
  );
}

/** Measures every mode against one stage at one temperature. */
export function measureModes(): ModeCosts[] {
  const [plain, withBar] = [timesOf(false), timesOf(true)];
  return Object.keys(MODES).map((mode) => ({
    mode,
    plain: median(plain[mode]!),
    plainOverOneStage: medianRatio(plain[mode]!, plain['one stage']!),
    withBar: median(withBar[mode]!),
    withBarOverOneStage: medianRatio(withBar[mode]!, withBar['one stage']!),
  }));
}
