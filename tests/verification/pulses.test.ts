// RF current in pulses: by its mean, with a few pulses followed apart, against a schedule that switches at every pulse.
// Field: V = ln(b/r)/ln(b/a) about an infinite cylinder, E = 1/(r ln(b/a)).
import { describe, expect, test } from 'vitest';
import {
  cannula,
  FIELD_STRENGTH_DISTANCES,
  type LesionRun,
  measureLesion,
  type Problem,
  type PulseRecord,
  type SingleHeating,
  simulate,
  type Stage,
  tissues,
} from '../../src/index.js';
import { createAxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import { readFieldStrength } from '../../src/physics/field-strength.js';
import { checkProblem, checkResolution } from '../../src/problem/check.js';
import { completeStages } from '../../src/problem/check-stages.js';
import { buildDrivenModels } from '../../src/run-model.js';
import { runSteps } from '../../src/simulate.js';
import { claim, DERIVED } from '../support/claims.js';

const [VOLTAGE, WIDTH, PERIOD] = [45, 0.02, 0.5]; // [V], [s], [s]
const BODY = 37; // [°C]
const draft = { resolution: 'draft' } as const;

type Pulsed = Extract<SingleHeating, { readonly kind: 'pulsed' }>;

const pulsedProblem = (heating: Partial<Pulsed>): Problem => ({
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'pulsed', duration: 10, maxSensorTemperature: 100, ...heating },
  coolDown: 0,
});
const lastPulses = (run: LesionRun): PulseRecord => run.stages.at(-1)!.pulses.at(-1)!;

/** Sensor and tissue in each period of a schedule that switches at every pulse. */
interface Period {
  readonly mean: number;
  readonly peak: number;
  /** How far each cell goes beyond its mean, shape [nz·nr] [K]. */
  readonly rise: Float64Array;
}

/** Periods reach from the middle of a pause to the middle of the next. */
function followEveryPulse(problem: Problem, count: number): Period[] {
  const pause: Stage = { kind: 'off', duration: (PERIOD - WIDTH) / 2 };
  const one: Stage[] = [pause, { kind: 'voltage', voltage: VOLTAGE, duration: WIDTH }, pause];
  const plain = checkProblem(problem);
  const resolution = checkResolution('draft', plain);
  const stages = completeStages(Array.from({ length: count }, () => one).flat());
  const checked = { ...plain, stages, switchOff: stages.at(-2)!.end, endTime: stages.at(-1)!.end };
  const steps = runSteps({ problem, checked, resolution, snapshotTimes: [], rules: [] }, {});
  const { inverseRootCapacity: s, grid } = buildDrivenModels(plain, resolution)[0]!;
  const periods: Period[] = [];
  const start = { time: 0, sensor: BODY, T: new Float64Array(grid.size).fill(BODY) };
  let before = start;
  let [mean, peak] = [0, -Infinity];
  let sums = new Float64Array(grid.size);
  let highest = new Float64Array(grid.size).fill(-Infinity);
  for (let next = steps.next(); next.done !== true; next = steps.next()) {
    const { v, time, steps: done, history } = next.value.state;
    if (time === before.time) continue;
    const now = { time, sensor: history.sensorTemperature[done]!, T: v.map((x, c) => BODY + x * s[c]!) };
    const part = (time - before.time) / PERIOD;
    mean += (part / 2) * (before.sensor + now.sensor);
    peak = Math.max(peak, now.sensor);
    for (let c = 0; c < sums.length; c++) {
      sums[c] = sums[c]! + (part / 2) * (before.T[c]! + now.T[c]!);
      highest[c] = Math.max(highest[c]!, now.T[c]!);
    }
    before = now;
    if (time < (periods.length + 1) * PERIOD - 1e-9) continue;
    const [T, all] = [sums, highest];
    periods.push({ mean, peak, rise: all.map((x, c) => (grid.isTissue[c] === 1 ? x - T[c]! : 0)) });
    [mean, peak] = [0, -Infinity];
    sums = new Float64Array(grid.size);
    highest = new Float64Array(grid.size).fill(-Infinity);
  }
  return periods;
}

