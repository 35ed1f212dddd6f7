import { cooledProbe } from '../../src/presets/electrodes.js';
import { kinetics } from '../../src/presets/kinetics.js';
import type { SingleHeating, Stage } from '../../src/problem/heating.js';
import type { PerfusionResponse, Problem, TemperatureLaw } from '../../src/problem/types.js';
import { type CoupledProblem, randomCoupledProblems } from './random-coupled.js';
import { seeded } from './random-problems.js';

/** Modes of RF current beyond one stage at one temperature. */
export const MODES = ['staged', 'shifted', 'pulsed', 'cooled', 'boiling', 'perfusion', 'withdrawn'] as const;
export type Mode = (typeof MODES)[number];

/** Numbers drawn from one seeded stream. */
interface Draw {
  between(from: number, to: number): number;
  /** Every factor as likely as any other. */
  byFactor(from: number, to: number): number;
  chance(part: number): boolean;
  oneOf<T>(values: readonly T[]): T;
}

function drawFrom(random: () => number): Draw {
  return {
    between: (from, to) => from + (to - from) * random(),
    byFactor: (from, to) => from * (to / from) ** random(),
    chance: (part) => random() < part,
    oneOf: (values) => values[Math.floor(random() * values.length)]!,
  };
}

/** A stage with heat that does not boil water, most of the time. */
function hotStage(draw: Draw, tipLength: number): SingleHeating {
  const duration = draw.byFactor(10, 120);
  const kind = draw.oneOf(['temperature', 'temperature', 'power', 'voltage'] as const);
  switch (kind) {
    case 'temperature':
      return {
        kind,
        target: draw.between(50, 90),
        duration,
        ramp: draw.oneOf([0, 2, 10, 0.5 * duration]),
      };
    case 'power': {
      const power = 0.3 + draw.between(100, 350) * tipLength;
      return { kind, power, duration, ...(draw.chance(0.5) && { maxSensorTemperature: 80 }) };
    }
    case 'voltage':
      return { kind, voltage: draw.between(6, 18), duration };
  }
}

function staged(draw: Draw, { electrode: { tipLength } }: Problem): Stage[] {
  const count = draw.oneOf([2, 3, 4]);
  return Array.from({ length: count }).flatMap((_, k): Stage[] => {
    const pause: Stage = { kind: 'off', duration: draw.between(5, 60) };
    const hasPause = k > 0 && draw.chance(0.6);
    return [...(hasPause ? [pause] : []), hotStage(draw, tipLength)];
  });
}

function shifted(draw: Draw, { electrode, heating }: CoupledProblem): Stage[] {
  const count = draw.oneOf([2, 3]);
  return Array.from({ length: count }).flatMap((_, k): Stage[] => {
    const stage = { ...heating, target: Math.min(heating.target, 85) };
    if (k === 0) return [stage];
    const way = draw.chance(0.25) ? electrode.tipLength : draw.between(1, 10) * 1e-3;
    const shift = draw.chance(0.5) ? way : -way;
    const pause = draw.between(5, 60);
    return draw.chance(0.3) ? [{ kind: 'off', duration: pause, shift }, stage] : [{ ...stage, shift }];
  });
}

function pulsed(draw: Draw): SingleHeating {
  const limit = draw.oneOf([undefined, 45, 50, 95]);
  return {
    kind: 'pulsed',
    voltage: draw.between(30, 80),
    pulseWidth: draw.between(5, 30) * 1e-3,
    pulseRate: draw.between(1, 5),
    duration: draw.byFactor(20, 240),
    limitBy: draw.oneOf(['voltage', 'pulse-width']),
    ...(limit !== undefined && { maxSensorTemperature: limit }),
  };
}

