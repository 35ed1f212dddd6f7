import { expect, test } from 'vitest';
import { estimateJson } from '../../../src/files.js';
import { estimateLesion, type LesionEstimate } from '../../../src/index.js';
import { feProblem } from '../../support/problems.js';

const estimate = estimateLesion(
  { ...feProblem, heating: { ...feProblem.heating, duration: 15 }, coolDown: 5 },
  { resolution: { spacing: 0.3e-3, growthRatio: 1.4, timeStep: 2 }, errorBar: false },
);
const told = JSON.parse(estimateJson(estimate)) as Record<string, unknown>;

test('says what it is, and all that an estimate says but its run', () => {
  expect(told).toMatchObject({ format: 'rf-lesion/estimate', version: 1 });
  const sizes = ['width', 'length', 'volume', 'distalReach', 'proximalReach', 'widestAt'];
  const names = Object.keys(estimate).filter((name) => name !== 'run' && !sizes.includes(name));
  expect(Object.keys(told).sort()).toEqual([...names, 'format', 'version', 'size'].sort());
  expect(Object.keys(told.size as object)).toEqual(sizes);
  expect(told.size).toMatchObject({ width: { value: estimate.width.value, numericalError: null } });
  expect(told.receipt).toEqual(JSON.parse(JSON.stringify(estimate.receipt)));
});

test('arrays are plain lists, of the border without its companions', () => {
  const { contours } = estimate.border;
  const [first] = contours;
  expect(told.border).toEqual({
    criterion: estimate.criterion,
    contours: contours.map((one) => ({ ...one, r: [...one.r], z: [...one.z] })),
  });
  expect(first!.r.length).toBeGreaterThan(10);
  expect(told.growth).toMatchObject({ time: [...estimate.growth.time], width: [...estimate.growth.width] });
  expect(told.reversibleZone).toMatchObject({ volume: { value: estimate.reversibleZone!.volume.value } });
  expect(told.reversibleZone).not.toHaveProperty('border.family');
});

test('numbers that JSON has no word for are words, in arrays too', () => {
  const history = { ...estimate.history, power: Float64Array.of(1, Infinity, -Infinity, NaN) };
  const hottest = { ...estimate.hottest, r: Infinity };
  const odd: LesionEstimate = { ...estimate, history, hottest, reversibleZone: null };
  expect(JSON.parse(estimateJson(odd))).toMatchObject({
    history: { power: [1, 'Infinity', '-Infinity', 'NaN'] },
    hottest: { r: 'Infinity' },
    reversibleZone: null,
  });
});
