import { describe, expect, test } from 'vitest';
import { createAxisymmetricGrid } from '../../../src/grid/axisymmetric.js';
import { sensorWeights } from '../../../src/physics/sensor.js';

const ABOVE = 8e-3;

describe.each(['flat', 'hemisphere', 'cone'] as const)('a thermocouple in a needle with a %s end', (end) => {
  const grid = createAxisymmetricGrid({
    profile: { end, radius: 0.4e-3, coneLength: 1.2e-3 },
    tipLength: 3e-3,
    domain: { radius: 5e-3, below: 5e-3, above: ABOVE },
    spacing: 0.1e-3,
    growthRatio: 1.2,
  });
  const { nr, z, isTissue } = grid;
  const cubic = (x: number): number => 37 + 4e3 * x - 3e6 * x ** 2 + 2e8 * x ** 3;

  // At the very end, at and beside a node, at the tip's border, high up the shaft, above the last node.
  test.each([0, 0.04e-3, z.find((x) => x > 1e-3)!, 1.23e-3, 3e-3, 6.5e-3, 0.999 * ABOVE])(
    'reads a cubic exactly, at z = %d m',
    (height) => {
      const weights = sensorWeights(grid, height);
      let [sum, reading, count] = [0, 0, 0];
      weights.forEach((weight, c) => {
        if (weight === 0) return;
        expect([c % nr, isTissue[c]]).toEqual([0, 0]); // nothing of tissue below
        sum += weight;
        reading += weight * cubic(z[Math.floor(c / nr)]!);
        count++;
      });
      expect(count).toBeLessThanOrEqual(4);
      expect(sum).toBeCloseTo(1, 12);
      expect(reading).toBeCloseTo(cubic(height), 9);
    },
  );

  test('interpolates between the nodes about it, and goes on from the last ones: no weight is large', () => {
    for (let height = 0.5e-3; height < ABOVE; height += 0.13e-3) {
      const largest = Math.max(...sensorWeights(grid, height).map(Math.abs));
      expect(largest, `at ${height} m`).toBeLessThan(height < z.at(-2)! ? 1.01 : 4);
    }
  });
});