describe('ten seconds of pulses of 45 V', () => {
  const problem = pulsedProblem({});
  const run = simulate(problem, draft);
  const pulses = lastPulses(run);
  // Pulses are followed from the end on, and the rise in the third one is reported.
  const periods = followEveryPulse(problem, 23);
  const reported = periods[22]!;

  test('the mean of the run is that of the pulses, within 1 % of its rise', () => {
    const { time, sensorTemperature } = run.history;
    const meanThen = (periods[19]!.mean + periods[20]!.mean) / 2; // of the periods before and after
    expect(time.at(-1)).toBe(10);
    expect(meanThen - BODY).toBeGreaterThan(10);
    claim(
      {
        id: 'pulses/mean',
        kind: 'time',
        claim:
          'Sensor heated by the mean of pulses, against a schedule that switches at every pulse; of the rise',
        definition: 'Pulses of 45 V, 20 ms, twice a second, for 10 s',
        source: 'this package, every pulse followed',
        grids: 'the preset of `draft`',
        unit: '%',
      },
      { kind: 'value', exact: meanThen - BODY, ours: sensorTemperature.at(-1)! - BODY, below: 0.01 },
    );
  });

  test('the pulses followed from there on have the right mean and spike at the sensor, within 2 %', () => {
    const { mean, peak } = pulses.sensor;
    const spike = reported.peak - reported.mean;
    const meanThen = (periods[19]!.mean + periods[20]!.mean) / 2;
    expect(Math.abs(mean - meanThen) / (meanThen - BODY)).toBeLessThan(0.02);
    expect(Math.abs((peak - mean) / spike - 1)).toBeLessThan(0.02);
    expect(spike).toBeGreaterThan(0.5);
  });

  test('so has tissue: the spike of every cell is right, within 2 % of the highest', () => {
    const highest = Math.max(...reported.rise);
    const off = reported.rise.map((rise, c) => (rise === 0 ? 0 : Math.abs(pulses.rise[c]! - rise)));
    expect(highest).toBeGreaterThan(4);
    expect(Math.max(...off) / highest).toBeLessThan(0.02);
    const { r, z, peak, mean } = pulses.hottest;
    const { grid, temperature } = run;
    const c = grid.z.indexOf(z) * grid.nr + grid.r.indexOf(r);
    const tissue = temperature.data.filter((_, k) => grid.isTissue[k] === 1);
    expect(peak - temperature.data[c]!).toBeCloseTo(pulses.rise[c]!, 9);
    expect(mean).toBeCloseTo(Math.max(...tissue), 9);
    expect(Math.abs((peak - temperature.data[c]!) / reported.rise[c]! - 1)).toBeLessThan(0.02);
  });
});

describe('pulses kept to 42 °C', () => {
  const [byVoltage, byWidth] = (['voltage', 'pulse-width'] as const).map((limitBy) =>
    simulate(pulsedProblem({ duration: 60, maxSensorTemperature: 42, limitBy }), draft),
  ) as [LesionRun, LesionRun];
  const [lower, shorter] = [lastPulses(byVoltage), lastPulses(byWidth)];

  test('the same heat on average, whatever is lowered: every temperature to the last bit', () => {
    expect(byWidth.temperature.data).toEqual(byVoltage.temperature.data);
    expect(byWidth.history.sensorTemperature).toEqual(byVoltage.history.sensorTemperature);
    expect(byWidth.energyAudit).toEqual(byVoltage.energyAudit);
    const criterion = { kind: 'peak-temperature', threshold: 43 } as const;
    expect(measureLesion(byWidth, criterion)).toEqual(measureLesion(byVoltage, criterion));
    expect(byVoltage.history.sensorTemperature.at(-1)).toBeCloseTo(42, 6);
  });

  test('lowered voltage weakens the field; shorter pulses do not, and spike higher', () => {
    expect(lower.voltage).toBeLessThan(0.9 * VOLTAGE);
    expect(lower.pulseWidth).toBe(WIDTH);
    expect(shorter.voltage).toBe(VOLTAGE);
    expect(shorter.pulseWidth).toBeLessThan(0.9 * WIDTH);
    expect((lower.voltage / VOLTAGE) ** 2).toBeCloseTo(shorter.pulseWidth / WIDTH, 12); // the same mean square
    lower.field.besideTip.forEach((E, k) => {
      expect(E / shorter.field.besideTip[k]!).toBeCloseTo(lower.voltage / VOLTAGE, 12);
    });
    const spikes = [lower, shorter].map(({ hottest }) => hottest.peak - hottest.mean) as [number, number];
    expect(spikes[1]).toBeGreaterThan(1.02 * spikes[0]);
  });
});

