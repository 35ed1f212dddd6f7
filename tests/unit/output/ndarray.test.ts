import { estimateLesion } from 'rf-lesion';
import { asNdarray } from 'rf-lesion/ndarray';
import { describe, expect, test } from 'vitest';
import { feProblem } from '../../support/problems.js';

const { run, history, border } = estimateLesion(feProblem, {
  resolution: { spacing: 0.3e-3, growthRatio: 1.4, timeStep: 2 },
  errorBar: false,
});
const { grid } = run;

describe('a view', () => {
  test('of a field has row z and column r, on the same memory', () => {
    const view = asNdarray(run.temperature);
    expect(view.shape).toEqual([grid.nz, grid.nr]);
    expect(view.get(3, 2)).toBe(run.temperature.data[3 * grid.nr + 2]);
    expect(view.data).toBe(run.temperature.data);
  });

  test('of a history and of a border has one dimension', () => {
    const view = asNdarray(history.sensorTemperature);
    expect(view.shape).toEqual([history.time.length]);
    expect(view.get(5)).toBe(history.sensorTemperature[5]);
    const { r, z } = border.contours[0]!;
    expect([asNdarray(r).get(1), asNdarray(z).get(1)]).toEqual([r[1], z[1]]);
  });

  test('of damage and of the grid has the shape that it is given', () => {
    const view = asNdarray(grid.isTissue, [grid.nz, grid.nr]);
    expect(view.get(grid.nz - 1, 0)).toBe(grid.isTissue[(grid.nz - 1) * grid.nr]);
    const { state } = run.exposure.final.damage[0]!;
    if (state.kind !== 'sum') throw new Error('The default rules count sums.');
    expect(asNdarray(state.sum, [grid.nz, grid.nr]).get(4, 1)).toBe(state.sum[4 * grid.nr + 1]);
  });

  test('of another number of entries is refused', () => {
    expect(() => asNdarray(grid.r, [2, 3])).toThrow(
      `shape must have ${grid.nr} entries in all, but was [2, 3].`,
    );
  });
});