function cooled(draw: Draw, problem: Problem): Problem {
  const tipLength = draw.between(2, 10) * 1e-3;
  const probe = cooledProbe({ gauge: draw.oneOf([17, 18]), tipLength, coolant: draw.between(5, 25) });
  const { temperature } = probe.cooling!;
  const duration = draw.byFactor(30, 180);
  const coefficient = draw.chance(0.25) ? undefined : draw.byFactor(500, 20_000);
  const isHeld = draw.chance(0.65);
  // Where the sensor sits in cold water the target is out of reach, and the power what the limit allows.
  const heating: SingleHeating = isHeld
    ? { kind: 'temperature', target: draw.between(45, 75), duration, ramp: 10, maxPower: 15 }
    : { kind: 'power', power: draw.between(5, 15), duration };
  return {
    ...problem,
    electrode: {
      ...probe,
      tipShape: draw.chance(0.4) ? 'hemisphere' : 'flat',
      insulation: problem.electrode.insulation,
      cooling: { temperature, ...(coefficient !== undefined && { coefficient }) },
      sensor: { z: draw.chance(0.7) ? probe.sensor.z : draw.between(0.2, 0.8) * tipLength },
    },
    heating,
  };
}

function boiling(draw: Draw, { tissue, ...problem }: CoupledProblem): Problem {
  const duration = draw.byFactor(10, 90);
  const rollOff = draw.between(1.5, 4);
  const heatings: readonly SingleHeating[] = [
    { kind: 'power', power: draw.byFactor(2, 15), duration, rollOff },
    { kind: 'voltage', voltage: draw.between(15, 45), duration, rollOff },
    { kind: 'temperature', target: draw.between(95, 100), duration, ramp: 5, rollOff },
  ];
  return {
    ...problem,
    tissue: { ...tissue, waterContent: draw.between(500, 900) },
    heating: draw.oneOf(heatings),
  };
}

function perfusionResponse(draw: Draw): PerfusionResponse {
  const rising = draw.between(1, 4);
  const table: TemperatureLaw = {
    kind: 'table',
    temperature: [37, 42, 45, 50, 60],
    value: [1, rising, rising, draw.between(0, 2), 0],
  };
  const line: TemperatureLaw = {
    kind: 'linear',
    value: 1,
    coefficient: draw.between(0, 0.026), // not negative at 0 °C
    reference: 37,
    cap: draw.between(42, 60),
  };
  const factor = draw.oneOf([table, line]);
  const named = draw.oneOf([undefined, kinetics.liverCoagulation, kinetics.henriquesMoritz]);
  return draw.oneOf<PerfusionResponse>([
    { kind: 'constant' },
    { kind: 'follows-temperature', factor },
    { kind: 'stops-when-coagulated', ...(named && { kinetics: named }) },
    { kind: 'stops-when-coagulated', factor },
  ]);
}

/** A problem of a mode, made from one with a single stage. */
function inMode(mode: Mode, problem: CoupledProblem, draw: Draw): Problem {
  switch (mode) {
    case 'staged':
      return { ...problem, heating: { kind: 'schedule', stages: staged(draw, problem) } };
    case 'shifted':
      return { ...problem, heating: { kind: 'schedule', stages: shifted(draw, problem) } };
    case 'pulsed':
      return { ...problem, heating: pulsed(draw) };
    case 'cooled':
      return cooled(draw, problem);
    case 'boiling':
      return boiling(draw, problem);
    case 'perfusion': {
      const perfusionRate = draw.between(0, 0.05);
      const tissue = { ...problem.tissue, perfusionRate, perfusionResponse: perfusionResponse(draw) };
      return { ...problem, tissue };
    }
    case 'withdrawn':
      return { ...problem, needleAfterwards: 'withdrawn', coolDown: draw.between(5, 60) };
  }
}

/**
 * Valid problems of one mode, over the needles and tissues of {@link randomCoupledProblems}; cooled ones have probes
 * of 17 and 18 gauge and tips of 2–10 mm.
 */
export function randomModeProblems(mode: Mode, count: number, seed: number): Problem[] {
  const draw = drawFrom(seeded(seed + 1000 * (1 + MODES.indexOf(mode))));
  return randomCoupledProblems(count, seed).map((problem) => inMode(mode, problem, draw));
}
