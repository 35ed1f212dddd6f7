// RF current controlled at the thermocouple against independent finite elements (tests/validation/data/coupled-fem.json
// says what they solve). Voltage, impedance and energy are held too: control rescales, and widths alone hide mistakes.
import { describe, expect, test } from 'vitest';
import { estimateLesion, simulate, temperatureAt } from '../../src/index.js';
import { coupledFeProblem } from '../support/coupled-problem.js';
import { referenceKey } from '../support/reference-key.js';
import reference from './data/coupled-fem.json';

/** Accepted differences of lengths, as a part of the lesion's width, and of volumes. */
const ACCEPTED = {
  standard: { length: 0.0015, volume: 0.003 },
  fine: { length: 0.0004, volume: 0.001 },
} as const;
const TO_SI = { width: 1e-3, length: 1e-3, distalReach: 1e-3, proximalReach: 1e-3, volume: 1e-9 } as const;
const SIZES = Object.keys(TO_SI) as (keyof typeof TO_SI)[];

type Contour = keyof typeof reference.contours.final;

const estimates = {
  standard: estimateLesion(coupledFeProblem),
  fine: estimateLesion(coupledFeProblem, { resolution: 'fine' }),
} as const;
const estimate = estimates.standard;
const { history } = estimate;

/** A quantity of the ticks, which is that of their middle, at a time: from the two ticks before it. */
function before(time: number, values: Float64Array): number {
  const k = history.time.findIndex((t) => t >= time - 1e-9);
  const middle = (tick: number): number => (history.time[tick]! + history.time[tick - 1]!) / 2;
  const part = (time - middle(k)) / (middle(k) - middle(k - 1));
  return values[k]! + part * (values[k]! - values[k - 1]!);
}

describe.each(['standard', 'fine'] as const)('sizes at %s resolution', (resolution) => {
  for (const lesion of estimates[resolution].lesions) {
    const contour = referenceKey(lesion.criterion) as Contour;
    for (const instant of ['atSwitchOff', 'final'] as const) {
      test(`${contour}, ${instant}: every bar holds the reference`, () => {
        const expected = reference.contours[instant][contour];
        for (const key of SIZES) {
          const { value, numericalError } = lesion[instant][key];
          const difference = Math.abs(value / TO_SI[key] - expected[key]);
          const scale = key === 'volume' ? expected.volume : expected.width;
          const accepted = ACCEPTED[resolution][key === 'volume' ? 'volume' : 'length'];
          expect(difference, key).toBeLessThan(accepted * scale);
          expect(difference, `${key} bar`).toBeLessThan(numericalError! / TO_SI[key]);
        }
      });
    }
  }
});

test('voltage, impedance and energy: within 0.4 %', () => {
  const { electrical } = reference;
  const relative = (ours: number, theirs: number): number => Math.abs(ours / theirs - 1);
  expect(relative(before(10, history.voltage!), electrical['10'].voltage)).toBeLessThan(0.004);
  expect(relative(before(30, history.voltage!), electrical['30'].voltage)).toBeLessThan(0.004);
  expect(relative(before(90, history.voltage!), electrical['90'].voltage)).toBeLessThan(0.004);
  expect(relative(history.impedance![0]!, electrical['0'].impedance)).toBeLessThan(0.004);
  expect(relative(before(90, history.impedance!), electrical['90'].impedance)).toBeLessThan(0.004);
  expect(relative(history.energy.at(-1)!, electrical['90'].energy)).toBeLessThan(0.004);
});

test('the sensor is on the set curve at every tick, and cools like the reference', () => {
  history.time.forEach((t, k) => {
    if (t > 90) return;
    expect(Math.abs(history.sensorTemperature[k]! - (t < 10 ? 37 + 4.3 * t : 80))).toBeLessThan(1e-9);
  });
  expect(Math.abs(history.sensorTemperature.at(-1)! - reference.thermocouple['120'])).toBeLessThan(0.1);
});

test('heat is in balance to round-off: field, tissue, needle and boundary', () => {
  const { energyAudit } = estimate;
  expect(Math.abs(energyAudit.residual)).toBeLessThan(1e-11);
  expect(energyAudit.storedInNeedle).toBeGreaterThan(0.1);
});

test('temperatures: within 0.15 °C at every point and time', () => {
  const times = [...new Set(reference.temperatures.map(({ time }) => time))];
  const run = simulate(coupledFeProblem, { snapshotTimes: times });
  for (const { time, r, z, temperature } of reference.temperatures) {
    const T = temperatureAt(run, { r: r * 1e-3, z: z * 1e-3 }, time);
    expect(Math.abs(T - temperature), `t ${time} s, r ${r} mm, z ${z} mm`).toBeLessThan(0.15);
  }
});
