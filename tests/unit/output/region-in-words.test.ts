import { expect, test } from 'vitest';
import { describeRegion } from '../../../src/output/region-in-words.js';
import { tissues } from '../../../src/presets/tissues.js';
import type { Region } from '../../../src/problem/types.js';

const CASES: readonly (readonly [words: string, where: Region])[] = [
  ['slab', { kind: 'slab' }],
  ['slab from 2 mm up the shaft upwards', { kind: 'slab', zMin: 2e-3 }],
  ['slab from 1.5 mm beyond the end downwards', { kind: 'slab', zMax: -1.5e-3 }],
  ['slab from the end to 4 mm up the shaft', { kind: 'slab', zMin: 0, zMax: 4e-3 }],
  ['tube', { kind: 'tube' }],
  ['tube from 3 mm off the axis', { kind: 'tube', rMin: 3e-3 }],
  ['tube up to 2 mm off the axis', { kind: 'tube', rMax: 2e-3 }],
  [
    'tube from 3 mm to 5 mm off the axis, from the end upwards',
    { kind: 'tube', rMin: 3e-3, rMax: 5e-3, zMin: 0 },
  ],
  ['sphere of radius 3 mm, its centre 2 mm up the shaft', { kind: 'sphere', z: 2e-3, radius: 3e-3 }],
  ['sphere of radius 3 mm, its centre at the end', { kind: 'sphere', z: 0, radius: 3e-3 }],
];

test.each(CASES)('%s', (words, where) => {
  expect(describeRegion({ where, tissue: tissues.csf })).toBe(words);
});

test('blood that flows is told with its coefficient', () => {
  const where = { kind: 'tube', rMin: 3e-3 } as const;
  expect(describeRegion({ where, tissue: tissues.blood, flow: { coefficient: 512.3456 } })).toBe(
    'tube from 3 mm off the axis, blood flows (512.3 W/(m²·K))',
  );
});
