// RF current controlled at the thermocouple against independent finite elements (tests/validation/data/coupled-fem.json
// says what they solve). Voltage, impedance and energy are held too: control rescales, and widths alone hide mistakes.
import { describe, expect, test } from 'vitest';
import { estimateLesion, type LesionRun, simulateSteps, temperatureAt } from '../../src/index.js';
import { claim } from '../support/claims.js';
import { coupledFeProblem } from '../support/coupled-problem.js';
import { feStatements, type RelativeSize, relativeSizes } from '../support/fe-sizes.js';
import reference from './data/coupled-fem.json';

const RESOLUTIONS = ['standard', 'fine'] as const;
/** Accepted differences of lengths, as a part of the lesion's width, and of volumes. */
const ACCEPTED = {
  standard: {
    length: 0.0015,
    volume: 0.003,
    widestAt: 0.005,
    metal: 0.15,
    electrical: 0.003,
    power: 0.009,
    energy: 0.01,
  },
  fine: {
    length: 0.0004,
    volume: 0.001,
    widestAt: 0.005,
    metal: 0.06,
    electrical: 0.001,
    power: 0.003,
    energy: 0.003,
  },
} as const;
const [RAMP_END, SWITCH_OFF, SLEEVE] = [10, 90, 0.05]; // [s], [s], [mm]

const statement = feStatements({
  name: 'coupled-fem',
  what: 'RF current controlled at the thermocouple, 80 °C for 90 s',
  equations: 'Bioheat and ∇·(σ(T) ∇V) = 0 with the metal and its sleeve in the domain',
});

const estimates = {
  standard: estimateLesion(coupledFeProblem),
  fine: estimateLesion(coupledFeProblem, { resolution: 'fine' }),
} as const;
const estimate = estimates.standard;
const { history } = estimate;

/** A run with a temperature field, and the heat stored so far, at every time of the reference. */
function runOf(resolution: (typeof RESOLUTIONS)[number]): { run: LesionRun; stored: Map<number, number> } {
  const snapshotTimes = Object.keys(reference.storedHeat).map(Number);
  const steps = simulateSteps(coupledFeProblem, { resolution, snapshotTimes });
  const stored = new Map<number, number>();
  let next = steps.next();
  for (; next.done !== true; next = steps.next()) {
    const { time, heat } = next.value.state;
    stored.set(time, heat.delivered - heat.boundary);
  }
  return { run: next.value, stored };
}
const runs = { standard: runOf('standard'), fine: runOf('fine') } as const;

/** A quantity of the ticks, which is that of their middle, at a time; what jumps at the end of the ramp is not read across it. */
function within({ history: { time } }: LesionRun, values: Float64Array, at: number): number {
  const [from, to] = at <= RAMP_END ? [0, RAMP_END] : [RAMP_END, SWITCH_OFF];
  const ticks = [...time.keys()].filter((k) => k > 0 && time[k - 1]! >= from - 1e-9 && time[k]! <= to + 1e-9);
  const middle = (k: number): number => (time[k]! + time[k - 1]!) / 2;
  const next = ticks.findIndex((k) => middle(k) >= at);
  const b = ticks[Math.max(next < 0 ? ticks.length - 1 : next, 1)]!;
  const part = (at - middle(b - 1)) / (middle(b) - middle(b - 1));
  return values[b - 1]! + part * (values[b]! - values[b - 1]!);
}

/** What is known at the ends of ticks, in between. */
function between({ history: { time } }: LesionRun, values: Float64Array, at: number): number {
  const k = Math.max(
    time.findIndex((t) => t >= at - 1e-9),
    1,
  );
  return values[k - 1]! + ((at - time[k - 1]!) / (time[k]! - time[k - 1]!)) * (values[k]! - values[k - 1]!);
}

/** Temperature at a place, in the metal on its axis too [°C]. */
function at(run: LesionRun, { r, z, time }: { r: number; z: number; time: number }): number {
  if (r > 0 || z <= 0) return temperatureAt(run, { r: r * 1e-3, z: z * 1e-3 }, time);
  const { data } = run.snapshots.find((snapshot) => snapshot.time === time)!.temperature;
  const { grid } = run;
  const j = grid.z.findIndex((height) => height > z * 1e-3);
  const part = (z * 1e-3 - grid.z[j - 1]!) / (grid.z[j]! - grid.z[j - 1]!);
  return data[(j - 1) * grid.nr]! + part * (data[j * grid.nr]! - data[(j - 1) * grid.nr]!);
}

const isMetal = ({ r, z }: { r: number; z: number }): boolean => r <= 0.3555 && z >= 0;

