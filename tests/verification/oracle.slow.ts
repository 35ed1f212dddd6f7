// More of oracle.test.ts: layers, tissue whose conductivity changes, thick and cooled needles, and the order in the time step.
import { expect, test } from 'vitest';
import { cannula, type Problem, RESOLUTIONS, tissues } from '../../src/index.js';
import { followRun, recordRun } from '../support/oracle.js';
import { energiesOf, sizesOf, worstPeak, worstTemperatures } from '../support/oracle-comparison.js';
import { observedOrders } from '../support/observed-order.js';

/** Steps of the oracle in each of the run's. */
const REFINE = 2;

/** As in oracle.test.ts [K], where it says what is asked; relative for sizes and energy. */
const CELLS = { near: 0.1, later: 0.05 };
/** What half the steps may change [K]. */
const ORACLE = 5e-3;
const PEAK = 0.05;
const WIDTH = 1e-4;
const OTHER_SIZES = 2e-4;
const ENERGY = 3e-4;

const constant = { perfusionResponse: { kind: 'constant' } } as const;
const muscle = { ...tissues.muscle, ...constant };
const steel = { thermalConductivity: 16.2, density: 7900, specificHeat: 500 };

const controlled: Problem = {
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: muscle,
  heating: { kind: 'temperature', target: 80, ramp: 10, duration: 60 },
  coolDown: 20,
};
const thick = cannula({ gauge: 16, tipLength: 10e-3 });

/** With the peak isotherm that is measured [°C]. */
const cases: [string, Problem, number][] = [
  [
    'fat above, bone beside',
    {
      ...controlled,
      regions: [
        { where: { kind: 'slab', zMin: 4e-3 }, tissue: { ...tissues.fat, ...constant } },
        {
          where: { kind: 'tube', rMin: 3e-3, zMax: -1e-3 },
          tissue: { ...tissues.boneCortical, ...constant },
        },
      ],
    },
    50,
  ],
  [
    'conductivity that changes with temperature',
    {
      ...controlled,
      tissue: {
        ...muscle,
        thermalConductivity: { kind: 'linear', value: 0.49, coefficient: 0.0025, reference: 37 },
      },
    },
    50,
  ],
  [
    'a thick needle, returned through a resistance',
    { ...controlled, electrode: thick, returnPathResistance: 30 },
    50,
  ],
  [
    'a thick needle, held',
    {
      ...controlled,
      electrode: thick,
      heating: { kind: 'tip-temperature', target: 80, ramp: 0, duration: 60 },
    },
    50,
  ],
  [
    'a cooled needle of constant power',
    {
      ...controlled,
      electrode: {
        ...cannula({ gauge: 17, tipLength: 10e-3 }),
        body: { kind: 'tube', material: steel, wallThickness: 0.15e-3, core: steel },
        cooling: { temperature: 20, coefficient: 5000 },
      },
      heating: { kind: 'power', power: 5, duration: 30 },
    },
    45,
  ],
];

test.each(cases)('%s', (_, problem, threshold) => {
  const recorded = recordRun(problem);
  const oracle = followRun(recorded, REFINE);
  const { near, later } = worstTemperatures(recorded, oracle);
  expect(near.off, near.where).toBeLessThan(CELLS.near);
  expect(later.off, later.where).toBeLessThan(CELLS.later);
  const peak = worstPeak(recorded, oracle);
  expect(peak.off, peak.where).toBeLessThan(PEAK);
  const { ours, oracle: theirs } = sizesOf(recorded, oracle, threshold);
  expect(Math.abs(ours.width / theirs.width - 1)).toBeLessThan(WIDTH);
  expect(Math.abs(ours.length / theirs.length - 1)).toBeLessThan(OTHER_SIZES);
  expect(Math.abs(ours.volume / theirs.volume - 1)).toBeLessThan(OTHER_SIZES);
  if (problem.heating.kind === 'tip-temperature') return;
  const energy = energiesOf(recorded, oracle);
  expect(Math.abs(energy.ours / energy.oracle - 1)).toBeLessThan(ENERGY);
});

/** Root of the mean square of the difference at the end, by volume [K]. */
function errorAtEnd(problem: Problem, timeStep: number): number {
  const recorded = recordRun(problem, { ...RESOLUTIONS.standard, timeStep });
  const [ours, theirs] = [recorded, followRun(recorded, 4)].map(({ temperatures }) => temperatures.at(-1)!);
  const { volume } = recorded.run.grid;
  const sum = volume.reduce((total, V, c) => total + V * (ours![c]! - theirs![c]!) ** 2, 0);
  return Math.sqrt(sum / volume.reduce((total, V) => total + V, 0));
}

test('a held tip: second order in the time step, on one grid', () => {
  const problem: Problem = {
    ...controlled,
    heating: { kind: 'tip-temperature', target: 80, ramp: 10, duration: 42 },
    coolDown: 0,
  };
  const errors = [0.5, 0.25, 0.125].map((timeStep) => errorAtEnd(problem, timeStep));
  for (const order of observedOrders(errors)) expect(Math.abs(order - 2), errors.join(' ')).toBeLessThan(0.1);
});

/** Least order from the longest step to the shortest: the residual that the field solver may leave goes with the time step. */
const RF_ORDER = 1;

test('RF current: better than first order in the time step', () => {
  const problem: Problem = {
    ...controlled,
    heating: { kind: 'voltage', voltage: 14, duration: 32 },
    coolDown: 0,
  };
  const errors = [2, 0.5].map((timeStep) => errorAtEnd(problem, timeStep));
  expect(observedOrders(errors, 4)[0], errors.join(' ')).toBeGreaterThan(RF_ORDER);
});

test('half the steps of the oracle change nothing where it finds its own voltage', () => {
  const recorded = recordRun(controlled);
  const [oracle, finer] = [REFINE, 2 * REFINE].map((refine) => followRun(recorded, refine));
  const own = worstTemperatures({ ...recorded, temperatures: finer!.temperatures }, oracle!);
  for (const { off, where } of Object.values(own)) expect(off, where).toBeLessThan(ORACLE);
});
