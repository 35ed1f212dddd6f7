// Whole runs in layered tissue: heat in balance, saved and resumed, laws of one region alone, and a region that is no region.
import { describe, expect, test } from 'vitest';
import {
  cannula,
  estimateLesion,
  type LesionRun,
  type Problem,
  type RunState,
  simulate,
  simulateSteps,
  type Stage,
  type Tissue,
  tissues,
} from '../../src/index.js';
import type { Region } from '../../src/problem/types.js';
import { claim } from '../support/claims.js';

const muscle: Tissue = {
  thermalConductivity: 0.49,
  density: 1090,
  specificHeat: 3421,
  electricalConductivity: { kind: 'linear', value: 0.45, coefficient: 0.02, reference: 37, cap: 100 },
  perfusionRate: 0,
};
const bone: Tissue = {
  thermalConductivity: 0.31,
  density: 1900,
  specificHeat: 1310,
  electricalConductivity: 0.03,
  perfusionRate: 0,
};

/** Where bits are compared, and no sizes. */
const coarse = { resolution: { spacing: 0.18e-3, growthRatio: 1.5, timeStep: 1 } } as const;
const draft = { resolution: 'draft' } as const;

const driven = (target: number, duration: number, more: Partial<Stage> = {}): Stage =>
  ({ kind: 'temperature', target, duration, ramp: 5, ...more }) as Stage;
const held = (target: number, duration: number): Stage => ({
  kind: 'tip-temperature',
  target,
  duration,
  ramp: 5,
});

const BELOW: Region = { kind: 'slab', zMax: -1e-3 };
const AROUND: Region = { kind: 'tube', rMin: 1.2e-3, rMax: 2.5e-3 };
const CORE: Region = { kind: 'tube', rMax: 1e-3 };
const BALL: Region = { kind: 'sphere', z: 2e-3, radius: 1.9e-3 };

const inLayers = (
  stages: readonly Stage[],
  regions: NonNullable<Problem['regions']>,
  rest: Partial<Problem> = {},
): Problem => ({
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: muscle,
  regions,
  heating: { kind: 'schedule', stages },
  coolDown: 5,
  ...rest,
});

const rising = (value: number): Tissue['thermalConductivity'] => ({
  kind: 'linear',
  value,
  coefficient: 0.01,
  reference: 37,
});
const wet: Tissue = { ...muscle, waterContent: 750 };
const perfused: Tissue = { ...muscle, perfusionRate: 0.03 };
const steady: Tissue = { ...bone, perfusionRate: 0.01, perfusionResponse: { kind: 'constant' } };
const pause: Stage = { kind: 'off', duration: 4 };

const cases: [string, Problem][] = [
  [
    'conductivity and specific heat that change in a tube',
    inLayers(
      [driven(75, 12)],
      [{ where: AROUND, tissue: { ...bone, thermalConductivity: rising(0.31), specificHeat: rising(1310) } }],
    ),
  ],
  [
    'the same about a held tip, in a sphere',
    inLayers(
      [held(75, 12)],
      [{ where: BALL, tissue: { ...bone, thermalConductivity: rising(0.31), specificHeat: rising(1310) } }],
    ),
  ],
  [
    'water that boils in a core',
    inLayers([{ kind: 'power', power: 5, duration: 10 }, pause], [{ where: CORE, tissue: wet }]),
  ],
  [
    'water that boils everywhere but in a slab',
    inLayers(
      [{ kind: 'power', power: 5, duration: 10 }],
      [{ where: { kind: 'slab', zMin: 2e-3, zMax: 4e-3 }, tissue: bone }],
      {
        tissue: wet,
      },
    ),
  ],
  [
    'water that boils in a sphere',
    inLayers([{ kind: 'power', power: 5, duration: 10 }], [{ where: BALL, tissue: wet }]),
  ],
  [
    'flow that stops in a core and not beyond',
    inLayers([driven(85, 12)], [{ where: CORE, tissue: perfused }], { tissue: steady }),
  ],
  [
    'flow that stops in a sphere about a held tip',
    inLayers([held(90, 12)], [{ where: BALL, tissue: perfused }], { tissue: steady }),
  ],
  [
    'flow that follows temperature in a sphere alone',
    inLayers(
      [driven(80, 12)],
      [
        {
          where: BALL,
          tissue: {
            ...perfused,
            perfusionResponse: {
              kind: 'follows-temperature',
              factor: { kind: 'table', temperature: [37, 45], value: [1, 4] },
            },
          },
        },
      ],
      { tissue: steady },
    ),
  ],
  [
    'a vessel of blood that flows',
    inLayers(
      [driven(75, 10), pause, driven(80, 8)],
      [{ where: AROUND, tissue: muscle, flow: { coefficient: 1500 } }],
    ),
  ],
  [
    'a vessel below a held tip',
    inLayers([held(75, 12)], [{ where: BELOW, tissue: muscle, flow: { coefficient: 1500 } }], {
      tissue: perfused,
    }),
  ],
  [
    'a needle that is moved through layers and withdrawn',
    inLayers(
      [driven(75, 10), driven(75, 10, { shift: 2e-3 })],
      [
        { where: BELOW, tissue: bone },
        { where: BALL, tissue: { ...perfused, thermalConductivity: rising(0.4) } },
      ],
      { needleAfterwards: 'withdrawn' },
    ),
  ],
];

