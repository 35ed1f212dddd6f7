import { expect } from 'vitest';
import { type Criterion, type LesionRun, measureLesion, type Problem, simulate } from '../../src/index.js';
import { stagesOf, type Stage } from '../../src/problem/heating.js';
import { type Mode, randomModeProblems } from './random-modes.js';

/** Round-off of a whole run, relative to the heat delivered. */
const ROUND_OFF = 1e-9;

/** While water boils, the voltage of a tick stays as it was foreseen: power may be above its limit by this part. */
const POWER_ABOVE = { calm: 1e-9, boiling: 0.02 } as const;

/** The sensor may go beyond what it is held to by this [K]; more where water boils within a tick. */
const ABOVE = { calm: 1e-6, boiling: 3 } as const;

/** Steam conducts so little that what is dry heats no further than this [°C]. */
const HOTTEST_BOILING = 500;

/** Nothing is colder than coolant or body by more than this [K]: metal at a coolant rings a little at draft. */
const UNDERSHOOT = 1;

const CRITERIA: readonly Criterion[] = [
  { kind: 'peak-temperature', threshold: 45 },
  { kind: 'cem43', minutes: 240 },
];

const isFinite = (values: ArrayLike<number>): boolean => Array.prototype.every.call(values, Number.isFinite);
const extreme = (values: Float64Array, of: (a: number, b: number) => number): number =>
  values.reduce((a, b) => of(a, b));

/** Highest temperature that a stage lets the sensor have at a time after its start [°C]; Infinity for none. */
function mostAtSensor(stage: Stage, since: number, before: number): number {
  switch (stage.kind) {
    case 'temperature': {
      const { target, ramp = 10 } = stage;
      // A target below the sensor's temperature is waited for.
      if (before > target) return Infinity;
      return since < ramp ? before + ((target - before) * since) / ramp : target;
    }
    case 'power':
      return stage.maxSensorTemperature ?? Infinity;
    case 'pulsed':
      return stage.maxSensorTemperature ?? 42;
    default:
      return Infinity;
  }
}

/** What a stage must not go beyond: power [W] and voltage [V]. */
function mostOf(stage: Stage): { readonly power: number; readonly voltage: number } {
  const power =
    stage.kind === 'temperature' ? (stage.maxPower ?? 50) : stage.kind === 'power' ? stage.power : Infinity;
  const voltage =
    stage.kind === 'voltage' ? stage.voltage : stage.kind === 'pulsed' ? stage.voltage! : Infinity;
  return stage.kind === 'off' ? { power: 0, voltage: 0 } : { power, voltage };
}

function expectRecords(run: LesionRun, problem: Problem, isBoiling: boolean, said: string): void {
  const stages = stagesOf(problem.heating);
  expect(run.stages.length, said).toBe(stages.length);
  let [start, position] = [0, 0];
  stages.forEach((stage, k) => {
    const { history, ...record } = run.stages[k]!;
    position += stage.shift ?? 0;
    expect(record, said).toMatchObject({ kind: stage.kind, start, end: start + stage.duration });
    expect(Math.abs(record.position - position), said).toBeLessThan(1e-9);
    expect([record.exposure.time, history.time.at(-1)], said).toEqual([record.end, record.end]);
    expect(record.pulses.length, said).toBe(stage.kind === 'pulsed' ? 3 : 0);
    for (const { sensor, hottest, field, rise, ...pulse } of record.pulses) {
      const numbers = [sensor.mean, sensor.peak, hottest.mean, hottest.peak, pulse.voltage, pulse.pulseWidth];
      expect(isFinite([...numbers, ...field.besideTip, ...field.aheadOfEnd, ...rise]), said).toBe(true);
      expect(sensor.peak, said).toBeGreaterThanOrEqual(sensor.mean);
      expect(hottest.peak, said).toBeGreaterThanOrEqual(hottest.mean);
    }
    const { outcome } = record;
    if (outcome.kind === 'limited') {
      expect(outcome.reason, said).toBeTruthy();
      expect(outcome.time >= start && outcome.time <= record.end, said).toBe(true);
    }
    expectWithinLimits(stage, start, history, isBoiling, said);
    start = record.end;
  });
}