describe('strength of the field', () => {
  const [RADIUS, FAR] = [0.35e-3, 30e-3];
  const gridAt = (spacing: number, growthRatio: number) =>
    createAxisymmetricGrid({
      profile: { end: 'flat', radius: RADIUS },
      tipLength: 5e-3,
      domain: { radius: FAR, below: 10e-3, above: 20e-3 },
      spacing,
      growthRatio,
    });

  test('beside a coaxial cylinder: exact on any grid, as the readings are logarithms', () => {
    const grid = gridAt(0.15e-3, 1.3);
    const reach = Math.log(FAR / RADIUS);
    const phi = Float64Array.from(
      { length: grid.size },
      (_, c) => Math.log(FAR / grid.r[c % grid.nr]!) / reach,
    );
    const { besideTip } = readFieldStrength(grid, phi);
    claim(
      {
        id: 'pulses/coaxial',
        kind: 'fields',
        claim: 'Field strength beside a coaxial cylinder',
        definition: 'E = 1/(r ln(b/a))',
        source: DERIVED,
        grids: '0.15 mm',
        unit: '%',
      },
      {
        kind: 'round-off',
        errors: FIELD_STRENGTH_DISTANCES.map((d, k) => besideTip[k]! * (RADIUS + d) * reach - 1),
        below: 1e-12,
      },
    );
  });

  test('beside a wall at 1 V, V = a/r, and ahead of its end, V = a/(a + d): second order in the spacing', () => {
    const errors = [1, 2, 4].map((fine) => {
      const grid = gridAt(0.1e-3 / fine, 1.2 ** (1 / fine));
      const fieldOf = (potential: (r: number, z: number) => number) =>
        readFieldStrength(
          grid,
          Float64Array.from({ length: grid.size }, (_, c) =>
            potential(grid.r[c % grid.nr]!, grid.z[Math.floor(c / grid.nr)]!),
          ),
        );
      const { besideTip } = fieldOf((r) => RADIUS / r);
      const { aheadOfEnd } = fieldOf((_, z) => RADIUS / (RADIUS - z));
      const errorsAt = FIELD_STRENGTH_DISTANCES.flatMap((d, k) => {
        const exact = RADIUS / (RADIUS + d) ** 2;
        return [Math.abs(besideTip[k]! / exact - 1), Math.abs(aheadOfEnd[k]! / exact - 1)];
      });
      return Math.max(...errorsAt);
    });
    claim(
      {
        id: 'pulses/field',
        kind: 'fields',
        claim: 'Field strength read beside a wall and ahead of an end',
        definition: 'V = a/r and V = a/(a + d), differentiated',
        source: DERIVED,
        grids: '0.1, 0.05 and 0.025 mm',
        unit: '%',
      },
      { kind: 'order', errors, expected: 2, accepted: [1.8], below: 0.0015 },
    );
  });

  test('at a real needle: the reading converges', () => {
    const read = (fine: number): readonly number[] => {
      const resolution = { spacing: 0.15e-3 / fine, growthRatio: 1.3 ** (1 / fine), timeStep: 0.5 };
      const { besideTip, aheadOfEnd } = lastPulses(
        simulate(pulsedProblem({ duration: 0.5 }), { resolution }),
      ).field;
      return [...besideTip, ...aheadOfEnd];
    };
    const finest = read(8);
    const [coarse, fine] = [2, 4].map((one) =>
      Math.max(...read(one).map((E, k) => Math.abs(E / finest[k]! - 1))),
    );
    expect(coarse).toBeLessThan(0.015);
    expect(fine).toBeLessThan(0.003);
  });
});