/** All that a run answers with, but for the problem as it was given. */
function answerOf({ status, time, outcome, steps, temperature, exposure, history, energyAudit }: LesionRun) {
  return { status, time, outcome, steps, temperature, exposure, history, energyAudit };
}

describe.each(cases)('%s', (name, problem) => {
  const states: RunState[] = [];
  const steps = simulateSteps(problem, coarse);
  const wanted = [1e-9, 3, 7.9, 11, 14];
  let next = steps.next();
  for (; next.done !== true; next = steps.next()) {
    if (next.value.time >= (wanted[states.length] ?? Infinity))
      states.push(structuredClone(next.value.state));
  }
  const run = next.value;

  test('heat is in balance', () => {
    const { residual, stored, delivered } = run.energyAudit;
    claim(
      {
        id: 'regions-runs/heat',
        kind: 'conservation',
        claim:
          'Heat is in balance in layered tissue that changes, boils, is perfused, or has the needle moved through it',
        definition: 'Delivered less all that becomes of it, relative to the largest term',
        source: 'the definition',
        grids: '11 runs, 0.18 mm',
        unit: '%',
      },
      { kind: 'round-off', errors: [residual], below: 1e-9 },
    );
    expect(stored).toBeGreaterThan(0);
    expect(delivered).toBeGreaterThan(1);
  });

  test('saved and resumed, it ends with the same bits', () => {
    expect(states).toHaveLength(wanted.length);
    const whole = answerOf(run);
    for (const resumeFrom of states)
      expect(answerOf(simulate(problem, { ...coarse, resumeFrom })), `${resumeFrom.time} s`).toEqual(whole);
  });

  test('the law matters: without it temperatures are others', () => {
    const strip = (tissue: Tissue): Tissue => ({
      density: tissue.density,
      electricalConductivity: tissue.electricalConductivity,
      perfusionRate: tissue.perfusionRate,
      thermalConductivity: typeof tissue.thermalConductivity === 'number' ? tissue.thermalConductivity : 0.31,
      specificHeat: typeof tissue.specificHeat === 'number' ? tissue.specificHeat : 1310,
      perfusionResponse: { kind: 'constant' },
    });
    const plain: Problem = {
      ...problem,
      tissue: strip(problem.tissue),
      regions: problem.regions!.map(({ where, tissue }) => ({ where, tissue: strip(tissue) })),
    };
    const other = simulate(plain, coarse).exposure.final.peakTemperature.data;
    const apart = run.exposure.final.peakTemperature.data.reduce(
      (most, T, c) => Math.max(most, Math.abs(T - other[c]!)),
      0,
    );
    expect(apart, name).toBeGreaterThan(0.05);
  });
});

describe('a region of the very same tissue', () => {
  const heatings: [string, Problem['heating']][] = [
    ['RF current', { kind: 'temperature', target: 80, duration: 40 }],
    ['a held tip', { kind: 'tip-temperature', target: 80, duration: 40 }],
  ];
  const tissue = tissues.muscle;
  const electrode = cannula({ gauge: 20, tipLength: 5e-3 });
  const sizes = ['width', 'length', 'volume', 'distalReach', 'proximalReach'] as const;

  test.each(heatings)('of straight sides changes no size by more than its bar: %s', (_, heating) => {
    const plain = estimateLesion({ electrode, tissue, heating }, draft);
    for (const where of [BELOW, AROUND, CORE, { kind: 'slab', zMin: 2.1e-3 } as const]) {
      const layered = estimateLesion({ electrode, tissue, heating, regions: [{ where, tissue }] }, draft);
      for (const size of sizes) {
        const off = Math.abs(layered[size].value - plain[size].value);
        const bar = Math.max(plain[size].numericalError!, layered[size].numericalError!);
        expect(off, `${where.kind} ${size}`).toBeLessThan(bar);
      }
    }
  });

  test.each(heatings)('in a sphere changes nothing but round-off, on the same lines: %s', (_, heating) => {
    const [plain, layered] = [[], [{ where: BALL, tissue }]].map((regions) =>
      simulate({ electrode, tissue, heating, regions }, draft),
    ) as [LesionRun, LesionRun];
    expect(layered.grid).toEqual(plain.grid);
    layered.temperature.data.forEach((T, c) => {
      expect(Math.abs(T - plain.temperature.data[c]!)).toBeLessThan(1e-5);
    });
  });

  test.each(heatings)('everywhere is the tissue all around: a slab without ends: %s', (_, heating) => {
    const domain = { radius: 25e-3, below: 25e-3, above: 30e-3 };
    const problem: Problem = { electrode, tissue, heating, domain };
    const [one, other] = [
      simulate(problem, coarse),
      simulate({ ...problem, tissue: bone, regions: [{ where: { kind: 'slab' }, tissue }] }, coarse),
    ];
    expect(other.grid).toEqual(one.grid);
    other.temperature.data.forEach((T, c) => {
      expect(Math.abs(T - one.temperature.data[c]!)).toBeLessThan(1e-5);
    });
  });
});