function expectWithinLimits(
  stage: Stage,
  start: number,
  { time, sensorTemperature, power, voltage }: LesionRun['history'],
  isBoiling: boolean,
  said: string,
): void {
  const { power: mostPower, voltage: mostVoltage } = mostOf(stage);
  const kind = isBoiling ? 'boiling' : 'calm';
  // What the sensor has after a shift, and is ramped from, is not on record.
  const hasMoved = stage.shift !== undefined;
  const before = Math.max(sensorTemperature[0]!, hasMoved ? sensorTemperature[1]! : 0);
  time.forEach((t, k) => {
    if (t <= start) return;
    expect(power[k]!, said).toBeLessThanOrEqual(mostPower * (1 + POWER_ABOVE[kind]));
    expect(voltage![k]!, said).toBeLessThanOrEqual(mostVoltage * (1 + 1e-9));
    // Above its curve the sensor is left to cool.
    if (power[k]! === 0) return;
    const most = mostAtSensor(stage, hasMoved ? Infinity : t - start, before) + ABOVE[kind];
    expect(sensorTemperature[k]!, `${said} at ${t} s`).toBeLessThan(most);
  });
}

/** What a set of problems came to. */
export interface ModeSummary {
  /** Largest open part of a balance. */
  residual: number;
  /** [°C] */
  hottest: number;
  /** How often each way of ending. */
  readonly outcomes: Record<string, number>;
}

/** Finite, in balance, within what the generator is told, records complete, sizes sound. Draft resolution. */
function expectModeProperties(mode: Mode, problem: Problem, summary: ModeSummary): void {
  const said = JSON.stringify(problem.heating);
  const run = simulate(problem, { resolution: 'draft', criteria: CRITERIA });
  const isBoiling = mode === 'boiling';
  const { history, exposure, energyAudit, outcome } = run;
  const peak = exposure.final.peakTemperature.data;
  const damage = exposure.final.damage.flatMap(({ state }) => Object.values(state) as Float64Array[]);
  const fields = [run.temperature, exposure.final.peakTemperature, ...exposure.final.peaks];
  const records = Object.values(history) as Float64Array[];
  for (const values of [...fields.map(({ data }) => data), ...records])
    expect(isFinite(values), said).toBe(true);
  for (const values of damage) expect(Array.prototype.some.call(values, Number.isNaN), said).toBe(false);
  const residual = Math.abs(energyAudit.residual);
  const hottest = extreme(peak, Math.max);
  summary.residual = Math.max(summary.residual, residual);
  summary.hottest = Math.max(summary.hottest, hottest);
  const ending = outcome.kind === 'limited' ? outcome.reason : outcome.kind;
  summary.outcomes[ending] = (summary.outcomes[ending] ?? 0) + 1;
  expect.soft(residual, said).toBeLessThan(ROUND_OFF);
  const coldest = Math.min(37, problem.electrode.cooling?.temperature ?? 37);
  expect.soft(extreme(run.temperature.data, Math.min), said).toBeGreaterThan(coldest - UNDERSHOOT);
  if (isBoiling) expect.soft(hottest, said).toBeLessThan(HOTTEST_BOILING);
  expectRecords(run, problem, isBoiling, said);
  for (const criterion of CRITERIA) {
    for (const instant of ['atSwitchOff', 'final'] as const) {
      const { width, length, volume, distalReach, proximalReach } = measureLesion(run, criterion, instant);
      expect(isFinite([width, length, volume, distalReach, proximalReach]), said).toBe(true);
      expect(Math.min(width, length, volume), said).toBeGreaterThanOrEqual(0);
    }
  }
}

/** The same for many problems of one mode. */
export function expectModeHolds(mode: Mode, count: number, seed: number): ModeSummary {
  const summary: ModeSummary = { residual: 0, hottest: 0, outcomes: {} };
  for (const problem of randomModeProblems(mode, count, seed)) expectModeProperties(mode, problem, summary);
  return summary;
}
