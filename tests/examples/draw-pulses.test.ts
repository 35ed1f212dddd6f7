import { cannula, estimateLesion, tissues } from 'rf-lesion';
import { expect, test } from 'vitest';
import { drawPulses, spikesAlong } from '../../examples/draw-pulses.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

const base = {
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  coolDown: 0,
};
const quick = { resolution: 'draft', errorBar: false } as const;

test('drawn pulses are well formed, without error bars as well', () => {
  const estimate = estimateLesion({ ...base, heating: { kind: 'pulsed', duration: 20 } }, quick);
  const picture = drawPulses(estimate, { needle: '22 G cannula', tissue: 'muscle' });
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  for (const words of ['field, rms (kV/m)', 'temperature (°C)', 'distance from the needle (mm)']) {
    expect(picture).toContain(words);
  }
});

test.each(['besideTip', 'aheadOfEnd'] as const)(
  'tissue is hottest within a pulse near the needle: %s',
  (side) => {
    const estimate = estimateLesion({ ...base, heating: { kind: 'pulsed', duration: 20 } }, quick);
    const { mean, peak } = spikesAlong(estimate, side);
    const rises = peak.map(([, T], k) => T - mean[k]![1]);
    expect(mean.map(([mm]) => mm)).toEqual(mean.map(([mm]) => mm).toSorted((a, b) => a - b));
    expect(Math.min(...rises)).toBeGreaterThan(0);
    expect(Math.max(...rises.slice(0, 3))).toBeGreaterThan(10 * rises.at(-1)!);
  },
);

test('without pulses there is nothing to draw', () => {
  const estimate = estimateLesion({ ...base, heating: { kind: 'power', power: 1, duration: 5 } }, quick);
  expect(() => drawPulses(estimate, { needle: '', tissue: '' })).toThrow('no pulses');
});
