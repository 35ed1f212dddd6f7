import { estimateLesion, tissues } from 'rf-lesion';
import { expect, test } from 'vitest';
import {
  inSi,
  lesion,
  liver,
  picture,
  range,
  rows,
  sameLesion,
  withUnits,
} from '../../examples/custom-tissue-and-needle.js';
import { inMillimetres } from '../../examples/millimetres.js';
import { expectShown } from './shown-picture.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

test('with units in words it is the same problem, and the same lesion', () => {
  expect(withUnits).toEqual(inSi);
  expect(sameLesion.width).toEqual(lesion.width);
  expect(rows[0]?.['width']).toBe(rows[1]?.['width']);
});

test('every number with evidence is the one that is used, within its range, with a source', () => {
  const used = {
    thermalConductivity: 0.437,
    electricalConductivity: 0.21,
    perfusionRate: liver.perfusionRate,
  };
  for (const [name, value] of Object.entries(used)) {
    const { value: stated, low, high, sources } = liver.evidence![name as keyof typeof used]!;
    expect(stated).toBe(value);
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
    expect(sources.length).toBeGreaterThanOrEqual(3);
  }
  const others = [tissues.liverGoSmart, tissues.liverComsol];
  for (const name of ['thermalConductivity', 'electricalConductivity', 'perfusionRate'] as const) {
    const { low, high } = liver.evidence![name]!;
    const all = [...others.map((one) => one[name] as number), used[name]];
    expect([low, high]).toEqual([Math.min(...all), Math.max(...all)]);
  }
});

test('better conduction widens, more blood narrows, and the level of the conductivity does neither', () => {
  const effectOf = (name: string) => range.effects.find(({ path }) => path === `tissue.${name}`)!;
  const blood = effectOf('perfusionRate');
  const conduction = effectOf('thermalConductivity');
  expect(blood.atLow.width.value - blood.atHigh.width.value).toBeGreaterThan(1e-3);
  expect(conduction.atHigh.width.value - conduction.atLow.width.value).toBeGreaterThan(1e-3);
  expect(effectOf('electricalConductivity').swing).toBeLessThan(1e-6);
  expect(range.failed).toEqual([]);
});

test('an end of a range is what a direct estimate finds', () => {
  const { atLow } = range.effects.find(({ path }) => path === 'tissue.perfusionRate')!;
  const tissue = { ...liver, perfusionRate: 0.0036 };
  const { width } = estimateLesion(
    { ...inSi, tissue },
    { resolution: 'draft', errorBar: false, criteria: [] },
  );
  expect(width.value).toBe(atLow.width.value);
});

test('the range holds the lesion, which has no warnings', () => {
  expect(range.interval.low).toBeLessThan(lesion.width.value);
  expect(range.interval.high).toBeGreaterThan(lesion.width.value);
  expect(lesion.outcome).toEqual({ kind: 'completed' });
  expect(lesion.warnings).toEqual([]);
});

test('the picture is well formed, and the gallery shows it and says what it finds', () => {
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  const [low, high] = [range.interval.low, range.interval.high].map((width) => (1e3 * width).toFixed(2));
  expectShown('custom-tissue-and-needle', {
    picture,
    finding: [`${inMillimetres(lesion.width)} mm wide`, `${low} to ${high} mm`],
  });
});