describe.each(RESOLUTIONS)('at %s resolution', (resolution) => {
  const accepted = ACCEPTED[resolution];
  const about = statement(resolution);
  const { run, stored } = runs[resolution];
  const sizes = relativeSizes(estimates[resolution], reference.contours, {
    radius: 0.3555,
    above: { from: 5, radius: 0.3555 + SLEEVE },
  });
  const errorsOf = (kind: RelativeSize['kind']): number[] =>
    sizes.filter((size) => size.kind === kind).map(({ error }) => error);

  test('every bar holds the reference', () => {
    for (const { name, error, bar } of sizes) if (bar !== null) expect(error, name).toBeLessThan(bar);
    expect(sizes.filter(({ bar }) => bar !== null)).toHaveLength(7 * 2 * 5);
  });

  test('sizes: seven borders at switch-off and at the end', () => {
    const [lengths, volumes] = [errorsOf('length'), errorsOf('volume')];
    claim(about.lengths, { kind: 'worst', errors: lengths, below: accepted.length });
    claim(about.volumes, { kind: 'worst', errors: volumes, below: accepted.volume });
    claim(about.widestAt, { kind: 'worst', errors: errorsOf('widestAt'), below: accepted.widestAt });
  });

  test('temperatures: every point and time, in tissue and in metal', () => {
    const inTissue = reference.temperatures.filter((point) => !isMetal(point));
    const inMetal = reference.temperatures.filter(isMetal);
    expect(inTissue).toHaveLength(9 * 24);
    const errors = (points: typeof inTissue): number[] =>
      points.map((point) => at(run, point) - point.temperature);
    claim(about.temperatures, { kind: 'worst', errors: errors(inTissue), below: accepted.metal });
    const hottest = Object.entries(reference.hottest).map(([time, T]) => {
      const { data } = run.snapshots.find((snapshot) => snapshot.time === Number(time))!.temperature;
      return Math.max(...data) - T;
    });
    claim(
      about.more(
        'metal',
        'Temperatures in the metal, on its surface, at the sensor, and the highest of all',
        '°C',
      ),
      { kind: 'worst', errors: [...errors(inMetal), ...hottest], below: accepted.metal },
    );
  });

  test('voltage, impedance, power and energy: every second', () => {
    const { voltage, impedance, power, energy } = run.history;
    const { electrical } = reference;
    const on = electrical.slice(1);
    const relative = (ours: number, theirs: number): number => ours / theirs - 1;
    claim(about.more('impedance', 'Impedance at every second', '%'), {
      kind: 'worst',
      errors: [
        relative(impedance![0]!, electrical[0]!.impedance),
        ...on.map((one) => relative(within(run, impedance!, one.time), one.impedance)),
      ],
      below: accepted.electrical,
    });
    claim(about.more('voltage', 'Voltage at every second', '%'), {
      kind: 'worst',
      errors: on.map((one) => relative(within(run, voltage!, one.time), one.voltage)),
      below: accepted.electrical,
    });
    claim(about.more('power', 'Power at every second', '%'), {
      kind: 'worst',
      errors: on.map((one) => relative(within(run, power, one.time), one.power)),
      below: accepted.power,
    });
    claim(about.more('energy', 'Energy at every second, and the heat that tissue and needle hold', '%'), {
      kind: 'worst',
      errors: [
        ...on.map((one) => relative(between(run, energy, one.time), one.energy)),
        ...Object.entries(reference.storedHeat).map(([time, heat]) =>
          relative(stored.get(Number(time))!, heat),
        ),
      ],
      below: accepted.energy,
    });
  });

  test('the sensor: on the set curve at every second, and it cools like the reference', () => {
    claim(about.more('sensor', 'The sensor follows the set curve at every second', '°C'), {
      kind: 'round-off',
      errors: reference.electrical.map(
        ({ time, sensor }) => between(run, run.history.sensorTemperature, time) - sensor,
      ),
      below: 1e-9,
    });
  });
});

test('the sensor is on the set curve at every tick', () => {
  history.time.forEach((t, k) => {
    if (t > SWITCH_OFF) return;
    const set = t < RAMP_END ? 37 + 4.3 * t : 80;
    expect(Math.abs(history.sensorTemperature[k]! - set)).toBeLessThan(1e-9);
  });
  const last = reference.temperatures.find(({ time, r, z }) => time === 120 && r === 0 && z === 0.5)!;
  expect(Math.abs(history.sensorTemperature.at(-1)! - last.temperature)).toBeLessThan(0.1);
});

test('heat is in balance to round-off: field, tissue, needle and boundary', () => {
  const { energyAudit } = estimate;
  expect(Math.abs(energyAudit.residual)).toBeLessThan(1e-11);
  expect(energyAudit.storedInNeedle).toBeGreaterThan(0.1);
});
