import { type History, type LesionRun, simulate } from '../../../src/index.js';
import { cannula } from '../../../src/presets/needles.js';
import { kinetics } from '../../../src/presets/kinetics.js';
import { tissues } from '../../../src/presets/tissues.js';
import { feProblem } from '../../support/problems.js';

const COARSE = { spacing: 0.3e-3, growthRatio: 1.4, timeStep: 2 } as const;

/** A short run of RF current, by every kind of rule, with two snapshots. */
export const drivenRun: LesionRun = simulate(
  {
    electrode: cannula({ gauge: 22, tipLength: 4e-3 }),
    tissue: tissues.muscle,
    heating: { kind: 'temperature', target: 70, ramp: 5, duration: 20 },
    coolDown: 5,
  },
  {
    resolution: COARSE,
    snapshotTimes: [5, 20],
    criteria: [
      { kind: 'cem43', minutes: 240 },
      { kind: 'cem43', rule: 'iso', minutes: 240 },
      { kind: 'arrhenius', kinetics: kinetics.liverCoagulation, omega: 1 },
    ],
  },
);

/** A needle that is withdrawn by 2 mm between two stages, and has snapshots of both. */
export const movedRun: LesionRun = simulate(
  {
    electrode: cannula({ gauge: 22, tipLength: 4e-3 }),
    tissue: tissues.muscle,
    heating: {
      kind: 'schedule',
      stages: [
        { kind: 'temperature', target: 70, ramp: 5, duration: 10 },
        { kind: 'temperature', target: 70, ramp: 5, duration: 10, shift: 2e-3 },
      ],
    },
    coolDown: 5,
  },
  { resolution: COARSE, snapshotTimes: [8, 18] },
);

/** A short run of a held tip, which has no voltage. */
export const heldRun: LesionRun = simulate(
  { ...feProblem, heating: { ...feProblem.heating, duration: 15 }, coolDown: 5 },
  { resolution: COARSE },
);

/** A made-up temperature that differs in every direction [°C]. */
export const madeUp = (r: number, z: number): number => 40 + 1500 * z + 700 * r;

/** The run with the made-up temperature in its cells. */
export function phantomOf(run: LesionRun): LesionRun {
  const { nr, r, z } = run.grid;
  const { data, shape } = run.temperature;
  const field = data.map((_, c) => madeUp(r[c % nr]!, z[Math.floor(c / nr)]!));
  return { ...run, temperature: { data: field, shape } };
}

/** A made-up history, with a number that needs all its digits. */
export const history: History = {
  time: Float64Array.of(0, 0.1 + 0.2),
  sensorTemperature: Float64Array.of(37, 38.5),
  power: Float64Array.of(0, 2),
  energy: Float64Array.of(0, 0.6),
  voltage: Float64Array.of(0, 15),
  impedance: Float64Array.of(120, 112.5),
};
