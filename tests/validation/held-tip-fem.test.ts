// Held tip against independent finite elements (tests/validation/data/held-tip-fem.json says what they solve).
import { describe, expect, test } from 'vitest';
import { estimateLesion, simulate, temperatureAt } from '../../src/index.js';
import { feProblem } from '../support/problems.js';
import { referenceKey } from '../support/reference-key.js';
import reference from './data/held-tip-fem.json';

/** Accepted differences, as parts of the lesion's width (volume: of the volume). */
const ACCEPTED = {
  width: 0.002,
  length: 0.003,
  distalReach: 0.003,
  proximalReach: 0.003,
  volume: 0.008,
} as const;
const TO_SI = { width: 1e-3, length: 1e-3, distalReach: 1e-3, proximalReach: 1e-3, volume: 1e-9 } as const;
const SIZES = Object.keys(ACCEPTED) as (keyof typeof ACCEPTED)[];

type Contour = keyof typeof reference.contours.final;

describe('sizes at standard resolution', () => {
  const estimate = estimateLesion(feProblem);
  for (const lesion of estimate.lesions) {
    const contour = referenceKey(lesion.criterion) as Contour;
    for (const instant of ['atSwitchOff', 'final'] as const) {
      test(`${contour}, ${instant}: within tolerance, and every bar holds the reference`, () => {
        const expected = reference.contours[instant][contour];
        for (const key of SIZES) {
          const { value, numericalError } = lesion[instant][key];
          const difference = Math.abs(value / TO_SI[key] - expected[key]);
          expect(difference, key).toBeLessThan(
            ACCEPTED[key] * (key === 'volume' ? expected.volume : expected.width),
          );
          expect(difference, `${key} bar`).toBeLessThan(numericalError! / TO_SI[key]);
        }
      });
    }
  }

  test('heat given to tissue: within 0.3 %', () => {
    expect(Math.abs(estimate.energyAudit.delivered / reference.storedHeat['90'] - 1)).toBeLessThan(0.003);
  });
});

test.each([
  ['standard', 0.3],
  ['fine', 0.1],
] as const)(
  'temperatures at %s resolution: within %f °C at every point and time',
  (resolution, tolerance) => {
    const times = [...new Set(reference.temperatures.map(({ time }) => time))];
    const run = simulate(feProblem, { resolution, snapshotTimes: times });
    for (const { time, r, z, temperature } of reference.temperatures) {
      const T = temperatureAt(run, { r: r * 1e-3, z: z * 1e-3 }, time);
      expect(Math.abs(T - temperature), `t ${time} s, r ${r} mm, z ${z} mm`).toBeLessThan(tolerance);
    }
  },
);
